import { readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import type { Page } from '@playwright/test';
import { type Catalog, readCatalog } from '../core/catalog/catalog.ts';
import { type CatalogTitle, decodeTitles } from '../core/catalog/titles.ts';
import type { ChromiumWithExtension } from '../tests/browser/chromium.ts';
import { type Host, startHost } from '../tests/catalog-host/host.ts';
import { addVideo } from '../tests/stand-in/videos.ts';

/** A published folder served on this machine. */
export interface ServedCatalog {
  readonly host: Host;
  readonly catalog: Catalog;
  /** An episode of it, with a glossary if possible. */
  readonly episode: CatalogTitle;
}

/** Serves a published folder. Throws when it has no catalog, or one without titles. */
export async function serveCatalog(folder: string): Promise<ServedCatalog> {
  const get = (file: string): Uint8Array | undefined => {
    const path = join(folder, file);
    const isInside = path.startsWith(join(folder, '/'));
    return isInside && statSync(path, { throwIfNoEntry: false })?.isFile() ? readFileSync(path) : undefined;
  };
  const text = (file: string) => {
    const bytes = get(file) ?? new Uint8Array();
    return (bytes[0] === 0x1f ? gunzipSync(bytes) : Buffer.from(bytes)).toString();
  };
  const answer = readCatalog(text('catalog.json'));
  if (!answer.ok)
    throw new Error(`${folder} holds no catalog. Make one: npm run notes -- publish NOTES --out ${folder}`);
  const { catalog } = answer;
  const titles = catalog.titles ? decodeTitles(text(catalog.titles.file)) : null;
  const episode = titles?.find(({ editions }) => editions.some(({ terms }) => terms > 0)) ?? titles?.[0];
  if (!episode) throw new Error(`${folder}: the catalog lists no titles.`);
  // The stand-in page needs it where YouTube cannot be reached.
  addVideo(episode.videoId, 'A video of the catalog');
  return { host: await startHost({ get }), catalog, episode };
}

/** Subscribes on the library page, as a viewer does. */
export async function subscribe(browser: ChromiumWithExtension, address: string): Promise<Page> {
  const library = await browser.open(`${browser.origin}/library.html`);
  await library.locator('.catalog-address input').fill(address);
  await library.locator('.catalog-address button').click();
  await library.locator('.catalog-preview .primary').click();
  await library.locator('[data-catalog]').waitFor();
  return library;
}
