import type { LanguageTag } from '../core/note/episode.ts';
import type { Cue } from '../core/transcript/cue.ts';
import { chineseScript } from './chinese-script.ts';
import { FAMILIES, LONE } from './language-signs.ts';
import { likeliestLanguage } from './likeliest-language.ts';

/** Enough to be sure, and little enough to be quick; letters of alphabets tell sooner than scripts that stand side by side. */
const SAMPLE = 4000;
const ALPHABET_SAMPLE = 2000;

/** The language a text is written in, as BCP 47; `und` when there is too little of it to tell. */
export function detectLanguage(text: string): LanguageTag {
  const sample = text.replaceAll(/https?:\/\/\S+/g, ' ').slice(0, SAMPLE);
  const count = (pattern: RegExp) => sample.match(pattern)?.length ?? 0;
  const han = count(/\p{Script=Han}/gu);
  const kana = count(/[\p{Script=Hiragana}\p{Script=Katakana}]/gu);
  const hangul = count(/\p{Script=Hangul}/gu);
  const others = count(/\p{L}/gu) - han - kana - hangul;
  // A Han character says as much as two or three letters: a Chinese note full of English names is still Chinese.
  if (kana > han * 0.1 && kana + han > others * 0.2) return 'ja';
  if (hangul > han && hangul > others * 0.2) return 'ko';
  if (han > others * 0.1 && han > 1) return chineseScript(sample);
  return likeliestLanguage(sample.slice(0, ALPHABET_SAMPLE));
}

/** Cues of a transcript that are looked at. */
const MOST_CUES = 200;

/** The language a transcript is in; `null` when it is too short to say. */
export function languageOfCues(cues: readonly Cue[]): LanguageTag | null {
  const language = detectLanguage(
    cues
      .slice(0, MOST_CUES)
      .map(({ text }) => text)
      .join(' '),
  );
  return language === 'und' ? null : language;
}

/** Every language that a text can be found to be written in. */
export const knownLanguages = (): readonly LanguageTag[] => [
  ...Object.values(FAMILIES).flatMap((family) => Object.keys(family)),
  ...Object.values(LONE),
  'ja',
  'ko',
];
