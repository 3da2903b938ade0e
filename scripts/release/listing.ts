import { copyFileSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { load } from 'js-yaml';
import * as v from 'valibot';
import { ROOT } from '../programs.mjs';
import { LIMITS, LOGO, SCREENSHOT, SCREENSHOTS, shortened, TILE } from './limits.ts';
import { pictureSize } from './picture-size.ts';

export const LISTING_LANGUAGES = ['en', 'zh_CN', 'zh_TW'] as const;
export type ListingLanguage = (typeof LISTING_LANGUAGES)[number];

const text = v.pipe(v.string(), v.trim(), v.minLength(1));

/** The schema of `docs/store/<language>.yml`. */
const listingSchema = v.strictObject({
  name: text,
  summary: text,
  description: text,
  /** The line on the small promotional tile. */
  tile: text,
  purpose: text,
  permissions: v.strictObject({
    storage: text,
    sidePanel: text,
    scripting: text,
    host: text,
    pageWorld: text,
    remoteCode: text,
  }),
  privacy: v.array(v.strictObject({ question: text, answer: text })),
  support: text,
});
export type Listing = v.InferOutput<typeof listingSchema>;

export function readListing(language: ListingLanguage): Listing {
  const file = join(ROOT, 'docs', 'store', `${language}.yml`);
  return v.parse(listingSchema, load(readFileSync(file, 'utf8')));
}

/** Writes the texts for the stores' forms, one file per field, in one folder per language. */
export function writeListing(folder: string, changes: string): void {
  for (const language of LISTING_LANGUAGES) {
    const { name, summary, description, purpose, permissions, privacy, support } = readListing(language);
    const texts: Readonly<Record<string, string>> = {
      name,
      summary,
      description,
      purpose,
      permissions: Object.entries(permissions)
        .map(([permission, why]) => `${permission}:\n${why}`)
        .join('\n\n'),
      privacy: privacy.map(({ question, answer }) => `${question}\n${answer}`).join('\n\n'),
      support,
    };
    const place = join(folder, language);
    mkdirSync(place, { recursive: true });
    for (const [field, words] of Object.entries(texts)) writeFileSync(join(place, `${field}.txt`), `${words}\n`);
  }
  const told = shortened(changes, LIMITS.firefox.changes - 1, '- And more: see CHANGELOG.md.');
  writeFileSync(join(folder, 'changes.txt'), `${told}\n`);
  copyFileSync(join(ROOT, 'docs', 'store', 'reviewers.md'), join(folder, 'reviewers.md'));
}

/** Throws when a store would refuse a package for its size. */
export function checkPackageSizes(packages: ReadonlyMap<string, Uint8Array>): void {
  const most = Math.min(...Object.values(LIMITS).map((limits) => limits.package));
  for (const [name, { length }] of packages) {
    if (length > most) throw new Error(`${name} has ${length} bytes; the stores take at most ${most}.`);
  }
}

/** Throws when a picture that a store asks for is missing in the listing's folder, or has a size that it refuses. */
export function checkPictures(folder: string): void {
  const check = (file: string, { width, height }: { readonly width: number; readonly height: number }) => {
    const size = pictureSize(readFileSync(join(folder, file)));
    if (size.width !== width || size.height !== height) {
      throw new Error(`${file} is ${size.width} × ${size.height}; the stores want ${width} × ${height}.`);
    }
  };
  check('logo.png', LOGO);
  for (const language of LISTING_LANGUAGES) {
    const screenshots = readdirSync(join(folder, language)).filter((name) => /^\d.*\.jpg$/.test(name));
    if (screenshots.length !== SCREENSHOTS) {
      throw new Error(`${language} has ${screenshots.length} screenshots instead of ${SCREENSHOTS}.`);
    }
    for (const name of screenshots) check(join(language, name), SCREENSHOT);
    check(join(language, 'tile.jpg'), TILE);
  }
}
