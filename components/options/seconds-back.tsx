import { type ReactNode, useEffect, useState } from 'react';
import { i18n } from '#i18n';
import { LONGEST_BACK } from '../../core/settings/settings.ts';
import type { Seconds } from '../../core/time/seconds.ts';

interface SecondsBackProps {
  readonly value: Seconds;
  readonly onChange: (seconds: Seconds) => void;
}

/** How long before the viewer acts the moment was that a mark keeps. */
export function SecondsBack({ value, onChange }: SecondsBackProps): ReactNode {
  const [typed, setTyped] = useState(String(value));
  useEffect(() => setTyped(String(value)), [value]);
  return (
    <label className="seconds-back">
      <span>{i18n.t('options.markBack')}</span>
      <input
        type="number"
        min={0}
        max={LONGEST_BACK}
        value={typed}
        onChange={(event) => {
          setTyped(event.target.value);
          const seconds = event.target.valueAsNumber;
          if (seconds >= 0 && seconds <= LONGEST_BACK) onChange(seconds);
        }}
        // What cannot be meant gives way to what is stored.
        onBlur={() => setTyped(String(value))}
      />
    </label>
  );
}
