import { Fragment, type ReactNode, useMemo } from 'react';
import { i18n } from '#i18n';
import { marksBetween } from '../../core/marks/place-marks.ts';
import { formatClock } from '../../core/time/clock-text.ts';
import { MarkRows } from './mark-rows.tsx';
import { type ChapterOutlineProps, useMarks, useMarksModel } from './marks-context.ts';
import type { MarksState } from './marks-model.ts';

const marksOf = ({ marks }: MarksState) => marks;

/** The outline of a video without a note: what YouTube lists, and what the viewer has marked. */
export function ChapterOutline({ chapters, onSeekTo }: ChapterOutlineProps): ReactNode {
  const { makeNote } = useMarksModel();
  const marks = useMarks(marksOf);
  const [before = [], ...between] = useMemo(() => {
    const starts = chapters.map(({ start }) => start);
    return marksBetween(marks, starts);
  }, [chapters, marks]);
  const foot = (
    <p className="marks-foot">
      <button type="button" className="quiet" onClick={() => makeNote(chapters)}>
        {i18n.t('myMarks.makeNote')}
      </button>
    </p>
  );
  // A note can be begun with nothing but the video.
  if (chapters.length + marks.length === 0) return foot;
  return (
    <section className="chapters" aria-labelledby="chapters-title">
      <h2 id="chapters-title">{i18n.t(chapters.length > 0 ? 'panel.chapters' : 'mark.view')}</h2>
      <ol className="outline">
        <MarkRows marks={before} />
        {chapters.map(({ start, title }, at) => (
          <Fragment key={start}>
            <li className="section">
              <div className="section-row">
                <button type="button" className="section-seek" onClick={() => onSeekTo(start)}>
                  <span className="time">{formatClock(start)}</span>
                  <span className="section-title">{title}</span>
                </button>
              </div>
            </li>
            <MarkRows marks={between[at] ?? []} />
          </Fragment>
        ))}
      </ol>
      {foot}
    </section>
  );
}
