import { describe, expect, test } from 'vitest';
import { type CaptionTrack, chooseTracks } from '../../../core/transcript/choose-track.ts';

const heard = (language: string): CaptionTrack => ({ language, automatic: true });
const written = (language: string): CaptionTrack => ({ language, automatic: false });
const forNote = (note: string, understood: readonly string[] = [note.slice(0, 2)], translate = true) => ({
  note,
  understood,
  translate,
});
const CHINESE = forNote('zh-Hans', ['zh', 'en']);

/** The requested track, by YouTube's name for it. */
function choice(tracks: readonly CaptionTrack[], spoken: string | null, wanted: ReturnType<typeof forNote>) {
  const { tracks: chosen, original } = chooseTracks(tracks, spoken, wanted);
  const names = chosen.map(({ language, automatic, translateTo }) =>
    [automatic ? 'a' : '', `.${language}`, translateTo ? ` to ${translateTo}` : ''].join(''),
  );
  return { asked: names, original };
}

describe('which captions are requested', () => {
  test.each([
    ['the only ones', [heard('en')], null, CHINESE, ['a.en'], 'en'],
    ['written ones before recognised ones', [heard('en'), written('en')], 'en', CHINESE, ['.en'], 'en'],
    ['the original’s, wherever it stands', [heard('de'), heard('en'), heard('fr')], 'en', CHINESE, ['a.en'], 'en'],
    ['the original’s in a regional form', [heard('de'), heard('en')], 'en-US', CHINESE, ['a.en'], 'en-US'],
    [
      'of one language recognised, that is the original',
      [written('de'), written('ja'), heard('ja')],
      null,
      forNote('ja'),
      ['.ja'],
      'ja',
    ],
    [
      'the note’s own language, where nobody can compare the original',
      [heard('ja'), written('de')],
      'ja',
      forNote('de'),
      ['.de'],
      'ja',
    ],
    [
      'the note’s own, where nothing tells the original',
      [heard('fr'), heard('de'), heard('en')],
      null,
      forNote('de'),
      ['a.de'],
      null,
    ],
    [
      'two that may be it, what can be compared first',
      [heard('fr'), heard('de'), heard('en')],
      null,
      CHINESE,
      ['a.en', 'a.fr'],
      null,
    ],
    ['a translation, where nothing else helps', [heard('ja')], 'ja', forNote('de'), ['a.ja to de'], 'ja'],
    ['no translation unless it is wanted', [heard('ja')], 'ja', forNote('de', ['de'], false), ['a.ja'], 'ja'],
    [
      'the original has no captions: others that can be compared',
      [written('fr'), written('en')],
      'ja',
      CHINESE,
      ['.en'],
      'ja',
    ],
    ['nothing', [], 'en', CHINESE, [], 'en'],
  ] as const)('%s', (_, tracks, spoken, wanted, asked, original) => {
    expect(choice(tracks, spoken, wanted)).toEqual({ asked, original });
  });
});
