import type { ReactNode } from 'react';
import { i18n } from '#i18n';
import { formatClock } from '../../core/time/clock-text.ts';
import { isUnsure } from '../../core/timeline/basis.ts';
import type { SectionTime } from '../../core/timeline/timeline.ts';

/** What a time rests on, in words, with its interval: shown on hover and focus, and read with the time. */
export function describeTime(time: SectionTime): string {
  const source = i18n.t(`panel.source.${time.source}`);
  if (!isUnsure(time)) return source;
  return i18n.t('panel.sourceBetween', [source, `${formatClock(time.earliest)}–${formatClock(time.latest)}`]);
}

/** A section's time as it is written: with `≈` where it is unsure, with a pen where the viewer set it. */
export function TimeText({ time }: { readonly time: SectionTime }): ReactNode {
  const unsure = isUnsure(time);
  return (
    <span className="time" data-unsure={unsure ? '' : undefined} data-own={time.source === 'viewer' ? '' : undefined}>
      {unsure && <span className="approx">≈ </span>}
      {time.source === 'viewer' && (
        <svg className="own" viewBox="0 0 16 16" width="10" height="10" aria-hidden="true" fill="currentColor">
          <path d="M11.5 1.5l3 3-9 9H2.500v-3z" />
        </svg>
      )}
      {formatClock(time.start)}
    </span>
  );
}
