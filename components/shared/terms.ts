import { type ComponentType, createContext, type ReactNode } from 'react';
import type { Edition, GlossaryEntry } from '../../core/note/episode.ts';
import type { Seconds } from '../../core/time/seconds.ts';

/** The entries that bold terms in a text can open. */
export interface Terms {
  /** Entries by id and by every one of their names. */
  readonly find: (key: string) => GlossaryEntry | undefined;
  /** Entries by name, whatever its case: links of other programs are made so. */
  readonly findPage: (name: string) => GlossaryEntry | undefined;
  /** Content below an explanation, such as the link to its moment. */
  readonly below: ((entry: GlossaryEntry) => ReactNode) | null;
  /** Shows a link to a page of the author's notes that the glossary does not explain; `null`: as its words. */
  readonly Page: ComponentType<PageProps> | null;
}

export interface PageProps {
  /** As the author calls it: by title, or by its file's name. */
  readonly name: string;
  readonly children: ReactNode;
}

export const TermsContext = createContext<Terms>({
  find: () => undefined,
  findPage: () => undefined,
  below: null,
  Page: null,
});

/** The term that opens because its explanation holds words a reader is led to; another object for each time. */
export const SoughtTermContext = createContext<{ readonly term: string } | null>(null);

/** Moves the player to a moment that a list names at the beginning of an item; `null` where such times are only words. */
export const MomentsContext = createContext<((time: Seconds) => void) | null>(null);

/** Finds an edition's entries by id and by name; of two entries with one name the first is meant. */
export function termFinder(edition: Edition): Pick<Terms, 'find' | 'findPage'> {
  const entries = new Map<string, GlossaryEntry>();
  const pages = new Map<string, GlossaryEntry>();
  for (const entry of edition.glossary) {
    for (const key of [entry.id, entry.term, ...entry.aliases]) {
      if (!entries.has(key)) entries.set(key, entry);
      if (!pages.has(key.toLowerCase())) pages.set(key.toLowerCase(), entry);
    }
  }
  return { find: (key) => entries.get(key), findPage: (name) => pages.get(name.toLowerCase()) };
}
