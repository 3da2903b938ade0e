/**
 * Trains the bilingual lexicon: the English stems that translate a Chinese word, with their probabilities.
 *
 *   node scripts/lexicon/train.ts PAIRS.jsonl.gz [OUT.ts]
 *
 * PAIRS has one `{"note", "zh", "en"}` paragraph pair per line. Method: IBM Model 1 (Brown et al. 1993) with an empty word and
 * the diagonal prior of fast_align (Dyer et al. 2013), because paragraphs are translated in order. Chinese words come from the
 * ICU dictionary (Intl.Segmenter) at first, then from the lexicon itself, matched longest first as in the aligner. Words are
 * kept by the information they give about the transcript. The output contains word statistics only: no sentence, and no word
 * that occurs in fewer than three notes.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync, gzipSync } from 'node:zlib';
import { dictionaryWords, tokenize } from '../../core/timeline/features.ts';
import { packLexicon } from './pack-lexicon.ts';

const LIMIT = 46_000;
const MIN_NOTES = 3;
const MAX_TRANSLATIONS = 8;
const ROUNDS = 6;
/** How strongly a word is expected at the same relative place of the paragraph. */
const DIAGONAL = 6;
/** Probabilities are stored as one letter: `A` is 1, each further letter a factor of 0.8. */
const STEP = 0.8;

interface Pair {
  readonly note: string;
  readonly runs: readonly string[];
  readonly en: readonly string[];
}

const [pairsFile, outFile = join(import.meta.dirname, '../../core/timeline/lexicon-zh-en.data.ts')] =
  process.argv.slice(2);
if (!pairsFile) {
  console.error('usage: node scripts/lexicon/train.ts PAIRS.jsonl.gz [OUT.ts]');
  process.exit(2);
}

const pairs = readPairs(pairsFile);
console.error(`${pairs.length} pairs`);
const english = vocabulary(
  pairs.map((pair) => ({ note: pair.note, words: pair.en })),
  5,
  9000,
);
const segmenter = new Intl.Segmenter('zh', { granularity: 'word' });
const segmented = pairs.map((pair) => ({
  note: pair.note,
  words: pair.runs.flatMap((run) => [...segmenter.segment(run)].map((part) => part.segment)),
}));
const words = [...vocabulary(segmented, 6, 12_000).keys()].filter((word) => word.length <= 5);
// Each round trains on the words kept by the one before.
const kept = new Set(words);
let entries: Entry[] = [];
for (const size of [12_000, 6500, 4800]) {
  entries = train(pairs, kept, english).slice(0, size);
  kept.clear();
  for (const entry of entries) kept.add(entry.word);
  console.error(`${entries.length} words kept`);
}
let text = '';
for (let low = 0, high = entries.length; low < high; ) {
  const middle = Math.ceil((low + high) / 2);
  const attempt = serialise(entries.slice(0, middle));
  if (gzipSync(attempt, { level: 9 }).length <= LIMIT) {
    text = attempt;
    low = middle;
  } else high = middle - 1;
}
writeFileSync(outFile, text);
console.error(`${text.split('\n').length} lines, ${gzipSync(text, { level: 9 }).length} bytes gzipped`);

interface Entry {
  readonly word: string;
  readonly value: number;
  readonly translations: readonly (readonly [string, number])[];
}

function readPairs(file: string): readonly Pair[] {
  return gunzipSync(readFileSync(file))
    .toString('utf8')
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => {
      const { note, zh, en } = JSON.parse(line) as { note: string; zh: string; en: string };
      const runs = tokenize(zh).flatMap((token) => (token.kind === 'run' ? [token.text] : []));
      return { note, runs, en: tokenize(en).flatMap((token) => (token.kind === 'word' ? [token.text] : [])) };
    })
    .filter((pair) => pair.runs.length > 0 && pair.en.length > 0);
}

/** Words with their ranks, most frequent first; only those with at least `min` occurrences, in at least MIN_NOTES notes. */
function vocabulary(texts: readonly { note: string; words: readonly string[] }[], min: number, size: number) {
  const count = new Map<string, number>();
  const notes = new Map<string, Set<string>>();
  for (const { note, words } of texts) {
    for (const word of words) {
      count.set(word, (count.get(word) ?? 0) + 1);
      const seen = notes.get(word) ?? new Set();
      notes.set(word, seen.add(note));
    }
  }
  const list = [...count]
    .filter(([word, n]) => n >= min && (notes.get(word)?.size ?? 0) >= MIN_NOTES)
    .sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1))
    .slice(0, size);
  return new Map(list.map(([word], index) => [word, index]));
}

