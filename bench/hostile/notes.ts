import { createRandom, type Random, times } from './random.ts';
import { anyRun, plainWords } from './texts.ts';

/** A note made to stall or mislead the code that reads it. */
export interface HostileNote {
  readonly kind: string;
  readonly name: string;
  readonly bytes: Uint8Array<ArrayBuffer>;
}

/** Characters of the longest run; the longest paragraph of the real archive has 333,593. */
const LONG = 300_000;
/** The deepest nesting. */
const DEEP = 20_000;
/** The longest list. */
const MANY = 8_000;

/** Makes a body, or a whole note when the text begins with front matter. */
type Make = (random: Random, video: string) => string;

const KINDS: Readonly<Record<string, Make>> = {
  'a run in a paragraph': (random) => `### One\n\nA spring ${anyRun(random, LONG)} unwinds.\n`,
  'runs in many paragraphs': (random) =>
    times(random.int(2, 30), (at) => `### Part ${at}\n\n${anyRun(random, LONG / 20)}\n`),
  'a run in a heading': (random) => `### ${anyRun(random, LONG / 4)}\n\n${plainWords(random)}\n`,
  'a run as a term': (random) =>
    `### One\n\n**${anyRun(random, LONG / 4)}** is a term (Term: ${plainWords(random)}).\n`,
  'a run in a gloss': (random) => `### One\n\nA term (Term: ${anyRun(random, LONG / 4)}) here.\n`,
  'a run in a table': (random) => `### One\n\n| a | b |\n|---|---|\n| ${anyRun(random, LONG / 4)} | c |\n`,
  'a run in a list': (random) => `### One\n\n- ${anyRun(random, LONG / 4)}\n  - ${anyRun(random, LONG / 4)}\n`,
  'a run in code': (random) => `### One\n\n\`\`\`\n${anyRun(random, LONG)}\n`,
  'a run in the title': (random, video) => front(video, { title: quoted(anyRun(random, LONG / 4)) }, 'One.'),
  'a run in a name': (random, video) => front(video, { people: `[${quoted(anyRun(random, LONG / 4))}]` }, 'One.'),
  'a run in the summary': (random, video) => front(video, { summary: quoted(anyRun(random, 60_000)) }, 'One.'),
  'a run as the language': (random, video) => front(video, { lang: quoted(anyRun(random, 2000)) }, 'One.'),
  'a run as a key': (random, video) => front(video, { [quoted(anyRun(random, 2000))]: '1' }, 'One.'),
  'a run before everything': (random, video) => `${anyRun(random, 60_000)}\n${front(video, {}, 'One.')}`,
  'deep quotes': (random) => `### One\n\n${'>'.repeat(random.size(DEEP))} deep\n`,
  'deep quotes with spaces': (random) => `### One\n\n${'> '.repeat(random.size(DEEP))}deep\n`,
  'deep lists': (random) => `### One\n\n${times(random.size(300), (at) => `${'  '.repeat(at)}- level ${at}`)}\n`,
  'lists in one line': (random) => `### One\n\n${'- '.repeat(random.size(DEEP))}deep\n`,
  'numbers in one line': (random) => `### One\n\n${'1. '.repeat(random.size(DEEP))}deep\n`,
  'quotes and lists in turn': (random) => `### One\n\n${'> - 1. '.repeat(random.size(2000))}deep\n`,
  'deep emphasis': (random) => nested(random, '**a _b ', ' b_ a**', 4000),
  'deep links': (random) => nested(random, '[a ', '](https://a.example)', 4000),
  'deep images': (random) => nested(random, '![a ', '](https://a.example/b.png)', 4000),
  'deep elements': (random) => nested(random, '<div><span>', '</span></div>', 8000),
  'deep elements in lines': (random) =>
    `### One\n\n${times(random.size(DEEP), (at) => `<details><summary>${at}</summary>`)}\n`,
  'deep callouts': (random) =>
    `### One\n\n${times(random.size(400), (at) => `${'> '.repeat(at + 1)}[!note]- N ${at}`)}\n`,
  'deep parentheses': (random) => nested(random, 'A (Term: ', ')', 8000),
  'deep headings': (random) => times(random.size(MANY), (at) => `${'#'.repeat((at % 8) + 1)} Heading ${at}\n`),
  'many headings': (random) => times(random.size(MANY), (at) => `### Heading ${at}\n\nText ${at}.\n`),
  'the same heading': (random) => times(random.size(MANY), () => '### Heading\n\nText.\n'),
  'headings named like ids': (random) =>
    times(
      random.size(MANY),
      (at) => `### heading-${at % 7} {#${random.pick(['__proto__', 'constructor', 'id', ''])}}\n\nT.\n`,
    ),
  'headings with times': (random) =>
    times(random.size(MANY), (at) => `### [${clock(random)}] Heading ${at}\n\nText.\n`),
  'many terms': (random) =>
    `### One\n\n${times(random.size(MANY), (at) => `**Term ${at}** (Term ${at}: ${plainWords(random)}).`)}\n`,
  'a glossary': (random) =>
    `### Glossary\n\n${times(random.size(MANY), (at) => `- **Term ${at}** (T${at}, Tm ${at}): ${plainWords(random)}`)}\n`,
  'terms of the prototype': (random) =>
    `### Glossary\n\n${times(random.size(500), () => `- **${random.pick(PROTOTYPE)}**: ${random.pick(PROTOTYPE)}`)}\n`,
  'terms that begin alike': (random) =>
    `### Glossary\n\n${times(random.size(1500), (at) => `- **${'a '.repeat(at % 90)}b**: ${plainWords(random)}`)}\n`,
  'a list of times': (random) =>
    `### Outline\n\n${times(random.size(MANY), (at) => `- ${clock(random)} Part ${at}`)}\n`,
  'times in a row': (random) => `### Outline\n\n${times(random.size(MANY), (at) => `${at}:00 P${at}`, ' ')}\n`,
  'times of nowhere': (random) =>
    `### Outline\n\n${times(random.size(2000), () => `- ${random.pick(NO_TIMES)} Part`)}\n`,
  'timestamps in front': (random, video) =>
    front(
      video,
      { timestamps: `\n${times(random.size(3000), (at) => `  part-${at}: ${random.pick(NO_TIMES)}`)}` },
      '### Part 1\n\nA.',
    ),
  'a wide table': (random) => table(random.size(2000), random.int(1, 5)),
  'a long table': (random) => table(random.int(1, 5), random.size(MANY)),
  'a square table': (random) => table(random.size(200), random.size(200)),
  'tables in a row': (random) => times(random.size(800), () => `${table(2, 1)}\n`),
  'a bomb of aliases': (random, video) => front(video, { people: bomb(random) }, 'One.'),
  'aliases in a circle': (_, video) => front(video, { people: '&a [*a, *a]' }, 'One.'),
  'merge keys': (random, video) =>
    front(
      video,
      { a: '&a {b: 1}', c: times(random.size(2000), () => '{<<: *a}', ', ').replace(/^.*$/s, '[$&]') },
      'One.',
    ),
  'deep YAML': (random, video) => front(video, { people: '['.repeat(random.size(DEEP)) }, 'One.'),
  'deep YAML, closed': (random, video) => {
    const depth = random.size(5000);
    return front(video, { people: `${'['.repeat(depth)}${']'.repeat(depth)}` }, 'One.');
  },
  'deep YAML in lines': (random, video) =>
    front(video, { people: `\n${times(random.size(300), (at) => `${' '.repeat(at + 1)}a:`)}` }, 'One.'),
  'keys of the prototype': (random, video) =>
    front(
      video,
      Object.fromEntries(PROTOTYPE.map((key) => [quoted(key), `{${quoted(random.pick(PROTOTYPE))}: 1}`])),
      'One.',
    ),
  'tags of YAML': (random, video) =>
    front(
      video,
      { people: random.pick(['!!js/function "a"', '!!binary "////"', '!!set {a}', '!<tag:x> a', '!!omap [a: 1]']) },
      'One.',
    ),
  'many keys': (random, video) =>
    front(
      video,
      Object.fromEntries(Array.from({ length: random.size(3000) }, (_, at) => [`key${at}`, `${at}`])),
      'One.',
    ),
  'a list of people': (random, video) =>
    front(video, { people: `\n${times(random.size(3900), (at) => `  - Person ${at} (P${at})`)}` }, 'One.'),
  'front matter without an end': (random, video) =>
    `---\nsource: ${watch(video)}\n${anyRun(random, 60_000)}\n### One\n\nA.`,
  'front matter after front matter': (random, video) => times(random.size(500), () => front(video, {}, '')),
  'front matter of JavaScript': (_, video) =>
    `---js\n{ source: "${watch(video)}", get title() { while (true); } }\n---\nOne.`,
  'front matter of JSON': (random, video) =>
    `---json\n{"source": "${watch(video)}", "people": ${'['.repeat(random.size(DEEP))}}\n---\nOne.`,
  'front matter of TOML': (random, video) =>
    `+++\nsource = "${watch(video)}"\n${times(random.size(2000), (at) => `[a.b${at}]\nc = "${plainWords(random, 1)}"`)}\n+++\nOne.`,
  'a run in TOML': (random, video) =>
    `+++\nsource = "${watch(video)}"\ntitle = "${anyRun(random, LONG / 4)}\n+++\nOne.`,
  'many links': (random) => `### One\n\n${times(random.size(MANY), () => link(random), ' ')}\n`,
  'many videos': (random) =>
    `### One\n\n${times(random.size(2000), (at) => watch(`video${String(at).padStart(6, '0')}`), ' ')}\n`,
  'many references': (random) => {
    const count = random.size(4000);
    return `### One\n\n${times(count, (at) => `[a][r${at}]`, ' ')}\n\n${times(count, (at) => `[r${at}]: https://a.example/${at}`)}\n`;
  },
  'references to none': (random) => `### One\n\n${times(random.size(MANY), (at) => `[a${at}][b${at}]`, '')}\n`,
  'many footnotes': (random) => {
    const count = random.size(2000);
    return `### One\n\n${times(count, (at) => `a[^${at}]`, ' ')}\n\n${times(count, (at) => `[^${at}]: b[^${at + 1}]`)}\n`;
  },
  'hosts that look alike': (random) =>
    `### One\n\n${times(random.size(500), () => `[https://bank.example](https://${random.pick(HOSTS)}/)`, ' ')}\n`,
  'inline properties': (random) =>
    `### One\n\n${times(random.size(MANY), (at) => `key${at}:: [[page ${at}]] #tag${at}`)}\n`,
  shortcodes: (random) =>
    `### One\n\n${times(random.size(3000), (at) => `{{< youtube aaaaaaaaaaa >}} {% a ${at} %}`)}\n`,
  frames: (random) =>
    `### One\n\n${times(random.size(2000), () => '<iframe src="https://www.youtube.com/embed/aaaaaaaaaaa">')}\n`,
  scripts: (random) =>
    `### One\n\n${times(random.size(300), () => '<script>while(true);</script><img src=x onerror="while(true);">')}\n`,
  'parts of a translation': (random) =>
    times(random.size(2000), (at) => `<!-- part ${at} -->\n\n### P ${at}\n\nText.\n`),
  'many speakers': (random) =>
    `### One\n\n${times(random.size(3000), (at) => `**Speaker ${at}:** ${plainWords(random)}\n`)}\n`,
  'one speaker': (random) => `### One\n\n${times(random.size(3000), () => `**Quill:** ${plainWords(random)}\n`)}\n`,
  'a transcript within': (random) =>
    `### Transcript\n\n${times(random.size(MANY), (at) => `[${Math.floor(at / 60)}:${String(at % 60).padStart(2, '0')}] ${plainWords(random)}`)}\n`,
  'cues within': (random) =>
    `### One\n\nA.\n\n### Transcript\n\n${times(random.size(MANY), (at) => `00:00:${at % 60},000 --> 00:00:${at % 60},900\n${plainWords(random)}\n`)}\n`,
  'fences left open': (random) => `### One\n\n${times(random.size(3000), (at) => '`'.repeat((at % 30) + 3))}\n`,
  'lines of one letter': (random) => `### One\n\n${times(random.size(60_000), () => 'a')}\n`,
  'lines of one run': (random) => `### One\n\n${times(random.size(400), () => anyRun(random, 200))}\n`,
  'everything underlined': (random) =>
    times(random.size(MANY), (at) => `Heading ${at}\n${random.pick(['===', '---'])}\n`),
  'nothing but a run': (random) => anyRun(random, LONG),
  'nothing at all': () => '',
};

export const NOTE_KINDS = Object.keys(KINDS);

/** @param at The position in the series with this seed; the kinds alternate. */
export function hostileNote(seed: number, at: number, video: string): HostileNote {
  const random = createRandom(seed * 1_000_003 + at);
  const kind = NOTE_KINDS[at % NOTE_KINDS.length] as string;
  const made = (KINDS[kind] as Make)(random, video);
  const whole = made.startsWith('---') || made.startsWith('+++') || made.includes(`source: ${watch(video)}`);
  const text = whole ? made : front(video, {}, made);
  const mixed = random.chance(0.15) ? text.replace('\n\n', () => `\n\n${anyRun(random, 5000)}\n\n`) : text;
  return { kind, name: `${String(at).padStart(4, '0')}.md`, bytes: encoded(mixed, random) };
}

/** Mostly UTF-8; some are UTF-16, in which lone surrogates survive, and some have broken bytes. */
function encoded(text: string, random: Random): Uint8Array<ArrayBuffer> {
  if (random.chance(0.1)) return new Uint8Array(Buffer.from(`\uFEFF${text}`, 'utf16le'));
  const bytes = new Uint8Array(new TextEncoder().encode(text));
  if (random.chance(0.05)) for (let broken = 0; broken < 5; broken++) bytes[random.int(0, bytes.length - 1)] = 0xff;
  return bytes;
}

const watch = (video: string) => `https://www.youtube.com/watch?v=${video}`;
const quoted = (text: string) => JSON.stringify(text);
const PROTOTYPE = [
  '__proto__',
  'constructor',
  'prototype',
  'toString',
  'valueOf',
  'hasOwnProperty',
  '__defineGetter__',
];
const NO_TIMES = [
  '99999:59',
  '1:99:99',
  '-1:00',
  '0:00',
  '5184001',
  '1e999',
  'NaN',
  '12:3',
  '00:00:00:00',
  '24:00:00.999',
  '∞',
];
const HOSTS = [
  'раураl.example',
  'bank.example@evil.example',
  'bank.example.evil.example',
  'xn--80ak6aa92e.example',
  'bank．example',
];
const clock = (random: Random) =>
  `${random.int(0, 30)}:${String(random.int(0, 59)).padStart(2, '0')}:${String(random.int(0, 59)).padStart(2, '0')}`;
const link = (random: Random) =>
  random.pick([
    '[a](javascript:alert(1))',
    '<https://a.example/?q=\u202E>',
    `[${plainWords(random, 2)}](data:text/html,<script>)`,
    `https://${random.pick(HOSTS)}/`,
    '[a](<https://a.example/ b> "c")',
    '[[Page|a]]',
    '![[Page#b]]',
  ]);

function front(video: string, fields: Readonly<Record<string, string>>, body: string): string {
  const lines = Object.entries({ source: watch(video), title: 'Hostile', lang: 'en', ...fields });
  return `---\n${lines.map(([key, value]) => `${key}: ${value}`).join('\n')}\n---\n\n${body}\n`;
}

function nested(random: Random, open: string, close: string, most: number): string {
  const depth = random.size(most);
  return `### One\n\n${open.repeat(depth)}deep${random.chance(0.5) ? close.repeat(depth) : ''}\n`;
}

function table(columns: number, rows: number): string {
  const row = (text: string) => `|${` ${text} |`.repeat(columns)}`;
  return `### Table\n\n${row('a')}\n${row('---')}\n${times(rows, (at) => row(String(at)))}\n`;
}

function bomb(random: Random): string {
  const lines = times(
    random.int(3, 30),
    (at) => `&a${at} [${times(10, () => (at === 0 ? 'a' : `*a${at - 1}`), ', ')}]`,
    ', ',
  );
  return `[${lines}]`;
}
