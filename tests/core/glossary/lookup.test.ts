import { describe, expect, it } from 'vitest';
import { addDefinitions, buildIndex } from '../../../core/glossary/build-index.ts';
import { type LookupContext, lookup, lookupIn } from '../../../core/glossary/lookup.ts';
import type { LookupSource } from '../../../core/glossary/lookup-source.ts';
import { ELSEWHERE, entry, HERE, source } from './made-up.ts';

const context: LookupContext = { current: HERE, languages: ['zh-Hans', 'en'] };

function find(sources: readonly LookupSource[], query: string, more: Partial<LookupContext> = {}) {
  return lookup(addDefinitions(buildIndex(sources)), query, { ...context, ...more });
}
const terms = (sources: readonly LookupSource[], query: string) =>
  find(sources, query).map(({ entry: { term } }) => term);

const net = entry('反向传播', {
  aliases: ['Backpropagation', 'BP 算法'],
  reading: 'fan xiang chuan bo',
  definition: '逐层求出梯度的办法。',
});
const descent = entry('梯度下降', {
  aliases: ['gradient descent'],
  reading: 'ti du xia jiang',
  definition: 'Walks downhill along the slope of the loss.',
});
const glossary = [source([net, descent], { scriptForms: ['传傳', '层層', '办辦'] })];

describe('what finds an entry', () => {
  it.each([
    ['its term', '反向传播', 'term'],
    ['its start', '反向', 'term-start'],
    ['a part of it', '传播', 'term-part'],
    ['another name', 'backpropagation', 'alias'],
    ['in any case and width', 'ＢackPROP', 'alias-start'],
    ['across spaces and hyphens', 'back-propagation', 'alias'],
    ['a later word', '算法', 'alias-part'],
    ['the other script', '反向傳播', 'term'],
    ['a mixture of scripts', '反向傳', 'term-start'],
    ['pinyin without tones', 'fanxiangchuanbo', 'reading'],
    ['pinyin with spaces', 'fan xiang chuan bo', 'reading'],
    ['pinyin with numbers', 'fan3xiang4chuan2bo1', 'reading'],
    ['pinyin with tone marks', 'fǎnxiàng', 'reading'],
    ['half-typed pinyin', 'fanxiangch', 'reading'],
    ['initials', 'fxcb', 'reading'],
    ['the first initials', 'fxc', 'reading'],
    ['syllables cut short', 'fxchuanb', 'reading'],
    ['pinyin from a later syllable', 'chuanbo', 'reading'],
    ['a letter missing', 'bakpropagation', 'typo'],
    ['two letters swapped', 'backporp', 'typo'],
    ['a wrong character', '反像传播', 'typo'],
    ['words of its definition', '求出梯度', 'definition'],
    ['its definition in the other script', '逐層', 'definition'],
  ])('%s: %s', (_, query, reason) => {
    const [first] = find(glossary, query);
    expect(first?.entry.term).toBe('反向传播');
    expect(first?.reason).toBe(reason);
  });

  it.each([
    ['Straßenbahn', 'strasse'],
    ['Œuvre', 'oeuvre'],
    ['Æro', 'aero'],
    ['Đo', 'do'],
    ['Łódź', 'lodz'],
    ['Ørsted', 'orsted'],
    ['Ørsted', 'oersted'],
    ['Þingvellir', 'thing'],
    ['München', 'muenchen'],
    ['München', 'munchen'],
    ['Muenchen', 'münchen'],
    ['İzmir', 'izmir'],
    ['Irmak', 'ırmak'],
    ['ガラス', 'がらす'],
    ['がらす', 'ガラス'],
    ['ガラス', 'ｶﾞﾗｽ'],
    ['サーバー', 'ｻｰﾊﾞｰ'],
    ['Ὀδυσσεύς', 'ΟΔΥΣΣΕΥΣ'],
    ['Ёлка', 'елка'],
    ['한글'.normalize('NFD'), '한글'],
    ['ＴＰＵ', 'tpu'],
    ['H₂O', 'h2o'],
    ['o\ufb03ce', 'office'],
    ['שָׁלוֹם', 'שלום'],
    ['مُحَمَّد', 'محمد'],
  ])('finds %s by %s', (term, query) => {
    expect(terms([source([entry(term)])], query)).toEqual([term]);
  });

  it('finds a name quickly however long it is', () => {
    const long = [source([entry(`a${'\u0300'.repeat(95_000)}`), entry('a '.repeat(45_000))])];
    expect(buildIndex(long).names.names.text.length).toBeLessThan(10_000);
    expect(find(long, 'a').map(({ reason }) => reason)).toEqual(['term', 'term-start']);
  });

  it('finds ü however it is typed', () => {
    const green = [source([entry('绿色', { reading: 'lü se' })])];
    for (const query of ['lüse', 'lvse', 'luse', 'lǜsè', 'ls']) expect(terms(green, query)).toEqual(['绿色']);
  });

  it('finds the names within a selected sentence, whole words only, longer ones first', () => {
    const talk = [source([net, entry('net'), entry('gradient'), descent])];
    expect(terms(talk, 'You compute it by gradient descent; the network learns.')).toEqual(['梯度下降', 'gradient']);
    expect(terms(talk, '这里用的是反向传播算法。')).toEqual(['反向传播']);
  });

  it('keeps C, C++ and C# apart', () => {
    const languages = [source([entry('C'), entry('C++'), entry('C#')])];
    expect(terms(languages, 'c++')).toEqual(['C++']);
    expect(terms(languages, 'C#')).toEqual(['C#']);
    expect(terms(languages, 'c')[0]).toBe('C');
  });

  it('requires every word of a query in the definition, in any order', () => {
    expect(terms(glossary, 'loss slope')).toEqual(['梯度下降']);
    expect(terms(glossary, 'loss banana')).toEqual([]);
  });

  it('does not take the end of a word in a definition for the word', () => {
    expect(terms(glossary, 'hill')).toEqual([]);
  });

  it('finds names before definitions are loaded', () => {
    const names = buildIndex(glossary);
    expect(lookup(names, 'bp', context).map(({ entry: { term } }) => term)).toEqual(['反向传播']);
    expect(lookup(names, '求出梯度', context)).toEqual([]);
  });
});

