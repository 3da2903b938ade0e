import { type KeyboardEvent, type ReactNode, useEffect, useId, useRef } from 'react';
import { i18n } from '#i18n';
import { LONGEST_WORDS, type Mark } from '../../core/marks/mark.ts';
import { formatClock } from '../../core/time/clock-text.ts';
import './mark-field.css';

interface MarkFieldProps {
  /** The mark just made. */
  readonly mark: Mark;
  readonly isKept: boolean;
  readonly onType: (words: string) => void;
  /** Enter keeps what was typed, Escape leaves the mark without words. */
  readonly onDone: (keeps: boolean) => void;
}

/** Asks for the words of a mark that is kept already: it takes the focus, and gives it back. */
export function MarkField({ mark, isKept, onType, onDone }: MarkFieldProps): ReactNode {
  const id = useId();
  const field = useRef<HTMLTextAreaElement>(null);
  const wasDone = useRef(false);
  useEffect(() => {
    const before = document.activeElement;
    // A page key was pressed elsewhere.
    if (!document.hasFocus()) window.focus();
    field.current?.focus({ preventScroll: true });
    return () => {
      if (before instanceof HTMLElement && before.isConnected) before.focus({ preventScroll: true });
    };
  }, []);

  function done(keeps: boolean): void {
    if (wasDone.current) return;
    wasDone.current = true;
    onDone(keeps);
  }

  function onKeyDown(event: KeyboardEvent): void {
    // Keys that scroll or lead elsewhere are the field's own.
    event.stopPropagation();
    if (event.nativeEvent.isComposing || event.keyCode === 229) return;
    if (event.key !== 'Escape' && (event.key !== 'Enter' || event.shiftKey)) return;
    event.preventDefault();
    done(event.key === 'Enter');
  }

  const { quote } = mark;
  return (
    <section className="mark-field" aria-label={i18n.t('mark.field')}>
      <label htmlFor={id}>
        <span role="status">{i18n.t(isKept ? 'mark.marked' : 'mark.markedPrivately', [formatClock(mark.at)])}</span>
        {quote && (
          <span className="mark-heard" dir="auto">
            {quote.text}
          </span>
        )}
      </label>
      <div className="mark-line">
        <textarea
          id={id}
          ref={field}
          rows={1}
          dir="auto"
          maxLength={LONGEST_WORDS}
          placeholder={i18n.t('mark.words')}
          aria-describedby={`${id}-keys`}
          onChange={(event) => onType(event.target.value)}
          onKeyDown={onKeyDown}
        />
        <button type="button" onClick={() => done(true)}>
          {i18n.t('mark.keep')}
        </button>
      </div>
      <p id={`${id}-keys`} className="mark-keys">
        {i18n.t('mark.keys')}
      </p>
    </section>
  );
}
