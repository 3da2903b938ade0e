import { browser } from 'wxt/browser';
import { isPrivate } from './private-window.ts';

/** One value in the browser's storage. In a private window it is kept in memory and gone with the page. */
export interface StoredItem {
  get(): Promise<unknown>;
  set(value: unknown): Promise<void>;
  remove(): Promise<void>;
}

/** @param area `sync` for what a viewer chose (small), `local` for everything bulky, `session` for what may be lost with the browser. */
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

/**
 * Serialises tasks over all pages of the extension, so that two simultaneous changes, in two panels or in one, cannot
 * overwrite each other.
 * @param lock What is changed: the name of a Web Lock.
 */
export function inTurn(lock: string): <T>(work: () => Promise<T>) => Promise<T> {
  return async (work) => await navigator.locks.request(lock, work);
}
