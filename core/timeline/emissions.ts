import { dictionaryWords, type Token } from './features.ts';
import { type Lexicon, reverse } from './lexicon.ts';
import { pairsOfStems, stemsOfRuns } from './like-sounding.ts';
import type { Unit } from './units.ts';

/** What a unit of the note is compared with: a chunk of the transcript or the title of a chapter. */
export interface Observation {
  readonly tokens: readonly Token[];
  /** Whether nothing was heard, in a hole of the transcript. */
  readonly silent?: true;
}

/** How much likelier each observation is under each unit of the note than under the video as a whole. */
export interface Emissions {
  readonly observations: number;
  readonly units: number;
  /** Ratio of an observation under a unit that shares nothing with it. */
  readonly floor: Float64Array;
  /** Writes the ratios of observation `t` under the units `low … high` (exclusive) into `row`. */
  readonly emit: (t: number, row: Float64Array, low: number, high: number) => void;
}

/** Ratios that come from words: each word of an observation lifts the units that could have made the speaker say it. */
export interface WordEmissions extends Emissions {
  /** Observation `t` has the words `words[from[t] … from[t + 1]]`. */
  readonly from: Int32Array;
  readonly words: Int32Array;
  /** Word `w` lifts the units `unit[at[w] … at[w + 1]]`, in rising order, by the factors `lift`. */
  readonly at: Int32Array;
  readonly unit: Int32Array;
  readonly lift: Float64Array;
}

export interface EmissionSettings {
  /** Share of the words that are said as the note has them: names, numbers, words of the same language. */
  readonly direct: number;
  /** Share of the words that are said as the dictionary has them. */
  readonly translated: number;
  /** Part of a unit's words that may be said during each neighbour: notes and speech are not cut at the same places. */
  readonly spill: number;
  /** Words are not independent evidence; this exponent discounts them. */
  readonly trust: number;
  /** Least background frequency of a word; `null` takes how often it is heard in the observations. */
  readonly background: number | null;
}

/** Chosen on the dev set; leaving any one video out chooses the same or a neighbour (docs/design/alignment.md). */
export const TRANSCRIPT_EMISSIONS: EmissionSettings = {
  direct: 0.6,
  translated: 0.85,
  spill: 0.12,
  trust: 0.9,
  background: null,
};

/** Least length of a unit in words, so that a heading of one name does not outweigh a paragraph. */
const FEWEST_WORDS = 6;

/**
 * Likelihood ratio of silence while the note is told. Close to 1, because what was said may only be missing; below it,
 * because otherwise a section could as well begin anywhere in a pause before it. Chosen by leaving out each video and each
 * channel, on holes and pauses in equal parts (docs/design/alignment.md).
 */
const SILENCE = 0.9;

/** What one unit makes the speaker say: word numbers and their expected share. */
interface Expectation {
  readonly words: Int32Array;
  readonly shares: Float64Array;
}

/**
 * Naive-Bayes likelihood ratios. A unit is expected to make the speaker say a word with the probability
 * `share · P(word | unit) + (1 − share) · P(word)`. `P(word | unit)` is IBM Model 1 (Brown et al. 1993) over the lexicon for
 * Han words and identity for names, numbers and words of the same language. The frequency `P(word)` is taken from the whole
 * transcript or the whole note, whichever is higher, never from within one section: a word repeated throughout a
 * section is what distinguishes it from the others.
 *
 * @param glossary Han names that the note itself explains by a Latin one, as stems of that.
 */
