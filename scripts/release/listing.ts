import { copyFileSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { load } from 'js-yaml';
import * as v from 'valibot';
import { ROOT } from '../programs.mjs';

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
  writeFileSync(join(folder, 'changes.txt'), `${changes}\n`);
  copyFileSync(join(ROOT, 'docs', 'store', 'reviewers.md'), join(folder, 'reviewers.md'));
}
