import type { WordPair } from '../core/note/script-words.ts';
import { simplify } from './script-forms.ts';
import { createWordFinder, UNITS } from './word-finder.ts';

/** What no word of either dictionary has within it. */
const ENDS_CLAUSE = new Uint8Array(UNITS);
for (const end of '，。、；：？！…（）()“”「」\n') ENDS_CLAUSE[end.charCodeAt(0)] = 1;

/**
 * Finds what Taiwan calls otherwise in a text in simplified characters. Only clauses in which one of its words may stand are
 * converted.
 * @param pairs From traditional characters to Taiwan's vocabulary.
 * @param convert To traditional characters.
 */
export function taiwanExchange(
  pairs: readonly WordPair[],
  convert: (text: string) => string,
): (text: string) => ReadonlyMap<string, string> {
  const words = createWordFinder(pairs);
  const { mayBegin } = createWordFinder(pairs.map(([word]) => [simplify(word), '']));

  return (text) => {
    const used = new Map<string, string>();
    let begin = 0;
    let found = false;
    for (let at = 0; at <= text.length; at++) {
      if (at < text.length && ENDS_CLAUSE[text.charCodeAt(at)] === 0) {
        found ||= mayBegin(text, at);
        continue;
      }
      if (found) {
        const clause = convert(text.slice(begin, at));
        words.eachWord(clause, (from, to, word) => used.set(clause.slice(from, to), words.writtenInstead(word)));
      }
      begin = at + 1;
      found = false;
    }
    return used;
  };
}
