import { memo, type ReactNode, useDeferredValue, useMemo, useState } from 'react';
import { i18n } from '#i18n';
import {
  hasNotes,
  type ImportCounts,
  type ImportEnd,
  type ImportEntry,
  type ImportOutcome,
} from '../../core/library/import.ts';
import { inLanguage } from '../shared/in-language.ts';
import { numberText } from '../shared/locale.ts';
import { ProblemText } from './problem-text.tsx';
import { broughtText, completeText, endText, faultText, outcomeText, problemText } from './wording.ts';

interface ImportReportProps {
  /** `null` while the import goes on. */
  readonly end: ImportEnd | null;
  readonly entries: readonly ImportEntry[];
  readonly counts: ImportCounts;
  readonly onSave: () => void;
  readonly onClose: () => void;
  /** Present when the rest of the import can be resumed at once. */
  readonly onTakeUp: (() => void) | null;
}

type Shown = ImportOutcome | 'all' | 'problems';

const SHOWN: readonly Shown[] = ['all', 'problems', 'added', 'replaced', 'unchanged', 'left-out', 'no-note'];
/** Rows drawn at once: more than fit on any screen, few enough to be drawn in a frame or two. */
const PAGE = 50;
/** Problems of one file shown at first; a note made for something else can have thousands. */
const FIRST_PROBLEMS = 10;

/** The outcome of every file. */
export function ImportReport({ end, entries, counts, onSave, onClose, onTakeUp }: ImportReportProps): ReactNode {
  // Until the viewer chooses: what needs a look, or else everything.
  const [chosen, setShown] = useState<Shown | null>(null);
  const shown = chosen ?? (counts.problems > 0 ? 'problems' : 'all');
  const [query, setQuery] = useState('');
  const [rows, setRows] = useState(PAGE);
  const wanted = useDeferredValue(query.trim().toLowerCase());
  const found = useMemo(
    () => entries.filter((entry) => isShown(entry, shown) && contains(entry, wanted)),
    [entries, shown, wanted],
  );
  const countOf = (one: Shown) => (one === 'all' ? entries.length : counts[one]);

  return (
    <section className="import-report" aria-label={i18n.t('library.importing')}>
      {end && (
        <p role="status" className="end" data-end={end === 'complete' && !hasNotes(counts) ? 'nothing' : end}>
          {end === 'complete' ? completeText(counts) : endText(end, entries.at(-1)?.file ?? null)}
        </p>
      )}
      {end && counts.notes > 0 && <p className="facts">{broughtText(counts)}</p>}
      <div role="radiogroup" aria-label={i18n.t('library.importing')} className="outcomes">
        {SHOWN.filter((one) => one === 'all' || one === 'problems' || countOf(one) > 0).map((one) => (
          <label key={one} data-outcome={one}>
            <input
              type="radio"
              name="outcome"
              checked={shown === one}
              onChange={() => {
                setShown(one);
                setRows(PAGE);
              }}
            />
            {outcomeText(one)} <b>{numberText(countOf(one))}</b>
          </label>
        ))}
      </div>
      {(found.length > 0 || query !== '') && (
        <input
          type="search"
          aria-label={i18n.t('library.filterReport')}
          placeholder={i18n.t('library.filterReport')}
          value={query}
          onChange={(event) => setQuery(event.currentTarget.value)}
        />
      )}
      <ul className="entries">
        {found.slice(0, rows).map((entry, at) => (
          // Files of several folders can have one name; the list only grows at its end.
          // biome-ignore lint/suspicious/noArrayIndexKey: names do not tell files apart
          <Entry key={`${at} ${entry.file}`} entry={entry} />
        ))}
      </ul>
      {found.length > rows && (
        <button type="button" onClick={() => setRows(rows + 4 * PAGE)}>
          {i18n.t('library.more', [numberText(Math.min(4 * PAGE, found.length - rows))])}
        </button>
      )}
      {counts['no-video'] > 0 && <AboutNoVideo entries={entries} count={counts['no-video']} />}
      {end && (
        <p className="buttons">
          {onTakeUp && (
            <button type="button" className="primary" onClick={onTakeUp}>
              {i18n.t('library.takeUp')}
            </button>
          )}
          {entries.length > 0 && (
            <button type="button" onClick={onSave}>
              {i18n.t('library.saveReport')}
            </button>
          )}
          <button type="button" onClick={onClose}>
            {i18n.t('library.closeReport')}
          </button>
        </p>
      )}
    </section>
  );
}

/** Most files of many a vault are about no video: one line, and their names for those who miss one among them. */
function AboutNoVideo({
  entries,
  count,
}: {
  readonly entries: readonly ImportEntry[];
  readonly count: number;
}): ReactNode {
  const [open, setOpen] = useState(false);
  const [rows, setRows] = useState(PAGE);
  const files = useMemo(() => (open ? entries.filter(({ outcome }) => outcome === 'no-video') : []), [open, entries]);
  return (
    <details className="no-video" onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>{i18n.t('library.aboutNoVideo', count, [numberText(count)])}</summary>
      <ul>
        {files.slice(0, rows).map(({ file }, at) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: names do not tell files apart
          <li key={`${at} ${file}`}>
            <bdi className="file">{file}</bdi>
          </li>
        ))}
      </ul>
      {files.length > rows && (
        <button type="button" onClick={() => setRows(rows + 4 * PAGE)}>
          {i18n.t('library.more', [numberText(Math.min(4 * PAGE, files.length - rows))])}
        </button>
      )}
    </details>
  );
}

const Entry = memo(function Entry({ entry }: { readonly entry: ImportEntry }): ReactNode {
  const { file, outcome, note, problems } = entry;
  const [all, setAll] = useState(false);
  const shown = all ? problems : problems.slice(0, FIRST_PROBLEMS);
  return (
    <li data-outcome={outcome}>
      <bdi className="file">{file}</bdi> <span className="outcome">{outcomeText(outcome)}</span>
      {note && (
        <span className="facts">
          {' '}
          <bdi {...inLanguage(note.language)}>{note.title}</bdi>
        </span>
      )}
      {problems.length > 0 && (
        <ul>
          {shown.map((problem) => (
            <li
              key={`${problem.line}:${problem.column}:${problem.sentence}:${JSON.stringify(problem.values)}`}
              data-severity={problem.severity}
            >
              <ProblemText problem={problem} />
            </li>
          ))}
        </ul>
      )}
      {shown.length < problems.length && (
        <button type="button" onClick={() => setAll(true)}>
          {i18n.t('library.more', [numberText(problems.length - shown.length)])}
        </button>
      )}
    </li>
  );
});

const isShown = ({ outcome, problems }: ImportEntry, shown: Shown) =>
  shown === 'all' || (shown === 'problems' ? problems.length > 0 : outcome === shown);

function contains({ file, problems }: ImportEntry, wanted: string): boolean {
  return (
    wanted === '' ||
    file.toLowerCase().includes(wanted) ||
    problems.some((problem) =>
      [problemText(problem), problem.rule, faultText(problem) ?? ''].some((text) =>
        text.toLowerCase().includes(wanted),
      ),
    )
  );
}
