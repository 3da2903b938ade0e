import { memo, type ReactNode, useId, useState } from 'react';
import { i18n } from '#i18n';
import type { Mark } from '../../core/marks/mark.ts';
import { formatClock } from '../../core/time/clock-text.ts';
import { usePanel } from '../panel/panel-model.ts';
import { MarkEditor } from './mark-editor.tsx';
import { useMarksModel } from './marks-context.ts';
import './mark-rows.css';

/** Rows between two sections; more are in the view of the marks alone. */
const MOST_BETWEEN = 40;

/** Marks between the sections of an outline. */
export function MarkRows({ marks }: { readonly marks: readonly Mark[] }): ReactNode {
  const { move } = usePanel();
  const more = marks.length - MOST_BETWEEN;
  return (
    <>
      {marks.slice(0, MOST_BETWEEN).map((mark) => (
        <MarkRow key={mark.id} mark={mark} />
      ))}
      {more > 0 && (
        <li className="mark">
          <button type="button" className="mark-more" onClick={() => move({ type: 'view', view: 'marks' })}>
            {i18n.t('mark.more', more)}
          </button>
        </li>
      )}
    </>
  );
}

/** A mark's time and words; a click leads there. What can be done with it opens below. */
export const MarkRow = memo(function MarkRow({ mark }: { readonly mark: Mark }): ReactNode {
  const id = useId();
  const { move, seek } = usePanel();
  const [open, setOpen] = useState(false);
  const { at, words, quote, starred } = mark;
  const clock = formatClock(at);
  return (
    <li className="mark" data-mark={mark.id} data-starred={starred ? '' : undefined}>
      <div className="mark-row">
        <button
          type="button"
          className="mark-seek"
          onClick={() => {
            move({ type: 'jump' });
            seek(at);
          }}
        >
          <span className="time">{clock}</span>
          <MarkSign starred={starred} />
          <span className="mark-text">
            {starred && <span className="unseen">{i18n.t('mark.important')}: </span>}
            {words && (
              <span className="mark-words" dir="auto">
                {words}
              </span>
            )}
            {quote && (
              <q className="mark-quote" dir="auto">
                {quote.text}
              </q>
            )}
            {!words && !quote && <span className="mark-quote">{i18n.t('mark.wordless')}</span>}
          </span>
        </button>
        <button
          type="button"
          className="section-toggle"
          aria-expanded={open}
          aria-controls={id}
          aria-label={i18n.t('mark.edit', [clock])}
          onClick={() => setOpen(!open)}
        >
          <svg viewBox="0 0 16 16" width="16" height="16" aria-hidden="true">
            <path d="M4 6l4 4 4-4" fill="none" stroke="currentColor" strokeWidth="1.5" strokeLinecap="round" />
          </svg>
        </button>
      </div>
      <div id={id} hidden={!open}>
        {open && <MarkEditor mark={mark} onClose={() => setOpen(false)} />}
      </div>
    </li>
  );
});

/** A bookmark, filled where the mark is important. */
export function MarkSign({ starred = false }: { readonly starred?: boolean }): ReactNode {
  return (
    <svg className="mark-sign" viewBox="0 0 16 16" width="14" height="14" aria-hidden="true">
      <path
        d="M4 2h8v12l-4-3.2L4 14z"
        fill={starred ? 'currentColor' : 'none'}
        stroke="currentColor"
        strokeWidth="1.4"
        strokeLinejoin="round"
      />
    </svg>
  );
}

/** Marks the moment playing: in the dock, under every view. */
export function MarkButton({ labelled = false }: { readonly labelled?: boolean }): ReactNode {
  const { markNow } = useMarksModel();
  const name = i18n.t('mark.mark');
  return (
    <button
      type="button"
      className="mark-button"
      aria-label={labelled ? undefined : name}
      data-hint={labelled ? undefined : name}
      onClick={markNow}
    >
      <svg viewBox="0 0 16 16" width="16" height="16" aria-hidden="true" fill="none" stroke="currentColor">
        <path d="M4 2h8v12l-4-3.2L4 14z" strokeWidth="1.4" strokeLinejoin="round" />
        <path d="M8 4.500v4M6 6.500h4" strokeWidth="1.4" strokeLinecap="round" />
      </svg>
      {labelled && name}
    </button>
  );
}
