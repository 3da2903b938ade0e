import { foldWords } from '../text/fold.ts';
import { collectDefinitions, type Definitions } from './find-definitions.ts';
import type { LookupSource } from './lookup-source.ts';
import { buildNameIndex, type OpenIndex, openIndex } from './name-index.ts';

/** Loaded glossaries, ready for lookup: the index of their names, and everything that is shown of them. */
export interface LookupIndex {
  readonly names: OpenIndex;
  readonly sources: readonly LookupSource[];
  /** `null` until {@link addDefinitions}. */
  readonly definitions: Definitions | null;
}

/** Indexes the names of all entries. Definitions are added later by {@link addDefinitions}, so that names are searchable at once. */
export function buildIndex(sources: readonly LookupSource[]): LookupIndex {
  return { names: openIndex(buildNameIndex(sources)), sources, definitions: null };
}

/** The index with the definitions of all entries that have one. */
export function addDefinitions(index: LookupIndex): LookupIndex {
  const { script } = index.names;
  const folded = index.sources.flatMap(({ entries }) =>
    entries.map(({ definition }) => (definition ? script(foldWords(definition)) : '')),
  );
  return { ...index, definitions: collectDefinitions(folded) };
}
