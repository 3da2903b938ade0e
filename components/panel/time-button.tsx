import type { ReactNode } from 'react';
import { i18n } from '#i18n';
import { formatClock } from '../../core/time/clock-text.ts';
import type { SectionTime } from '../../core/timeline/timeline.ts';

/** What a time rests on, in words, with its interval: shown on hover and focus, and read with the time. */
export function describeTime(time: SectionTime): string {
  const source = i18n.t(`panel.source.${time.source}`);
  const width = time.latest - time.earliest;
  if (width < 2) return source;
  return i18n.t('panel.sourceBetween', [source, `${formatClock(time.earliest)}–${formatClock(time.latest)}`]);
}

/** A section's time as it is written: `≈` unless the viewer set it. */
export function TimeText({ time }: { readonly time: SectionTime }): ReactNode {
  return (
    <span className="time" data-unsure={isUnsure(time) ? '' : undefined}>
      {time.source !== 'viewer' && <span className="approx">≈ </span>}
      {formatClock(time.start)}
    </span>
  );
}

/** Wide, or said by the author of another cut of the video: such a time has an interval, a good one has none. */
function isUnsure({ source, earliest, latest }: SectionTime): boolean {
  const width = latest - earliest;
  return width > 90 || (source === 'author' && width > 0);
}
