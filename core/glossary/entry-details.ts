import type { Edition, EntryKind, Episode, EpisodeEdition, LanguageTag, SectionId } from '../note/episode.ts';
import type { NoteKey } from '../note/note-id.ts';
import { editionIn, writtenEdition } from '../note/other-script.ts';
import { foldName } from '../text/fold.ts';
import type { SectionTime, Timeline } from '../timeline/timeline.ts';

/** Where an entry is talked about. */
export interface EntryPlace {
  readonly section: SectionId;
  readonly title: string;
  /** `null` when the section has no time. */
  readonly time: SectionTime | null;
  /** The section that explains the entry; the others mention it, as all do where the notes name it without an explanation. */
  readonly explains: boolean;
}

/** Everything shown of one entry. */
export interface EntryDetails {
  readonly term: string;
  readonly kind: EntryKind;
  /** Other names, including those of the episode's other editions; each once. */
  readonly names: readonly { readonly text: string; readonly language: LanguageTag }[];
  readonly definition: string;
  /** The explaining section first, then those that mention it in the note's order. */
  readonly places: readonly EntryPlace[];
}

/**
 * The edition of the episode that has the entry: in the first of these languages (converted or not) and of this note, if it
 * is there; else any; `null` when none has it.
 */
export function editionOfEntry(
  episode: Episode,
  entryId: string,
  languages: readonly LanguageTag[],
  note: NoteKey | null = null,
  taiwanWords = false,
): EpisodeEdition | null {
  const hasIt = ({ glossary }: Edition) => glossary.some(({ id }) => id === entryId);
  const asked = languages.map((language) => editionIn(episode, language, note, taiwanWords));
  return asked.find((edition) => edition !== null && hasIt(edition)) ?? episode.editions.find(hasIt) ?? null;
}

/**
 * Gathers what is known of an entry from all editions of its episode: entries of other editions that share a name are
 * the same thing.
 *
 * @param timeline Of `edition`; `null` while it is not known.
 */
export function describeEntry(
  episode: Episode,
  edition: EpisodeEdition,
  entryId: string,
  timeline: Timeline | null,
): EntryDetails | null {
  const entry = edition.glossary.find(({ id }) => id === entryId);
  if (!entry) return null;
  const { term, kind, definition, explainedIn } = entry;
  const seen = new Set([foldName(term)]);
  const names: { text: string; language: LanguageTag }[] = [];
  const add = (text: string, language: LanguageTag) => {
    const folded = foldName(text);
    if (seen.has(folded)) return;
    seen.add(folded);
    names.push({ text, language });
  };
  for (const alias of entry.aliases) add(alias, edition.language);
  const shared = new Set(seen);
  for (const other of episode.editions) {
    if (other === writtenEdition(edition)) continue;
    for (const like of other.glossary) {
      const theirs = [like.term, ...like.aliases];
      if (theirs.some((name) => shared.has(foldName(name)))) for (const name of theirs) add(name, other.language);
    }
  }
  const sections = [explainedIn, ...entry.mentionedIn.filter((section) => section !== explainedIn)];
  const places = sections.flatMap((id): EntryPlace[] => {
    const section = edition.sections.find((each) => each.id === id);
    if (!section) return [];
    const time = timeline?.sections.find((each) => each.section === section.id) ?? null;
    return [
      { section: section.id, title: section.title, time, explains: definition !== '' && section.id === explainedIn },
    ];
  });
  return { term, kind, names, definition, places };
}
