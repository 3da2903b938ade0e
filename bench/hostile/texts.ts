import { type Random, times } from './random.ts';

/** Kinds of text that have stalled a parser, or could; each function makes about `length` characters. */
const RUNS: Readonly<Record<string, (length: number, random: Random) => string>> = {
  letters: (length) => 'q'.repeat(length),
  words: (length) => 'q '.repeat(length / 2),
  marks: (length) => `a${'\u0300'.repeat(length)}`,
  'letters with marks': (length, random) =>
    times(length / 10, () => `a${'\u0301'.repeat(random.int(1, 15))}`, random.pick(['', ' '])),
  'right to left': (length) => '\u202Etxt.\u202C\u2066a\u2069\u200F'.repeat(length / 12),
  'left open': (length) => '\u202E\u2067'.repeat(length / 2),
  'zero width': (length) => 'a\u200B\u200D\uFEFF\u00AD'.repeat(length / 5),
  families: (length) => '👩‍👩‍👧‍👦'.repeat(length / 11),
  flags: (length) => '🇦🇧'.repeat(length / 4),
  'lone surrogates': (length) => '\uD83Dx\uDE00'.repeat(length / 3),
  'null characters': (length) => 'a\0'.repeat(length / 2),
  controls: (length) => '\u0001\u0008\u000B\u001B\u007F\u0085'.repeat(length / 6),
  'line separators': (length) => 'a\u2028b\u2029c\r'.repeat(length / 6),
  Han: (length, random) => times(length, () => String.fromCharCode(random.int(0x4e00, 0x9fa5)), ''),
  'rare Han': (length, random) => times(length / 2, () => String.fromCodePoint(random.int(0x20000, 0x2a6d6)), ''),
  'one sentence of Han': (length) => '模型'.repeat(length / 2),
  kana: (length) => 'ｶﾞーヴガ'.repeat(length / 6),
  Hangul: (length) => '\u1112\u1161\u11AB'.repeat(length / 3),
  ligatures: (length) => 'ﷺﬃ㌀'.repeat(length / 3),
  'look-alike letters': (length) => 'раураl ａdmіn '.repeat(length / 13),
  brackets: (length) => '['.repeat(length),
  'image brackets': (length) => '!['.repeat(length / 2),
  parentheses: (length) => '('.repeat(length),
  'wide parentheses': (length) => '（甲'.repeat(length / 2),
  stars: (length) => '*a '.repeat(length / 3),
  'bold left open': (length) => '**a'.repeat(length / 3),
  underscores: (length) => '_a_'.repeat(length / 3),
  backticks: (length, random) => times(length / 20, () => '`'.repeat(random.int(1, 40)), 'a'),
  tags: (length) => '<a'.repeat(length / 2),
  'tags left open': (length) => '<a b="'.repeat(length / 6),
  comments: (length) => '<!--'.repeat(length / 4),
  ampersands: (length) => '&'.repeat(length),
  references: (length) => '&amp;&#x202e;&#0;&#1114112;'.repeat(length / 27),
  backslashes: (length) => '\\'.repeat(length),
  pipes: (length) => '|'.repeat(length),
  tildes: (length) => '~~a'.repeat(length / 3),
  colons: (length) => 'a:: '.repeat(length / 4),
  dollars: (length) => '$a'.repeat(length / 2),
  'wiki links': (length) => '[[a|'.repeat(length / 4),
  times: (length) => '1:02:03 '.repeat(length / 8),
  'times left open': (length) => '[1:02 - '.repeat(length / 8),
  addresses: (length) => 'https://youtu.be/aaaaaaaaaaa '.repeat(length / 29),
  'one long address': (length) => `https://a.example/${'a.'.repeat(length / 2)}`,
  'spaces and tabs': (length) => ' \t'.repeat(length / 2),
  'wide spaces': (length) => '\u3000\u00A0'.repeat(length / 2),
  'empty lines': (length) => '\n'.repeat(length),
  quotes: (length) => `"'«“`.repeat(length / 4),
  digits: (length) => '9'.repeat(length),
  commas: (length) => 'a, '.repeat(length / 3),
  dashes: (length) => '-'.repeat(length),
};

export const RUN_NAMES = Object.keys(RUNS);

/** A run of any kind, of at most `most` characters. */
export function anyRun(random: Random, most: number): string {
  return run(random.pick(RUN_NAMES), random.size(most), random);
}

export const run = (name: string, length: number, random: Random): string =>
  RUNS[name]?.(Math.max(1, Math.floor(length)), random) ?? '';

/** A few plain words, so that there is something to look up. */
export const plainWords = (random: Random, count = 6): string =>
  times(count, () => random.pick(['annealing', 'gradient', 'spring', 'lattice', 'entropy', 'kernel', 'orbit']), ' ');
