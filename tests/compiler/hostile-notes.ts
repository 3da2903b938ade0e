/** A note made to stall or break the compiler; `outcome` is `episode` or the rule that rejects it. */
interface HostileNote {
  readonly name: string;
  readonly outcome: 'episode' | 'limit' | 'front-matter';
  text(): string;
}

const FRONT = '---\nsource: https://youtu.be/abcdefghijk\ntitle: Hostile\n---\n';
const MANY = 100_000;
const numbered = (count: number, each: (index: number) => string) =>
  Array.from({ length: count }, (_, i) => each(i)).join('');

const body = (name: string, outcome: HostileNote['outcome'], make: () => string): HostileNote => ({
  name,
  outcome,
  text: () => FRONT + make(),
});
const front = (name: string, outcome: HostileNote['outcome'], make: () => string): HostileNote => ({
  name,
  outcome,
  text: () => `---\n${make()}\nsource: https://youtu.be/abcdefghijk\n---\n\n### Section\n\nText.\n`,
});
const raw = (name: string, outcome: HostileNote['outcome'], make: () => string): HostileNote => ({
  name,
  outcome,
  text: make,
});

/** Each aliases the one before nine times: 9 to the power of 9 values. */
const laughs = () =>
  numbered(
    10,
    (i) =>
      `l${i}: &l${i} [${
        i === 0
          ? 'ha'
          : Array(9)
              .fill(`*l${i - 1}`)
              .join(', ')
      }]\n`,
  );

export const HOSTILE: readonly HostileNote[] = [
  body(
    'scripts',
    'episode',
    () => '<script>alert(1)</script>\n\n[x](javascript:alert(1)) <img src=x onerror=alert(1)>\n\n<iframe src=x>',
  ),
  raw('JavaScript front matter', 'front-matter', () => '---js\n({ a: process.exit(1) })\n---\n### a\n'),
  raw('front matter in a language every object knows', 'front-matter', () => '---constructor\na: 1\n---\n'),
  raw('front matter that never ends', 'front-matter', () => `---\n${'words '.repeat(MANY)}`),
  front('billion laughs', 'front-matter', laughs),
  front('aliases in a circle', 'front-matter', () => 'people: &a [*a, *a]'),
  front('an alias of the whole', 'front-matter', () => 'a: &a\n  b: {c: [*a, 1]}'),
  front('YAML nested in brackets', 'limit', () => `a: ${'['.repeat(MANY)}`),
  front('YAML nested in dashes', 'limit', () => `a:\n ${'- '.repeat(MANY)}x`),
  front('YAML nested by indentation', 'front-matter', () => numbered(1500, (i) => `${' '.repeat(i)}a:\n`)),
  front('20,000 keys', 'limit', () => numbered(20_000, (i) => `k${i}: v\n`)),
  front('3,900 people', 'episode', () => `people: [${numbered(3900, (i) => `n${i},`)}]`),
  body('8,000 times that go back and forth', 'episode', () => numbered(8000, (i) => `${i % 7}:${10 + (i % 50)} x\n\n`)),
  body(
    '8,000 lines of a transcript',
    'episode',
    () => `## Transcript\n\n${numbered(8000, (i) => `${i}:00 A: words\n\n`)}`,
  ),
  body('wikilinks and marks that never close', 'episode', () => numbered(900, () => '[[a ==b %%c {{d {%e ^[f \n\n')),
  body('a line of 10 MB', 'limit', () => 'a'.repeat(10_000_000)),
  body('lines of 800,000 characters', 'episode', () => `${'中文'.repeat(400_000)}\n\n`.repeat(4)),
  body('900 underlined headings', 'episode', () => numbered(900, (i) => `Heading ${i}\n===\n\n`)),
  body('1,100 underlined headings', 'limit', () => numbered(1100, (i) => `Heading ${i}\n---\n\n`)),
  body('2,000 lines across', 'episode', () => numbered(2000, (i) => `Text ${i}.\n\n---\n\n`)),
  body('100,000 headings', 'limit', () => '# h\n\n'.repeat(MANY)),
  body('2,900 headings', 'episode', () => numbered(2900, (i) => `### h${i}\n\ntext **term**（Term: what it is）\n\n`)),
  body('2,900 headings of one name', 'episode', () => '### h\n\nx\n\n'.repeat(2900)),
  body('underlined headings', 'limit', () => 'h\n===\n\n'.repeat(50_000)),
  body('100,000 quotes in each other', 'limit', () => `${'>'.repeat(MANY)}a`),
  body('59 quotes in each other', 'episode', () => `${'> '.repeat(59)}a\n`.repeat(80)),
  body('lists in each other', 'limit', () => numbered(300, (i) => `${'  '.repeat(i)}- a\n`)),
  body('NUL', 'episode', () => '\0'.repeat(MANY)),
  body('lone surrogates', 'episode', () => `${'\ud800'.repeat(MANY)}\udc00`),
  body('a million line ends', 'limit', () => '\r'.repeat(1_000_000)),
  body('emphasis that never closes', 'limit', () => '*a '.repeat(MANY)),
  body('bold within the limit', 'episode', () => '**中**（zhong: 中）'.repeat(800)),
  body('entities', 'limit', () => '&amp;'.repeat(MANY)),
  body('links within the limit', 'episode', () => '[a](b) '.repeat(1200)),
  body('opening brackets', 'limit', () => '[a '.repeat(MANY)),
  body('code of every length', 'limit', () => numbered(1000, (i) => `${'`'.repeat(i)} `)),
  body('addresses', 'limit', () => 'http://a.b '.repeat(50_000)),
  body('a long mail address', 'episode', () => `${'a.a'.repeat(60_000)}@b`),
  body('glosses in each other', 'limit', () => '词语（Term: '.repeat(MANY) + '）'.repeat(MANY)),
  body('glosses within the limit', 'episode', () => '词语（Term: '.repeat(290) + '）'.repeat(290)),
  body(
    '1,400 terms of one letter',
    'episode',
    () =>
      numbered(1400, (i) => `**${'a'.repeat((i % 80) + 1)}**（${'b'.repeat((i % 80) + 1)}${i}: x）\n\n`) +
      'a'.repeat(500_000),
  ),
  body('comments that never end', 'limit', () => '<!--'.repeat(MANY)),
  body('open details', 'episode', () => '<details>\n'.repeat(2400)),
  body('2,000 originals', 'episode', () =>
    'p\n\n<details><summary>Original English</summary>\n\nx\n\n</details>\n\n'.repeat(2000),
  ),
  body('a wide table', 'limit', () => `|${'a|'.repeat(5000)}\n|${'-|'.repeat(5000)}\n`),
  body('a table that grows', 'limit', () => `|${'a|'.repeat(250)}\n|${'-|'.repeat(250)}\n${'a\n'.repeat(15_000)}`),
  body('a long list', 'episode', () => '- a\n'.repeat(4000)),
  body('spaces', 'episode', () => `a${' '.repeat(900_000)}b`),
  body('right to left', 'episode', () => '\u202e\u0627'.repeat(MANY)),
  body('accents upon accents', 'episode', () => `e${'\u0301'.repeat(MANY)}`),
];
