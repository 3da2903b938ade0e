import type { LanguageTag } from '../core/note/episode.ts';

/** The platform's own character tables; no types of a browser or of Node are loaded in this room. */
declare class TextDecoder {
  constructor(label: string, options?: { fatal?: boolean });
  decode(bytes: Uint8Array): string;
}

/** Adds a vote for every character that a two-byte encoding knows, with lead bytes `from..to` and trail bytes up to 0xFE. */
function addVotes(votes: Int8Array, vote: 1 | -1, encoding: string, from: number, to: number, trailFrom: number): void {
  const decoder = new TextDecoder(encoding);
  for (let lead = from; lead <= to; lead++) {
    for (let trail = trailFrom; trail <= 0xfe; trail++) {
      const character = decoder.decode(Uint8Array.of(lead, trail));
      if (character.length !== 1 || !/^\p{Script=Han}$/u.test(character)) continue;
      const unit = character.charCodeAt(0);
      votes[unit] = (votes[unit] ?? 0) + vote;
    }
  }
}

/** For every code unit what it says of the script: 1 simplified, -1 traditional, 0 both or neither. */
let votesOf: Int8Array | undefined;

/**
 * Tells the scripts of Chinese apart by the character sets made for them: GB 2312 (1980) holds the simplified forms, Big5
 * (1984) the traditional ones. A character only one of them knows is a vote for its script.
 */
export function chineseScript(text: string): LanguageTag {
  if (!votesOf) {
    votesOf = new Int8Array(0x10000);
    addVotes(votesOf, 1, 'gbk', 0xb0, 0xf7, 0xa1);
    addVotes(votesOf, -1, 'big5', 0xa4, 0xf9, 0x40);
  }
  let votes = 0;
  for (let at = 0; at < text.length; at++) votes += votesOf[text.charCodeAt(at)] ?? 0;
  return votes >= 0 ? 'zh-Hans' : 'zh-Hant';
}
