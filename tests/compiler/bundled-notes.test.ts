import { join } from 'node:path';
import { expect, test } from 'vitest';
import { readNotes } from '../../build/read-notes.ts';
import { compileLibrary } from '../../compiler/library.ts';
import type { EpisodeEdition, GlossaryEntry } from '../../core/note/episode.ts';
import { summaryText } from '../../core/note/section-text.ts';

const ROOT = join(import.meta.dirname, '../..');
const { notes } = await readNotes(ROOT, join(ROOT, 'content'));
const { episodes, problems } = compileLibrary(notes);
const editions = episodes.flatMap((episode) => episode.editions);
const fileOf = (edition: EpisodeEdition) => edition.note.path;

/** The moments at the beginning of the lines of a summary, `[1:02:03]`. */
const takeaways = (edition: EpisodeEdition) =>
  [...summaryText(edition.summary).matchAll(/^\[([\d:]+)\]/gm)].map(([, moment = '']) => moment);
/** The names of an entry for comparison, without the marks of a Chinese title. */
const namesOf = ({ term, aliases }: GlossaryEntry) =>
  [term, ...aliases].map((name) => name.replaceAll(/[《》]/g, '').toLowerCase());

test('the bundled notes compile without a problem, each in English and Simplified Chinese', () => {
  expect(problems).toEqual([]);
  expect(episodes.length).toBeGreaterThan(5);
  for (const episode of episodes)
    expect(episode.editions.map(({ language }) => language).sort(), episode.videoId).toEqual(['en', 'zh-Hans']);
});

test.each(editions.map((edition) => [fileOf(edition), edition] as const))(
  'in %s each section has a start, each entry an explanation, and five to eight takeaways their moments',
  (_, edition) => {
    const untimed = edition.sections.filter(({ id }) => !(id in edition.timestamps));
    expect(untimed.map(({ id }) => id)).toEqual([]);
    expect(edition.glossary.filter(({ definition }) => definition === '').map(({ term }) => term)).toEqual([]);
    expect(takeaways(edition).length).toBeGreaterThanOrEqual(5);
    expect(takeaways(edition).length).toBeLessThanOrEqual(8);
  },
);

test.each(episodes.map((episode) => [episode.videoId, episode] as const))(
  'both languages of %s share section ids, starts, takeaways and glossary',
  (_, { editions: [first, second] }) => {
    const outline = (edition: EpisodeEdition) => edition.sections.map(({ id }) => [id, edition.timestamps[id]]);
    expect(outline(second as EpisodeEdition)).toEqual(outline(first));
    expect(takeaways(second as EpisodeEdition)).toEqual(takeaways(first));
    const known = new Set(second?.glossary.flatMap(namesOf));
    const missing = first.glossary.filter((entry) => !namesOf(entry).some((name) => known.has(name)));
    expect(missing.map(({ term }) => term)).toEqual([]);
    expect(second?.glossary).toHaveLength(first.glossary.length);
  },
);

test.each(['en', 'zh-Hans'])('a term that several notes in %s explain is explained in the same words', (language) => {
  const explained = new Map<string, Map<string, string>>();
  for (const edition of editions.filter((each) => each.language === language))
    for (const entry of edition.glossary)
      for (const name of namesOf(entry)) {
        const sayings = explained.get(name) ?? new Map<string, string>();
        explained.set(name, sayings.set(entry.definition, fileOf(edition)));
      }
  const shared = [...explained].filter(([, sayings]) => sayings.size > 1);
  expect(shared.map(([name, sayings]) => [name, ...sayings])).toEqual([]);
});
