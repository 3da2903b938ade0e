import { browser } from 'wxt/browser';

/** Changes of some values in the browser's storage, made by any of our pages. */
export interface StoredChanges<Change> {
  /** Notifies the listeners of this page; needed in a private window, where nothing is stored. */
  tell(change: Change): void;
  subscribe(listener: (change: Change) => void): () => void;
}

/** @param read The change that a value's new state means, by the value's name; `null` for values of others. */
export function storedChanges<Change>(
  area: 'sync' | 'local',
  read: (name: string, value: unknown) => Change | null,
): StoredChanges<Change> {
  const listeners = new Set<(change: Change) => void>();
  const tell = (change: Change) => {
    for (const listener of [...listeners]) listener(change);
  };
  const onChanged = (changes: Record<string, { newValue?: unknown }>, changed: string) => {
    if (changed !== area) return;
    for (const [name, { newValue }] of Object.entries(changes)) {
      const change = read(name, newValue);
      if (change !== null) tell(change);
    }
  };
  return {
    tell,
    subscribe(listener) {
      if (listeners.size === 0) browser.storage.onChanged.addListener(onChanged);
      listeners.add(listener);
      return () => {
        listeners.delete(listener);
        if (listeners.size === 0) browser.storage.onChanged.removeListener(onChanged);
      };
    },
  };
}
