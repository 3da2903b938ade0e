import { expect, test } from 'vitest';
import { letterOrder } from '../../../core/glossary/letter-order.ts';
import type { GlossaryEntry } from '../../../core/note/episode.ts';

const entry = (term: string, reading?: string): GlossaryEntry => ({
  id: term,
  term,
  aliases: [],
  definition: '',
  kind: 'term',
  ...(reading && { reading }),
  explainedIn: null,
  mentionedIn: [],
});

test('Chinese names stand among Latin ones by their pinyin, as in a dictionary', () => {
  const entries = [
    entry('注意力', 'zhu yi li'),
    entry('TPU'),
    entry('“退火”', 'tui huo'),
    entry('Éclair'),
    entry('弹簧', 'tan huang'),
  ];
  const groups = letterOrder(entries, 'zh-Hans').map(({ letter, entries: of }) => [letter, of.map(({ term }) => term)]);
  expect(groups).toEqual([
    ['E', ['Éclair']],
    ['T', ['弹簧', '“退火”', 'TPU']],
    ['Z', ['注意力']],
  ]);
});

test('entries that begin with no known letter come last', () => {
  const groups = letterOrder([entry('3D 打印'), entry('アニール'), entry('Ångström')], 'en');
  expect(groups.map(({ letter }) => letter)).toEqual(['A', '#']);
});
