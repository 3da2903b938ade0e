import { expect, test } from 'vitest';
import { foldedGloss } from '../../../core/note/folded-gloss.ts';
import { noteFinder } from '../../../core/note/search-note.ts';
import { editionOf } from '../export/made-up.ts';

const EDITION = editionOf(
  '### One\n\nThe **anchor** (Anchor: a fork of steel) lets the **wheel** (Wheel: thirty teeth) go tooth by tooth, as steel does.\n',
  'lang: en\n',
);
const [block] = EDITION.sections[0].blocks;
const termOf = (query: string) => {
  const id = block && foldedGloss(block.content, noteFinder(EDITION, query));
  return id === null ? null : EDITION.glossary.find((entry) => entry.id === id)?.term;
};

test('a phrase of an explanation is in the first one that contains it', () => {
  expect(termOf('fork')).toBe('anchor');
  expect(termOf('thirty')).toBe('wheel');
  expect(termOf('steel')).toBe('anchor');
});

test('a phrase in visible text before any explanation is in none', () => {
  expect(termOf('lets the')).toBeNull();
  expect(termOf('anchor')).toBeNull();
  expect(termOf('pendulum')).toBeNull();
});
