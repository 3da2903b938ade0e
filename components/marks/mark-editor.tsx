import { type KeyboardEvent, type ReactNode, useEffect, useRef, useState } from 'react';
import { i18n } from '#i18n';
import { LONGEST_WORDS, type Mark } from '../../core/marks/mark.ts';
import { SecondSteps } from '../shared/second-steps.tsx';
import { useMarksModel } from './marks-context.ts';

/** How long the viewer rests from typing before the words are stored, in milliseconds. */
const RESTS_MS = 400;

interface MarkEditorProps {
  readonly mark: Mark;
  readonly onClose: () => void;
}

/** All commands for a mark, in place. */
export function MarkEditor({ mark, onClose }: MarkEditorProps): ReactNode {
  const { change, moveToNow, remove, copyLink } = useMarksModel();
  const { id, at, starred } = mark;
  const [words, setWords] = useWords(mark);
  const editor = useRef<HTMLFieldSetElement>(null);

  function onKeyDown(event: KeyboardEvent): void {
    // Keys that scroll or lead elsewhere are the field's own.
    if (event.target instanceof HTMLTextAreaElement) event.stopPropagation();
    if (event.nativeEvent.isComposing || event.keyCode === 229) return;
    const isDone = event.key === 'Enter' && !event.shiftKey && event.target instanceof HTMLTextAreaElement;
    if (event.key !== 'Escape' && !isDone) return;
    event.preventDefault();
    event.stopPropagation();
    editor.current?.closest('.mark')?.querySelector<HTMLElement>('.section-toggle')?.focus();
    onClose();
  }

  return (
    <fieldset ref={editor} className="mark-editor" onKeyDown={onKeyDown}>
      <label>
        {i18n.t('mark.words')}
        <textarea
          rows={1}
          dir="auto"
          maxLength={LONGEST_WORDS}
          value={words}
          onChange={(event) => setWords(event.target.value)}
        />
      </label>
      <div className="mark-tools">
        <SecondSteps className="quiet" time={at} onMove={(time) => change(id, { at: time })} />
        <button type="button" className="quiet" onClick={() => moveToNow(id)}>
          {i18n.t('mark.now')}
        </button>
        <button
          type="button"
          className="quiet"
          aria-pressed={starred}
          onClick={() => change(id, { starred: !starred })}
        >
          {i18n.t('mark.important')}
        </button>
        <button type="button" className="quiet" onClick={() => copyLink(mark)}>
          {i18n.t('panel.copyLink')}
        </button>
        <button
          type="button"
          className="quiet"
          onClick={() => {
            focusBeside(editor.current);
            remove(id);
          }}
        >
          {i18n.t('mark.delete')}
        </button>
      </div>
    </fieldset>
  );
}

/** The words as they are typed; they are stored when the viewer rests or leaves. */
function useWords({ id, words: stored }: Mark): readonly [string, (words: string) => void] {
  const { change } = useMarksModel();
  const [words, setWords] = useState(stored);
  const unsaved = useRef<string | null>(null);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  // What another window has written is shown, unless something else is being typed here.
  useEffect(() => {
    if (unsaved.current === null) setWords(stored);
  }, [stored]);
  const [save] = useState(() => () => {
    clearTimeout(timer.current);
    if (unsaved.current !== null) change(id, { words: unsaved.current });
    unsaved.current = null;
  });
  useEffect(() => save, [save]);
  return [
    words,
    (typed) => {
      setWords(typed);
      unsaved.current = typed;
      clearTimeout(timer.current);
      timer.current = setTimeout(save, RESTS_MS);
    },
  ];
}

/** A keyboard must not be left without a place when the row it was in goes. */
function focusBeside(editor: HTMLElement | null): void {
  const row = editor?.closest('.mark');
  const all = [...(row?.closest('.scroller')?.querySelectorAll('.mark-seek, .section-seek') ?? [])];
  const own = row?.querySelector('.mark-seek');
  const at = own ? all.indexOf(own) : -1;
  const beside = all[at + 1] ?? all[at - 1];
  if (beside instanceof HTMLElement) beside.focus({ preventScroll: true });
}
