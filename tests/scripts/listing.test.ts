import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { load } from 'js-yaml';
import { describe, expect, test } from 'vitest';
import { ROOT } from '../../scripts/programs.mjs';
import { LISTING_LANGUAGES, readListing } from '../../scripts/release/listing.ts';

const lengthOf = (text: string) => [...text].length;
const between = (text: string, least: number, most: number) => {
  expect(lengthOf(text)).toBeGreaterThanOrEqual(least);
  expect(lengthOf(text)).toBeLessThanOrEqual(most);
};

describe.each(LISTING_LANGUAGES)('the listing in %s is within the limits of each store', (language) => {
  const listing = readListing(language);
  const words = load(readFileSync(join(ROOT, 'locales', `${language}.yml`), 'utf8')) as Record<string, string>;

  test('Chrome Web Store', () => {
    between(words.extensionName ?? '', 1, 75);
    between(words.extensionShortName ?? '', 1, 12);
    between(words.extensionDescription ?? '', 1, 132);
    between(listing.description, 1, 16_000);
    for (const answer of [listing.purpose, ...Object.values(listing.permissions)]) between(answer, 1, 1000);
  });

  test('Edge Add-ons', () => {
    between(listing.description, 250, 10_000);
  });

  test('Firefox Add-ons', () => {
    between(listing.name, 1, 50);
    between(words.extensionName ?? '', 1, 45);
    between(listing.summary, 1, 250);
    between(listing.description, 1, 15_000);
  });

  test('every permission of the manifests is justified', () => {
    const asked = ['chrome', 'firefox'].flatMap((browser) => {
      const file = join(ROOT, 'tests', 'browser', 'manifests', `${browser}.json`);
      return (JSON.parse(readFileSync(file, 'utf8')) as { permissions: string[] }).permissions;
    });
    expect(Object.keys(listing.permissions)).toEqual(expect.arrayContaining([...new Set(asked)]));
  });
});
