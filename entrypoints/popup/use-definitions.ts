import { useCallback, useEffect, useState } from 'react';
import type { LookupResult } from '../../core/glossary/lookup.ts';
import type { DefinitionOf } from '../../core/glossary/meanings.ts';
import { noteKey } from '../../core/note/note-id.ts';
import type { LibraryPort } from '../../platform/ports.ts';

/** The pause in typing after which notes are read. */
const WAIT_MS = 120;
/** The number of notes read before their definitions are shown. */
const A_PART = 8;

const keyOf = ({ source, entry }: LookupResult) => `${source.videoId} ${source.note} ${source.language} ${entry.id}`;

/** What the notes say of results that were found by name alone: read when the viewer pauses, some at a time. */
export function useDefinitions(library: LibraryPort, results: readonly LookupResult[]): DefinitionOf {
  const [known, setKnown] = useState<ReadonlyMap<string, string>>(new Map());
  useEffect(() => library.subscribe(() => setKnown(new Map())), [library]);
  useEffect(() => {
    const lacking = results.filter((result) => result.entry.definition === undefined && !known.has(keyOf(result)));
    if (lacking.length === 0) return undefined;
    let wanted = true;
    const read = async () => {
      const videos = [...new Set(lacking.map(({ source }) => source.videoId))].slice(0, A_PART);
      const found = new Map(known);
      for (const videoId of videos) {
        if (!wanted) return;
        const episode = await library.find(videoId).catch(() => null);
        for (const result of lacking.filter(({ source }) => source.videoId === videoId)) {
          const edition = episode?.editions.find(({ note }) => noteKey(note) === result.source.note);
          const entry = edition?.glossary.find(({ id }) => id === result.entry.id);
          found.set(keyOf(result), entry?.definition ?? '');
        }
      }
      if (wanted) setKnown(found);
    };
    const timer = setTimeout(() => void read(), known.size === 0 ? WAIT_MS : 0);
    return () => {
      wanted = false;
      clearTimeout(timer);
    };
  }, [library, results, known]);
  return useCallback((result) => result.entry.definition ?? known.get(keyOf(result)), [known]);
}
