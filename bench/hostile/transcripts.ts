import { createRandom, type Random, times } from './random.ts';
import { anyRun, plainWords } from './texts.ts';

/** A transcript file made to stall or mislead the code that reads it. */
export interface HostileTranscript {
  readonly kind: string;
  readonly name: string;
  readonly text: string;
}

const LONG = 300_000;
/** More cues than the 100,000 that are read. */
const MANY = 120_000;
/** Characters of the largest file; 20 million are allowed. */
const HUGE = 4_000_000;

interface Form {
  readonly extension: string;
  /** The whole file, from cues of a start in seconds and their text. */
  readonly write: (cues: readonly (readonly [start: number, text: string])[]) => string;
}

const clock = (seconds: number, mark: string) => {
  const whole = Math.floor(seconds);
  const two = (value: number) => String(value).padStart(2, '0');
  const thousandths = String(Math.floor((seconds - whole) * 1000)).padStart(3, '0');
  return `${two(Math.floor(whole / 3600))}:${two(Math.floor(whole / 60) % 60)}:${two(whole % 60)}${mark}${thousandths}`;
};

const FORMS: readonly Form[] = [
  {
    extension: 'vtt',
    write: (cues) =>
      `WEBVTT\n\n${cues.map(([at, text]) => `${clock(at, '.')} --> ${clock(at + 2, '.')}\n${text}\n`).join('\n')}`,
  },
  {
    extension: 'srt',
    write: (cues) =>
      cues
        .map(([at, text], number) => `${number + 1}\n${clock(at, ',')} --> ${clock(at + 2, ',')}\n${text}\n`)
        .join('\n'),
  },
  {
    extension: 'sbv',
    write: (cues) => cues.map(([at, text]) => `${clock(at, '.')},${clock(at + 2, '.')}\n${text}\n`).join('\n'),
  },
  {
    extension: 'json3',
    write: (cues) =>
      JSON.stringify({ events: cues.map(([at, text]) => ({ tStartMs: at * 1000, segs: [{ utf8: text }] })) }),
  },
  {
    extension: 'srv3',
    write: (cues) =>
      `<?xml version="1.0"?><timedtext format="3"><body>${cues.map(([at, text]) => `<p t="${at * 1000}" d="2000">${text}</p>`).join('')}</body></timedtext>`,
  },
  {
    extension: 'srv1',
    write: (cues) =>
      `<transcript>${cues.map(([at, text]) => `<text start="${at}" dur="2">${text}</text>`).join('')}</transcript>`,
  },
  {
    extension: 'ttml',
    write: (cues) =>
      `<tt xmlns="http://www.w3.org/ns/ttml"><body><div>${cues.map(([at, text]) => `<p begin="${at}s" end="${at + 2}s">${text}</p>`).join('')}</div></body></tt>`,
  },
  {
    extension: 'ass',
    write: (cues) =>
      `[Script Info]\n\n[Events]\nFormat: Layer, Start, End, Text\n${cues.map(([at, text]) => `Dialogue: 0,${clock(at, '.')},${clock(at + 2, '.')},${text}`).join('\n')}`,
  },
  { extension: 'sub', write: (cues) => cues.map(([at, text]) => `${clock(at, '.')} --> ${text}`).join('\n') },
  { extension: 'json', write: (cues) => JSON.stringify(cues.map(([start, text]) => ({ start, text }))) },
];

type Make = (random: Random, form: Form) => string;

const cues = (count: number, text: (at: number) => string, start: (at: number) => number = (at) => at) =>
  Array.from({ length: count }, (_, at) => [start(at), text(at)] as const);