describe('one thing in several languages', () => {
  const english = source([entry('Backpropagation', { definition: 'How a net learns from its errors.' })], {
    language: 'en',
  });

  it('is one result, in the preferred language', () => {
    const both = [...glossary, english];
    expect(find(both, 'backprop').map(({ entry: { term } }) => term)).toEqual(['反向传播']);
    expect(find(both, 'backprop', { languages: ['en'] }).map(({ entry: { term } }) => term)).toEqual([
      'Backpropagation',
    ]);
  });

  it('is found by the other language’s name, and shows which one matched', () => {
    const [result] = find([...glossary, english], '反向传播', { languages: ['en'] });
    expect(result?.entry.term).toBe('Backpropagation');
    expect(result?.matched).toBe('反向传播');
  });

  it('shows which reading matched', () => {
    expect(find(glossary, 'fxcb')[0]?.matched).toBe('fan xiang chuan bo');
  });

  it('is two results when two entries of one edition share a name', () => {
    const homonyms = [source([entry('模型', { id: '1' }), entry('模型', { id: '2' })])];
    expect(find(homonyms, '模型')).toHaveLength(2);
  });
});

describe('several indexes', () => {
  const here = buildIndex([source([entry('spring')])]);
  const there = buildIndex([source([entry('springs'), entry('sprocket')], { videoId: ELSEWHERE })]);
  const shown = (indexes: Parameters<typeof lookupIn>[0], query: string) =>
    lookupIn(indexes, query, context).map(({ entry: { term }, current }) => [term, current]);

  it('are searched as if they were one', () => {
    expect(shown([there, here], 'spr')).toEqual([
      ['spring', true],
      ['springs', false],
      ['sprocket', false],
    ]);
    // With an exact match in one, slips in another are not wanted.
    expect(shown([there, here], 'sprocket')).toEqual([['sprocket', false]]);
  });

  it('skip the videos that another one has', () => {
    expect(shown([{ ...there, without: new Set([ELSEWHERE]) }, here], 'spr')).toEqual([['spring', true]]);
  });
});

