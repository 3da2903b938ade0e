import { type ReactNode, useDeferredValue, useMemo, useState } from 'react';
import { i18n } from '#i18n';
import type { Mark } from '../../core/marks/mark.ts';
import {
  groupMarks,
  MARK_ORDERS,
  MARK_STATES,
  type MarkFilter,
  type MarkGroup,
  type MarkOrder,
  titleOfVideo,
} from '../../core/marks/search-marks.ts';
import { toVideoId } from '../../core/video/video-id.ts';
import { useFoundMarks } from '../marks/use-found-marks.ts';
import { dayText, numberText } from '../shared/locale.ts';
import { MarkItem, type MarkItemActions } from './mark-item.tsx';
import './marks.css';

interface MarkListProps extends MarkItemActions {
  /** All, deleted ones included. */
  readonly marks: readonly Mark[];
  /** What can be done with several of them: with those shown, or with those of one video. */
  readonly actions: (marks: readonly Mark[], ofOneVideo: boolean) => ReactNode;
}

/** Rows drawn at once; see import-report.tsx. */
const PAGE = 50;

/** All marks: search, by video or by day, edit, delete and restore. */
export function MarkList({ marks, actions, ...itemActions }: MarkListProps): ReactNode {
  const [filter, setFilter] = useState<MarkFilter>({ query: '', state: 'all' });
  const [order, setOrder] = useState<MarkOrder>('video');
  const [rows, setRows] = useState(PAGE);
  const deferred = useDeferredValue(filter);
  const found = useFoundMarks(marks, deferred);
  const groups = useMemo(() => groupMarks(found, order, localDay), [found, order]);
  const change = (part: Partial<MarkFilter>) => {
    setFilter({ ...filter, ...part });
    setRows(PAGE);
  };
  const hasAny = marks.some(({ deleted }) => deleted === null);

  return (
    <div className="mark-list">
      <div className="filters">
        <input
          type="search"
          aria-label={i18n.t('mark.search')}
          placeholder={i18n.t('mark.search')}
          value={filter.query}
          onChange={(event) => change({ query: event.currentTarget.value })}
        />
        <label>
          {i18n.t('myMarks.state')}
          <select
            value={filter.state}
            onChange={({ currentTarget: { value } }) =>
              change({ state: MARK_STATES.find((one) => one === value) ?? 'all' })
            }
          >
            {MARK_STATES.map((state) => (
              <option key={state} value={state}>
                {i18n.t(`myMarks.states.${state}`)}
              </option>
            ))}
          </select>
        </label>
        <label>
          {i18n.t('myMarks.order')}
          <select
            value={order}
            onChange={({ currentTarget: { value } }) => setOrder(MARK_ORDERS.find((one) => one === value) ?? 'video')}
          >
            {MARK_ORDERS.map((one) => (
              <option key={one} value={one}>
                {i18n.t(`myMarks.orders.${one}`)}
              </option>
            ))}
          </select>
        </label>
      </div>
      <p className="facts" role="status">
        {hasAny || filter.state === 'deleted' ? i18n.t('myMarks.count', found.length, [numberText(found.length)]) : ''}
      </p>
      {found.length > 0 && filter.state !== 'deleted' && actions(found, false)}
      {found.length === 0 && (
        <p className="empty">
          {i18n.t(hasAny || filter.query || filter.state !== 'all' ? 'myMarks.nothing' : 'myMarks.none')}
        </p>
      )}
      {shownGroups(groups, rows).map((group) => (
        <section key={group.key} aria-labelledby={`marks-${group.key}`}>
          <h3 id={`marks-${group.key}`}>{order === 'video' ? titleOfVideo(group.marks) : dayText(group.key)}</h3>
          {order === 'video' && filter.state !== 'deleted' && (
            <details className="mark-actions">
              <summary>{i18n.t('myMarks.withVideo')}</summary>
              {actions(
                found.filter(({ video }) => video === toVideoId(group.key)),
                true,
              )}
            </details>
          )}
          <ul>
            {group.marks.map((mark) => (
              <MarkItem
                key={mark.id}
                mark={mark}
                about={order === 'video' ? '' : mark.videoTitle || mark.video}
                {...itemActions}
              />
            ))}
          </ul>
        </section>
      ))}
      {found.length > rows && (
        <button type="button" onClick={() => setRows(rows + 4 * PAGE)}>
          {i18n.t('myMarks.more', [numberText(Math.min(4 * PAGE, found.length - rows))])}
        </button>
      )}
    </div>
  );
}

/** The first groups, with so many marks in all. */
function shownGroups(groups: readonly MarkGroup[], rows: number): readonly MarkGroup[] {
  const shown: MarkGroup[] = [];
  let left = rows;
  for (const { key, marks } of groups) {
    if (left <= 0) break;
    shown.push({ key, marks: marks.slice(0, left) });
    left -= marks.length;
  }
  return shown;
}

/** The day of a moment where the viewer is: `2026-11-26`. */
export function localDay(moment: number): string {
  const date = new Date(moment);
  const two = (number: number) => String(number).padStart(2, '0');
  return `${date.getFullYear()}-${two(date.getMonth() + 1)}-${two(date.getDate())}`;
}
