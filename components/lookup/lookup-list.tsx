import {
  Combobox,
  ComboboxGroup,
  ComboboxGroupLabel,
  ComboboxItem,
  ComboboxList,
  ComboboxProvider,
} from '@ariakit/react';
import { type KeyboardEvent, type ReactNode, useDeferredValue, useEffect, useRef } from 'react';
import { i18n } from '#i18n';
import type { LanguageTag } from '../../core/note/episode.ts';
import { inLanguage } from '../shared/in-language.ts';
import './lookup.css';

/** One line of the list: the short form of an entry. */
export interface LookupItem {
  /** Unique in the list. */
  readonly key: string;
  readonly term: string;
  readonly language?: LanguageTag;
  /** Other names, or the one that was found; may be empty. */
  readonly names: string;
  /** The beginning of the definition, or whose episode it is; may be empty. */
  readonly about: string;
  /** In how many notes it means that, in words; empty for one. */
  readonly notes: string;
}

export interface LookupGroup {
  /** `null` for the only group of a list that needs no heading. */
  readonly title: string | null;
  readonly items: readonly LookupItem[];
}

interface LookupListProps {
  readonly query: string;
  readonly groups: readonly LookupGroup[];
  /** Shown instead of an empty list: that nothing was found, or what to do. */
  readonly message: string | null;
  readonly onQuery: (query: string) => void;
  readonly onChoose: (key: string) => void;
  /** Escape in an empty field. */
  readonly onLeave: () => void;
}

/** Lines drawn at first, as many as a popup shows: a glossary of hundreds takes too long to draw. */
const DRAWN_FIRST = 16;

/** So few lines leave room for the whole of what they say. */
const FEW = 3;

/** The search field and what it finds. The cursor stays in the field; arrows move through the list, Enter opens. */
export function LookupList({ query, groups, message, onQuery, onChoose, onLeave }: LookupListProps): ReactNode {
  const field = useRef<HTMLInputElement>(null);
  useEffect(() => {
    field.current?.focus();
    field.current?.select();
  }, []);
  const count = groups.reduce((sum, { items }) => sum + items.length, 0);
  const drawn = useDeferredValue(groups) === groups ? groups : firstOf(groups, DRAWN_FIRST);

  function onKeyDownCapture(event: KeyboardEvent): void {
    // Enter, Escape and arrows belong to the input method during composition (key code 229 where a browser does not report it).
    if (event.nativeEvent.isComposing || event.keyCode === 229) event.stopPropagation();
  }
  function onKeyDown(event: KeyboardEvent): void {
    if (event.key !== 'Escape') return;
    // Kept from the browser, which would close the popup at once.
    event.preventDefault();
    if (query === '') onLeave();
    else onQuery('');
  }

  return (
    <div className="lookup" onKeyDownCapture={onKeyDownCapture}>
      <h1 className="unseen">{i18n.t('popup.search')}</h1>
      <ComboboxProvider open value={query} setValue={onQuery} focusLoop={false} includesBaseElement={false}>
        <Combobox
          ref={field}
          className="lookup-field"
          type="search"
          autoSelect
          placeholder={i18n.t('popup.search')}
          aria-label={i18n.t('popup.search')}
          autoComplete="off"
          autoCapitalize="off"
          spellCheck={false}
          onKeyDown={onKeyDown}
        />
        <p className="unseen" role="status">
          {query === '' ? '' : (message ?? i18n.t('popup.results', count))}
        </p>
        {message !== null && <p className="lookup-message">{message}</p>}
        <ComboboxList
          alwaysVisible
          className="lookup-list"
          data-few={count <= FEW ? '' : undefined}
          aria-label={i18n.t('popup.terms')}
          hidden={count === 0}
        >
          {drawn.map(({ title, items }) => (
            <ComboboxGroup key={title} className="lookup-group">
              {title !== null && <ComboboxGroupLabel className="lookup-group-title">{title}</ComboboxGroupLabel>}
              {items.map(({ key, term, language, names, about, notes }) => (
                <ComboboxItem
                  key={key}
                  className="lookup-item"
                  focusOnHover
                  hideOnClick={false}
                  setValueOnClick={false}
                  onClick={() => onChoose(key)}
                >
                  <span className="lookup-item-names" {...inLanguage(language)}>
                    <b>{term}</b>
                    {names !== '' && <span>{names}</span>}
                    {notes !== '' && (
                      <span className="lookup-item-notes" lang={i18n.t('locale')}>
                        {notes}
                      </span>
                    )}
                  </span>
                  {about !== '' && (
                    <span className="lookup-item-about" {...inLanguage(language)}>
                      {about}
                    </span>
                  )}
                </ComboboxItem>
              ))}
            </ComboboxGroup>
          ))}
        </ComboboxList>
      </ComboboxProvider>
    </div>
  );
}

function firstOf(groups: readonly LookupGroup[], most: number): readonly LookupGroup[] {
  let left = most;
  return groups.flatMap(({ title, items }) => {
    const taken = items.slice(0, left);
    left -= taken.length;
    return taken.length > 0 ? [{ title, items: taken }] : [];
  });
}
