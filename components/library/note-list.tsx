import { type ReactNode, useDeferredValue, useMemo, useState } from 'react';
import { i18n } from '#i18n';
import {
  filterNotes,
  type LibraryNote,
  NO_FILTER,
  NOTE_ORDERS,
  type NoteFilter,
  type NoteOrder,
  type NoteState,
  rowId,
} from '../../core/library/library-note.ts';
import { readingAddress } from '../../core/library/reading-address.ts';
import { editorAddress } from '../../core/library/written-note.ts';
import { noteKey } from '../../core/note/note-id.ts';
import { watchAddress } from '../../core/video/video-address.ts';
import { useInScript, useWordings } from '../shared/chinese-context.ts';
import { inLanguage } from '../shared/in-language.ts';
import { numberText } from '../shared/locale.ts';
import { Words } from '../shared/words.tsx';
import { dayOf, languageText, sizeText, sourceText } from './wording.ts';

interface NoteListProps {
  readonly notes: readonly LibraryNote[];
  readonly onRemove: (notes: readonly LibraryNote[]) => void;
  readonly onTakeBack: (notes: readonly LibraryNote[]) => void;
  readonly onRestoreOlder: (note: LibraryNote) => void;
  readonly onSweep: () => void;
}

const STATES: readonly NoteState[] = ['own', 'bundled', 'removed'];
/** Rows drawn at once; see import-report.tsx. */
const PAGE = 50;

/** All notes: search, filter, order, remove and undo. */
export function NoteList({ notes, onRemove, onTakeBack, onRestoreOlder, onSweep }: NoteListProps): ReactNode {
  const [filter, setFilter] = useState<NoteFilter>(NO_FILTER);
  const [rows, setRows] = useState(PAGE);
  const [selected, setSelected] = useState<ReadonlySet<string>>(new Set());
  const deferred = useDeferredValue(filter);
  const others = useWordings(deferred.query);
  const found = useMemo(() => filterNotes(notes, deferred, others), [notes, deferred, others]);
  const languages = useMemo(() => [...new Set(notes.map(({ language }) => language))].sort(), [notes]);
  const sources = useMemo(() => [...new Set(notes.map(({ source }) => source))].filter(Boolean).sort(), [notes]);
  const change = (part: Partial<NoteFilter>) => {
    setFilter({ ...filter, ...part });
    setRows(PAGE);
  };
  const shown = found.slice(0, rows);
  const chosen = notes.filter((note) => selected.has(rowId(note)));
  const selectable = shown.filter(({ state }) => state !== 'bundled');
  const act = (work: (notes: readonly LibraryNote[]) => void) => {
    work(chosen);
    setSelected(new Set());
  };

  return (
    <section className="note-list" aria-labelledby="library-list">
      <h2 id="library-list">{i18n.t('library.list')}</h2>
      <div className="filters">
        <input
          type="search"
          aria-label={i18n.t('library.search')}
          placeholder={i18n.t('library.search')}
          value={filter.query}
          onChange={(event) => change({ query: event.currentTarget.value })}
        />
        <Choice
          label={i18n.t('library.language')}
          value={filter.language ?? ''}
          options={languages.map((tag) => [tag, languageText(tag)])}
          onChange={(language) => change({ language: language || null })}
        />
        <Choice
          label={i18n.t('library.source')}
          value={filter.source ?? ''}
          options={sources.map((source) => [source, sourceText(source)])}
          onChange={(source) => change({ source: source || null })}
        />
        <Choice
          label={i18n.t('library.state')}
          value={filter.state ?? ''}
          options={STATES.map((state) => [state, i18n.t(`library.states.${state}`)])}
          onChange={(state) => change({ state: STATES.find((one) => one === state) ?? null })}
        />
        <label>
          {i18n.t('library.order')}
          <select value={filter.order} onChange={(event) => change({ order: event.currentTarget.value as NoteOrder })}>
            {NOTE_ORDERS.map((order) => (
              <option key={order} value={order}>
                {i18n.t(`library.orders.${order}`)}
              </option>
            ))}
          </select>
        </label>
      </div>
      <div className="selection">
        <label>
          <input
            type="checkbox"
            checked={selectable.length > 0 && selectable.every((note) => selected.has(rowId(note)))}
            disabled={selectable.length === 0}
            onChange={(event) => setSelected(event.currentTarget.checked ? new Set(selectable.map(rowId)) : new Set())}
          />
          {i18n.t('library.selectAll')}
        </label>
        <span role="status">
          {chosen.length > 0 ? i18n.t('library.selected', chosen.length) : i18n.t('library.count', found.length)}
        </span>
        {chosen.some(({ state }) => state === 'own') && (
          <button type="button" onClick={() => act((all) => onRemove(all.filter(({ state }) => state === 'own')))}>
            {i18n.t('library.remove')}
          </button>
        )}
        {chosen.some(({ state }) => state === 'removed') && (
          <button
            type="button"
            onClick={() => act((all) => onTakeBack(all.filter(({ state }) => state === 'removed')))}
          >
            {i18n.t('library.takeBack')}
          </button>
        )}
        {filter.state === 'removed' && found.length > 0 && chosen.length === 0 && (
          <button type="button" onClick={onSweep}>
            {i18n.t('library.sweep')}
          </button>
        )}
      </div>
      {found.length === 0 && (
        <p className="empty">
          {i18n.t(notes.some(({ state }) => state === 'own') || filter.query ? 'library.empty' : 'library.nothingYet')}
        </p>
      )}
      <ul className="notes">
        {shown.map((note) => (
          <Note
            key={rowId(note)}
            note={note}
            selected={selected.has(rowId(note))}
            onSelect={(on) => {
              const next = new Set(selected);
              if (on) next.add(rowId(note));
              else next.delete(rowId(note));
              setSelected(next);
            }}
            onRemove={() => onRemove([note])}
            onTakeBack={() => onTakeBack([note])}
            onRestoreOlder={() => onRestoreOlder(note)}
          />
        ))}
      </ul>
      {found.length > rows && (
        <button type="button" onClick={() => setRows(rows + 4 * PAGE)}>
          {i18n.t('library.more', [numberText(Math.min(4 * PAGE, found.length - rows))])}
        </button>
      )}
    </section>
  );
}

