import { createContext, type ReactNode } from 'react';
import type { Edition, GlossaryEntry } from '../../core/note/episode.ts';
import type { Seconds } from '../../core/time/seconds.ts';

/** The entries that bold terms in a text can open. */
export interface Terms {
  /** Entries by id and by every one of their names. */
  readonly find: (key: string) => GlossaryEntry | undefined;
  /** What stands below an explanation, such as the way to its moment. */
  readonly below: ((entry: GlossaryEntry) => ReactNode) | null;
}

export const TermsContext = createContext<Terms>({ find: () => undefined, below: null });

/** The term that opens because its explanation holds words a reader is led to; another object for each time. */
export const SoughtTermContext = createContext<{ readonly term: string } | null>(null);

/** Moves the player to a moment that a list names at the beginning of an item; `null` where such times are only words. */
export const MomentsContext = createContext<((time: Seconds) => void) | null>(null);

/** Finds an edition's entries by id and by name; of two entries with one name the first is meant. */
export function termFinder(edition: Edition): Terms['find'] {
  const entries = new Map<string, GlossaryEntry>();
  for (const entry of edition.glossary) {
    for (const key of [entry.id, entry.term, ...entry.aliases]) if (!entries.has(key)) entries.set(key, entry);
  }
  return (key) => entries.get(key);
}
