import { KANA_SHIFT, LETTERS, SPELT } from './letters.ts';

/**
 * One folding for everything that is searched: names, notes, episodes and queries. Texts that a reader would call the same
 * fold to the same. Takes time linear in the length of any text.
 */

/** Raised whenever a text folds differently than before: stored keys of another version are folded again. */
export const FOLD_VERSION = 1;

/** A folded text that maps back to positions in the original. */
export interface FoldedText {
  readonly text: string;
  /**
   * Where a stretch of `text` stands in the original; UTF-16 code units, the end excluded. A letter that folds to two
   * (`ß`, `ﬁ`) and a letter with its marks are always taken whole.
   */
  rangeOf(from: number, to: number): readonly [from: number, to: number];
}

/** Marks kept of one letter. Real writing has at most five; thousands on one letter would take quadratic time to order. */
const MOST_MARKS = 8;

const MARK = /\p{M}/u;
/** Characters that are not seen: joiners, soft hyphens, directions, variation selectors. */
const UNSEEN = /\p{Default_Ignorable_Code_Point}/gu;
const UNSEEN_ONE = /\p{Default_Ignorable_Code_Point}/u;
/** Trade mark signs are not part of a name, but would fold to letters. */
const SIGNS = /[®™©℠]/g;
/** Marks that only decorate a letter, or that most people do not type. */
const DECORATED = /([\p{Script=Latin}\p{Script=Greek}\p{Script=Arabic}\p{Script=Hebrew}])\p{M}+/gu;
/** What composes with its letter is another letter (й, ї); the rest are stress marks. */
const STRESSED = /(\p{Script=Cyrillic})\p{M}+/gu;
const SPECIAL = new RegExp(`[${Object.keys(LETTERS).join('')}]`, 'gu');
const HIRAGANA = /[\u3041-\u3096\u309d\u309e]/g;
/** What separates words: all but letters, digits and symbols. `+`, `#` and `&` stay: C++, C# and AT&T are names. */
const SEPARATORS = /(?:[^\p{L}\p{M}\p{N}\p{S}#&]|[`´^~|\u2044\u02b9-\u02df])+/gu;
const LONE_MARKS = /(^| )\p{M}+/gu;
const UMLAUT = /[äöüåøÄÖÜÅØ]|[aouAOU][\u0308\u030a]/;
/** Scripts without spaces between words: a space beside them has no meaning. */
const UNSPACED = /[\u3005-\u3007\u3040-\u30ff\u31f0-\u31ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\ud840-\ud888]/;

/** The folded forms of single code units, kept: nearly every text is made of these. */
const known: Record<'bare' | 'spelt', (string | undefined)[]> = { bare: [], spelt: [] };

interface Folding {
  /** `spelt`: ä, ö, ü, å, ø as ae, oe, ue, aa, oe, as they are typed where a keyboard lacks them. */
  readonly umlauts: 'bare' | 'spelt';
  /** Whether spaces beside Chinese and Japanese writing are left out. */
  readonly tight: boolean;
}

/**
 * Folds a text for comparing: compatibility forms (full and half width, ligatures, ㎏), composition, case, accents,
 * hiragana or katakana and all punctuation are taken away; words stay apart by single spaces.
 */
export function foldWords(text: string): string {
  return fold(text, { umlauts: 'bare', tight: false }, null);
}

/** Folds a name: as {@link foldWords}, without spaces, so that `back-propagation` and `back propagation` are one. */
export function foldName(text: string): string {
  return foldWords(text).replaceAll(' ', '');
}

/** All ways in which the text may be typed, each folded by {@link foldWords}: `müller` and `mueller`; mostly just one. */
export function foldSpellings(text: string): readonly string[] {
  const bare = foldWords(text);
  if (!UMLAUT.test(text)) return [bare];
  const spelt = fold(text, { umlauts: 'spelt', tight: false }, null);
  return spelt === bare ? [bare] : [bare, spelt];
}

/**
 * Folds a text to be searched through, or to be sought in one: as {@link foldSpellings}, and without the spaces beside
 * Chinese and Japanese writing.
 */
export function foldForSearch(text: string): readonly [FoldedText, ...FoldedText[]] {
  const bare = foldWithPlaces(text, 'bare');
  return UMLAUT.test(text) ? [bare, foldWithPlaces(text, 'spelt')] : [bare];
}

function foldWithPlaces(text: string, umlauts: Folding['umlauts']): FoldedText {
  const folding = { umlauts, tight: true };
  let places: Places | null = null;
  return {
    text: fold(text, folding, null),
    rangeOf(from, to) {
      // Computed on demand: most searched texts contain no match, and their positions would fill the memory.
      if (!places) {
        places = { starts: [], ends: [] };
        fold(text, folding, places);
      }
      return [places.starts[from] ?? text.length, places.ends[to - 1] ?? places.starts[from] ?? 0];
    },
  };
}

/** Per code unit of the folded text: the range of its piece in the original. */
interface Places {
  readonly starts: number[];
  readonly ends: number[];
}

/** Goes through a text piece by piece: a letter with its marks, or the parts of one Korean syllable. */
function fold(text: string, { umlauts, tight }: Folding, places: Places | null): string {
  const table = known[umlauts];
  let folded = '';
  /** Where the separators before the next letter began; -1 when there are none. */
  let gap = -1;
  let last = '';

  /** Before what begins with this character: the space for the separators that came. */
  const close = (character: string, from: number, to: number) => {
    if (gap !== -1 && last !== '' && !(tight && (UNSPACED.test(character) || UNSPACED.test(last)))) {
      places?.starts.push(gap);
      places?.ends.push(from > gap ? from : to);
      folded += ' ';
    }
    gap = -1;
  };
  const put = (character: string, from: number, to: number) => {
    close(character, from, to);
    folded += character;
    last = character;
    for (let unit = 0; unit < character.length; unit += 1) {
      places?.starts.push(from);
      places?.ends.push(to);
    }
  };
  /** Folds a run of plain characters at once, which is ten times as fast. */
  const putPlain = (from: number, to: number) => {
    const plain = text.slice(from, to).toLowerCase();
    close(plain.charAt(0), from, from + 1);
    folded += plain;
    last = plain.charAt(plain.length - 1);
    if (!places) return;
    for (let at = from; at < to; at += 1) {
      places.starts.push(at);
      places.ends.push(at + 1);
    }
  };

  for (let at = 0; at < text.length; ) {
    const plain = plainEnd(text, at);
    if (plain > at) {
      putPlain(at, plain);
      at = plain;
      continue;
    }
    const end = pieceEnd(text, at);
    let piece: string;
    if (end === at + 1) {
      const unit = text.charCodeAt(at);
      piece = table[unit] ??= foldPiece(text.charAt(at), umlauts);
    } else piece = foldPiece(text.slice(at, end), umlauts);
    if (piece === ' ') {
      if (gap === -1) gap = at;
    } else if (!piece.includes(' ')) {
      if (piece !== '') put(piece, at, end);
    } else {
      for (const character of piece) {
        if (character !== ' ') put(character, at, end);
        else if (gap === -1) gap = at;
      }
    }
    at = end;
  }
  return folded;
}

/** Letters and digits of ASCII, and Han characters: only case is to be folded. */
const isPlain = (unit: number) =>
  (unit >= 0x4e00 && unit <= 0x9fff) ||
  (unit >= 0x61 && unit <= 0x7a) ||
  (unit >= 0x30 && unit <= 0x39) ||
  (unit >= 0x41 && unit <= 0x5a);

/** Where the plain characters from here on end; not before one that may belong to the last of them. */
function plainEnd(text: string, at: number): number {
  let end = at;
  while (isPlain(text.charCodeAt(end))) end += 1;
  return end > at && end < text.length && !isPunctuation(text.charCodeAt(end)) ? end - 1 : end;
}

/** Latin, and the punctuation of most texts: surely neither a mark nor unseen. */
const isPunctuation = (unit: number) =>
  (unit < 0x300 && unit !== 0xad) ||
  (unit >= 0x2010 && unit <= 0x2027) ||
  (unit >= 0x3000 && unit <= 0x3029) ||
  (unit >= 0xff01 && unit <= 0xff60);

/** Where the piece that begins here ends. Unseen characters belong to the piece before them, and separate no parts. */
function pieceEnd(text: string, at: number): number {
  let end = at + (isPair(text, at) ? 2 : 1);
  const following = text.charCodeAt(end);
  if ((following < 0x300 && following !== 0xad) || (following >= 0x4e00 && following <= 0x9fff)) return end;
  if (Number.isNaN(following)) return end;
  const unit = text.charCodeAt(at);
  const next = afterUnseen(text, end);
  const second = text.charCodeAt(next);
  if (isLeadingJamo(unit) && isVowelJamo(second)) {
    end = next + 1;
    const third = afterUnseen(text, end);
    if (isTrailingJamo(text.charCodeAt(third))) end = third + 1;
  } else if (unit >= 0xac00 && unit <= 0xd7a3 && isTrailingJamo(second)) end = next + 1;
  // Half-width kana with its voicing.
  else if (unit >= 0xff66 && unit <= 0xff9d && (second === 0xff9e || second === 0xff9f)) end = next + 1;
  while (end < text.length && (isMark(text, end) || isUnseen(text, end))) end += isPair(text, end) ? 2 : 1;
  return end;
}

function afterUnseen(text: string, at: number): number {
  let end = at;
  while (end < text.length && isUnseen(text, end)) end += isPair(text, end) ? 2 : 1;
  return end;
}

/** The parts of a Korean syllable; the first two also of half width. */
const isLeadingJamo = (unit: number) => (unit >= 0x1100 && unit <= 0x115e) || (unit >= 0xffa1 && unit <= 0xffbe);
const isVowelJamo = (unit: number) => (unit >= 0x1161 && unit <= 0x11a7) || (unit >= 0xffc2 && unit <= 0xffdc);
const isTrailingJamo = (unit: number) => unit >= 0x11a8 && unit <= 0x11ff;

function isPair(text: string, at: number): boolean {
  const [unit, next] = [text.charCodeAt(at), text.charCodeAt(at + 1)];
  return unit >= 0xd800 && unit <= 0xdbff && next >= 0xdc00 && next <= 0xdfff;
}

function isMark(text: string, at: number): boolean {
  const unit = text.charCodeAt(at);
  if (unit < 0x300 || (unit >= 0x3400 && unit <= 0x9fff)) return false;
  return MARK.test(String.fromCodePoint(text.codePointAt(at) ?? unit));
}

function isUnseen(text: string, at: number): boolean {
  const unit = text.charCodeAt(at);
  if (unit < 0xad || (unit >= 0x3400 && unit <= 0x9fff)) return false;
  return UNSEEN_ONE.test(String.fromCodePoint(text.codePointAt(at) ?? unit));
}

/** @param piece As {@link pieceEnd} cuts it. */
function foldPiece(piece: string, umlauts: Folding['umlauts']): string {
  const [letter = '', ...marks] = piece.replaceAll(UNSEEN, '');
  const short = letter + marks.slice(0, MOST_MARKS).join('');
  const plain = short.replaceAll(SIGNS, ' ').normalize('NFKC').toLowerCase().replaceAll(UNSEEN, '').normalize('NFC');
  const spelt = umlauts === 'spelt' ? (SPELT[plain] ?? plain) : plain;
  const bare = spelt.normalize('NFD').replaceAll(DECORATED, '$1').normalize('NFC').replaceAll(STRESSED, '$1');
  return bare
    .replaceAll(SPECIAL, (special) => LETTERS[special] ?? special)
    .replaceAll(HIRAGANA, (kana) => String.fromCharCode(kana.charCodeAt(0) + KANA_SHIFT))
    .replaceAll(SEPARATORS, ' ')
    .replaceAll(LONE_MARKS, '$1');
}
