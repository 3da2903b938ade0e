import { type KeyboardEvent, type ReactNode, useState } from 'react';
import { i18n } from '#i18n';
import { type KeyRefusal, readPageKey } from '../../core/settings/page-keys.ts';

interface PageKeyProps {
  readonly label: string;
  /** `KeyboardEvent.key`; empty when switched off. */
  readonly value: string;
  readonly others: readonly string[];
  readonly onChange: (key: string) => void;
}

/** Keys with a function in every form; they cannot be chosen. */
const LEAVES = new Set(['Tab', 'Shift', 'Control', 'Alt', 'Meta', 'CapsLock', 'AltGraph']);

/** A key on YouTube's page, changed by pressing another one. */
export function PageKey({ label, value, others, onChange }: PageKeyProps): ReactNode {
  const [asking, setAsking] = useState(false);
  const [refused, setRefused] = useState<{ key: string; why: KeyRefusal } | null>(null);

  /** Nothing is asked for any more, and what was refused is past. */
  function stop(): void {
    setAsking(false);
    setRefused(null);
  }

  function onKeyDown(event: KeyboardEvent): void {
    if (!asking || LEAVES.has(event.key) || event.nativeEvent.isComposing || event.repeat) return;
    // A shortcut still does what it does.
    if (!event.ctrlKey && !event.metaKey) event.preventDefault();
    if (event.key === 'Escape') {
      stop();
      return;
    }
    if (event.key === 'Backspace' || event.key === 'Delete') {
      onChange('');
      stop();
      return;
    }
    const read = readPageKey(event.nativeEvent, others);
    if ('why' in read) {
      setRefused({ key: event.key, why: read.why });
      return;
    }
    onChange(read.key);
    stop();
  }

  const shown = asking ? i18n.t('options.pressKey') : value === '' ? i18n.t('options.noKey') : value;
  return (
    <div className="key-row">
      <span>{label}</span>
      <button
        type="button"
        className="key"
        aria-label={`${label}: ${shown}`}
        onClick={() => {
          setAsking(true);
          setRefused(null);
        }}
        onBlur={stop}
        onKeyDown={onKeyDown}
      >
        {asking ? shown : <kbd>{shown}</kbd>}
      </button>
      <p className="facts" role="status">
        {refused ? i18n.t(`options.keyRefused.${refused.why}`, [refused.key]) : asking ? i18n.t('options.keyHint') : ''}
      </p>
    </div>
  );
}
