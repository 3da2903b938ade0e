import type { LanguageTag } from '../../core/note/episode.ts';
import { isRightToLeft } from '../../core/text/direction.ts';

interface InLanguage {
  readonly lang?: LanguageTag;
  readonly dir?: 'ltr' | 'rtl' | 'auto';
}

const known = new Map<LanguageTag, InLanguage>();

/**
 * The attributes of an element whose words are in a language: its tag, and the direction its script is written in, which
 * also isolates it from the line around it. An empty tag is an unknown language: its direction is automatic.
 * `undefined` is the language of the interface.
 */
export function inLanguage(language: LanguageTag | undefined): InLanguage {
  if (language === undefined) return {};
  const before = known.get(language);
  if (before) return before;
  const isRight = isRightToLeft(language);
  const made: InLanguage = { lang: language, dir: isRight === null ? 'auto' : isRight ? 'rtl' : 'ltr' };
  known.set(language, made);
  return made;
}
