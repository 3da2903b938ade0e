import { expect, test } from 'vitest';
import { tokenize } from '../../../core/timeline/features.ts';
import { bySound, foreignWords } from '../../../core/timeline/sounds.ts';

const HEARD =
  'Nvidia Google Tesla Microsoft transformer token agent scaling model robot Amazon Altman startup platform parameter ' +
  'simulation software network internet Einstein Michael Jackson Robert training cluster benchmark project manager service';
const stems = tokenize(HEARD).map(({ text }) => text);
const sounds = bySound(stems);
const recognised = (run: string) => [...new Set(foreignWords(run).flatMap(({ sound }) => sounds.get(sound) ?? []))];
const stemOf = (word: string) => tokenize(word)[0]?.text ?? '';

test.each([
  ['エヌビディア', 'Nvidia'],
  ['グーグル', 'Google'],
  ['マイクロソフト', 'Microsoft'],
  ['トランスフォーマー', 'transformer'],
  ['シミュレーション', 'simulation'],
  ['トレーニング', 'training'],
  ['アインシュタイン', 'Einstein'],
  ['マイケル', 'Michael'],
  ['サービス', 'service'],
  ['엔비디아는', 'Nvidia'],
  ['구글의', 'Google'],
  ['마이크로소프트', 'Microsoft'],
  ['시뮬레이션을', 'simulation'],
  ['스케일링', 'scaling'],
  ['아인슈타인이', 'Einstein'],
  ['마이클', 'Michael'],
  ['클러스터', 'cluster'],
])('%s is heard as %s, and as nothing else', (written, said) => {
  expect(recognised(written)).toEqual([stemOf(said)]);
});

test('native words are not taken for loanwords', () => {
  for (const word of ['기술', '사람들은', '그리고', '생각합니다', '우리는', 'ひとつ', 'について', '日本語']) {
    expect(recognised(word)).toEqual([]);
  }
});

test('a word of two consonants is too ambiguous', () => {
  expect(bySound(['data', 'code'])).toEqual(new Map());
});
