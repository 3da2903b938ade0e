import { expect, test } from 'vitest';
import { compileNote } from '../../compiler/compile.ts';
import { readGloss, termOf } from '../../compiler/gloss-text.ts';
import { plainText } from '../../core/text/plain-text.ts';

test('a name that merely begins like an aside is a name', () => {
  expect(readGloss('attention', '注意力机制: a mechanism')?.names).toEqual(['attention', '注意力机制']);
  expect(readGloss('uncertainty', '不确定性: not knowing')?.names).toEqual(['uncertainty', '不确定性']);
  expect(readGloss('John Ruskin', '约翰·罗斯金: a critic')?.names).toEqual(['John Ruskin', '约翰·罗斯金']);
  expect(readGloss('Dante', '但丁: a poet')?.names).toEqual(['Dante', '但丁']);
  expect(readGloss('constraint', '约束: a limit')?.names).toEqual(['constraint', '约束']);
});

test('a name may hold a Greek letter, and a translation may be one character', () => {
  expect(readGloss('zeta function', '黎曼 ζ 函数 / ζ function: a sum')?.names).toHaveLength(3);
  expect(readGloss('lithium', '锂: a metal')?.names).toEqual(['lithium', '锂']);
});

test('a remark after bold words is not a gloss', () => {
  expect(readGloss('Bach', '注: 见前文')).toBeNull();
  expect(readGloss('Bach', '不是那位: 另一个人')).toBeNull();
  expect(readGloss('Bach', '约 1700 年: 年代不详')).toBeNull();
  expect(readGloss('Bach', '约三百年前: 年代不详')).toBeNull();
  expect(readGloss('Bach', '右: a portrait')).toBeNull();
  expect(readGloss('Bach', '注: a remark')).toBeNull();
});

test('quotes around a term are not part of it, a title within it is', () => {
  expect(['《茶经》', '“退火', '水经》', '《茶经》杂志', '读《茶经》'].map(termOf)).toEqual([
    '茶经',
    '退火',
    '水经',
    '《茶经》杂志',
    '读《茶经》',
  ]);
});

test('a clause in bold is not a term, but the title of a work is, even if it is a clause', () => {
  const terms = (body: string) =>
    compileNote({
      file: 'a.md',
      text: `---\nsource: https://youtu.be/aBcDeFgHiJ1\nlang: zh-Hans\n---\n\n${body}\n`,
    }).edition?.glossary.map(({ term }) => term);
  expect(terms('他读了 **《把花园变成一片海洋》**（Make the Garden a Sea）。')).toEqual(['把花园变成一片海洋']);
  expect(terms('他要 **把花园变成一片海洋**（Make the Garden a Sea）。')).toEqual([]);
});

test('the long form of an abbreviation may end in a colon of its own', () => {
  const gloss = readGloss('通用人工智能', 'AGI: Artificial General Intelligence: 能做人所做之事');
  expect(gloss).toEqual({
    names: ['通用人工智能', 'AGI', 'Artificial General Intelligence'],
    definition: '能做人所做之事',
  });
});

test('hyphens and dashes of every width join names', () => {
  for (const dash of ['-', '‐', '‑', '–']) {
    expect(readGloss('玻恩近似', `Born${dash}Oppenheimer, BO: 一种近似`)?.names).toEqual([
      '玻恩近似',
      `Born${dash}Oppenheimer`,
      'BO',
    ]);
    expect(readGloss('Born approximation', `玻恩${dash}奥本海默`)?.names).toContain(`玻恩${dash}奥本海默`);
  }
  expect(readGloss('TPU', '2015–2018: 年份')?.names ?? ['TPU']).toEqual(['TPU']);
});

test.each([
  [
    '**前馈网络（FFN）**（feed-forward network：两层的网络）',
    ['前馈网络', 'FFN', 'feed-forward network'],
    '两层的网络',
  ],
  ['**前馈网络 (FFN)** (feed-forward network: two layers)', ['前馈网络', 'FFN', 'feed-forward network'], 'two layers'],
  ['**前馈网络（FFN）**（见前文）', ['前馈网络', 'FFN'], ''],
  ['**前馈网络（FFN：两层的网络）**（另一句话）', ['前馈网络', 'FFN'], '两层的网络'],
])('a parenthesis in bold words, and one behind them: %s', (body, names, definition) => {
  const text = `---\nsource: https://youtu.be/aBcDeFgHiJ1\nlang: zh-Hans\n---\n\n## 一\n\n${body}里。\n`;
  const { edition } = compileNote({ file: 'n.md', text });
  expect(edition?.glossary.map(({ term, aliases }) => [term, ...aliases])).toEqual([names]);
  expect(edition?.glossary[0]?.definition).toBe(definition);
  // No word is added or lost.
  expect(edition && plainText(edition.sections.flatMap(({ blocks }) => blocks.map(({ content }) => content)))).toBe(
    `${body.replaceAll('**', '')}里。`,
  );
});
