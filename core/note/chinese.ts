import { Trie } from 'opencc-js/core';
import type { LanguageTag } from './episode.ts';
import { wantedScript } from './other-script.ts';
import { pairsIn, type ScriptWords } from './script-words.ts';

/** A short text as a viewer reads it, and the language it is in then. */
export interface Shown {
  readonly text: string;
  readonly language: LanguageTag;
}

/** How a viewer reads and searches Chinese that is written in another script, or in the words of another place. */
export interface Chinese {
  /** A title, name or explanation of any note: in the viewer's script, as an edition would be converted. */
  readonly inScript: (text: string, language: LanguageTag) => Shown;
  /**
   * How else a query may be written: in the other script, and in the words of Taiwan or of the mainland. Each once, without
   * the query itself, at most {@link MOST_WORDINGS}.
   */
  readonly wordings: (query: string) => readonly string[];
}

export const MOST_WORDINGS = 8;
/** Of several words of the mainland that Taiwan has one for, this many are sought. */
const MOST_ALTERNATIVES = 4;

/**
 * @param wanted Note languages, most wanted first; the first Chinese one says the script.
 * @param taiwanWords Whether a conversion to traditional script exchanges what Taiwan calls otherwise.
 */
export function readChinese(words: ScriptWords, wanted: readonly LanguageTag[], taiwanWords: boolean): Chinese {
  const { toHans, toHant, toTaiwan } = words;
  const shown = new Map<string, string>();
  const convert = (text: string, script: LanguageTag) => {
    if (script !== 'zh-Hant') return toHans.convert(text);
    const traditional = toHant.convert(text);
    return taiwanWords ? toTaiwan.convert(traditional) : traditional;
  };
  return {
    inScript(text, language) {
      const script = wantedScript(language, wanted);
      if (script === language || text === '') return { text, language };
      const known = shown.get(text) ?? convert(text, script);
      shown.set(text, known);
      return { text: known, language: script };
    },
    wordings: wordingsIn(words),
  };
}

function wordingsIn({ toHans, toHant, toTaiwan }: ScriptWords): Chinese['wordings'] {
  const mainland = new Map<string, string[]>();
  const fromTaiwan = new Trie();
  for (const [word, written] of pairsIn(toTaiwan)) {
    if (word === written) continue;
    // Some of its words have letters: Google.
    const folded = written.toLowerCase();
    const others = mainland.get(folded) ?? [];
    if (others.length < MOST_ALTERNATIVES) mainland.set(folded, [...others, word]);
    fromTaiwan.addWord(folded, word);
  }
  const inMainland = (text: string): readonly string[] => {
    const choices = segments(fromTaiwan, text.toLowerCase()).map((part) => mainland.get(part) ?? [part]);
    const most = Math.max(1, ...choices.map(({ length }) => length));
    return Array.from({ length: most }, (_, at) => choices.map((each) => each[at] ?? each[0] ?? '').join(''));
  };
  return (query) => {
    // What is typed in traditional characters already would come out otherwise: 索馬里 as 索馬裡.
    const bases = [toHant.convert(query), query];
    const exchanged = bases.flatMap((text) => [toTaiwan.convert(text), ...inMainland(text)]);
    const all = new Set([...bases, ...exchanged].flatMap((text) => [text, toHans.convert(text)]));
    all.delete(query);
    return [...all].slice(0, MOST_WORDINGS);
  };
}

/** A text cut at the longest words of a dictionary. */
function segments(words: Trie, text: string): readonly string[] {
  const parts: string[] = [];
  for (let at = 0; at < text.length; ) {
    const end = words.matchPrefix(text, at)?.end ?? at + 1;
    parts.push(text.slice(at, end));
    at = end;
  }
  return parts;
}
