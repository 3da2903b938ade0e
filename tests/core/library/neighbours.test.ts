import { expect, test } from 'vitest';
import { listedEdition, neighboursOf } from '../../../core/library/neighbours.ts';
import type { EpisodeSummary } from '../../../core/note/episode.ts';
import { toVideoId, type VideoId } from '../../../core/video/video-id.ts';

const video = (letter: string) => toVideoId(letter.repeat(11)) as VideoId;

function episode(letter: string, date: string | null, titles: Readonly<Record<string, string>>): EpisodeSummary {
  return {
    videoId: video(letter),
    revision: '1',
    editions: Object.entries(titles).map(([language, title]) => ({
      note: { origin: 'own', source: 'files', path: `${letter}.${language}.md` },
      language,
      title,
      sections: 1,
      terms: 0,
      ...(date !== null && { date }),
    })),
  };
}

const EPISODES = [
  episode('c', '2024-01-02', { en: 'Bridges', 'zh-Hans': '桥' }),
  episode('a', '2025-06-01', { en: 'Clocks', 'zh-Hans': '钟' }),
  episode('d', null, { en: 'Anvils' }),
  episode('b', '2024-01-02', { en: 'Wells', 'zh-Hans': '井' }),
  episode('e', null, { en: 'Zithers' }),
];

const around = (letter: string, ...rest: [order: 'date' | 'title', ...languages: string[]]) => {
  const [order, ...languages] = rest;
  const { previous, next } = neighboursOf(EPISODES, video(letter), order, languages);
  return [previous?.title ?? null, next?.title ?? null];
};

test('by date the earliest comes first, the same day by title, and undated ones last', () => {
  expect(around('c', 'date', 'en')).toEqual([null, 'Wells']);
  expect(around('b', 'date', 'en')).toEqual(['Bridges', 'Clocks']);
  expect(around('a', 'date', 'en')).toEqual(['Wells', 'Anvils']);
  expect(around('d', 'date', 'en')).toEqual(['Clocks', 'Zithers']);
  expect(around('e', 'date', 'en')).toEqual(['Anvils', null]);
});

test('by title in the order of the first preferred language, a Chinese title by its pinyin', () => {
  expect(around('c', 'title', 'en')).toEqual(['Anvils', 'Clocks']);
  // jing, qiao, zhong
  expect(around('c', 'title', 'zh-Hans')).toEqual(['井', '钟']);
});

test('going from one to the next visits all of them, each once', () => {
  for (const order of ['date', 'title'] as const) {
    const passed: string[] = [];
    const first = EPISODES.find(({ videoId }) => neighboursOf(EPISODES, videoId, order, ['en']).previous === null);
    for (let at: VideoId | undefined = first?.videoId; at; at = neighboursOf(EPISODES, at, order, ['en']).next?.videoId)
      passed.push(at);
    expect(passed.toSorted()).toEqual(EPISODES.map(({ videoId }) => videoId).toSorted());
  }
});

test('an episode that is not among them has no neighbours', () => {
  expect(around('x', 'date', 'en')).toEqual([null, null]);
});

test('an episode in one script of Chinese is listed in it for readers of the other', () => {
  expect(listedEdition(EPISODES[0] as EpisodeSummary, ['zh-Hant', 'en'])?.title).toBe('桥');
  expect(listedEdition(EPISODES[2] as EpisodeSummary, ['zh-Hant'])?.title).toBe('Anvils');
});
