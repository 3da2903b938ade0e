import type { SoakBrowser } from './browser.ts';

export async function soakFirefox(): Promise<SoakBrowser> {
  throw new Error('not yet');
}
