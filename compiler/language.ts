import { detect } from 'tinyld/light';
import type { LanguageTag } from '../core/note/episode.ts';

/** The platform's own character tables; no types of a browser or of Node are loaded in this room. */
declare class TextDecoder {
  constructor(label: string, options?: { fatal?: boolean });
  decode(bytes: Uint8Array): string;
}

/** Enough to be sure, and little enough to be quick. */
const SAMPLE = 4000;

/** The characters a two-byte encoding knows, for lead bytes `from..to` and trail bytes 0x40..0xFE. */
function charactersOf(encoding: string, from: number, to: number, trailFrom: number): ReadonlySet<string> {
  const decoder = new TextDecoder(encoding);
  const characters = new Set<string>();
  for (let lead = from; lead <= to; lead++) {
    for (let trail = trailFrom; trail <= 0xfe; trail++) {
      const character = decoder.decode(Uint8Array.of(lead, trail));
      if (/^\p{Script=Han}$/u.test(character)) characters.add(character);
    }
  }
  return characters;
}

let scripts: { readonly simplified: ReadonlySet<string>; readonly traditional: ReadonlySet<string> } | undefined;

/**
 * Tells the scripts of Chinese apart by the character sets made for them: GB 2312 (1980) holds the simplified forms, Big5
 * (1984) the traditional ones. A character only one of them knows is a vote for its script.
 */
function chineseScript(text: string): LanguageTag {
  scripts ??= {
    simplified: charactersOf('gbk', 0xb0, 0xf7, 0xa1),
    traditional: charactersOf('big5', 0xa4, 0xf9, 0x40),
  };
  let votes = 0;
  for (const character of text) {
    const simplified = scripts.simplified.has(character);
    const traditional = scripts.traditional.has(character);
    if (simplified !== traditional) votes += simplified ? 1 : -1;
  }
  return votes >= 0 ? 'zh-Hans' : 'zh-Hant';
}

/** The language a text is written in, as BCP 47; `und` when there is too little of it to tell. */
export function detectLanguage(text: string): LanguageTag {
  const sample = text.replaceAll(/https?:\/\/\S+/g, ' ').slice(0, SAMPLE);
  const count = (pattern: RegExp) => sample.match(pattern)?.length ?? 0;
  const han = count(/\p{Script=Han}/gu);
  const kana = count(/[\p{Script=Hiragana}\p{Script=Katakana}]/gu);
  const hangul = count(/\p{Script=Hangul}/gu);
  const latin = count(/\p{Script=Latin}/gu);
  // A Han character says as much as two or three letters: a Chinese note full of English names is still Chinese.
  if (kana > han * 0.1 && kana + han > latin * 0.2) return 'ja';
  if (hangul > han && hangul > latin * 0.2) return 'ko';
  if (han > latin * 0.1 && han > 1) return chineseScript(sample);
  return detect(sample) || 'und';
}