/** Runs Model 1 over the given Chinese words; returns the entries, most informative first. */
function train(all: readonly Pair[], known: ReadonlySet<string>, target: ReadonlyMap<string, number>): Entry[] {
  const source = [...known].sort();
  const index = new Map(source.map((word, i) => [word, i + 1]));
  const width = target.size;
  const sides = all.map((pair) => ({
    zh: Int32Array.from(
      pair.runs.flatMap((run) => dictionaryWords(run, (w) => index.has(w), 5)),
      (w) => index.get(w) ?? 0,
    ),
    en: Int32Array.from(pair.en.flatMap((word) => target.get(word) ?? [])),
  }));
  const rows = source.length + 1;
  const frequency = new Float64Array(width);
  const occurrences = new Float64Array(rows);
  let total = 0;
  for (const { zh, en } of sides) {
    for (const e of en) frequency[e] = (frequency[e] ?? 0) + 1;
    for (const z of zh) occurrences[z] = (occurrences[z] ?? 0) + 1;
    total += en.length;
  }
  let t = new Float32Array(rows * width);
  for (let z = 0; z < rows; z++) for (let e = 0; e < width; e++) t[z * width + e] = (frequency[e] ?? 0) / total;
  t = t.map((_, i) => (i < width ? (frequency[i] ?? 0) / total : 1 / width));
  for (let round = 0; round < ROUNDS; round++) {
    const counts = new Float32Array(rows * width);
    for (const { zh, en } of sides) {
      const weights = new Float64Array(zh.length);
      for (let j = 0; j < en.length; j++) {
        const e = en[j] ?? 0;
        let sum = 0;
        for (let i = 0; i < zh.length; i++) {
          const distance = Math.abs((i + 0.5) / zh.length - (j + 0.5) / en.length);
          const weight = Math.exp(-DIAGONAL * distance) * (t[(zh[i] ?? 0) * width + e] ?? 0);
          weights[i] = weight;
          sum += weight;
        }
        // The empty word accounts for words that the translation left out: about one in five.
        const none = 0.2 * (t[e] ?? 0) * Math.max(1, zh.length) * 0.4;
        sum += none;
        if (sum <= 0) continue;
        counts[e] = (counts[e] ?? 0) + none / sum;
        for (let i = 0; i < zh.length; i++) {
          const cell = (zh[i] ?? 0) * width + e;
          counts[cell] = (counts[cell] ?? 0) + (weights[i] ?? 0) / sum;
        }
      }
    }
    for (let z = 0; z < rows; z++) {
      let sum = 0;
      for (let e = 0; e < width; e++) sum += counts[z * width + e] ?? 0;
      // Discounting (as in Kneser-Ney smoothing) removes chance co-occurrences of rare words.
      for (let e = 0; e < width; e++) {
        const c = counts[z * width + e] ?? 0;
        t[z * width + e] = z === 0 ? c / Math.max(1, sum) : Math.max(0, c - (round > 1 ? 0.4 : 0)) / Math.max(1, sum);
      }
    }
    console.error(`round ${round + 1}`);
  }
  const names = [...target.keys()];
  return source
    .map((word, i) => {
      const row = t.subarray((i + 1) * width, (i + 2) * width);
      const best = [...row.keys()]
        .filter((e) => (row[e] ?? 0) >= 0.02 && (row[e] ?? 0) > (4 * (frequency[e] ?? 0)) / total)
        .sort((a, b) => (row[b] ?? 0) - (row[a] ?? 0))
        .slice(0, MAX_TRANSLATIONS);
      const gain = best.reduce((sum, e) => {
        const p = row[e] ?? 0;
        return sum + p * Math.log((p * total) / Math.max(1, frequency[e] ?? 0));
      }, 0);
      const translations = best.map((e) => [names[e] ?? '', row[e] ?? 0] as const);
      return { word, value: gain * Math.sqrt(occurrences[i + 1] ?? 0), translations };
    })
    .filter((entry) => entry.translations.length > 0)
    .sort((a, b) => b.value - a.value || (a.word < b.word ? -1 : 1));
}

function serialise(list: readonly Entry[]): string {
  const packed = packLexicon(
    list.map(({ word, translations }) => [word, translations.map(([stem, p]) => [stem, letter(p)])]),
  );
  return `// Made by scripts/lexicon/train.ts from word statistics of translated notes; do not edit.\nexport const packed = ${JSON.stringify(packed)};\n`;
}

function letter(probability: number): string {
  const steps = Math.min(25, Math.max(0, Math.round(Math.log(probability) / Math.log(STEP))));
  return String.fromCharCode(65 + steps);
}
