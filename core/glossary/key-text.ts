/** Separates keys; never part of a folded text. */
export const KEY_BREAK = '\n';

/**
 * Keys in one string, in the order of their UTF-16 code units, each once for every way it is made of words. The engine's own string search is faster
 * than building any tree, and strings and typed arrays are stored and read as they are.
 */
export interface KeyText {
  /** `\n` before and after every key. */
  readonly text: string;
  /** Where each key starts in `text`, ascending, and one more for the end. */
  readonly starts: Int32Array<ArrayBuffer>;
  /** A bit per code unit of `text`: set where a key begins, and where a later word or syllable of it does. */
  readonly bounds: Uint8Array<ArrayBuffer>;
}

/** The entries that use each key: those of key `k` are from `starts[k]` up to, not including, `starts[k + 1]`. */
export interface KeyUses {
  readonly starts: Int32Array<ArrayBuffer>;
  readonly entries: Int32Array<ArrayBuffer>;
  /** Which of the entry's names or readings it is; 0 is the term. */
  readonly places: Uint8Array<ArrayBuffer>;
}

/** Further names share the last number. */
const LAST_PLACE = 255;

/** Gathers keys while the entries are read. */
export interface KeyCollector {
  /** @param words Folded; together they are the key. A key that the entry has already is left out. */
  add(words: string, entry: number, place: number): void;
  finish(): { readonly keys: KeyText; readonly uses: KeyUses };
}

export function collectKeys(): KeyCollector {
  /** By the words, so that a name is not found from a word on that only another name has. */
  const numbers = new Map<string, number>();
  /** Per key: the entry that came last. */
  const latest: number[] = [];
  const uses: UseList = { keys: [], entries: [], places: [] };

  return {
    add(words, entry, place) {
      if (words === '') return;
      const number = numbers.get(words) ?? numbers.size;
      if (number === numbers.size) numbers.set(words, number);
      // Entries come one after the other.
      if (latest[number] === entry) return;
      latest[number] = entry;
      uses.keys.push(number);
      uses.entries.push(entry);
      uses.places.push(Math.min(place, LAST_PLACE));
    },
    finish() {
      const sorted = [...numbers]
        .map(([words, number]) => ({ words, number, key: words.replaceAll(' ', '') }))
        .sort((a, b) => (a.key < b.key ? -1 : a.key > b.key ? 1 : 0));
      return { keys: layOut(sorted), uses: sortUses(sorted, uses) };
    },
  };
}

interface UseList {
  readonly keys: number[];
  readonly entries: number[];
  readonly places: number[];
}

interface CollectedKey {
  readonly words: string;
  readonly key: string;
  /** In the order of collecting. */
  readonly number: number;
}

function layOut(sorted: readonly CollectedKey[]): KeyText {
  const starts = new Int32Array(sorted.length + 1).fill(1);
  for (const [at, { key }] of sorted.entries()) starts[at + 1] = (starts[at] ?? 1) + key.length + 1;
  const text = KEY_BREAK + sorted.map(({ key }) => key + KEY_BREAK).join('');
  const bits = new Uint8Array((text.length >> 3) + 1);
  for (const [at, { words }] of sorted.entries()) {
    let place = starts[at] ?? 0;
    for (const word of words.includes(' ') ? words.split(' ') : [words]) {
      bits[place >> 3] = (bits[place >> 3] ?? 0) | (1 << (place & 7));
      place += word.length;
    }
  }
  return { text, starts, bounds: bits };
}

function sortUses(sorted: readonly CollectedKey[], { keys, entries, places }: UseList): KeyUses {
  const placeOf = new Int32Array(sorted.length);
  for (const [at, { number }] of sorted.entries()) placeOf[number] = at;
  const starts = new Int32Array(sorted.length + 1);
  for (const key of keys) {
    const at = (placeOf[key] ?? 0) + 1;
    starts[at] = (starts[at] ?? 0) + 1;
  }
  for (let at = 1; at < starts.length; at += 1) starts[at] = (starts[at] ?? 0) + (starts[at - 1] ?? 0);
  const next = starts.slice();
  const result = { starts, entries: new Int32Array(keys.length), places: new Uint8Array(keys.length) };
  for (const [use, key] of keys.entries()) {
    const at = placeOf[key] ?? 0;
    const place = next[at] ?? 0;
    next[at] = place + 1;
    result.entries[place] = entries[use] ?? 0;
    result.places[place] = places[use] ?? 0;
  }
  return result;
}

/** How many keys there are. */
export const countKeys = ({ starts }: KeyText): number => starts.length - 1;

export const isBound = ({ bounds }: KeyText, place: number): boolean =>
  ((bounds[place >> 3] ?? 0) & (1 << (place & 7))) !== 0;

/** Where later words begin, sorted by the text from there to the end of their keys. */
export function sortedWords(keys: KeyText): Int32Array<ArrayBuffer> {
  const words: { readonly place: number; readonly rest: string }[] = [];
  for (let key = 0; key < countKeys(keys); key += 1) {
    const [start = 0, next = 0] = [keys.starts[key], keys.starts[key + 1]];
    for (let place = start + 1; place < next; place += 1) {
      if (isBound(keys, place)) words.push({ place, rest: keys.text.slice(place, next - 1) });
    }
  }
  words.sort((a, b) => (a.rest < b.rest ? -1 : a.rest > b.rest ? 1 : 0));
  return Int32Array.from(words, ({ place }) => place);
}

/** The key whose text contains this place, searched from one not after it: its neighbours first, then farther. */
export function keyAt({ starts }: KeyText, place: number, from: number): number {
  let low = from;
  let step = 1;
  let high = low + step;
  while (high < starts.length - 1 && (starts[high] ?? 0) <= place) {
    low = high;
    step *= 2;
    high = low + step;
  }
  high = Math.min(high, starts.length - 1);
  while (high - low > 1) {
    const middle = (low + high) >> 1;
    if ((starts[middle] ?? 0) <= place) low = middle;
    else high = middle;
  }
  return low;
}

/** The keys that begin so: from the first up to, not including, the second. */
export function keysFrom(keys: KeyText, beginning: string): readonly [low: number, high: number] {
  let range: readonly [number, number] = [0, countKeys(keys)];
  for (let at = 0; at < beginning.length && range[0] < range[1]; at += 1) {
    range = narrow(keys, range, at, beginning.charCodeAt(at));
  }
  return range;
}

/**
 * Of the keys from `low` up to, not including, `high`, which all begin alike, those that have this code unit at an offset.
 *
 * @returns The same kind of range; empty when both are equal.
 */
export function narrow(
  { text, starts }: KeyText,
  [low, high]: readonly [low: number, high: number],
  offset: number,
  unit: number,
): readonly [low: number, high: number] {
  const first = (least: number) => {
    let [from, to] = [low, high];
    while (from < to) {
      const middle = (from + to) >> 1;
      if (text.charCodeAt((starts[middle] ?? 0) + offset) < least) from = middle + 1;
      else to = middle;
    }
    return from;
  };
  return [first(unit), first(unit + 1)];
}
