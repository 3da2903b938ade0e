import { browser } from 'wxt/browser';

/** Firefox's consent to sending data, which is missing in the types of `wxt/browser`. */
interface Firefox {
  request(asked: { readonly data_collection: readonly string[] }): Promise<boolean>;
}

/**
 * Asks the viewer whether a catalog's host may learn which parts of it are read. Firefox asks once; browsers without such
 * a consent ask nothing. Call it in the click's handler, before any `await`.
 */
export async function askForConsent(): Promise<boolean> {
  if (!import.meta.env.FIREFOX) return true;
  return (browser.permissions as unknown as Firefox).request({ data_collection: ['browsingActivity'] });
}
