import { expect, test } from 'vitest';
import { createConversion } from '../../../compiler/convert-script.ts';
import { wholeScriptWords } from '../../../compiler/script-words.ts';
import { editionIn } from '../../../core/note/other-script.ts';
import { noteFinder, searchNote } from '../../../core/note/search-note.ts';
import { editionOf } from '../export/made-up.ts';

const EDITION = editionOf(
  '### Ｓpring 弹簧\n\n' +
    `${'A long way before it. '.repeat(5)}The SPRING and the spring again. ${'A long way after it. '.repeat(10)}\n\n` +
    '<details><summary>Original</summary>\n\nDie Feder: a spring.\n\n</details>\n\n' +
    '### The wheel\n\nNothing of the kind.\n',
  'lang: en\n',
);

test('finds a text in titles, words and originals, whatever its case or width, and counts it', () => {
  const { count, sections } = searchNote(EDITION, ' sPring ');
  expect(count).toBe(4);
  expect(sections.map(({ section }) => section)).toEqual([EDITION.sections[0].id]);
  expect(sections[0]?.title).toEqual([[0, 6]]);
  expect(sections[0]?.excerpts.map(({ ranges }) => ranges.length)).toEqual([2, 1]);
});

test('every range of an excerpt contains the query, and an excerpt is short', () => {
  for (const { excerpts } of searchNote(EDITION, 'spring').sections) {
    for (const { text, ranges } of excerpts) {
      expect(text.length).toBeLessThan(200);
      for (const [from, to] of ranges) expect(text.slice(from, to).toLowerCase()).toBe('spring');
    }
  }
});

test('an empty query, or one without a match, finds nothing', () => {
  expect(searchNote(EDITION, '  ')).toEqual({ count: 0, summary: [], sections: [] });
  expect(searchNote(EDITION, 'pendulum')).toEqual({ count: 0, summary: [], sections: [] });
});

test('the words of the summary are found, too', () => {
  const edition = editionOf('### One\n\nThe anvil.\n', 'lang: en\nsummary: A talk about an ANVIL and an oven.\n');
  const { count, summary, sections } = searchNote(edition, 'anvil');
  expect(count).toBe(2);
  expect(summary.map(({ block, text, ranges }) => [block, text, ranges])).toEqual([
    [0, 'A talk about an ANVIL and an oven.', [[16, 21]]],
  ]);
  expect(sections).toHaveLength(1);
  expect(searchNote(edition, 'oven')).toMatchObject({ count: 1, sections: [] });
});

test('an excerpt has the colon of its language after the speaker', () => {
  const said = (lang: string) =>
    searchNote(
      editionOf('### One\n\n**Ada**: A spring.\n\n**Bob**: Yes.\n', `lang: ${lang}\nspeaker: [Ada, Bob]\n`),
      'spring',
    ).sections[0]?.excerpts[0]?.text;
  expect(said('en')).toBe('Ada: A spring.');
  expect(said('zh-Hans')).toBe('Ada：A spring.');
});

const found = (text: string, query: string, frontMatter = '') => {
  const edition = editionOf(`### One\n\n${text}\n`, frontMatter);
  const [excerpt] = searchNote(edition, query).sections[0]?.excerpts ?? [];
  return excerpt?.ranges.map(([from, to]) => excerpt.text.slice(from, to));
};

