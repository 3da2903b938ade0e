import { type ReactNode, startTransition, useDeferredValue, useEffect, useState } from 'react';
import { i18n } from '#i18n';
import type { Mark } from '../../core/marks/mark.ts';
import { SearchField } from '../shared/search-field.tsx';
import { MarkRow } from './mark-rows.tsx';
import { useMarks } from './marks-context.ts';
import type { MarksState } from './marks-model.ts';
import { useFoundMarks } from './use-found-marks.ts';

/** A screenful and more at once, then all without holding anything up. */
const AT_FIRST = 30;
const A_PART = 60;

const marksOf = ({ marks }: MarksState) => marks;

/** The marks of the video alone, with a search. */
export function MarksView(): ReactNode {
  const marks = useMarks(marksOf);
  const [typed, setTyped] = useState('');
  const query = useDeferredValue(typed).trim();
  const found = useFoundMarks(marks, { query, state: 'all' });
  const limit = useGrowing(found);
  return (
    <div className="marks-view">
      <SearchField value={typed} label={i18n.t('mark.search')} onChange={setTyped}>
        {query === '' ? '' : i18n.t('mark.found', found.length)}
      </SearchField>
      {marks.length === 0 && <p className="hint">{i18n.t('mark.none')}</p>}
      <ol className="outline">
        {found.slice(0, limit).map((mark) => (
          <MarkRow key={mark.id} mark={mark} />
        ))}
      </ol>
      <p className="marks-foot">
        <a className="action-link" href="library.html#marks" target="_blank" rel="noreferrer">
          {i18n.t('mark.all')}
        </a>
      </p>
    </div>
  );
}

/** How many rows to draw of a list; another list starts again. */
function useGrowing(list: readonly Mark[]): number {
  const [limit, setLimit] = useState(AT_FIRST);
  useEffect(() => {
    if (limit < list.length) startTransition(() => setLimit(limit + A_PART));
  }, [limit, list]);
  return limit;
}
