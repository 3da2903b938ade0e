/** Pairs of languages with a lexicon. */
const LEXICONS = [['zh', 'en']] as const;

/** The primary languages whose words the aligner can compare with a note's in this language, its own first. */
export function comparableLanguages(note: string): readonly string[] {
  const own = note.toLowerCase().split('-')[0] ?? '';
  return [own, ...LEXICONS.flatMap(([from, to]) => (from === own ? [to] : []))];
}
