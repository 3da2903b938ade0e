import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import bcd from '@mdn/browser-compat-data' with { type: 'json' };
import { ROOT } from '../scripts/programs.mjs';

export type Browser = 'chrome' | 'firefox' | 'firefox_android';
export const BROWSERS = ['chrome', 'firefox', 'firefox_android'] as const;

const { oldestBrowsers } = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8')) as {
  readonly oldestBrowsers: { readonly chrome: string; readonly firefox: string; readonly firefoxAndroid: string };
};

/** The oldest versions that we say we run in. */
export const OLDEST: Readonly<Record<Browser, number>> = {
  chrome: Number(oldestBrowsers.chrome),
  firefox: Number(oldestBrowsers.firefox),
  firefox_android: Number(oldestBrowsers.firefoxAndroid),
};

interface Support {
  readonly version_added?: string | boolean;
  readonly version_removed?: string | boolean;
  readonly flags?: unknown;
  readonly prefix?: string;
}
interface Feature {
  readonly __compat?: { readonly support: Readonly<Record<string, Support | readonly Support[] | undefined>> };
}

/** What browser-compat-data has at a path, e.g. `['css', 'properties', 'gap']`. */
export function dataAt(path: readonly string[]): Readonly<Record<string, unknown>> | undefined {
  let node: unknown = bcd;
  for (const step of path) {
    const children = node as Readonly<Record<string, unknown>> | undefined;
    node = children && Object.hasOwn(children, step) ? children[step] : undefined;
  }
  return node as Readonly<Record<string, unknown>> | undefined;
}

/**
 * The version in which a browser learned something: 0 for always, infinite for never, `null` where the data has no such
 * feature or says nothing of this browser.
 *
 * @param prefix e.g. `-webkit-`, when the feature is used under that name.
 */
export function since(path: readonly string[], browser: Browser, prefix?: string): number | null {
  const support = (dataAt(path) as Feature | undefined)?.__compat?.support[browser];
  if (support === undefined) return null;
  const statements = [support].flat() as readonly Support[];
  const newest = statements.find((each) => each.prefix === prefix) ?? {};
  const { version_added: added, version_removed: removed, flags } = newest;
  if (typeof added !== 'string' || added === 'preview' || removed || flags) return Number.POSITIVE_INFINITY;
  return Number(added.replace('≤', ''));
}

/** The browsers of ours that learned something too late, as `chrome 120`; empty where all know it. */
export function lateIn(path: readonly string[], browsers: readonly Browser[] = BROWSERS, prefix?: string): string[] {
  return browsers.flatMap((browser) => {
    const version = since(path, browser, prefix);
    return version !== null && version > OLDEST[browser] ? [`${browser} ${version}`] : [];
  });
}
