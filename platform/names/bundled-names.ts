import { browser } from 'wxt/browser';
import type { EditionNames } from '../ports.ts';

/** The names in the bundled notes' glossaries: a file of the extension's own, made by build/notes-plugin.ts. */
export async function bundledNames(): Promise<readonly EditionNames[]> {
  const address = browser.runtime.getURL('/names.json' as Parameters<typeof browser.runtime.getURL>[0]);
  return (await fetch(address)).json();
}