describe('ranking: each result, and why it outranks the next', () => {
  const rows = [
    ['moe', 'the very name', entry('MoE')],
    ['moe', 'the very other name', entry('专家混合', { aliases: ['MOE'] })],
    ['moe', 'begins so, and little is missing', entry('MoE2')],
    ['moe', 'begins so, and more is missing', entry('MoE routing layer')],
    ['moe', 'another name begins so', entry('稀疏网络', { aliases: ['MoE-like net'] })],
    ['moe', 'a later word of the term', entry('Sparse MoE')],
    ['moe', 'a part of a word', entry('Remoeba')],
    ['moe', 'a later word of another name', entry('路由', { aliases: ['sparse moe router'] })],
    ['moe', 'pinyin, cut off', entry('摩尔', { reading: 'mo er' })],
    ['moe', 'only the definition says it', entry('门控', { definition: 'Picks the experts of a MoE.' })],
  ] as const;

  it.each(rows.slice(0, -1).map((row, at) => [row[1], rows[at + 1]?.[1] ?? '', at] as const))(
    '“%s” before “%s”',
    (_better, _worse, at) => {
      const pair = rows.slice(at, at + 2).map((row) => row[2]);
      // The better one comes first in the list, whatever the order in the note.
      for (const entries of [pair, pair.toReversed()]) {
        expect(terms([source(entries)], 'moe')).toEqual(pair.map(({ term }) => term));
      }
    },
  );

  it('puts a slip after pinyin and before a definition', () => {
    const entries = [
      entry('方法', { definition: 'So called by Tenser and others: tensor maths.' }),
      entry('Tenser'),
      entry('特恩', { reading: 'te n s o r' }),
    ];
    expect(terms([source(entries)], 'tensor')).toEqual(['特恩', 'Tenser', '方法']);
  });

  it('puts the episode being watched before all others, whatever the reason', () => {
    const here = source([entry('门控', { definition: 'Part of every LSTM.' })]);
    const there = source([entry('LSTM')], { videoId: ELSEWHERE });
    const results = find([there, here], 'lstm');
    expect(results.map(({ entry: { term }, current }) => [term, current])).toEqual([
      ['门控', true],
      ['LSTM', false],
    ]);
  });

  it('does not search for slips when the exact name exists', () => {
    expect(terms([source([entry('BERT'), entry('BART')])], 'bert')).toEqual(['BERT']);
  });

  it('returns the best results up to the limit', () => {
    const many = source(Array.from({ length: 3000 }, (_, at) => entry(`net ${at}`)));
    const results = find([many, source([entry('net')])], 'net', { limit: 5 });
    expect(results).toHaveLength(5);
    expect(results[0]?.entry.term).toBe('net');
  });
});

describe('bad input finds nothing and breaks nothing', () => {
  it.each([
    ['nothing', ''],
    ['spaces', ' \t\n\u3000'],
    ['punctuation', '（）“”…—'],
    ['regex characters', '.*+?^$()|[]{}\\'],
    ['a lone surrogate', '\ud83d'],
    ['emoji', '👩‍👩‍👧‍👦🏳️‍🌈'],
    ['right-to-left', 'שלום עולם \u202e'],
    ['ten thousand letters', 'a'.repeat(10_000)],
    ['ten thousand characters', '反'.repeat(10_000)],
    ['ten thousand line breaks', '\n'.repeat(10_000)],
    ['combining marks', `a${'\u0301'.repeat(10_000)}`],
    ['names of properties', '__proto__ constructor'],
  ])('%s', (_, query) => {
    expect(find(glossary, query)).toEqual([]);
  });

  it('finds by a name with a lone surrogate around it', () => {
    expect(terms(glossary, '\udc00反向传播\ud83d')).toEqual(['反向传播']);
  });
});
