import type { LanguageTag } from '../core/note/episode.ts';

/** Declared here because neither browser nor Node types are loaded in this folder. */
declare class TextDecoder {
  constructor(label: string, options?: { fatal?: boolean });
  decode(bytes: Uint8Array): string;
}

/** Adds a vote for every character of a two-byte encoding, with lead bytes `from..to` and trail bytes `trailFrom..0xFE`. */
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

/** The vote of every UTF-16 code unit: 1 simplified, -1 traditional, 0 both or neither. Built on first use. */
let votesOf: Int8Array | undefined;

/**
 * The script of a Chinese text, by the character sets made for each: GB 2312 (1980) holds the simplified forms, Big5 (1984)
 * the traditional ones. A character in only one of them is a vote for its script; a tie is simplified.
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
