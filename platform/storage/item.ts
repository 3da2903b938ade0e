import { browser } from 'wxt/browser';
import { isPrivate } from './private-window.ts';

/** One value in the browser's storage. In a private window it is kept in memory and gone with the page. */
export interface StoredItem {
  get(): Promise<unknown>;
  set(value: unknown): Promise<void>;
  remove(): Promise<void>;
}

/** @param area `sync` for what a viewer chose (small), `local` for everything bulky, `session` for what may go with the browser. */
export function storedItem(area: 'sync' | 'local' | 'session', name: string): StoredItem {
  const storage = browser.storage[area];
  let inMemory: { value: unknown } | null = null;
  return {
    async get() {
      return inMemory ? inMemory.value : (await storage.get(name))[name];
    },
    async set(value) {
      if (await isPrivate()) inMemory = { value };
      else await storage.set({ [name]: value });
    },
    async remove() {
      if (await isPrivate()) inMemory = { value: undefined };
      else await storage.remove(name);
    },
  };
}

/** Does one thing after the other, so that two changes made at once cannot overwrite each other. */
export function inTurn(): <T>(work: () => Promise<T>) => Promise<T> {
  let last: Promise<unknown> = Promise.resolve();
  return (work) => {
    const done = last.then(work, work);
    last = done.catch(() => undefined);
    return done;
  };
}
