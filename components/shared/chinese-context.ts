import { createContext, useContext, useMemo } from 'react';
import type { Chinese, Shown } from '../../core/note/chinese.ts';
import type { LanguageTag } from '../../core/note/episode.ts';

const NONE: readonly string[] = [];

/** Chinese as it is written, until a page says how its viewer reads it. */
export const ChineseContext = createContext<Chinese>({
  inScript: (text, language) => ({ text, language }),
  wordings: () => NONE,
});

/** Shows short texts of notes in the viewer's script. */
export const useInScript = (): ((text: string, language: LanguageTag) => Shown) => useContext(ChineseContext).inScript;

/** How else a query may be written; the same list as long as nothing changes. */
export function useWordings(query: string): readonly string[] {
  const { wordings } = useContext(ChineseContext);
  return useMemo(() => wordings(query), [wordings, query]);
}
