import { type FormEvent, type KeyboardEvent, memo, type ReactNode, useEffect, useRef, useState } from 'react';
import { i18n } from '#i18n';
import { LONGEST_WORDS, type Mark, type MarkChange } from '../../core/marks/mark.ts';
import { formatClock, parseClock } from '../../core/time/clock-text.ts';
import { watchAddress } from '../../core/video/video-address.ts';
import { SecondSteps } from '../shared/second-steps.tsx';

export interface MarkItemActions {
  /** Resolves to whether it is stored. */
  readonly onChange: (id: string, change: MarkChange) => Promise<boolean>;
  readonly onRemove: (mark: Mark) => void;
  readonly onRestore: (mark: Mark) => void;
}

interface MarkItemProps extends MarkItemActions {
  readonly mark: Mark;
  /** The video, where the list does not say it. */
  readonly about: string;
}

/** A mark with its words and what was heard; its time opens the video there. */
export const MarkItem = memo(function MarkItem({
  mark,
  about,
  onChange,
  onRemove,
  onRestore,
}: MarkItemProps): ReactNode {
  const { id, video, at, words, quote, section, starred, deleted } = mark;
  const [editing, setEditing] = useState(false);
  const edit = useRef<HTMLButtonElement>(null);
  const clock = formatClock(at);
  const wasEditing = useRef(false);
  useEffect(() => {
    // Where the form was entered from.
    if (wasEditing.current && !editing) edit.current?.focus();
    wasEditing.current = editing;
  }, [editing]);
  return (
    <li data-mark={id} data-deleted={deleted !== null ? '' : undefined}>
      <a
        className="button time"
        href={watchAddress(video, at)}
        target="_blank"
        rel="noreferrer"
        aria-label={i18n.t('myMarks.openAt', [clock])}
      >
        {clock}
      </a>
      {editing ? (
        <MarkForm mark={mark} onChange={onChange} onClose={() => setEditing(false)} />
      ) : (
        <div className="mark-body">
          {words !== '' && (
            <p className="mark-words" dir="auto">
              {words}
            </p>
          )}
          {quote && quote.text !== '' && <blockquote dir="auto">{quote.text}</blockquote>}
          {words === '' && !quote?.text && <p className="facts">{i18n.t('mark.wordless')}</p>}
          {(about !== '' || section) && <p className="facts">{[about, section?.title].filter(Boolean).join(' · ')}</p>}
        </div>
      )}
      {!editing && (
        <p className="buttons">
          {deleted === null ? (
            <>
              <button
                type="button"
                aria-pressed={starred}
                aria-label={i18n.t('myMarks.importantAt', [clock])}
                onClick={() => void onChange(id, { starred: !starred })}
              >
                {starred ? '★' : '☆'}
              </button>
              <button
                ref={edit}
                type="button"
                aria-label={i18n.t('mark.edit', [clock])}
                onClick={() => setEditing(true)}
              >
                {i18n.t('myMarks.edit')}
              </button>
              <button type="button" aria-label={i18n.t('myMarks.deleteAt', [clock])} onClick={() => onRemove(mark)}>
                {i18n.t('mark.delete')}
              </button>
            </>
          ) : (
            <button type="button" aria-label={i18n.t('myMarks.restoreAt', [clock])} onClick={() => onRestore(mark)}>
              {i18n.t('library.takeBack')}
            </button>
          )}
        </p>
      )}
    </li>
  );
});

interface MarkFormProps {
  readonly mark: Mark;
  readonly onChange: MarkItemActions['onChange'];
  readonly onClose: () => void;
}

/** Words and time: Enter keeps them, Escape leaves the mark as it is. What cannot be stored stays in the field. */
function MarkForm({ mark, onChange, onClose }: MarkFormProps): ReactNode {
  const [words, setWords] = useState(mark.words);
  const [clock, setClock] = useState(formatClock(mark.at));
  const field = useRef<HTMLTextAreaElement>(null);
  const time = parseClock(clock);
  useEffect(() => field.current?.focus(), []);

  async function keep(event?: FormEvent): Promise<void> {
    event?.preventDefault();
    if (time === null) return;
    // The clock shows whole seconds: the rest of a mark's time stays unless another one was typed.
    const at = clock === formatClock(mark.at) ? mark.at : time;
    const differs = words !== mark.words || at !== mark.at;
    if (!differs || (await onChange(mark.id, { words, at }))) onClose();
  }

  function onKeyDown(event: KeyboardEvent): void {
    if (event.nativeEvent.isComposing) return;
    const keeps = event.key === 'Enter' && !event.shiftKey && event.target === field.current;
    if (keeps) {
      event.preventDefault();
      void keep();
    } else if (event.key === 'Escape') {
      event.preventDefault();
      onClose();
    }
  }

  return (
    <form className="mark-form" onSubmit={(event) => void keep(event)} onKeyDown={onKeyDown}>
      <label>
        {i18n.t('mark.words')}
        <textarea
          ref={field}
          rows={3}
          dir="auto"
          maxLength={LONGEST_WORDS}
          value={words}
          onChange={(event) => setWords(event.currentTarget.value)}
        />
      </label>
      <div className="buttons">
        <label>
          {i18n.t('myMarks.time')}
          <input
            type="text"
            inputMode="numeric"
            size={8}
            aria-invalid={time === null}
            value={clock}
            onChange={(event) => setClock(event.currentTarget.value)}
          />
        </label>
        <SecondSteps time={time ?? mark.at} onMove={(moved) => setClock(formatClock(moved))} />
        <button type="submit" className="primary" disabled={time === null}>
          {i18n.t('mark.keep')}
        </button>
        <button type="button" onClick={onClose}>
          {i18n.t('library.cancel')}
        </button>
      </div>
      <p className="facts" role="status">
        {time === null ? i18n.t('myMarks.timeHint') : ''}
      </p>
    </form>
  );
}
