import { francAll } from 'franc';
import type { LanguageTag } from '../core/note/episode.ts';
import { FAMILIES, LONE, RARE } from './language-signs.ts';

/**
 * The trigram score of a language that franc lacks; the best of the others has 1. It is 0 when none of the language's common
 * words occurs.
 */
const UNKNOWN_TRIGRAMS = 0.85;
/** Weights: of the share of words that are common in the language, and of the share that have letters foreign to it. */
const WORDS = 2;
const FOREIGN = 2;
/** Factor of FOREIGN outside Latin script: other scripts transliterate foreign names, so a foreign letter is strong evidence. */
const OTHER_SCRIPTS = 4;
/** The smallest lead over the next language, divided by the number of words. A rare language needs three times as much. */
const LEAD = 0.1;
/** In fewer words, trigrams alone are a guess: common words or letters beyond a to z must support them. */
const FEWEST_WORDS = 8;
const HARDLY = 0.1;
/** Fewer letters are too few to tell. */
const FEWEST_LETTERS = 6;

interface Candidate {
  readonly tag: LanguageTag;
  readonly franc: readonly string[];
  readonly letters: ReadonlySet<string>;
  readonly words: ReadonlySet<string>;
}

interface Script {
  readonly name: string;
  readonly letter: RegExp;
  readonly candidates: readonly Candidate[];
  /** In how many of its languages a word is common: a shared word counts for less. */
  readonly sharedBy: ReadonlyMap<string, number>;
}

let scripts: readonly Script[] | undefined;

function scriptsOf(): readonly Script[] {
  return [...Object.keys(FAMILIES), ...Object.keys(LONE)].map((name) => {
    const candidates = Object.entries(FAMILIES[name] ?? {}).map(([tag, { franc, letters, words }]) => ({
      tag,
      franc,
      letters: new Set(letters),
      words: new Set(words.split(' ')),
    }));
    const sharedBy = new Map<string, number>();
    for (const { words } of candidates) for (const word of words) sharedBy.set(word, (sharedBy.get(word) ?? 0) + 1);
    return { name, letter: new RegExp(`\\p{Script=${name}}`, 'gu'), candidates, sharedBy };
  });
}

/**
 * The language of a text in an alphabet, by three features: its letters, its common words, and franc's trigrams. `und` when
 * they do not separate one language from the next.
 *
 * @param text At most a few thousand characters.
 */
export function likeliestLanguage(text: string): LanguageTag {
  scripts ??= scriptsOf();
  const written = text.normalize('NFC').toLowerCase();
  const [most] = scripts
    .map((script) => ({ script, count: written.match(script.letter)?.length ?? 0 }))
    // Names and terms in Latin letters occur in notes of every language, so they count less.
    .map(({ script, count }) => ({ script, count, weight: script.name === 'Latin' ? count / 4 : count }))
    .sort((a, b) => b.weight - a.weight);
  if (!most || most.count < FEWEST_LETTERS) return 'und';
  const { script } = most;
  const lone = LONE[script.name];
  if (lone !== undefined) return lone;
  const words = (written.match(/[\p{L}\p{M}]+/gu) ?? []).filter((word) => word.search(script.letter) !== -1);
  const [first, second] = ranked(words, script);
  if (!first || !second || first.score - second.score < LEAD / words.length) return 'und';
  const isGuess =
    words.length < FEWEST_WORDS && first.familiar < HARDLY && words.every((word) => /^[a-z]+$/u.test(word));
  return isGuess ? 'und' : first.tag;
}

function ranked(words: readonly string[], { candidates, sharedBy, name }: Script) {
  /** The letters beyond a to z of every word that has any. */
  const tellings = words.map((word) => word.replaceAll(/[a-z\p{M}]+/gu, '')).filter((letters) => letters !== '');
  const only = candidates.flatMap(({ franc }) => franc);
  const trigrams = new Map(only.length > 0 ? francAll(words.join(' '), { only, minLength: 1 }) : []);
  return candidates
    .map(({ tag, franc, letters, words: common }) => {
      let familiar = 0;
      let foreign = 0;
      for (const word of words) {
        if (common.has(word)) familiar += 1 / Math.sqrt(sharedBy.get(word) ?? 1);
      }
      if (letters.size > 0 || name === 'Latin') {
        for (const telling of tellings) if ([...telling].some((letter) => !letters.has(letter))) foreign++;
      }
      const unknown = familiar > 0 ? UNKNOWN_TRIGRAMS : 0;
      const trigramScore = franc.length === 0 ? unknown : Math.max(...franc.map((code) => trigrams.get(code) ?? 0));
      const bonus =
        WORDS * familiar - FOREIGN * foreign * (name === 'Latin' ? 1 : OTHER_SCRIPTS) - (RARE.has(tag) ? 2 * LEAD : 0);
      return { tag, score: trigramScore + bonus / words.length, familiar: familiar / words.length };
    })
    .sort((a, b) => b.score - a.score);
}
