/**
 * Compares words by sound across scripts: the consonants of a word in kana or hangul against those of a word in Latin
 * letters, by a few rules of how foreign words are written. Vowels are left out: English spells them in too many ways.
 */

/** Consonants that are written alike are one class. Kana keep voiced and unvoiced apart, hangul does not. */
type Classes = Readonly<Record<string, string>>;

/** Fewer consonants than this are shared by too many words. */
const FEWEST = 3;
/** A longer run is not one word. */
const LONGEST = 24;

const KANA_ROWS: readonly (readonly [consonant: string, kana: string])[] = [
  ['', 'アイウエオァィゥェォャュョヮッー・ヤユヨワヰヱヲ'],
  ['k', 'カキクケコヵヶ'],
  ['g', 'ガギグゲゴ'],
  ['s', 'サシスセソザジズゼゾ'],
  ['t', 'タチツテト'],
  ['d', 'ダヂヅデド'],
  ['n', 'ナニヌネノン'],
  ['h', 'ハヒフヘホ'],
  ['b', 'バビブベボヴ'],
  ['p', 'パピプペポ'],
  ['m', 'マミムメモ'],
  ['r', 'ラリルレロ'],
];
const KANA: ReadonlyMap<string, string> = new Map(
  KANA_ROWS.flatMap(([consonant, row]) => Array.from(row, (kana): [string, string] => [kana, consonant])),
);
/** A foreign word: katakana only, and the long vowels and dots within it. */
const KATAKANA_WORD = /[ァ-ヴー]{3,}/gu;

/** Hangul syllables are their three parts in a fixed order of code points. */
const HANGUL_FIRST = ['k', 'k', 'n', 't', 't', 'r', 'm', 'p', 'p', 's', 's', '', 'j', 'j', 'j', 'k', 't', 'p', 'h'];
const HANGUL_LAST = ' k k k n n n t r r r r r r r r m p p t t n j j k t p h'.split(' ');
const VOWELS = 21;
const LASTS = 28;

const KANA_CLASSES: Classes = { z: 's', j: 's', f: 'h', v: 'b', l: 'r' };
const HANGUL_CLASSES: Classes = { g: 'k', d: 't', b: 'p', v: 'p', f: 'p', z: 'j', l: 'r' };

/** The consonants of a word in katakana; other characters are skipped. */
function soundOfKana(word: string): string {
  let sound = '';
  for (const kana of word) sound += KANA.get(kana) ?? '';
  return sound;
}

/** The consonants of a word in hangul. */
function soundOfHangul(word: string): string {
  let sound = '';
  let last = '';
  for (const syllable of word) {
    const code = syllable.charCodeAt(0) - 0xac00;
    if (code < 0 || code >= 11_172) continue;
    const first = HANGUL_FIRST[Math.floor(code / (VOWELS * LASTS))] ?? '';
    // One consonant between two vowels is often written at the end of one syllable and again in the next.
    sound += first === last ? '' : first;
    last = HANGUL_LAST[code % LASTS] ?? '';
    sound += last;
  }
  return sound;
}

/**
 * How the stem of a word in Latin letters would sound in either script: twice, because `g` and `c` may be soft or hard and
 * a stem has lost the letter that tells.
 */
function soundsOfLatin(stem: string, classes: Classes, { soft, ch, ng, nasal }: Spelling): readonly string[] {
  const spelled = stem
    .replace(/(.)\1/gu, '$1')
    .replace(/tion/gu, 'sn')
    .replace(/ck|q|x(?=$|[^aeiou])/gu, 'k')
    .replace(/x/gu, 'ks')
    .replace(/ph/gu, 'f')
    .replace(/ch/gu, 'C')
    .replace(/[st]h/gu, 's')
    .replace(/dg/gu, soft)
    .replace(/ng(?=$|[^aeiouy])/gu, ng)
    .replace(/gh|w|y/gu, '')
    .replace(/c(?=[eiy])/gu, 's')
    // Neither language has an r that is not followed by a vowel.
    .replace(/r(?![aeiou])/gu, '')
    .replace(/m(?=[bp])/gu, nasal);
  const hard = spelled.replace(/c/gu, 'k').replace(/C/gu, ch);
  const softened = spelled
    .replace(/g(?=[ei]|$)/gu, soft)
    .replace(/c$/u, 's')
    .replace(/[cC]/gu, 'k');
  const consonants = (letters: string) =>
    Array.from(letters, (letter) => ('aeiou'.includes(letter) ? '' : (classes[letter] ?? letter))).join('');
  return [...new Set([consonants(hard), consonants(softened)])];
}

/** What a script makes of sounds that English writes with two letters. */
interface Spelling {
  readonly soft: string;
  readonly ch: string;
  readonly ng: string;
  readonly nasal: string;
}
const KANA_SPELLING: Spelling = { soft: 's', ch: 't', ng: 'ng', nasal: 'n' };
const HANGUL_SPELLING: Spelling = { soft: 'j', ch: 'j', ng: 'n', nasal: 'm' };

/** Korean particles that end a noun, the longest first. */
const PARTICLES =
  /(?:에서는|으로는|에게서|이라는|에서|에게|으로|까지|부터|처럼|보다|이나|라는|은|는|이|가|을|를|의|에|로|와|과|도|만)$/u;

/** A word as it stands in the text, and its sound. */
interface Heard {
  readonly word: string;
  readonly sound: string;
}

/** The words of a run of kana or hangul that may be foreign, as they stand and without the endings that stems have lost. */
export function foreignWords(run: string): readonly Heard[] {
  const code = run.charCodeAt(0);
  if (code >= 0xac00 && code <= 0xd7a3) {
    const bare = run.replace(PARTICLES, '');
    return [...new Set([run, bare])].filter(isWord).flatMap((word) => {
      const sound = `~${soundOfHangul(word)}`;
      return HANGUL_ENDING.test(word)
        ? [sound, sound.replace(/s?n$/u, '')].map((each) => ({ word, sound: each }))
        : { word, sound };
    });
  }
  return (run.match(KATAKANA_WORD) ?? [])
    .filter(isWord)
    .flatMap((word) =>
      [...new Set([word, word.replace(KANA_ENDING, '')])].map((each) => ({ word, sound: soundOfKana(each) })),
    );
}

/** -ation, -ing, -ic, -ity. */
const KANA_ENDING = /(?:ーション|ング|ック|ティ|ティー)$/u;
/** -ation, -ing. */
const HANGUL_ENDING = /(?:이션|[잉링밍팅닝딩킹핑싱징빙])$/u;

const isWord = ({ length }: string) => length > 1 && length <= LONGEST;

/** Latin words by how they would sound in kana, and behind a tilde in hangul. */
export function bySound(words: Iterable<string>): ReadonlyMap<string, readonly string[]> {
  const found = new Map<string, string[]>();
  for (const word of words) {
    if (!/^[a-z]{3,24}$/u.test(word)) continue;
    const sounds = [
      ...soundsOfLatin(word, KANA_CLASSES, KANA_SPELLING),
      ...soundsOfLatin(word, HANGUL_CLASSES, HANGUL_SPELLING).map((sound) => `~${sound}`),
    ];
    for (const sound of sounds) {
      if (sound.replace('~', '').length < FEWEST) continue;
      const list = found.get(sound) ?? [];
      if (!list.includes(word)) list.push(word);
      found.set(sound, list);
    }
  }
  return found;
}
