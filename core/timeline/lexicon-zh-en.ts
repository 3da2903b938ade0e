import traditional from 'opencc-js/dict/TSCharacters';
import type { Lexicon } from './lexicon.ts';
import { data } from './lexicon-zh-en.data.ts';

const STEP = 0.8;
const TRANSLATION = /([^A-Z]+)([A-Z])/gu;
const LINE = /^(\d*)(\P{ASCII}*)(.*)$/u;

/** Chinese–English, unpacked from the generated data; see `scripts/lexicon/train.ts` for the format. */
export function chineseEnglishLexicon(): Lexicon {
  const simplify = simplifier();
  const words = new Map<string, readonly (readonly [string, number])[]>();
  let previous = '';
  for (const line of data.split('\n')) {
    const [, shared, rest, translations] = LINE.exec(line) ?? [];
    const word = previous.slice(0, Number(shared ?? 0)) + (rest ?? '');
    previous = word;
    words.set(
      simplify(word),
      Array.from((translations ?? '').matchAll(TRANSLATION), ([, stem, letter]) => [
        stem ?? '',
        STEP ** ((letter ?? 'Z').charCodeAt(0) - 65),
      ]),
    );
  }
  return { version: `zh-en-${words.size}-${data.length}`, from: 'zh', to: 'en', simplify, words };
}

/** Converts character by character, which is enough for single words; characters outside the basic plane stay. */
function simplifier(): (text: string) => string {
  const forms = new Map<string, string>();
  for (const pair of traditional.split('|')) {
    const [from = '', to = ''] = pair.split(' ');
    if (from.length === 1 && to.length === 1 && from !== to) forms.set(from, to);
  }
  return (text) => {
    let written = '';
    for (let i = 0; i < text.length; i++) written += forms.get(text.charAt(i)) ?? text.charAt(i);
    return written;
  };
}
