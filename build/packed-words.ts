/**
 * Dictionaries of Chinese characters as short ASCII texts, for bundles: gzip spends two bytes on a character of UTF-8,
 * but one is enough to say how far it is from the one before. Both ends of the packing are here; the reading end is put
 * into the bundle.
 */

/** A word and how the other script writes it, as dictionaries of opencc-js have them. */
type Pair = readonly [word: string, written: string];

/** Printable, and nothing that a JavaScript string would escape. */
const DIGITS = Array.from({ length: 95 }, (_, at) => String.fromCharCode(32 + at)).filter(
  (each) => !/["\\]/.test(each),
);
const BASE = DIGITS.length;
/** Numbers below are one digit, those up to BASE times as many two, all others three. */
const ONE = 56;
const TWO = BASE - ONE - 8;

function packNumber(number: number): string {
  const digit = (value: number) => DIGITS[value] ?? '';
  if (number < ONE) return digit(number);
  const rest = number - ONE;
  if (rest < TWO * BASE) return digit(ONE + Math.floor(rest / BASE)) + digit(rest % BASE);
  const more = rest - TWO * BASE;
  const lead = Math.floor(more / BASE / BASE);
  if (lead >= BASE - ONE - TWO) throw new RangeError(`${number} is too large to be packed`);
  return digit(ONE + TWO + lead) + digit(Math.floor(more / BASE) % BASE) + digit(more % BASE);
}

/** Reads what {@link packNumber} wrote, one number a call. */
function reader(packed: string): { next(): number; readonly done: boolean } {
  let at = 0;
  const digit = () => {
    const code = packed.charCodeAt(at++);
    return code - 32 - (code > 34 ? 1 : 0) - (code > 92 ? 1 : 0);
  };
  return {
    get done() {
      return at >= packed.length;
    },
    next() {
      const lead = digit();
      if (lead < ONE) return lead;
      if (lead < ONE + TWO) return ONE + (lead - ONE) * BASE + digit();
      return ONE + TWO * BASE + ((lead - ONE - TWO) * BASE + digit()) * BASE + digit();
    },
  };
}

/** Numbers of either sign as such of one: 0, -1, 1, -2 … */
const folded = (number: number) => (number < 0 ? -2 * number - 1 : 2 * number);
const unfolded = (number: number) => (number % 2 === 1 ? -(number + 1) / 2 : number / 2);

/** Single characters of the basic plane, sorted by the first of each pair; a pair's parts by their distances. */
export function packCharacters(pairs: readonly Pair[]): string {
  let [word, written] = [0, 0];
  return pairs
    .map((pair) => {
      const [to, into] = pair.map((character) => character.charCodeAt(0)) as [number, number];
      const packed = packNumber(to - word) + packNumber(folded(into - written));
      [word, written] = [to, into];
      return packed;
    })
    .join('');
}

/** What {@link packCharacters} was given, as a dictionary. */
export function unpackCharacters(packed: string): string {
  const numbers = reader(packed);
  const lines: string[] = [];
  for (let [word, written] = [0, 0]; !numbers.done; ) {
    word += numbers.next();
    written += unfolded(numbers.next());
    lines.push(`${String.fromCharCode(word)} ${String.fromCharCode(written)}`);
  }
  return lines.join('|');
}

/** The other direction of a dictionary: the first of those that become a character, but for the pairs given. */
export function turnedAround(dictionary: string, exceptions: string): string {
  const turned = new Map<string, string>();
  for (const line of dictionary.split('|')) {
    const [word = '', written = ''] = line.split(' ');
    if (!turned.has(written)) turned.set(written, word);
  }
  for (const [, word = '', written = ''] of exceptions.matchAll(/(.)(.)/gu)) turned.set(word, written);
  return [...turned].map((pair) => pair.join(' ')).join('|');
}

/** The characters GB 2312 calls common (3755), in its order, which every browser knows by heart. */
function commonCharacters(): string {
  const bytes: number[] = [];
  for (let lead = 0xb0; lead <= 0xd7; lead++) {
    for (let trail = 0xa1; trail <= (lead === 0xd7 ? 0xf9 : 0xfe); trail++) bytes.push(lead, trail);
  }
  return new TextDecoder('gbk').decode(Uint8Array.from(bytes));
}

/** A phrase of common characters of which at most one is written otherwise than by itself. */
interface Variation {
  readonly at: number;
  readonly character: string;
  readonly written: string;
  readonly others: readonly number[];
}

/** The phrases told one by one, and the characters and numbers of the rest. */
export type PackedPhrases = readonly [whole: string, heads: string, numbers: string];

/**
 * Phrases of two common characters that become something else than by themselves, and phrases of three that only keep
 * such a phrase from being seen in them: grouped by the character in question, the others by their distances within the
 * group. All other phrases are left out: of 100,000 characters of real notes 14 come out otherwise than by the whole
 * dictionary, where by characters alone it would be 500.
 *
 * @param alone What a text becomes by its characters alone.
 */
export function packPhrases(phrases: readonly Pair[], alone: (text: string) => string): PackedPhrases {
  const common = new Map(Array.from(commonCharacters(), (character, at) => [character, at]));
  const groups = new Map<string, Variation[]>();
  let whole = '';
  for (const [phrase, written] of phrases) {
    const codes = Array.from(phrase, (character) => common.get(character) ?? -1);
    const plain = alone(phrase);
    const changed = codes.map((_, at) => at).filter((at) => written[at] !== plain[at]);
    if (codes.includes(-1) || codes.length > (changed.length === 0 ? 3 : 2)) continue;
    if (changed.length > 1) {
      whole += phrase + written;
      continue;
    }
    const [at = 0] = changed;
    const variation = { at, character: phrase[at] ?? '', written: written[at] ?? '', others: codes.toSpliced(at, 1) };
    const key = `${codes.length}${at}${variation.character}${variation.written}`;
    groups.set(key, [...(groups.get(key) ?? []), variation]);
  }
  let heads = '';
  let numbers = '';
  for (const [key, group] of [...groups].sort(([a], [b]) => (a < b ? -1 : 1))) {
    const [length = '', at = ''] = key;
    heads += key.slice(2);
    numbers += packNumber(Number(length) * 3 + Number(at)) + packNumber(group.length);
    let last = 0;
    for (const [first = 0, ...rest] of group.map(({ others }) => others).sort(([a = 0], [b = 0]) => a - b)) {
      numbers += packNumber(first - last) + rest.map(packNumber).join('');
      last = first;
    }
  }
  return [whole, heads, numbers];
}

/** What {@link packPhrases} was given, as a dictionary; `characters` is the dictionary of what they become alone. */
export function unpackPhrases([whole, heads, packed]: PackedPhrases, characters: string): string {
  const common = commonCharacters();
  const alone = new Map(characters.split('|').map((line) => [line[0], line[2]]));
  const numbers = reader(packed);
  const lines = Array.from(whole.matchAll(/(..)(..)/g), ([, phrase, written]) => `${phrase} ${written}`);
  for (let head = 0; !numbers.done; head += 2) {
    const shape = numbers.next();
    const [length, at] = [Math.floor(shape / 3), shape % 3];
    for (let [left, last] = [numbers.next(), 0]; left > 0; left--) {
      last += numbers.next();
      const others = [last];
      while (others.length < length - 1) others.push(numbers.next());
      const phrase = others.map((each) => common[each] ?? '');
      const written = phrase.map((each) => alone.get(each) ?? each);
      phrase.splice(at, 0, heads[head] ?? '');
      written.splice(at, 0, heads[head + 1] ?? '');
      lines.push(`${phrase.join('')} ${written.join('')}`);
    }
  }
  return lines.join('|');
}
