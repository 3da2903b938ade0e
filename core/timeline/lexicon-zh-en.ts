import type { Lexicon } from './lexicon.ts';
import { packed } from './lexicon-zh-en.data.ts';

const STEP = 0.8;
/** The digits of a stem's number. None needs escaping in a string. */
export const DIGITS = 'abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789+-*/=<>()[]{},.;:!?@#%&^_~|';

/** A lexicon in columns, as `scripts/lexicon/pack-lexicon.ts` writes it. */
export interface PackedLexicon {
  /** Sorted, separated by spaces, each after the number of leading characters that it shares with the one before. */
  readonly words: string;
  /** The stems in the same form. */
  readonly stems: string;
  /** For each word, separated by spaces: a letter for each translation. `A` is probability 1, each further one a factor of 0.8. */
  readonly letters: string;
  /** The numbers of the translations' stems in {@link DIGITS}, word by word: the first digits, then the second ones. */
  readonly high: string;
  readonly low: string;
  /** Pairs of a traditional character and the simplified one that is in `words`. */
  readonly traditional: string;
}

/** Chinese–English. */
export const chineseEnglishLexicon = (): Lexicon => unpackLexicon(packed);

export function unpackLexicon({ words, stems, letters, high, low, traditional }: PackedLexicon): Lexicon {
  const simplify = simplifier(traditional);
  const allStems = lengthen(stems);
  const allWords = lengthen(words);
  const allLetters = letters.split(' ');
  let at = 0;
  const translations = allWords.map((word, index) => {
    const list = Array.from(allLetters[index] ?? '', (letter) => {
      const number = DIGITS.indexOf(high.charAt(at)) * DIGITS.length + DIGITS.indexOf(low.charAt(at));
      at++;
      return [allStems[number] ?? '', STEP ** (letter.charCodeAt(0) - 65)] as const;
    });
    return [simplify(word), list] as const;
  });
  return {
    version: `zh-en-${allWords.length}-${words.length + stems.length + letters.length}`,
    from: 'zh',
    to: 'en',
    simplify,
    words: new Map(translations),
  };
}

function lengthen(list: string): readonly string[] {
  let previous = '';
  return list.split(' ').map((part) => {
    previous = previous.slice(0, Number(part.charAt(0))) + part.slice(1);
    return previous;
  });
}

/** Converts character by character, which is enough for single words; characters that no word has stay. */
function simplifier(pairs: string): (text: string) => string {
  const forms = new Map<string, string>();
  for (let i = 0; i < pairs.length; i += 2) forms.set(pairs.charAt(i), pairs.charAt(i + 1));
  return (text) => {
    let written = '';
    for (let i = 0; i < text.length; i++) written += forms.get(text.charAt(i)) ?? text.charAt(i);
    return written;
  };
}
