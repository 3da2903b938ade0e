import type { Edition } from '../../core/note/episode.ts';
import { align } from '../../core/timeline/align.ts';
import type { Lexicon } from '../../core/timeline/lexicon.ts';
import { sectionTexts } from '../../core/timeline/note-text.ts';
import type { Evidence } from '../../core/timeline/timeline.ts';
import { editionOf, randomFrom } from '../../tests/core/timeline/made-up-talk.ts';

/** A condensed note made from a full one. */
export interface Condensed {
  readonly edition: Edition;
  /** For each section the moment at which its first sentence is said, in seconds. */
  readonly starts: readonly number[];
}

/** What stays of a section: some of its paragraphs as they are, or some of its sentences in other words. */
type Style = 'turns' | 'summary';

const MOST_MERGED = 5;
const LEFT_OUT = 0.1;
/** Share of the paragraphs or sentences that stay, from least to most. */
const STAYS: Readonly<Record<Style, readonly [number, number]>> = { turns: [0.125, 0.25], summary: [0.04, 0.15] };
/** Shares of a summary's words that are lost, and that change places with the next. */
const LOST_WORDS = 0.33;
const SWAPPED_WORDS = 0.1;

const SENTENCE_END = /(?<=[。！？!?]["”’」』）)]{0,3})|(?<=\.["”’)]{0,3}\s)/u;
const WORDS = new Intl.Segmenter('zh', { granularity: 'word' });

interface Sentence {
  readonly text: string;
  readonly paragraph: number;
  /** Seconds. */
  readonly said: number;
}

/**
 * Makes condensed notes of a full one, each from up to five sections in one, in both styles by turns. Deterministic for a seed.
 *
 * @param evidence With the transcript: it gives the moment of each sentence of the full note.
 */
export function condense(
  full: Edition,
  evidence: Evidence,
  lexicon: Lexicon | null,
  draws: number,
): readonly Condensed[] {
  const sections = sentencesOf(full, evidence, lexicon);
  return Array.from({ length: draws }, (_, draw) => {
    const random = randomFrom(draw + 1);
    const style: Style = draw % 2 === 0 ? 'turns' : 'summary';
    const made: { readonly title: string; readonly note: readonly string[]; readonly start: number }[] = [];
    for (let from = 0; from < sections.length; ) {
      const to = from + 1 + Math.floor(random() * MOST_MERGED);
      const sentences = sections.slice(from, to).flatMap(({ sentences: own }) => own);
      const kept = style === 'turns' ? keptParagraphs(sentences, random) : keptSentences(sentences, random);
      const [first] = kept;
      const title = sections[from]?.title ?? '';
      if (first && random() >= LEFT_OUT) made.push({ title, note: kept.map(({ text }) => text), start: first.said });
      from = to;
    }
    const edition = {
      ...editionOf(made.length > 0 ? made : [{ title: full.title, note: [] }]),
      language: full.language,
    };
    return { edition, starts: made.map(({ start }) => start) };
  });
}

/** The sentences of each section, with the moments at which the aligner finds them when each is a section of its own. */
function sentencesOf(full: Edition, evidence: Evidence, lexicon: Lexicon | null) {
  const cut = sectionTexts(full).map(({ title, paragraphs }) => ({
    title,
    sentences: paragraphs.flatMap(({ text }, paragraph) =>
      text.split(SENTENCE_END).flatMap((sentence) => (sentence.trim() === '' ? [] : [{ text: sentence, paragraph }])),
    ),
  }));
  const alone = cut.flatMap(({ sentences }) => sentences.map(({ text }) => ({ title: '', note: [text] })));
  const { sections } = align({ ...editionOf(alone), language: full.language }, evidence, [], lexicon);
  let next = 0;
  return cut.map(({ title, sentences }) => ({
    title,
    sentences: sentences.map((sentence): Sentence => ({ ...sentence, said: sections[next++]?.start ?? 0 })),
  }));
}

function keptParagraphs(sentences: readonly Sentence[], random: () => number): readonly Sentence[] {
  const paragraphs: Sentence[] = [];
  for (const [i, sentence] of sentences.entries()) {
    const last = paragraphs.at(-1);
    if (last && sentences[i - 1]?.paragraph === sentence.paragraph) {
      paragraphs[paragraphs.length - 1] = { ...last, text: last.text + sentence.text };
    } else paragraphs.push(sentence);
  }
  return some(paragraphs, STAYS.turns, random);
}

function keptSentences(sentences: readonly Sentence[], random: () => number): readonly Sentence[] {
  return some(sentences, STAYS.summary, random).map((sentence) => {
    const words = [...WORDS.segment(sentence.text)].map(({ segment }) => segment).filter(() => random() >= LOST_WORDS);
    for (let i = 0; i + 1 < words.length; i++) {
      if (random() < SWAPPED_WORDS) words.splice(i, 2, words[i + 1] as string, words[i] as string);
    }
    return { ...sentence, text: words.join('') };
  });
}

/** A share of a list, at least one, in its order. */
function some<T>(list: readonly T[], [least, most]: readonly [number, number], random: () => number): readonly T[] {
  const count = Math.max(1, Math.round(list.length * (least + random() * (most - least))));
  return list
    .map((item, at) => ({ item, at, rank: random() }))
    .sort((a, b) => a.rank - b.rank)
    .slice(0, count)
    .sort((a, b) => a.at - b.at)
    .map(({ item }) => item);
}
