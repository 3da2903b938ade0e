import type { ReactNode } from 'react';
import { i18n } from '#i18n';
import type { Seconds } from '../../core/time/seconds.ts';

interface SecondStepsProps {
  readonly time: Seconds;
  readonly onMove: (time: Seconds) => void;
  readonly className?: string;
}

/** Two buttons that move a time by a second. It never goes below 0. */
export function SecondSteps({ time, onMove, className }: SecondStepsProps): ReactNode {
  return ([-1, 1] as const).map((by) => {
    const text = by === -1 ? '−1 s' : '+1 s';
    return (
      <button
        key={by}
        type="button"
        className={className}
        // What is seen is part of the name: it can be spoken to the computer.
        aria-label={`${text}, ${i18n.t(by === -1 ? 'panel.earlier' : 'panel.later')}`}
        onClick={() => onMove(Math.max(0, time + by))}
      >
        {text}
      </button>
    );
  });
}
