import { expect, test } from 'vitest';
import { passageTerms } from '../../../core/session/passage.ts';
import { editionOf } from '../export/made-up.ts';

const FILLER = 'Words that explain nothing at all go on and on here. '.repeat(12);
const EDITION = editionOf(
  `### One\n\nFirst **annealing** (annealing: cooling slowly).\n\n${FILLER}\n\n${FILLER}\n\n` +
    'Last **tempering** (tempering: heating again).\n\n' +
    '### Two\n\nHere **淬火**（quenching: 急冷）.\n\n### Three\n\nNothing.\n\n### Four\n\nNothing.\n',
  'lang: en\n',
);
const names = (terms: readonly { readonly term: string }[]) => terms.map(({ term }) => term);
const at = (progress: number, index = 0) => ({
  index,
  section: EDITION.sections[index]?.id ?? '',
  progress,
  length: 600,
});

test('without a transcript the terms are those of the current part of the text', () => {
  expect(names(passageTerms(EDITION, at(0), 0, null))).toEqual(['annealing']);
  expect(names(passageTerms(EDITION, at(0.5), 300, null))).toEqual([]);
  expect(names(passageTerms(EDITION, at(1), 600, null))).toEqual(['tempering']);
});

test('with a transcript the terms are those heard within the last minute, by any of their names', () => {
  const transcript = {
    language: 'en',
    cues: [
      { start: 200, text: 'so much for tempering' },
      { start: 290, text: 'and then quenching, which' },
      { start: 296, text: 'I like less than annealing' },
      { start: 400, text: 'tempering again' },
    ],
  };
  expect(names(passageTerms(EDITION, at(0.5), 300, transcript))).toEqual(['淬火', 'annealing']);
});

test('a name inside another word does not count as heard', () => {
  const transcript = { language: 'en', cues: [{ start: 290, text: 'they were attempering it' }] };
  expect(names(passageTerms(EDITION, at(0.5), 300, transcript))).toEqual([]);
});
