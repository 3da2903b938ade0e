import { expect, test } from 'vitest';
import { addDefinitions, buildIndex } from '../../../core/glossary/build-index.ts';
import { lookup } from '../../../core/glossary/lookup.ts';
import { meaningsOf } from '../../../core/glossary/meanings.ts';
import { toVideoId, type VideoId } from '../../../core/video/video-id.ts';

const video = (at: number) => toVideoId(`note${String(at).padStart(7, '0')}`) as VideoId;

/** The results of looking up a term that several notes explain (or only name). */
function resultsOf(definitions: readonly (string | undefined)[], current: number | null = null, term = 'annealing') {
  const sources = definitions.map((definition, at) => ({
    videoId: video(at),
    note: `own files ${at}.md`,
    language: 'en',
    title: `Note ${at}`,
    entries: [{ id: 'one', term, aliases: [], kind: 'term' as const, ...(definition !== undefined && { definition }) }],
  }));
  const context = { current: current === null ? null : video(current), languages: ['en'] };
  return lookup(addDefinitions(buildIndex(sources)), term, context);
}

const shown = (...given: Parameters<typeof resultsOf>) =>
  meaningsOf(resultsOf(...given), ({ entry }) => entry.definition).map(({ definition, others }) => [
    definition,
    others.length + 1,
  ]);

const METAL = 'Heating a metal and letting it cool slowly, so that it gets soft.';
const SEARCH = 'A search that accepts worse answers at first and fewer of them as time goes on.';

test('a name from many notes gives a line for each meaning', () => {
  expect(shown([METAL, SEARCH, METAL, METAL, SEARCH])).toEqual([
    [METAL, 3],
    [SEARCH, 2],
  ]);
});

test('a slightly different wording is the same meaning', () => {
  expect(shown([METAL, 'To heat a metal and let it cool slowly: it gets soft.'])).toEqual([[METAL, 2]]);
});

test('a note that only names it, or is not loaded yet, has no line of its own', () => {
  expect(shown([undefined, METAL, '', SEARCH])).toEqual([
    [METAL, 3],
    [SEARCH, 1],
  ]);
  expect(shown([undefined, undefined])).toEqual([['', 2]]);
});

test('the definition of the episode being watched has its own line', () => {
  expect(shown([METAL, METAL, METAL], 1)).toEqual([
    [METAL, 1],
    [METAL, 2],
  ]);
});

test('different names have different lines', () => {
  const results = [...resultsOf([METAL]), ...resultsOf([METAL], null, 'tempering')];
  expect(meaningsOf(results, ({ entry }) => entry.definition)).toHaveLength(2);
});
