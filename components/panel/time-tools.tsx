import type { ReactNode } from 'react';
import { i18n } from '#i18n';
import type { Section } from '../../core/note/episode.ts';
import type { Watched } from '../../core/session/watched.ts';
import { formatClock } from '../../core/time/clock-text.ts';
import type { Seconds } from '../../core/time/seconds.ts';
import { correctedStart } from '../../core/timeline/corrections.ts';
import { SecondSteps } from '../shared/second-steps.tsx';
import { useSlice } from '../shared/use-slice.ts';
import { usePanel } from './panel-model.ts';
import './time-tools.css';

const ownStart = ({ anchors }: Watched, { id }: Section): Seconds | null => correctedStart(anchors ?? [], id);

interface TimeToolsProps {
  readonly section: Section;
}

/** Corrects a section's time in place: to the current moment, by a second, or back to the original. */
export function TimeTools({ section }: TimeToolsProps): ReactNode {
  const { watch, startsNow, correct } = usePanel();
  const start = useSlice(watch, ownStart, section);
  return (
    <div className="time-tools">
      <button type="button" className="quiet" onClick={() => startsNow(section.id)}>
        {i18n.t('panel.startsNow')}
      </button>
      {start !== null && (
        <>
          <SecondSteps className="quiet" time={start} onMove={(time) => correct(section.id, time)} />
          <button type="button" className="quiet" onClick={() => correct(section.id, null)}>
            {i18n.t('panel.removeTime', [formatClock(start)])}
          </button>
        </>
      )}
    </div>
  );
}

/** The same correction at the moment, in the section's row: one click while the video plays. */
export function StartsNowButton({ section, title }: TimeToolsProps & { readonly title: string }): ReactNode {
  const { startsNow } = usePanel();
  return (
    <button
      type="button"
      className="section-now"
      aria-label={`${i18n.t('panel.startsNow')}: ${title}`}
      data-hint={i18n.t('panel.startsNow')}
      onClick={() => startsNow(section.id)}
    >
      <svg
        viewBox="0 0 16 16"
        width="16"
        height="16"
        aria-hidden="true"
        fill="none"
        stroke="currentColor"
        strokeWidth="1.4"
      >
        <path d="M4 14V2.5h8L10 5.5l2 3H4" strokeLinejoin="round" strokeLinecap="round" />
      </svg>
    </button>
  );
}
