import { expect, test } from 'vitest';
import { describeEntry } from '../../../core/glossary/entry-details.ts';
import type { EpisodeEdition } from '../../../core/note/episode.ts';
import { EDITION, EPISODE } from '../../platform/watch/world.ts';

const [first, second] = EDITION.sections;

/** An entry of the second section that both sections mention. */
function placesOf(definition: string) {
  const entry = { id: 'e', term: 'escapement', aliases: [], definition, kind: 'term' as const };
  const edition: EpisodeEdition = {
    ...EDITION,
    glossary: [{ ...entry, explainedIn: second?.id ?? null, mentionedIn: [first.id, second?.id ?? ''] }],
  };
  return describeEntry({ ...EPISODE, editions: [edition] }, edition, 'e', null)?.places.map(({ section, explains }) => [
    section,
    explains,
  ]);
}

test('the section that explains an entry comes first and is marked', () => {
  expect(placesOf('It lets a wheel go tooth by tooth.')).toEqual([
    [second?.id, true],
    [first.id, false],
  ]);
});

test('no section explains what the note only names', () => {
  expect(placesOf('')?.some(([, explains]) => explains)).toBe(false);
});
