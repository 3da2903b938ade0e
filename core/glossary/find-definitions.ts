import { isWordCharacter, NOT_LATIN } from './find-names.ts';
import type { Hits } from './hits.ts';
import { reasonNumber } from './reason.ts';

/** The explanations of the entries that have one, in their order. */
export interface Definitions {
  /** `\n` before and after each; every one begins with a space. */
  readonly text: string;
  /** Where each starts in `text`, ascending, and one more for the end. */
  readonly starts: Int32Array;
  readonly entries: Int32Array;
}

/** Fewer Latin letters match by accident; Han characters are words sooner. */
const LEAST = 3;
const LEAST_HAN = 2;
const DEFINITION = reasonNumber('definition');

/** @param folded By entry; empty where there is no explanation. */
export function collectDefinitions(folded: readonly string[]): Definitions {
  const parts: string[] = [];
  const entries: number[] = [];
  const starts = [1];
  for (const [entry, text] of folded.entries()) {
    if (text === '') continue;
    parts.push(` ${text}`);
    entries.push(entry);
    starts.push((starts.at(-1) ?? 1) + text.length + 2);
  }
  const text = `\n${parts.map((part) => `${part}\n`).join('')}`;
  return { text, starts: Int32Array.from(starts), entries: Int32Array.from(entries) };
}

/** Explanations that contain every word typed, in any order. */
export function findDefinitions({ text, starts, entries }: Definitions, typed: string, hits: Hits): void {
  const words = typed.split(' ').map((word) => {
    const latin = !NOT_LATIN.test(word);
    // A Latin word must begin where one begins in the definition; Chinese writes no spaces.
    return { word, latin, long: word.length >= (latin ? LEAST : LEAST_HAN) };
  });
  const [first, ...others] = words.filter(({ long }) => long).sort((a, b) => b.word.length - a.word.length);
  if (!first) return;
  const opens = (place: number) => !isWordCharacter(text.charAt(place - 1));
  let item = 0;
  for (let at = text.indexOf(first.word); at !== -1; ) {
    if (first.latin && !opens(at)) {
      at = text.indexOf(first.word, at + 1);
      continue;
    }
    item = itemAt(starts, at, item);
    const start = starts[item] ?? 0;
    const end = (starts[item + 1] ?? text.length) - 1;
    const definition = others.length > 0 ? text.slice(start, end) : '';
    const all = others.every(({ word, latin }) => {
      let place = definition.indexOf(word);
      while (place !== -1 && latin && !opens(start + place)) place = definition.indexOf(word, place + 1);
      return place !== -1;
    });
    if (all) hits.add(entries[item] ?? 0, DEFINITION, Math.min(255, (at - start) >> 1), 0);
    at = text.indexOf(first.word, end);
  }
}

/** The item whose text contains this place, searched from `from` on. */
function itemAt(starts: Int32Array, place: number, from: number): number {
  let item = from;
  while ((starts[item + 1] ?? Number.POSITIVE_INFINITY) <= place) item += 1;
  return item;
}
