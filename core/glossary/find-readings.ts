import type { Hits } from './hits.ts';
import { isBound, keyAt, keysFrom } from './key-text.ts';
import type { NameIndex } from './name-index.ts';
import { fitReading, LEAST_INSIDE, READING_FITS, type ReadingFit, typedReading } from './reading.ts';
import { reasonNumber } from './reason.ts';

const READING = reasonNumber('reading');

/** Names whose pinyin was typed, whole or in any abbreviation. */
export function findReadings({ readings, readingUses }: NameIndex, typed: string, hits: Hits): void {
  const letters = typedReading(typed);
  if (letters === null) return;
  const { text, starts } = readings;

  const syllables: number[] = [];
  const add = (key: number, fit: ReadingFit | null) => {
    if (fit === null) return;
    const order = READING_FITS.indexOf(fit) * 32 + Math.min(31, syllables.length);
    const end = readingUses.starts[key + 1] ?? 0;
    for (let use = readingUses.starts[key] ?? 0; use < end; use += 1) {
      hits.add(readingUses.entries[use] ?? 0, READING, order, readingUses.places[use] ?? 0);
    }
  };
  /** Whether the second letter typed goes on with the first syllable or begins the second. */
  const second = letters.charCodeAt(1);
  const mayFit = (key: number) => {
    const start = starts[key] ?? 0;
    if (text.charCodeAt(start + 1) === second) return true;
    const end = (starts[key + 1] ?? 0) - 1;
    let at = start + 1;
    while (at < end && !isBound(readings, at)) at += 1;
    return at < end && text.charCodeAt(at) === second;
  };
  const readSyllables = (key: number) => {
    const [start = 0, end = 0] = [starts[key], (starts[key + 1] ?? 0) - 1];
    syllables.length = 0;
    for (let at = start; at < end; at += 1) if (isBound(readings, at)) syllables.push(at - start);
    return text.slice(start, end);
  };

  // Abbreviations begin with the reading's first letter.
  const [first, last] = keysFrom(readings, letters.charAt(0));
  for (let key = first; key < last; key += 1) {
    if (mayFit(key)) add(key, fitReading(readSyllables(key), syllables, letters));
  }
  // A match from a later syllable on is found in the text itself.
  if (letters.length < LEAST_INSIDE) return;
  let key = 0;
  for (let at = text.indexOf(letters); at !== -1; at = text.indexOf(letters, at + 1)) {
    if (!isBound(readings, at)) continue;
    key = keyAt(readings, at, key);
    readSyllables(key);
    add(key, at === starts[key] ? null : 'inside');
  }
}
