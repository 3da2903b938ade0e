import { type ReactNode, useEffect, useRef } from 'react';
import { i18n } from '#i18n';
import type { Edition } from '../../core/note/episode.ts';
import { RichText } from '../shared/rich-text.tsx';

/** A note to read without its video, over the page. */
export function NoteReader({
  edition,
  onClose,
}: {
  readonly edition: Edition;
  readonly onClose: () => void;
}): ReactNode {
  const dialog = useRef<HTMLDialogElement>(null);
  useEffect(() => dialog.current?.showModal(), []);
  return (
    <dialog ref={dialog} className="note-reader" aria-labelledby="note-title" onClose={onClose}>
      <form method="dialog">
        <button type="submit">{i18n.t('library.close')}</button>
      </form>
      <article lang={edition.language}>
        <h2 id="note-title">{edition.title}</h2>
        <RichText nodes={edition.summary} />
        {edition.sections.map(({ id, title, blocks }) => (
          <section key={id}>
            {title && <h3>{title}</h3>}
            {blocks.map(({ content, speaker }, at) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: the blocks of a compiled note never change places
              <div key={at}>
                {speaker && <b>{speaker}</b>}
                <RichText nodes={[content]} />
              </div>
            ))}
          </section>
        ))}
      </article>
    </dialog>
  );
}
