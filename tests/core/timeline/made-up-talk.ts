import type { Block, Edition, Section } from '../../../core/note/episode.ts';
import type { Lexicon } from '../../../core/timeline/lexicon.ts';
import type { Chapter, Evidence, Timeline } from '../../../core/timeline/timeline.ts';
import type { Cue } from '../../../core/transcript/cue.ts';

/** Pseudo-random numbers from 0 to 1, the same for the same seed, so that failures are reproducible (mulberry32). */
export function randomFrom(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = Math.imul(state ^ (state >>> 15), state | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
}

export interface MadeUpSection {
  readonly title: string;
  /** Sentences of the note, in Chinese with an invented vocabulary. */
  readonly note: readonly string[];
  /** The same sentences as spoken. */
  readonly said: readonly string[];
}

export interface MadeUpTalk {
  readonly sections: readonly MadeUpSection[];
  readonly starts: readonly number[];
  readonly cues: readonly Cue[];
  readonly duration: number;
  readonly lexicon: Lexicon;
}

const SYLLABLES = 'ba ke di lo mu na po ri su ta ve zo fi ga hu je'.split(' ');
const FILLERS = 'you know and then I think that is what we have so it was like this for them'.split(' ');
const WORDS_PER_SECOND = 2.7;

/** The nth invented word, such as `balodimu`. */
function english(word: number): string {
  const syllable = (shift: number) => SYLLABLES[(word >> shift) & 15] ?? '';
  return `${syllable(8)}${syllable(4)}${syllable(0)}m`;
}

function chinese(word: number): string {
  return String.fromCharCode(0x4e10 + (word >> 6), 0x5e10 + (word & 63));
}

/**
 * A talk in an invented language, and a note that translates it sentence by sentence. Each section has its own words besides
 * those of the whole talk; the seed also selects the vocabulary, so that two talks have little in common.
 */
export function makeTalk({ seed = 1, sections = 12, sentences = 25 } = {}): MadeUpTalk {
  const random = randomFrom(seed);
  const pick = <T>(list: readonly T[]): T => list[Math.floor(random() * list.length)] as T;
  const vocabulary = Array.from({ length: 900 }, () => Math.floor(random() * 4096));
  const common = vocabulary.slice(0, 60);
  const made = Array.from({ length: sections }, (_, s): MadeUpSection => {
    const own = Array.from({ length: 25 }, () => pick(vocabulary));
    const spoken = Array.from({ length: sentences }, () =>
      Array.from({ length: 8 + Math.floor(random() * 10) }, () => {
        const kind = random();
        return kind < 0.45 ? pick(FILLERS) : kind < 0.75 ? pick(common) : kind < 0.92 ? pick(own) : pick(vocabulary);
      }),
    );
    return {
      title: `${own.slice(0, 3).map(chinese).join('')} ${s + 1}`,
      note: spoken.map(
        (words) => `${words.map((word) => (typeof word === 'number' ? chinese(word) : '的')).join('')}。`,
      ),
      said: spoken.map(
        (words) => `${words.map((word) => (typeof word === 'number' ? english(word) : word)).join(' ')}.`,
      ),
    };
  });
  const words = new Map(
    Array.from({ length: 4096 }, (_, word) => [chinese(word), [[english(word), 0.8]] as const] as const),
  );
  const lexicon: Lexicon = { version: 'made-up', from: 'zh', to: 'en', words };
  return { sections: made, lexicon, ...speak(made) };
}

/** The sections spoken one after another, in cues of nine words. */
export function speak(
  sections: readonly MadeUpSection[],
  wordsPerCue = 9,
): Pick<MadeUpTalk, 'cues' | 'starts' | 'duration'> {
  const starts: number[] = [];
  const words: { text: string; at: number }[] = [];
  let now = 0;
  for (const { said } of sections) {
    starts.push(now);
    for (const word of said.join(' ').split(' ')) {
      words.push({ text: word, at: now });
      now += 1 / WORDS_PER_SECOND;
    }
    now += 1;
  }
  return { starts, duration: now, cues: inCues(words, wordsPerCue) };
}

export function inCues(words: readonly { text: string; at: number }[], size: number): readonly Cue[] {
  const cues: Cue[] = [];
  for (let i = 0; i < words.length; i += size) {
    const part = words.slice(i, i + size);
    cues.push({ start: part[0]?.at ?? 0, text: part.map(({ text }) => text).join(' ') });
  }
  return cues;
}

/** The words of cues with their moments, evenly spread over each cue. */
export function wordsIn(cues: readonly Cue[], end: number): readonly { text: string; at: number }[] {
  return cues.flatMap((cue, i) => {
    const words = cue.text.split(' ');
    const until = Math.min(cues[i + 1]?.start ?? end, cue.start + words.length / WORDS_PER_SECOND);
    return words.map((text, k) => ({ text, at: cue.start + (k * (until - cue.start)) / words.length }));
  });
}

export function editionOf(
  sections: readonly Pick<MadeUpSection, 'title' | 'note'>[],
  more: Partial<Edition> = {},
  original?: readonly (readonly string[])[],
): Edition {
  const compiled = sections.map(
    ({ title, note }, s): Section => ({
      id: `s${s + 1}`,
      title,
      level: 3,
      blocks: note.map((text, i): Block => {
        const said = original?.[s]?.[i];
        return { content: paragraph(text), ...(said === undefined ? {} : { original: [paragraph(said)] }) };
      }),
    }),
  );
  const [first, ...rest] = compiled;
  if (!first) throw new Error('an edition has at least one section');
  return {
    language: 'zh-Hans',
    title: 'A made-up talk',
    summary: [],
    date: null,
    speakers: [],
    duration: null,
    sections: [first, ...rest],
    glossary: [],
    timestamps: {},
    ...more,
  };
}

function paragraph(text: string) {
  return { type: 'element', tagName: 'p', properties: {}, children: [{ type: 'text', value: text }] } as const;
}

export function evidenceOf(more: Partial<Evidence>): Evidence {
  return { duration: null, chapters: [], chapterOrigin: 'unknown', transcript: null, ...more };
}

export function heard(cues: readonly Cue[]): Evidence['transcript'] {
  return { language: 'en', cues };
}

/** A chapter at each given section, titled with three of the section's own words as spoken. */
export function chaptersAt(talk: MadeUpTalk, indices: readonly number[]): readonly Chapter[] {
  const translations = talk.lexicon.words;
  return indices.map((s) => {
    const title = talk.sections[s]?.title ?? '';
    const words = [title.slice(0, 2), title.slice(2, 4), title.slice(4, 6)];
    return { start: talk.starts[s] ?? 0, title: words.map((word) => translations.get(word)?.[0]?.[0] ?? '').join(' ') };
  });
}

/** The absolute error of each section, in seconds. */
export function errorsOf(timeline: Timeline, starts: readonly number[]): readonly number[] {
  return timeline.sections.map(({ start }, s) => Math.abs(start - (starts[s] ?? Number.NaN)));
}

export function share(values: readonly number[], limit: number): number {
  return values.filter((value) => value <= limit).length / values.length;
}