test.each([
  ['letters taken apart', 'A cafe\u0301 by the wheel.', 'café', ['cafe\u0301']],
  ['a letter put together', 'A café by the wheel.', 'cafe\u0301', ['café']],
  ['no accents', 'A café by the wheel.', 'cafe', ['café']],
  ['behind a letter that grows in lower case', 'In İzmir stood a Wheel.', 'wheel', ['Wheel']],
  ['a capital that grows in lower case', 'In İzmir stood a Wheel.', 'izmir', ['İzmir']],
  ['the letter without a dot', 'Irmak, ırmak.', 'irmak', ['Irmak', 'ırmak']],
  ['ß as ss', 'Die Straße hinab.', 'strasse', ['Straße']],
  ['ss as ß', 'Die STRASSE hinab.', 'straße', ['STRASSE']],
  ['the middle of a ligature', 'An o\ufb03ce.', 'fice', ['\ufb03ce']],
  ['ø, œ, æ, đ and ł', 'Ørsted, œuvre, Æther, Đorđe, Łódź.', 'lodz', ['Łódź']],
  ['an umlaut as it is typed in German', 'In München.', 'muenchen', ['München']],
  ['an umlaut for its two letters', 'In Muenchen.', 'münchen', ['Muenchen']],
  ['an umlaut left out', 'In München.', 'munchen', ['München']],
  ['kana of half width', 'ﾄﾗﾝｽを使う。', 'トランス', ['ﾄﾗﾝｽ']],
  ['kana of full width', 'トランスを使う。', 'ﾄﾗﾝｽ', ['トランス']],
  ['voiced kana of half width', 'ｶﾞﾗｽの音。', 'がらす', ['ｶﾞﾗｽ']],
  ['kana taken apart', 'ガラスの音。'.normalize('NFD'), 'ガラス', ['ガラス'.normalize('NFD')]],
  ['hiragana for katakana', 'ガラスの音。', 'がらす', ['ガラス']],
  ['Korean taken apart', '한글을 쓴다.'.normalize('NFD'), '한글', ['한글'.normalize('NFD')]],
  ['Korean put together', '한글을 쓴다.', '한글'.normalize('NFD'), ['한글']],
  ['the sigma at a word’s end', 'Ὀδυσσεύς.', 'ΟΔΥΣΣΕΥΣ', ['Ὀδυσσεύς']],
  ['Russian without its dots', 'Ёлка горит.', 'елка', ['Ёлка']],
  ['a stress mark', 'За\u0301мок на холме.', 'замок', ['За\u0301мок']],
  ['Hebrew with points', 'שָׁלוֹם לכולם.', 'שלום', ['שָׁלוֹם']],
  ['Arabic with vowels', 'قال مُحَمَّد ذلك.', 'محمد', ['مُحَمَّد']],
  ['a high number', 'The area is x².', 'x2', ['x²']],
  ['letters of full width', 'ＴＰＵ works.', 'tpu', ['ＴＰＵ']],
  ['a word with a soft hyphen', 'The clock\u00admaker.', 'clockmaker', ['clock\u00admaker']],
  ['other punctuation', 'Back\u2011propagation.', 'back-propagation', ['Back\u2011propagation']],
  ['spaces between scripts', '用Python写。', '用 python 写', ['用Python写']],
])('finds %s', (_, text, query, ranges) => {
  expect(found(text, query)).toEqual(ranges);
});

test('finds the other script of Chinese in any word of the note', () => {
  const front = 'lang: zh-Hans\n';
  const inWhole = createConversion(wholeScriptWords())(editionOf('### 发条\n\n钟表匠画了一张图。\n', front));
  const texts = (query: string) => searchNote(inWhole, query).sections.map(({ excerpts }) => excerpts[0]?.text);
  expect(texts('鐘錶匠畫')).toEqual(['钟表匠画了一张图。']);
  expect(searchNote(inWhole, '發條').sections[0]?.title).toEqual([[0, 2]]);
  // And in the conversion, when the viewer has chosen the other script.
  const note = { origin: 'own', source: 'files', path: 'clocks.md' } as const;
  const shown = editionIn({ editions: [{ ...inWhole, note }] }, 'zh-Hant');
  expect(shown && searchNote(shown, '钟表匠画').count).toBe(1);
});

test('finds a name of the glossary by its pinyin, and nothing else by it', () => {
  const text = '**擒纵机构**（escapement：钟表的心脏）在动。擒纵机构不停。';
  expect(found(text, 'qinzong', 'lang: zh-Hans\n')).toEqual(['擒纵机构', '擒纵机构']);
  expect(found(text, 'qzjg', 'lang: zh-Hans\n')).toEqual(['擒纵机构', '擒纵机构']);
  expect(found(text, 'escap', 'lang: zh-Hans\n')).toEqual(['escap']);
});

test('matches are marked on the screen as they were found', () => {
  const edition = editionOf('### One\n\nDie Straße hinab.\n', 'lang: de\n');
  expect(noteFinder(edition, 'STRASSE')('Straße und Strasse')).toEqual([
    [0, 6],
    [11, 18],
  ]);
});
