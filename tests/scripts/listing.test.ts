import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { load } from 'js-yaml';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { ROOT } from '../../scripts/programs.mjs';
import { LIMITS, LOGO, lengthOf, SCREENSHOT, shortened, TILE } from '../../scripts/release/limits.ts';
import {
  checkPackageSizes,
  checkPictures,
  LISTING_LANGUAGES,
  readListing,
  writeListing,
} from '../../scripts/release/listing.ts';
import { pictureSize } from '../../scripts/release/picture-size.ts';

const between = (text: string, least: number, most: number) => {
  expect(lengthOf(text)).toBeGreaterThanOrEqual(least);
  expect(lengthOf(text)).toBeLessThanOrEqual(most);
};
const { chrome, edge, firefox } = LIMITS;

describe.each(LISTING_LANGUAGES)('the listing in %s is within the limits of each store', (language) => {
  const listing = readListing(language);
  const words = load(readFileSync(join(ROOT, 'locales', `${language}.yml`), 'utf8')) as Record<string, string>;

  test('Chrome Web Store', () => {
    between(words.extensionName ?? '', 1, chrome.name);
    between(words.extensionShortName ?? '', 1, chrome.shortName);
    between(words.extensionDescription ?? '', 1, chrome.summary);
    between(listing.description, 1, chrome.description);
    for (const answer of [listing.purpose, ...Object.values(listing.permissions)])
      between(answer, 1, chrome.justification);
  });

  test('Edge Add-ons', () => {
    between(listing.description, ...edge.description);
  });

  test('Firefox Add-ons', () => {
    between(listing.name, 1, firefox.name);
    between(words.extensionName ?? '', 1, firefox.manifestName);
    between(listing.summary, 1, firefox.summary);
    between(listing.description, 1, firefox.description);
  });

  test('every permission of the manifests is justified', () => {
    const asked = ['chrome', 'firefox'].flatMap((browser) => {
      const file = join(ROOT, 'tests', 'browser', 'manifests', `${browser}.json`);
      return (JSON.parse(readFileSync(file, 'utf8')) as { permissions: string[] }).permissions;
    });
    expect(Object.keys(listing.permissions)).toEqual(expect.arrayContaining([...new Set(asked)]));
  });

  test('the support page says the same', () => {
    expect(readFileSync(join(ROOT, 'SUPPORT.md'), 'utf8')).toContain(listing.support);
  });
});

test('the page for reviewers fits into the notes of both stores that take some', () => {
  const page = readFileSync(join(ROOT, 'docs', 'store', 'reviewers.md'), 'utf8');
  between(page, 1, Math.min(edge.certification, firefox.reviewers));
});

test('a long list of changes is cut between two entries, and says where the others are', () => {
  const lines = ['- One, which', '  goes on.', '- Two.', '- Three.'].join('\n');
  expect(shortened(lines, 100, '- More.')).toBe(lines);
  expect(shortened(lines, 38, '- More.')).toBe('- One, which\n  goes on.\n- Two.\n- More.');
  expect(shortened(lines, 20, '- More.')).toBe('- More.');
});

test('README’s picture is one of the screenshots', () => {
  const picture = readFileSync(join(ROOT, 'docs', 'design', 'pictures', 'beside-the-video.jpg'));
  expect(pictureSize(picture)).toEqual(SCREENSHOT);
});

describe('what is handed to the stores', () => {
  let folder: string;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'sleevenotes-listing-'));
  });
  afterEach(() => rmSync(folder, { recursive: true }));

  /** As much of a JPEG as says its size, behind a segment about something else. */
  const jpeg = ({ width, height }: { readonly width: number; readonly height: number }) => {
    const head = Buffer.from('ffd8ffe00004abcdffc000110800000000', 'hex');
    head.writeUInt16BE(height, 13);
    head.writeUInt16BE(width, 15);
    return head;
  };
  const png = ({ width, height }: { readonly width: number; readonly height: number }) => {
    const head = Buffer.from('89504e470d0a1a0a0000000d494844520000000000000000', 'hex');
    head.writeUInt32BE(width, 16);
    head.writeUInt32BE(height, 20);
    return head;
  };
  const put = (name: string, bytes: Buffer) => {
    mkdirSync(join(folder, name, '..'), { recursive: true });
    writeFileSync(join(folder, name), bytes);
  };
  const putAll = () => {
    put('logo.png', png(LOGO));
    for (const language of LISTING_LANGUAGES) {
      for (const name of ['1-a', '2-b', '3-c', '4-d', '5-e']) put(`${language}/${name}.jpg`, jpeg(SCREENSHOT));
      put(`${language}/tile.jpg`, jpeg(TILE));
    }
  };

  test('pictures of the right number and sizes', () => {
    putAll();
    expect(() => checkPictures(folder)).not.toThrow();
  });

  test.each([
    ['zh_CN/3-c.jpg', jpeg({ width: 1280, height: 799 }), 'is 1280 × 799'],
    ['en/tile.jpg', jpeg(SCREENSHOT), 'is 1280 × 800; the stores want 440 × 280'],
    ['logo.png', png({ width: 300, height: 128 }), 'is 300 × 128'],
    ['zh_TW/6-f.jpg', jpeg(SCREENSHOT), '6 screenshots instead of 5'],
    ['en/1-a.jpg', Buffer.from('GIF89a..........'), 'neither a JPEG nor a PNG'],
  ])('not with a wrong %s', (name, bytes, message) => {
    putAll();
    put(name, bytes);
    expect(() => checkPictures(folder)).toThrow(message);
  });

  test('no package that a store refuses for its size', () => {
    const sized = (length: number) => new Map([['a.zip', { length } as Uint8Array]]);
    expect(() => checkPackageSizes(sized(5_000_000))).not.toThrow();
    expect(() => checkPackageSizes(sized(firefox.package + 1))).toThrow('a.zip has');
  });

  test('texts, a file a field, with changes that Firefox Add-ons takes', () => {
    writeListing(folder, '- Something a viewer notices.\n'.repeat(500).trim());
    const changes = readFileSync(join(folder, 'changes.txt'), 'utf8');
    between(changes, 2000, firefox.changes);
    expect(changes).toContain('CHANGELOG.md');
    expect(readFileSync(join(folder, 'zh_TW', 'support.txt'), 'utf8')).toBe(`${readListing('zh_TW').support}\n`);
  });
});
