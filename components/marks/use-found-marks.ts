import { useLayoutEffect, useMemo, useState } from 'react';
import type { Mark } from '../../core/marks/mark.ts';
import { filterMarks, findMarks, type MarkFilter } from '../../core/marks/search-marks.ts';
import { useWordings } from '../shared/chinese-context.ts';
import { inParts } from '../shared/in-parts.ts';

/** The marks that pass a filter. Thousands are searched in parts; until that is done those found before are shown. */
export function useFoundMarks(marks: readonly Mark[], { query, state }: MarkFilter): readonly Mark[] {
  const isSearch = query.trim() !== '';
  const all = useMemo(() => filterMarks(marks, state), [marks, state]);
  const others = useWordings(query);
  const [found, setFound] = useState(all);
  useLayoutEffect(
    () => (isSearch ? inParts(findMarks(all, query, others), setFound) : setFound(all)),
    [all, isSearch, query, others],
  );
  return isSearch ? found : all;
}
