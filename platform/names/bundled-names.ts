import { browser } from 'wxt/browser';
import type { LookupIndex } from '../../core/glossary/build-index.ts';
import { readPack } from './pack-file.ts';

/** The names in the bundled notes' glossaries: a file of the extension's own, made by build/notes-plugin.ts. */
export async function bundledNames(): Promise<LookupIndex> {
  const address = browser.runtime.getURL('/names.pack' as Parameters<typeof browser.runtime.getURL>[0]);
  return readPack(await (await fetch(address)).arrayBuffer());
}
