import { describe, expect, test } from 'vitest';
import { scriptFile } from '../../../build/script-file.ts';
import { compileLibrary } from '../../../compiler/library.ts';
import { addDefinitions, buildIndex } from '../../../core/glossary/build-index.ts';
import { lookup } from '../../../core/glossary/lookup.ts';
import { lookupSource } from '../../../core/glossary/lookup-source.ts';
import { filterNotes, type LibraryNote, NO_FILTER } from '../../../core/library/library-note.ts';
import { episodeSearch } from '../../../core/library/search-episodes.ts';
import { findMarks } from '../../../core/marks/search-marks.ts';
import { MOST_WORDINGS, readChinese } from '../../../core/note/chinese.ts';
import { editionIn, isAskedOtherwise } from '../../../core/note/other-script.ts';
import { pairsIn, readScripts, type ScriptFile } from '../../../core/note/script-words.ts';
import { noteFinder, searchNote } from '../../../core/note/search-note.ts';
import { summariseEpisode } from '../../../core/note/summarise.ts';
import { mark } from '../marks/made-up.ts';

const words = readScripts(JSON.parse(scriptFile()) as ScriptFile);
const inTaiwan = readChinese(words, ['zh-Hant', 'en'], true);
const traditional = readChinese(words, ['zh-Hant', 'en'], false);
const simplified = readChinese(words, ['en', 'zh-Hans'], false);

describe('a short text is shown in the script its viewer reads', () => {
  test.each([
    ['in traditional characters', traditional, '头发与内存', 'zh-Hans', '頭髮與內存', 'zh-Hant'],
    ["and in Taiwan's words", inTaiwan, '头发与内存', 'zh-Hans', '頭髮與記憶體', 'zh-Hant'],
    ['in simplified ones', simplified, '頭髮與記憶體', 'zh-Hant', '头发与记忆体', 'zh-Hans'],
    ['as it is written there', inTaiwan, '頭髮與內存', 'zh-Hant', '頭髮與內存', 'zh-Hant'],
    ['and other languages as they are', inTaiwan, '後悔と内存', 'ja', '後悔と内存', 'ja'],
    ['also without a language', inTaiwan, '头发', '', '头发', ''],
  ])('%s', (_, { inScript }, text, language, shown, shownIn) => {
    expect(inScript(text, language)).toEqual({ text: shown, language: shownIn });
  });

  test('as its whole edition is', () => {
    const front =
      '---\nsource: https://www.youtube.com/watch?v=v0gjI__RyCY\ntitle: 计划里的内存与芯片\nlang: zh-Hans\n---\n';
    const { episodes } = compileLibrary([{ file: 'a.md', text: `${front}### 一\n\n照计划怀念网络。\n` }]);
    const title = episodes[0] && editionIn(episodes[0], 'zh-Hant', null, true)?.title;
    expect(inTaiwan.inScript('计划里的内存与芯片', 'zh-Hans').text).toBe(title);
    expect(title).toBe('計劃裡的記憶體與晶片');
  });
});

describe('a query finds what other people call otherwise', () => {
  const { wordings } = simplified;

  test.each([
    ['記憶體', '内存'],
    ['内存', '記憶體'],
    ['网络', '網路'],
    ['網路', '网络'],
    ['网路', '网络'],
    ['晶片', '芯片'],
    ['芯片', '晶片'],
    ['記憶體管理', '内存管理'],
    ['谷歌', 'Google'],
    ['Google', '谷歌'],
    ['google', '谷歌'],
    ['頭髮', '头发'],
  ])('%s as %s', (query, other) => {
    expect(wordings(query)).toContain(other);
  });

  test('in both directions, for every word of the list', () => {
    const pairs = pairsIn(words.toTaiwan).filter(([word, written]) => word !== written);
    expect(pairs.length).toBeGreaterThan(400);
    const lost = pairs.filter(([word, written]) => !wordings(word).includes(written));
    // What Taiwan has one word for can be many words of the mainland.
    const taiwan = [...new Set(pairs.map(([, written]) => written))];
    const unknown = taiwan.filter(
      (written) => !pairs.some(([word, its]) => its === written && wordings(written).includes(word)),
    );
    expect({ lost, unknown }).toEqual({ lost: [], unknown: [] });
  });

  test('and never is a query many others', () => {
    expect(wordings('電腦'.repeat(500)).length).toBeLessThanOrEqual(MOST_WORDINGS);
    expect(wordings('annealing')).toEqual([]);
    expect(wordings('')).toEqual([]);
  });
});

test.each([
  ['网络', ['en'], true],
  ['Google', ['zh-TW', 'en'], true],
  ['Google', ['zh-Hans', 'zh-Hant'], false],
  ['Google', ['en'], false],
  [' ', ['zh-Hant'], false],
])('%s, asked by a reader of %s, needs dictionaries: %s', (query, wanted, isNeeded) => {
  expect(isAskedOtherwise(query, wanted)).toBe(isNeeded);
});

describe('what is called otherwise is found', () => {
  const front = '---\nsource: https://www.youtube.com/watch?v=v0gjI__RyCY\ntitle: 内存的历史\nlang: zh-Hans\n---\n';
  const text = `${front}### 网络\n\n**内存**（DRAM：断电就忘的芯片）很快。\n`;
  const { episodes } = compileLibrary([{ file: 'a.md', text }]);
  const [episode] = episodes;
  if (!episode) throw new Error('nothing was compiled');
  const [edition] = episode.editions;
  const shown = editionIn(episode, 'zh-Hant', null, true);
  const { wordings } = inTaiwan;

  test.each(['記憶體', '内存', '內存', '记忆体', '晶片'])('in a glossary by %s', (query) => {
    const index = addDefinitions(buildIndex([lookupSource(episode.videoId, edition)]));
    const context = { current: null, languages: [] };
    const found = lookup(index, query, { ...context, others: wordings(query) });
    expect(found.map(({ entry }) => entry.term)).toEqual(['内存']);
  });

  test.each(['網路', '网络', '網絡', '网路'])('in a note and in its conversion by %s', (query) => {
    for (const each of [edition, shown]) {
      if (!each) throw new Error('no edition');
      expect(searchNote(each, query, wordings(query)).sections[0]?.title).toEqual([[0, 2]]);
      expect(noteFinder(each, query, wordings(query))(each.sections[0].title)).toEqual([[0, 2]]);
    }
  });

  test.each(['記憶體', '内存', '內存', '頭髮 記憶體'])('in marks by %s', (query) => {
    const marks = [mark({ id: 'a', words: '头发 内存' }), mark({ id: 'b', words: '帆船' })];
    expect(findMarks(marks, query, wordings(query)).next().value).toEqual([marks[0]]);
  });

  test.each(['記憶體', '內存', '記憶體 歷史'])('in a list by %s', (query) => {
    const summary = summariseEpisode(episode);
    expect(episodeSearch([summary])(query, 9, wordings(query)).total).toBe(1);
    const row = {
      ...summary.editions[0],
      videoId: episode.videoId,
      file: '',
      source: '',
      state: 'own',
    } as unknown as LibraryNote;
    expect(filterNotes([row], { ...NO_FILTER, query }, wordings(query))).toEqual([row]);
    expect(filterNotes([row], { ...NO_FILTER, query: `${query} 帆船` }, wordings(`${query} 帆船`))).toEqual([]);
  });
});
