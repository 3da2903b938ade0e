import { expect, test } from 'vitest';
import { episodeSearch } from '../../../core/library/search-episodes.ts';
import type { EpisodeSummary } from '../../../core/note/episode.ts';

const episode = (videoId: string, ...titles: string[]): EpisodeSummary => ({
  videoId: videoId as EpisodeSummary['videoId'],
  revision: '1',
  editions: titles.map((title) => ({
    note: { origin: 'own', source: 'files', path: title },
    language: 'en',
    title,
    sections: 1,
    terms: 0,
  })),
});

const search = episodeSearch([
  episode('aaaaaaaaaa1', 'Of rivers and quiet water'),
  episode('aaaaaaaaaa2', 'Cloudrivers', '云河'),
  episode('aaaaaaaaaa3', 'Rivers: a short history', '河流简史'),
  episode('Café_-aaaa4', 'Déjà vu'),
  episode('aaaaaaaaaa5', 'Über die Straße nach München'),
  episode('aaaaaaaaaa6', 'ｶﾞﾗｽのﾄﾗﾝｽ'),
]);
const ids = (query: string, limit = 10) => search(query, limit).episodes.map(({ videoId }) => videoId.slice(-1));

test('an episode is found by its tags, with and without their mark', () => {
  const [plain] = episode('aaaaaaaaaa7', 'Lens').editions;
  const tagged = episodeSearch([
    { ...episode('aaaaaaaaaa7'), editions: plain ? [{ ...plain, tags: ['optics/glass'] }] : [] },
  ]);
  expect(['optics', '#optics', 'lens glass'].map((query) => tagged(query, 10).total)).toEqual([1, 1, 1]);
  expect(tagged('wax', 10).total).toBe(0);
});

test('titles that begin with the query come first, then those with a word that does, then the rest', () => {
  expect(ids('rivers')).toEqual(['3', '1', '2']);
});

test('every word counts, in any order, case, accent and language', () => {
  expect(ids('WATER river')).toEqual(['1']);
  expect(ids('deja')).toEqual(['4']);
  expect(ids('简史')).toEqual(['3']);
});

test.each([
  ['strasse', '5'],
  ['ueber muenchen', '5'],
  ['ÜBER MÜNCHEN', '5'],
  ['uber munchen', '5'],
  ['ガラス', '6'],
  ['とらんす', '6'],
])('%s is found however it is written', (query, id) => {
  expect(ids(query)).toEqual([id]);
});

test('a video id finds its episode', () => {
  expect(ids('aaaaaaaaaa2')).toEqual(['2']);
});

test('at most the limit, with the total; an empty query finds everything in its order', () => {
  expect(search('', 2)).toMatchObject({ total: 6, episodes: [{ videoId: 'aaaaaaaaaa1' }, { videoId: 'aaaaaaaaaa2' }] });
  expect(search('nothing of the kind', 2)).toEqual({ total: 0, episodes: [] });
});
