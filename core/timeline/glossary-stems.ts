import type { Edition } from '../note/episode.ts';
import { tokenize } from './features.ts';

const HAN_NAME =
  /^[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}][\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}ー·・]+$/u;

/** The note's own dictionary: names in Han characters, kana or hangul that it explains by a Latin one, with the stems of that. */
export function glossaryOf(edition: Edition): ReadonlyMap<string, readonly string[]> {
  const names = new Map<string, readonly string[]>();
  for (const { term, aliases } of edition.glossary) {
    const all = [term, ...aliases];
    if (!all.some((name) => HAN_NAME.test(name))) continue;
    const stems = new Set<string>();
    for (const name of all) for (const { kind, text } of tokenize(name)) if (kind === 'word') stems.add(text);
    if (stems.size === 0) continue;
    for (const name of all) {
      if (!HAN_NAME.test(name)) continue;
      // A dot separates the parts of a transliterated name, and notes then use either part alone.
      for (const part of name.split(/[·・]/u)) if (part.length > 1) names.set(part, [...stems]);
    }
  }
  return names;
}