const KINDS: Readonly<Record<string, Make>> = {
  'one cue with a run': (random, form) => form.write(cues(1, () => anyRun(random, LONG))),
  'a run in one of many cues': (random, form) =>
    form.write(cues(random.size(3000), (at) => (at === 100 ? anyRun(random, LONG) : plainWords(random)))),
  'a run in every cue': (random, form) => form.write(cues(random.size(400), () => anyRun(random, 5000))),
  'many cues': (random, form) => form.write(cues(random.size(MANY), () => plainWords(random, 3))),
  'the same cue': (random, form) =>
    form.write(
      cues(
        random.size(MANY),
        () => 'yes',
        () => 1,
      ),
    ),
  'rolling cues': (random, form) =>
    form.write(cues(random.size(20_000), (at) => times(8, (word) => `w${at + word}`, ' '))),
  'cues that repeat one word': (random, form) => form.write(cues(random.size(20_000), (at) => 'la '.repeat(at % 60))),
  'cues back in time': (random, form) =>
    form.write(
      cues(
        random.size(20_000),
        () => plainWords(random, 3),
        (at) => 90_000 - at,
      ),
    ),
  'cues beyond the end of time': (random, form) =>
    form.write(
      cues(
        random.size(2000),
        () => plainWords(random, 3),
        (at) => at * random.pick([1, 1e3, 1e7, 1e12]),
      ),
    ),
  'cues of nothing': (random, form) =>
    form.write(cues(random.size(20_000), () => random.pick(['', ' ', '\u200B', '\u0300']))),
  'tags in cues': (random, form) =>
    form.write(
      cues(random.size(3000), () =>
        random.pick(['<c.a>', '<v Quill', '<00:00:01.000>', '{\\an8}', '<i>', '</']).repeat(40),
      ),
    ),
  'tags left open': (_random, form) => form.write(cues(2, () => '<'.repeat(LONG))),
  'a long language': (random, form) =>
    form.write(cues(9, () => 'a')).replace('WEBVTT', `WEBVTT\nLanguage: ${'a-'.repeat(random.size(LONG))}`),
  'nothing but a run': (random) => anyRun(random, HUGE / 4),
  'times alone': (random) => times(random.size(MANY), (at) => `${clock(at, '.')} --> ${clock(at, '.')}`),
  arrows: (random) => '-->'.repeat(random.size(HUGE / 3)),
  'deep JSON': (random) => `${'[{"events":'.repeat(random.size(50_000))}`,
  'deep JSON, closed': (random) => {
    const depth = random.size(50_000);
    return `${'['.repeat(depth)}${']'.repeat(depth)}`;
  },
  'keys of the prototype': () =>
    '{"events":[{"__proto__":{"tStartMs":1},"tStartMs":0,"segs":[{"utf8":"a","constructor":{}}]}],"__proto__":{"a":1}}',
  'wrong kinds in JSON': (random) =>
    JSON.stringify({
      events: cues(random.size(3000), () => 'a').map(([at]) => ({
        tStartMs: random.pick([at, 'x', null, -1, 1e300, [], {}]),
        segs: random.pick([null, [], 'a', [{ utf8: 1 }]]),
      })),
    }),
  'deep XML': (random) => `<tt><body>${'<div>'.repeat(random.size(100_000))}<p begin="1s">a</p>`,
  'entities in entities': () =>
    `<!DOCTYPE a [${times(20, (at) => `<!ENTITY e${at} "${`&e${at - 1};`.repeat(10)}">`, '')}]><tt><body><p begin="1s">&e19;</p></body></tt>`,
  'attributes without end': (random) => `<tt><body><p ${'a="b" '.repeat(random.size(100_000))}`,
  'XML in comments': (random) => `<tt><body>${'<!-- '.repeat(random.size(100_000))}<p begin="1s">a</p>`,
  'styles in front': (random, form) =>
    form.write(cues(9, () => 'a')).replace('\n\n', `\n\nSTYLE\n${anyRun(random, LONG)}\n\n`),
  'lines of null': (random) => times(random.size(50_000), () => '\0'),
};

export const TRANSCRIPT_KINDS = Object.keys(KINDS);

/** @param at The position in the series with this seed; the kinds alternate, forms are random. */
export function hostileTranscript(seed: number, at: number): HostileTranscript {
  const random = createRandom(seed * 1_000_003 + at);
  const kind = TRANSCRIPT_KINDS[at % TRANSCRIPT_KINDS.length] as string;
  const form = random.pick(FORMS);
  const text = (KINDS[kind] as Make)(random, form).slice(0, HUGE);
  return { kind, name: `${String(at).padStart(3, '0')}.${form.extension}`, text };
}
