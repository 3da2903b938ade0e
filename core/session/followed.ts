/**
 * A value that changes by itself. It is up to date from the moment it is made, not only once somebody listens: what has
 * to be read from elsewhere is then on its way while a page gets ready to draw.
 */
export interface Followed<T> {
  read(): T;
  /** Calls `listener` after each change, before anything is drawn. Returns how to stop. */
  subscribe(listener: () => void): () => void;
}

/** A followed value, with the way to change it. Setting it to its present value notifies no listener. */
export interface Changing<T> extends Followed<T> {
  change(value: T): void;
}

export function changing<T>(first: T): Changing<T> {
  let value = first;
  const listeners = new Set<() => void>();
  return {
    read: () => value,
    change(changed) {
      if (Object.is(changed, value)) return;
      value = changed;
      for (const listener of [...listeners]) listener();
    },
    subscribe(listener) {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
  };
}