interface ChoiceProps {
  readonly label: string;
  /** Empty for all. */
  readonly value: string;
  readonly options: readonly (readonly [value: string, label: string])[];
  readonly onChange: (value: string) => void;
}

function Choice({ label, value, options, onChange }: ChoiceProps): ReactNode {
  return (
    <label>
      {label}
      <select value={value} onChange={(event) => onChange(event.currentTarget.value)}>
        <option value="">{i18n.t('library.any')}</option>
        {options.map(([one, name]) => (
          <option key={one} value={one}>
            {name}
          </option>
        ))}
      </select>
    </label>
  );
}

interface NoteProps {
  readonly note: LibraryNote;
  readonly selected: boolean;
  readonly onSelect: (selected: boolean) => void;
  readonly onRemove: () => void;
  readonly onTakeBack: () => void;
  readonly onRestoreOlder: () => void;
}

function Note({ note, selected, onSelect, onRemove, onTakeBack, onRestoreOlder }: NoteProps): ReactNode {
  const { title, videoId, language, state, sections, terms, file, source, importedAt, bytes, tags, hasOlder } = note;
  const inScript = useInScript();
  const shown = inScript(title, language);
  const name = shown.text || videoId;
  return (
    <li data-state={state}>
      {state === 'bundled' ? (
        <span />
      ) : (
        <input
          type="checkbox"
          aria-label={i18n.t('library.select', [name])}
          checked={selected}
          onChange={(event) => onSelect(event.currentTarget.checked)}
        />
      )}
      <div>
        <h3 {...inLanguage(shown.language)}>
          <Words text={name} />
        </h3>
        <p className="facts">
          {i18n.t(`library.states.${state}`)} · {languageText(language)} ·{' '}
          {i18n.t('library.sectionCount', sections, [numberText(sections)])} ·{' '}
          {i18n.t('library.termCount', terms, [numberText(terms)])}
          {bytes > 0 && ` · ${sizeText(bytes)} · ${dayOf(importedAt)}`}
        </p>
        {tags && (
          <p className="facts" {...inLanguage(shown.language)}>
            {tags.map((tag) => `#${inScript(tag, language).text}`).join(' ')}
          </p>
        )}
        {file && (
          <p className="facts file">
            {source !== 'files' && (
              <>
                <bdi>{sourceText(source)}</bdi> /{' '}
              </>
            )}
            <bdi>{file}</bdi>
          </p>
        )}
      </div>
      <p className="buttons">
        {state !== 'removed' && (
          <a
            className="button"
            href={readingAddress({ videoId, language, note: noteKey(note.note) })}
            aria-label={i18n.t('library.openNoteOf', [name])}
          >
            {i18n.t('library.openNote')}
          </a>
        )}
        {state === 'own' && note.note.origin === 'own' && (
          <a
            className="button"
            href={editorAddress({ videoId, ...note.note })}
            aria-label={i18n.t('library.editNote', [name])}
          >
            {i18n.t('myMarks.edit')}
          </a>
        )}
        <a
          className="button"
          href={watchAddress(videoId)}
          target="_blank"
          rel="noreferrer"
          aria-label={i18n.t('library.openVideoOf', [name])}
        >
          {i18n.t('library.openVideo')}
        </a>
        {hasOlder && (
          <button type="button" aria-label={i18n.t('library.restoreOne', [name])} onClick={onRestoreOlder}>
            {i18n.t('library.restore')}
          </button>
        )}
        {state === 'own' && (
          <button type="button" aria-label={i18n.t('library.removeOne', [name])} onClick={onRemove}>
            {i18n.t('library.remove')}
          </button>
        )}
        {state === 'removed' && (
          <button type="button" aria-label={i18n.t('library.takeBackOne', [name])} onClick={onTakeBack}>
            {i18n.t('library.takeBack')}
          </button>
        )}
      </p>
    </li>
  );
}
