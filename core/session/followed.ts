/**
 * A value that changes by itself. It is kept up to date from its creation on, not only once there is a listener: what has
 * to be read is then loading while a page prepares to draw.
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
