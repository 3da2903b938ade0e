import type { LanguageTag } from '../core/note/episode.ts';

/** The platform's own character tables; no types of a browser or of Node are loaded in this room. */
declare class TextDecoder {
  constructor(label: string, options?: { fatal?: boolean });
  decode(bytes: Uint8Array): string;
}

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
export function chineseScript(text: string): LanguageTag {
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