export function emissionsOf(
  observations: readonly Observation[],
  units: readonly Unit[],
  lexicon: Lexicon | null,
  glossary: ReadonlyMap<string, readonly string[]>,
  settings: EmissionSettings,
): WordEmissions {
  const simplify = lexicon?.simplify ?? ((text: string) => text);
  const { vocabulary, from, words, hasRuns } = vocabularyOf(observations, simplify);
  const size = vocabulary.size;
  const all = Math.max(1, words.length);
  const heard = new Float64Array(size);
  for (const word of words) heard[word] = (heard[word] as number) + 1 / all;

  const { expectations, direct } = expectationsOf(
    observations,
    units,
    vocabulary,
    hasRuns,
    lexicon,
    simplified(glossary, simplify),
    simplify,
  );
  const inNote = new Float64Array(size);
  for (const { words: own, shares } of expectations) {
    for (let i = 0; i < own.length; i++) {
      const word = own[i] as number;
      inNote[word] = (inNote[word] as number) + (shares[i] as number) / units.length;
    }
  }
  const share = Float64Array.from(direct, (met) => (met ? settings.direct : settings.translated));
  // All words that the note lacks are alike: none of them distinguishes its units.
  const base = Float64Array.from(inNote, (p, word) => (p > 0 ? (1 - (share[word] as number)) ** settings.trust : 1));
  const { at, unit, expected } = postingsOf(expectations, size, settings.spill);
  const lift = new Float64Array(unit.length);
  for (let word = 0; word < size; word++) {
    const background = Math.max(settings.background ?? (heard[word] as number), inNote[word] as number);
    const s = share[word] as number;
    for (let i = at[word] as number; i < (at[word + 1] as number); i++) {
      lift[i] = (1 - s + (s * (expected[i] as number)) / background) ** settings.trust / (base[word] as number);
    }
  }
  const floor = Float64Array.from(observations, ({ silent }) => (silent ? SILENCE : 1));
  for (let t = 0; t < observations.length; t++) {
    for (let k = from[t] as number; k < (from[t + 1] as number); k++) {
      floor[t] = (floor[t] as number) * (base[words[k] as number] as number);
    }
  }
  return wordEmissions({ observations: observations.length, units: units.length, floor, from, words, at, unit, lift });
}

/** Completes the tables to emissions. */
export function wordEmissions(tables: Omit<WordEmissions, 'emit'>): WordEmissions {
  const { from, words, at, unit, lift, floor } = tables;
  const emit = (t: number, row: Float64Array, low: number, high: number) => {
    row.fill(floor[t] as number, low, high);
    const end = from[t + 1] as number;
    for (let k = from[t] as number; k < end; k++) {
      const word = words[k] as number;
      const stop = at[word + 1] as number;
      let i = at[word] as number;
      // Postings are in rising order: find a narrow window by binary search.
      for (let top = stop; i < top; ) {
        const middle = (i + top) >> 1;
        if ((unit[middle] as number) < low) i = middle + 1;
        else top = middle;
      }
      for (; i < stop; i++) {
        const u = unit[i] as number;
        if (u >= high) break;
        row[u] = (row[u] as number) * (lift[i] as number);
      }
    }
  };
  return { ...tables, emit };
}

/** Names written as the lexicon writes its words. */
function simplified(
  glossary: ReadonlyMap<string, readonly string[]>,
  simplify: (text: string) => string,
): ReadonlyMap<string, readonly string[]> {
  return new Map([...glossary].map(([name, stems]) => [simplify(name), stems]));
}

function vocabularyOf(observations: readonly Observation[], simplify: (text: string) => string) {
  const vocabulary = new Map<string, number>();
  const from = new Int32Array(observations.length + 1);
  const words: number[] = [];
  let hasRuns = false;
  const add = (feature: string) => {
    let id = vocabulary.get(feature);
    if (id === undefined) {
      id = vocabulary.size;
      vocabulary.set(feature, id);
    }
    words.push(id);
  };
  for (const [t, { tokens }] of observations.entries()) {
    for (const { kind, text } of tokens) {
      if (kind !== 'run') add(text);
      else {
        hasRuns = true;
        const run = simplify(text);
        for (let i = 0; i + 2 <= run.length; i++) add(run.slice(i, i + 2));
      }
    }
    from[t + 1] = words.length;
  }
  return { vocabulary, from, words: Int32Array.from(words), hasRuns };
}

