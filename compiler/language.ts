import type { LanguageTag } from '../core/note/episode.ts';
import type { Cue } from '../core/transcript/cue.ts';
import { chineseScript } from './chinese-script.ts';
import { FAMILIES, LONE } from './language-signs.ts';
import { likeliestLanguage } from './likeliest-language.ts';

/** Characters examined: enough to be sure, few enough to be quick. One alphabet needs fewer than a mix of scripts. */
const SAMPLE = 4000;
const ALPHABET_SAMPLE = 2000;

/** The language of a text, as a BCP 47 tag; `und` when it cannot be determined. */
export function detectLanguage(text: string): LanguageTag {
  const sample = text.replaceAll(/https?:\/\/\S+/g, ' ').slice(0, SAMPLE);
  const count = (pattern: RegExp) => sample.match(pattern)?.length ?? 0;
  const han = count(/\p{Script=Han}/gu);
  const kana = count(/[\p{Script=Hiragana}\p{Script=Katakana}]/gu);
  const hangul = count(/\p{Script=Hangul}/gu);
  const others = count(/\p{L}/gu) - han - kana - hangul;
  // A Han character carries as much as several letters: a Chinese note full of English names is still Chinese.
  if (kana > han * 0.1 && kana + han > others * 0.2) return 'ja';
  if (hangul > han && hangul > others * 0.2) return 'ko';
  if (han > others * 0.1 && han > 1) return chineseScript(sample);
  return likeliestLanguage(sample.slice(0, ALPHABET_SAMPLE));
}

/** The number of cues examined. */
const MOST_CUES = 200;

/** The language of a transcript; `null` when it cannot be determined. */
export function languageOfCues(cues: readonly Cue[]): LanguageTag | null {
  const language = detectLanguage(
    cues
      .slice(0, MOST_CUES)
      .map(({ text }) => text)
      .join(' '),
  );
  return language === 'und' ? null : language;
}

/** Every language that {@link detectLanguage} can return, except Chinese with its two scripts. */
export const knownLanguages = (): readonly LanguageTag[] => [
  ...Object.values(FAMILIES).flatMap((family) => Object.keys(family)),
  ...Object.values(LONE),
  'ja',
  'ko',
];
