import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Plugin } from 'vite';

const MARKED = 'āáǎàēéěèīíǐìōóǒòūúǔùǖǘǚǜńňǹḿ';
const PLAIN = 'aaaaeeeeiiiioooouuuuüüüünnnm';
const withoutTones = (text: string) =>
  text.replaceAll(/[āáǎàēéěèīíǐìōóǒòūúǔùǖǘǚǜńňǹḿ]/g, (letter) => PLAIN[MARKED.indexOf(letter)] ?? letter);

/** The exports of pinyin-pro's data modules: readings by character code, and readings by phrase. */
type Characters = { readonly NumberDICT: readonly (string | undefined)[] };
type Phrases = Readonly<Record<string, string>>;

async function dictionary<T>(path: string): Promise<T> {
  return ((await import(pathToFileURL(path).href)) as { default: T }).default;
}

/** The most likely reading of a character, without its tone. */
const readingOf = ({ NumberDICT }: Characters, code: number) =>
  withoutTones(NumberDICT[code] ?? '').split(' ')[0] ?? '';

/** A reading is an initial and a final, `sh` and `uang`; each may be missing. */
const INITIAL = /^(?:[zcs]h|[bpmfdtnlgkhjqxrzcsyw])?/;
const initialOf = (reading: string) => INITIAL.exec(reading)?.[0] ?? '';
const finalOf = (reading: string) => reading.slice(initialOf(reading).length);

/** A list of texts, many of them the same, as the different texts and a string with one letter for each. */
function asLetters(texts: readonly string[]): { readonly different: readonly string[]; readonly letters: string } {
  const different = [...new Set(texts)];
  const letters = texts.map((text) => String.fromCharCode(FIRST_LETTER + different.indexOf(text))).join('');
  return { different, letters };
}
/** `0`: the fewer than fifty that follow need no escaping in JavaScript. */
const FIRST_LETTER = 0x30;

/** The module of the characters' readings, in the order of their codes: that takes half of what naming each character would. */
function moduleOf(characters: Characters): string {
  const first = characters.NumberDICT.findIndex((reading) => reading);
  const readings = Array.from(characters.NumberDICT.keys(), (code) => readingOf(characters, code)).slice(first);
  const initials = asLetters(readings.map(initialOf));
  const finals = asLetters(readings.map(finalOf));
  return `
    import { FastDictFactory } from '../common/utils.mjs';
    const DICT1 = new FastDictFactory();
    const [initials, finals] = ${JSON.stringify([initials.different, finals.different])};
    const [initialOf, finalOf] = ${JSON.stringify([initials.letters, finals.letters])};
    for (let at = 0; at < initialOf.length; at += 1) {
      const initial = initials[initialOf.charCodeAt(at) - ${FIRST_LETTER}];
      const reading = initial + finals[finalOf.charCodeAt(at) - ${FIRST_LETTER}];
      if (reading) DICT1.set(String.fromCharCode(${first} + at), reading);
    }
    export { DICT1 as default };`;
}

/** The longest word, in characters, that is kept although its reading is that of its characters. */
const LONGEST_WORD = 3;

/**
 * The phrases whose reading differs from that of their characters, and those needed to overrule such a phrase: they contain it,
 * or overlap it with characters that it reads differently (`参与` overrules `人参` in `有人参与`). Of the overlapping ones only
 * words of up to three characters: idioms rarely overlap, and would double the size.
 */
function telling(phrases: Phrases, all: readonly Phrases[], characters: Characters): Phrases {
  const inARow = (phrase: string) => [...phrase].map((each) => readingOf(characters, each.charCodeAt(0)));
  const differs = ([phrase, reading]: [string, string]) => withoutTones(reading) !== inARow(phrase).join(' ');
  const different = all.flatMap((each) => Object.entries(each).filter(differs));
  const heads = new Set<string>();
  const tails = new Set<string>();
  for (const [phrase, reading] of different) {
    const written = [...phrase];
    const read = withoutTones(reading).split(' ');
    const usual = inARow(phrase);
    for (let cut = 1; cut < written.length; cut += 1) {
      const same = (from: number, to?: number) => read.slice(from, to).join(' ') === usual.slice(from, to).join(' ');
      if (!same(0, cut)) heads.add(written.slice(0, cut).join(''));
      if (!same(cut)) tails.add(written.slice(cut).join(''));
    }
  }
  const overrules = (phrase: string) => {
    const written = [...phrase];
    if (different.some(([each]) => each !== phrase && phrase.includes(each))) return true;
    if (written.length > LONGEST_WORD) return false;
    return written.some(
      (_, at) => at > 0 && (tails.has(written.slice(0, at).join('')) || heads.has(written.slice(at).join(''))),
    );
  };
  const kept = Object.entries(phrases).filter((entry) => differs(entry) || overrules(entry[0]));
  return Object.fromEntries(kept.map(([phrase, reading]) => [phrase, withoutTones(reading)]));
}

/** A phrase with the reading of those characters that are read otherwise than alone: `银行hang`. */
function spelt([phrase, reading]: [string, string], characters: Characters): string {
  const readings = reading.split(' ');
  const parts = Array.from(phrase, (character, at) => {
    const own = readings[at] ?? '';
    return own === readingOf(characters, character.charCodeAt(0)) ? character : character + own;
  });
  return parts.join('');
}

/** The phrases as an expression, to be evaluated where `DICT1` has the readings of characters. */
function expressionOf(phrases: Phrases, characters: Characters): string {
  const list = Object.entries(phrases).map((entry) => spelt(entry, characters));
  return `Object.fromEntries(${JSON.stringify(list.join(' '))}.split(' ').map((phrase) => {
    const parts = [...phrase.matchAll(/(\\P{ASCII})([a-zêü]*)/gu)];
    return [parts.map(([, character]) => character).join(''), parts.map(([, character, own]) => own || DICT1.get(character)).join(' ')];
  }))`;
}

/**
 * Removes tones from pinyin-pro's dictionaries, and entries that are redundant without them. The compiler uses only the most
 * likely toneless reading of a character, so 39 of 147 kB (gzip) remain.
 */
export function tonelessPinyin(): Plugin {
  return {
    name: 'sleevenotes:toneless-pinyin',
    enforce: 'pre',
    async transform(code, id) {
      const path = id.split('?', 1)[0] ?? id;
      if (!/\/pinyin-pro\/dist\/esm\/data\/(dict\d|surname)\.mjs$/.test(path)) return;
      const characters = await dictionary<Characters>(join(dirname(path), 'dict1.mjs'));
      if (path.endsWith('dict1.mjs')) return { code: moduleOf(characters), map: null };
      const all = ['dict2', 'dict3', 'dict4', 'dict5', 'surname'].map((name) =>
        dictionary<Phrases>(join(dirname(path), `${name}.mjs`)),
      );
      const phrases = telling(await dictionary<Phrases>(path), await Promise.all(all), characters);
      const written = code.replace(/= \{[^}]*\};/, () => `= ${expressionOf(phrases, characters)};`);
      return { code: `import DICT1 from './dict1.mjs';\n${written}`, map: null };
    },
  };
}