/** For every unit, the share of each word of the vocabulary; and which words occur literally. */
function expectationsOf(
  observations: readonly Observation[],
  units: readonly Unit[],
  vocabulary: ReadonlyMap<string, number>,
  hasRuns: boolean,
  lexicon: Lexicon | null,
  glossary: ReadonlyMap<string, readonly string[]>,
  simplify: (text: string) => string,
) {
  const spoken = hasRuns && lexicon ? reverse(lexicon) : null;
  const soundOfRun = stemsOfRuns(vocabulary);
  const soundOfStem = hasRuns ? pairsOfStems(observations) : () => [];
  const direct = new Uint8Array(vocabulary.size);
  const share = new Float64Array(vocabulary.size);
  let longest = 5;
  for (const name of glossary.keys()) longest = Math.max(longest, name.length);
  const has = (word: string) => glossary.has(word) || lexicon?.words.has(word) === true;
  let met: number[] = [];
  const add = (word: string, p: number): number | undefined => {
    const id = vocabulary.get(word);
    if (id === undefined) return undefined;
    if (share[id] === 0) met.push(id);
    share[id] = (share[id] as number) + p;
    return id;
  };
  const addDirect = (word: string) => {
    const id = add(word, 1);
    if (id !== undefined) direct[id] = 1;
    return id !== undefined;
  };
  const expectations = units.map(({ tokens }): Expectation => {
    let count = 0;
    for (const { kind, text } of tokens) {
      if (kind !== 'run') {
        addDirect(text);
        for (const [pair, p] of spoken?.get(text) ?? []) add(pair, p);
        if (kind === 'word') for (const [pair, p] of soundOfStem(text)) add(pair, p);
        count++;
        continue;
      }
      const run = simplify(text);
      if (hasRuns) for (let i = 0; i + 2 <= run.length; i++) if (addDirect(run.slice(i, i + 2))) count++;
      for (const word of dictionaryWords(run, has, longest)) {
        const known = glossary.get(word);
        for (const stem of known ?? []) add(stem, 1);
        if (!known) for (const [stem, p] of lexicon?.words.get(word) ?? []) add(stem, p);
        count += known?.length ?? 1;
      }
      for (const [stem, p] of soundOfRun(text)) {
        add(stem, p);
        count += p;
      }
    }
    const words = Int32Array.from(met);
    const shares = Float64Array.from(met, (id) => (share[id] as number) / Math.max(count, FEWEST_WORDS));
    for (const id of met) share[id] = 0;
    met = [];
    return { words, shares };
  });
  return { expectations, direct };
}

/** Turns units with words into words with units, letting each unit spill over into its neighbours. */
function postingsOf(expectations: readonly Expectation[], size: number, spill: number) {
  const count = new Int32Array(size);
  const lastUnit = new Int32Array(size).fill(-1);
  const around = (u: number) => [expectations[u - 1], expectations[u], expectations[u + 1]] as const;
  for (let u = 0; u < expectations.length; u++) {
    for (const part of around(u)) {
      for (const word of part?.words ?? []) {
        if (lastUnit[word] === u) continue;
        lastUnit[word] = u;
        count[word] = (count[word] as number) + 1;
      }
    }
  }
  const at = new Int32Array(size + 1);
  for (let word = 0; word < size; word++) at[word + 1] = (at[word] as number) + (count[word] as number);
  const next = at.slice(0, size);
  const unit = new Int32Array(at[size] as number);
  const expected = new Float64Array(at[size] as number);
  lastUnit.fill(-1);
  for (let u = 0; u < expectations.length; u++) {
    for (const [side, part] of around(u).entries()) {
      const weight = side === 1 ? 1 - 2 * spill : spill;
      for (let i = 0; i < (part?.words.length ?? 0); i++) {
        const word = part?.words[i] as number;
        if (lastUnit[word] !== u) {
          lastUnit[word] = u;
          unit[next[word] as number] = u;
          next[word] = (next[word] as number) + 1;
        }
        const k = (next[word] as number) - 1;
        expected[k] = (expected[k] as number) + weight * (part?.shares[i] as number);
      }
    }
  }
  return { at, unit, expected };
}
