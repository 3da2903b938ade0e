import { readFile } from 'node:fs/promises';

/** The data of a build in a browser: its library's stores, and the extension's storage. */
export interface LeftBehind {
  readonly version: number;
  readonly stores: Readonly<Record<string, OldStore>>;
  readonly sync: Readonly<Record<string, unknown>>;
  readonly local: Readonly<Record<string, unknown>>;
}

interface OldStore {
  readonly keyPath: string | string[] | null;
  readonly autoIncrement: boolean;
  /** Key and value; bytes as `{ base64 }`. */
  readonly records: readonly (readonly [unknown, unknown])[];
}

/** Written by that build's own code: imports, a removal, packing, corrections, settings. */
export async function leftByBuild(day: '2026-11-25'): Promise<LeftBehind> {
  const file = new URL(`../../fixtures/kept/by-build-of-${day}.json`, import.meta.url);
  return JSON.parse(await readFile(file, 'utf8'));
}

/** Restores the database. Also runs in a page, so it must not use anything outside the function. */
export async function putLibrary({ version, stores }: Pick<LeftBehind, 'version' | 'stores'>): Promise<void> {
  const revive = (value: unknown): unknown => {
    if (Array.isArray(value)) return value.map(revive);
    if (typeof value !== 'object' || value === null) return value;
    if ('base64' in value) return Uint8Array.from(atob(String(value.base64)), (one) => one.charCodeAt(0)).buffer;
    return Object.fromEntries(Object.entries(value).map(([name, one]) => [name, revive(one)]));
  };
  await new Promise((resolve, reject) => {
    const request = indexedDB.open('sleevenotes-library', version);
    request.onerror = () => reject(request.error);
    request.onupgradeneeded = () => {
      for (const [name, { keyPath, autoIncrement, records }] of Object.entries(stores)) {
        const store = request.result.createObjectStore(name, { keyPath, autoIncrement });
        for (const [key, value] of records) {
          if (keyPath === null) store.put(revive(value), key as IDBValidKey);
          else store.put(revive(value));
        }
      }
    };
    request.onsuccess = () => resolve(request.result.close());
  });
}
