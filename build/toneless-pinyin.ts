import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Plugin } from 'vite';

const MARKED = 'āáǎàēéěèīíǐìōóǒòūúǔùǖǘǚǜńňǹḿ';
const PLAIN = 'aaaaeeeeiiiioooouuuuüüüünnnm';
const withoutTones = (text: string) =>
  text.replaceAll(/[āáǎàēéěèīíǐìōóǒòūúǔùǖǘǚǜńňǹḿ]/g, (letter) => PLAIN[MARKED.indexOf(letter)] ?? letter);

/** What pinyin-pro's own modules export: readings by character code, and readings by phrase. */
type Characters = { readonly NumberDICT: readonly (string | undefined)[] };
type Phrases = Readonly<Record<string, string>>;

async function dictionary<T>(path: string): Promise<T> {
  return ((await import(pathToFileURL(path).href)) as { default: T }).default;
}

/** The most likely reading of a character, without its tone. */
const readingOf = ({ NumberDICT }: Characters, code: number) =>
  withoutTones(NumberDICT[code] ?? '').split(' ')[0] ?? '';

/** One line a reading, `ling伶凌…`: every character of the basic plane. */
function linesOf(characters: Characters): string {
  const byReading = new Map<string, string>();
  for (const code of characters.NumberDICT.keys()) {
    const reading = readingOf(characters, code);
    if (reading) byReading.set(reading, (byReading.get(reading) ?? '') + String.fromCharCode(code));
  }
  return [...byReading].map(([reading, written]) => reading + written).join('\n');
}

/** Phrases whose reading is not that of their characters in a row, and those that hold such a phrase and overrule it. */
function telling(phrases: Phrases, all: readonly Phrases[], characters: Characters): Phrases {
  const inARow = (phrase: string) => [...phrase].map((each) => readingOf(characters, each.charCodeAt(0))).join(' ');
  const differs = ([phrase, reading]: [string, string]) => withoutTones(reading) !== inARow(phrase);
  const different = all.flatMap((each) => Object.entries(each).filter(differs)).map(([phrase]) => phrase);
  const kept = Object.entries(phrases).filter(
    (entry) => differs(entry) || different.some((each) => each !== entry[0] && entry[0].includes(each)),
  );
  return Object.fromEntries(kept.map(([phrase, reading]) => [phrase, withoutTones(reading)]));
}

/**
 * Removes tones from pinyin-pro's dictionaries, and entries that are redundant without them. The compiler needs only
 * the most likely toneless reading of a character, so 70 of 147 kB (gzip) remain.
 */
export function tonelessPinyin(): Plugin {
  return {
    name: 'sleevenotes:toneless-pinyin',
    enforce: 'pre',
    async transform(code, id) {
      const path = id.split('?', 1)[0] ?? id;
      if (!/\/pinyin-pro\/dist\/esm\/data\/(dict\d|surname)\.mjs$/.test(path)) return;
      const characters = await dictionary<Characters>(join(dirname(path), 'dict1.mjs'));
      if (path.endsWith('dict1.mjs')) {
        return {
          code: [
            "import { FastDictFactory } from '../common/utils.mjs';",
            'const DICT1 = new FastDictFactory();',
            `for (const line of ${JSON.stringify(linesOf(characters))}.split('\\n')) {`,
            '  const [reading, written] = line.match(/^[a-zêü]+|.+/g);',
            '  for (const character of written) DICT1.set(character, reading);',
            '}',
            'export { DICT1 as default };',
          ].join('\n'),
          map: null,
        };
      }
      const all = ['dict2', 'dict3', 'dict4', 'dict5', 'surname'].map((name) =>
        dictionary<Phrases>(join(dirname(path), `${name}.mjs`)),
      );
      const phrases = telling(await dictionary<Phrases>(path), await Promise.all(all), characters);
      return { code: code.replace(/= \{[^}]*\};/, () => `= ${JSON.stringify(phrases)};`), map: null };
    },
  };
}
