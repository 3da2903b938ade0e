import { describe, expect, test } from 'vitest';
import { findChapters } from '../../../platform/youtube/chapters.ts';
import { nextResponse } from './fixtures.ts';
import { hasRecorded, recordedJson } from './recorded.ts';

const CHAPTERS = [
  { start: 0, title: 'Hello' },
  { start: 61.5, title: 'In the middle' },
];

describe('chapters in the page data', () => {
  test.each([
    ['DESCRIPTION', 'uploader'],
    ['AUTO', 'automatic'],
    ['SOMETHING_NEW', 'unknown'],
  ] as const)('%s chapters are %s', (kind, origin) => {
    expect(findChapters(nextResponse('aaaaaaaaaaa', CHAPTERS, { kind }), 'aaaaaaaaaaa')).toEqual({
      origin,
      chapters: CHAPTERS,
    });
  });

  test('are read from the side panel when the player bar has none', () => {
    const data = nextResponse('aaaaaaaaaaa', CHAPTERS, { kind: 'AUTO', bar: false });
    expect(findChapters(data, 'aaaaaaaaaaa')).toEqual({ origin: 'automatic', chapters: CHAPTERS });
  });

  test('are refused when the data is still that of the previous video', () => {
    expect(findChapters(nextResponse('bbbbbbbbbbb', CHAPTERS), 'aaaaaaaaaaa')).toBeNull();
  });

  test.each([
    ['nothing', undefined],
    ['null', null],
    ['a number', 7],
    ['an empty response', {}],
    [
      'lists that are not lists',
      { currentVideoEndpoint: { watchEndpoint: { videoId: 'aaaaaaaaaaa' } }, engagementPanels: 3 },
    ],
    [
      'times and titles of the wrong kind',
      nextResponse('aaaaaaaaaaa', [
        { start: Number.NaN, title: 'x' },
        { start: -5, title: 'y' },
        { start: 3, title: '' },
      ]),
    ],
    [
      'keys of the prototype',
      JSON.parse('{"__proto__":{"currentVideoEndpoint":{"watchEndpoint":{"videoId":"aaaaaaaaaaa"}}}}'),
    ],
  ])('%s holds none', (_, data) => {
    expect(findChapters(data, 'aaaaaaaaaaa')).toBeNull();
  });

  test('a title of a megabyte and ten thousand chapters are cut', () => {
    const many = Array.from({ length: 10_000 }, (_, start) => ({ start, title: 'x'.repeat(1000) }));
    const found = findChapters(nextResponse('aaaaaaaaaaa', many), 'aaaaaaaaaaa');
    expect(found?.chapters).toHaveLength(500);
    expect(found?.chapters[0]?.title).toHaveLength(300);
  });
});

describe.skipIf(!hasRecorded)('chapters in recorded responses', () => {
  test.each([
    ['streamsegmentstagesschau__KI7fMGRg0Wk', 'uploader', 13],
    ['descriptionunboxing__cV5TjZCJkuA', 'automatic', 7],
    ['descriptionpewdiepie__7PIMiDcwNvc', 'automatic', 3],
  ] as const)('%s: %s, %i', (name, origin, count) => {
    const found = findChapters(recordedJson(`newpipe/${name}__next.json`), name.split('__')[1] ?? '');
    expect(found?.origin).toBe(origin);
    expect(found?.chapters).toHaveLength(count);
    expect(found?.chapters.every(({ start }, i, all) => start > (all[i - 1]?.start ?? -1))).toBe(true);
  });

  test.each([
    'audiotracklanguage__kX3nB4PpJko',
    'ratingsdisabled__it3OtbTxQk0',
    'youtubestreamextractorlivestream__X4VbdwhkE10',
  ])('%s: none', (name) => {
    expect(findChapters(recordedJson(`newpipe/${name}__next.json`), name.split('__')[1] ?? '')).toBeNull();
  });

  test('every recorded response is refused for another video', () => {
    const data = recordedJson('newpipe/streamsegmentstagesschau__KI7fMGRg0Wk__next.json');
    expect(findChapters(data, 'aaaaaaaaaaa')).toBeNull();
  });

  test('a scheduled live stream has none', () => {
    expect(findChapters(recordedJson('invidious/scheduled_live_PBD-Podcast.next.json'), 'aaaaaaaaaaa')).toBeNull();
  });
});
