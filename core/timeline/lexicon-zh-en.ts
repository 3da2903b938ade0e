import type { Lexicon } from './lexicon.ts';
import { data } from './lexicon-zh-en.data.ts';

const STEP = 0.8;
const TRANSLATION = /([^A-Z]+)([A-Z])/gu;
const LINE = /^(\d*)(\P{ASCII}*)(.*)$/u;

/** Chinese–English, unpacked from the generated data; see `scripts/lexicon/train.ts` for the format. */
export function chineseEnglishLexicon(): Lexicon {
  const words = new Map<string, readonly (readonly [string, number])[]>();
  let previous = '';
  for (const line of data.split('\n')) {
    const [, shared, rest, translations] = LINE.exec(line) ?? [];
    const word = previous.slice(0, Number(shared ?? 0)) + (rest ?? '');
    previous = word;
    words.set(
      word,
      Array.from((translations ?? '').matchAll(TRANSLATION), ([, stem, letter]) => [
        stem ?? '',
        STEP ** ((letter ?? 'Z').charCodeAt(0) - 65),
      ]),
    );
  }
  return { version: `zh-en-${words.size}-${data.length}`, from: 'zh', to: 'en', words };
}
