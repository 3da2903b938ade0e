/** Languages with a lexicon between them, which works both ways. */
const LEXICONS = [['zh', 'en']] as const;

/** The primary languages whose words the aligner can compare with a note's in this language, its own first. */
export function comparableLanguages(note: string): readonly string[] {
  const own = note.toLowerCase().split('-')[0] ?? '';
  const others = LEXICONS.flatMap(([one, other]) => (one === own ? [other] : other === own ? [one] : []));
  return [own, ...others];
}
