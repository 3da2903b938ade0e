import { Composite, CompositeItem, CompositeProvider } from '@ariakit/react';
import { type KeyboardEvent, type ReactNode, useEffect, useRef } from 'react';
import { i18n } from '#i18n';
import type { Choice } from '../../core/glossary/asked.ts';
import type { EntryDetails, EntryPlace } from '../../core/glossary/entry-details.ts';
import type { LanguageTag } from '../../core/note/episode.ts';
import { describeTime, TimeText } from '../panel/time-button.tsx';
import { useInScript } from '../shared/chinese-context.ts';
import { inLanguage } from '../shared/in-language.ts';
import './lookup.css';

interface EntryCardProps {
  readonly details: EntryDetails;
  readonly language: LanguageTag;
  /** The episode's title when it is not the one being watched. */
  readonly episode: string | null;
  /** Result of the last command for screen readers; may be empty. */
  readonly notice: string;
  /** Other notes in which it means the same. */
  readonly others: Choice['others'];
  readonly onBack: () => void;
  readonly onPlace: (place: EntryPlace) => void;
  readonly onCopy: () => void;
  /** Makes a mark of it; `null` where no video is being watched that it comes up in. */
  readonly onKeep: (() => void) | null;
  readonly onOther: (other: Choice['others'][number]) => void;
}

/** One term explained, with every place where the talk mentions it; Enter goes to the first at once. */
export function EntryCard({
  details,
  language,
  episode,
  notice,
  others,
  onBack,
  onPlace,
  onCopy,
  onKeep,
  onOther,
}: EntryCardProps): ReactNode {
  const card = useRef<HTMLElement>(null);
  const inScript = useInScript();
  useEffect(() => {
    const first = card.current?.querySelector<HTMLElement>('.place:not([disabled])');
    (first ?? card.current?.querySelector('button'))?.focus();
  }, []);

  function onKeyDown(event: KeyboardEvent): void {
    if (event.key !== 'Escape') return;
    // Kept from the browser, which would close the popup at once.
    event.preventDefault();
    onBack();
  }

  const { term, kind, names, definition, places } = details;
  return (
    <article ref={card} className="entry-card" aria-labelledby="entry-term" onKeyDown={onKeyDown}>
      <header className="entry-bar">
        <button type="button" className="lookup-button" onClick={onBack}>
          <span aria-hidden="true">←</span> {i18n.t('popup.back')}
        </button>
        {onKeep && (
          <button
            type="button"
            className="lookup-button"
            aria-label={i18n.t('mark.keepTermNamed', [details.term])}
            onClick={onKeep}
          >
            {i18n.t('mark.keepTerm')}
          </button>
        )}
        <button type="button" className="lookup-button" onClick={onCopy}>
          {i18n.t('popup.copy')}
        </button>
      </header>
      <div className="entry-text">
        <p className="entry-kind">{i18n.t(`popup.kind.${kind}`)}</p>
        <h1 id="entry-term" {...inLanguage(language)}>
          {term}
        </h1>
        {names.length > 0 && (
          <ul className="entry-names" aria-label={i18n.t('popup.otherNames')}>
            {names.map((name) => (
              <li key={name.text} {...inLanguage(name.language)}>
                {name.text}
              </li>
            ))}
          </ul>
        )}
        {definition === '' ? (
          <p className="entry-none">{i18n.t('popup.noDefinition')}</p>
        ) : (
          definition.split('\n').map((text) => (
            <p key={text} {...inLanguage(language)}>
              {text}
            </p>
          ))
        )}
        {episode !== null && (
          <p className="entry-episode">
            {i18n.t('popup.from')} <cite {...inLanguage(language)}>{episode}</cite>
          </p>
        )}
      </div>
      {places.length > 0 && (
        <CompositeProvider orientation="vertical" focusLoop={false}>
          <h2 id="entry-places" className="places-title">
            {i18n.t('popup.places')}
          </h2>
          <Composite role="group" aria-labelledby="entry-places">
            {places.map((place) => (
              <CompositeItem
                key={place.section}
                className="place"
                disabled={place.time === null}
                aria-description={place.time ? describeTime(place.time) : i18n.t('panel.noTime')}
                onClick={() => onPlace(place)}
              >
                {place.time && <TimeText time={place.time} />}
                <span className="place-title" {...inLanguage(language)}>
                  {place.title || i18n.t('panel.opening')}
                </span>
                {place.explains && <span className="place-mark">{i18n.t('popup.explains')}</span>}
              </CompositeItem>
            ))}
          </Composite>
        </CompositeProvider>
      )}
      {others.length > 0 && (
        <section aria-labelledby="entry-others">
          <h2 id="entry-others" className="places-title">
            {i18n.t('popup.otherNotes')}
          </h2>
          {others.map((other) => {
            const title = inScript(other.title, other.language ?? '');
            return (
              <button
                key={`${other.videoId} ${other.note} ${other.entryId}`}
                type="button"
                className="place"
                onClick={() => onOther(other)}
              >
                <span className="place-title" {...inLanguage(title.language)}>
                  {title.text}
                </span>
              </button>
            );
          })}
        </section>
      )}
      <p className="lookup-notice" role="status">
        {notice}
      </p>
    </article>
  );
}
