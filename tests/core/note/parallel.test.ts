import { expect, test } from 'vitest';
import type { EpisodeEdition } from '../../../core/note/episode.ts';
import { writtenEdition } from '../../../core/note/other-script.ts';
import { counterpartOf, isParallel, withCounterpart } from '../../../core/note/parallel.ts';
import { originalText } from '../../../core/note/section-text.ts';
import { editionOf } from '../export/made-up.ts';

const edition = (language: string, text: string): EpisodeEdition => ({
  note: { origin: 'bundled', source: '', path: `${language}.md` },
  ...editionOf(text, `lang: ${language}\n`),
});
const ENGLISH = edition('en', '### One {#one}\n\nFirst.\n\nSecond.\n\n### Two {#two}\n\nAll of it.\n');
const GERMAN = edition('de', '### Eins {#one}\n\nErstens.\n\nZweitens.\n\n### Zwei {#two}\n\nAlles.\n\nUnd mehr.\n');
const OTHER = edition('fr', '### Autre {#other}\n\nAutre chose.\n');

test('an edition in another language with the same sections can be shown beside one', () => {
  expect(counterpartOf({ editions: [ENGLISH, OTHER, GERMAN] }, ENGLISH)).toBe(GERMAN);
  expect(counterpartOf({ editions: [ENGLISH, OTHER] }, ENGLISH)).toBeNull();
});

test('paragraphs are paired where both have equally many, else all of them are beside the first', () => {
  const both = withCounterpart(ENGLISH, GERMAN);
  expect(both.sections.map(({ blocks }) => blocks.map(originalText))).toEqual([
    ['Erstens.', 'Zweitens.'],
    ['Alles.\nUnd mehr.'],
  ]);
  expect(both.originalLanguage).toBe('de');
});

test('it is built once, has the times of the first edition, and takes no third one', () => {
  const both = withCounterpart(ENGLISH, GERMAN);
  expect(withCounterpart(ENGLISH, GERMAN)).toBe(both);
  expect(writtenEdition(both)).toBe(ENGLISH);
  expect([isParallel(both), isParallel(ENGLISH)]).toEqual([true, false]);
  expect(counterpartOf({ editions: [ENGLISH, GERMAN] }, both)).toBeNull();
});
