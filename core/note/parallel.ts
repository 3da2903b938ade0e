import type { Block, Episode, EpisodeEdition, Section } from './episode.ts';
import { noteKey } from './note-id.ts';
import { otherScript, rememberWritten, writtenEdition } from './other-script.ts';

/**
 * The edition of another language that can stand beside one: it has most of its sections by their ids. An edition that
 * carries the talk's own words has these beside it already.
 */
export function counterpartOf({ editions }: Pick<Episode, 'editions'>, shown: EpisodeEdition): EpisodeEdition | null {
  if (shown.sections.some(({ blocks }) => blocks.some(({ original }) => original !== undefined))) return null;
  const written = writtenEdition(shown);
  const ids = new Set(written.sections.map(({ id }) => id));
  const isBeside = (other: EpisodeEdition) =>
    other.language !== written.language &&
    otherScript(other.language) !== written.language &&
    other.sections.filter(({ id }) => ids.has(id)).length * 2 > Math.max(ids.size, other.sections.length);
  return editions.find(isBeside) ?? null;
}

const parallels = new WeakSet<EpisodeEdition>();

/** Whether it has another edition's words beside its own. */
export const isParallel = (edition: EpisodeEdition): boolean => parallels.has(edition);

/** Editions with another beside them, each made once: what is shown stays the same object. */
const made = new WeakMap<EpisodeEdition, Map<string, EpisodeEdition>>();

/**
 * The edition with the words of another one beside its own, section by section: paragraph by paragraph where both have as
 * many, or else all of the other's behind the section's first.
 */
export function withCounterpart(edition: EpisodeEdition, other: EpisodeEdition): EpisodeEdition {
  const known = made.get(edition) ?? new Map<string, EpisodeEdition>();
  made.set(edition, known);
  const key = noteKey(other.note);
  const before = known.get(key);
  if (before) return before;
  const sections = new Map(other.sections.map((section) => [section.id, section]));
  const beside = (section: Section): Section => {
    const theirs = sections.get(section.id);
    return theirs ? { ...section, blocks: paired(section.blocks, theirs.blocks) } : section;
  };
  const [first, ...rest] = edition.sections;
  const parallel: EpisodeEdition = {
    ...edition,
    originalLanguage: other.language,
    sections: [beside(first), ...rest.map(beside)],
  };
  known.set(key, parallel);
  parallels.add(parallel);
  rememberWritten(parallel, writtenEdition(edition));
  return parallel;
}

function paired(blocks: readonly Block[], others: readonly Block[]): readonly Block[] {
  if (blocks.length === others.length) {
    return blocks.map((block, at) => ({ ...block, original: others[at] ? [others[at].content] : [] }));
  }
  return blocks.map((block, at) => (at === 0 ? { ...block, original: others.map(({ content }) => content) } : block));
}
