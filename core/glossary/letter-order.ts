import type { GlossaryEntry, LanguageTag } from '../note/episode.ts';

/** Entries that begin with the same letter. */
export interface LetterGroup {
  /** A capital Latin letter, or `#` for all that begins with none. */
  readonly letter: string;
  readonly entries: readonly GlossaryEntry[];
}

const REST = '#';

/**
 * A glossary as a dictionary is ordered: by first letter, a Chinese name's being that of its pinyin, then by the
 * language's own collation. What begins with neither comes last, under `#`.
 *
 * @param language BCP 47; without a collation for it, the platform's default is used.
 */
export function letterOrder(entries: readonly GlossaryEntry[], language: LanguageTag): readonly LetterGroup[] {
  const collator = new Intl.Collator(language.startsWith('zh') ? 'zh-u-co-pinyin' : [language, 'en'], {
    ignorePunctuation: true,
  });
  const groups = new Map<string, GlossaryEntry[]>();
  for (const entry of entries) {
    const letter = initial(entry);
    const group = groups.get(letter);
    if (group) group.push(entry);
    else groups.set(letter, [entry]);
  }
  return [...groups]
    .sort(([a], [b]) => Number(a === REST) - Number(b === REST) || (a < b ? -1 : 1))
    .map(([letter, members]) => ({ letter, entries: members.sort((a, b) => collator.compare(a.term, b.term)) }));
}

function initial({ term, reading }: GlossaryEntry): string {
  const bare = term.normalize('NFKD').replace(/^[^\p{L}\p{N}]+/u, '');
  const [first = ''] = bare;
  const sounded = /\p{Script=Han}/u.test(first) ? (reading ?? '') : first;
  const letter = sounded.charAt(0).toUpperCase();
  return /^[A-Z]$/.test(letter) ? letter : REST;
}
