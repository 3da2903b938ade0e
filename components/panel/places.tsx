import { createContext, memo, type ReactNode, useContext } from 'react';
import { i18n } from '#i18n';
import type { GlossaryEntry, LanguageTag, SectionId } from '../../core/note/episode.ts';
import { isUnsure } from '../../core/timeline/basis.ts';
import type { SectionTime } from '../../core/timeline/timeline.ts';
import { MarksContext } from '../marks/marks-context.ts';
import { inLanguage } from '../shared/in-language.ts';
import { describeTime, TimeText } from './time-button.tsx';

/** Where the note's sections are, for all that leads to one. */
export interface Places {
  readonly language: LanguageTag | undefined;
  readonly titles: ReadonlyMap<SectionId, string>;
  readonly times: ReadonlyMap<SectionId, SectionTime>;
  readonly onSeek: (section: SectionId) => void;
  /** Where a section's text stands on the page; `null` where a click leads to its moment instead. */
  readonly hrefOf: ((section: SectionId) => string) | null;
}

export const PlacesContext = createContext<Places>({
  language: undefined,
  titles: new Map(),
  times: new Map(),
  onSeek: () => {},
  hrefOf: null,
});

/** A section by time and title; a click moves the player there, or where the note is read, on its title, to its text. */
export function PlaceButton({ section, label }: { readonly section: SectionId; readonly label?: string }): ReactNode {
  const { language, titles, times, onSeek, hrefOf } = useContext(PlacesContext);
  const title = titles.get(section);
  const time = times.get(section);
  const name = (
    <span className="place-title" {...inLanguage(title ? language : undefined)}>
      {title || i18n.t('panel.opening')}
    </span>
  );
  const seeks = (content: ReactNode) => (
    <button
      type="button"
      className="place-button"
      aria-description={time ? describeTime(time) : i18n.t('panel.noTime')}
      // A sure time needs no explanation.
      data-hint={time && !isUnsure(time) ? undefined : time ? describeTime(time) : i18n.t('panel.noTime')}
      onClick={() => onSeek(section)}
    >
      {label && <span className="unseen">{label} </span>}
      {time && <TimeText time={time} />}
      {content}
    </button>
  );
  if (!hrefOf) return seeks(name);
  return (
    <span className="place">
      {time && seeks(<span className="unseen"> {name}</span>)}
      <a href={hrefOf(section)}>{name}</a>
    </span>
  );
}

/** An entry's explanation and every section that comes to it. */
export const EntryDetails = memo(function EntryDetails({ entry }: { readonly entry: GlossaryEntry }): ReactNode {
  const marks = useContext(MarksContext);
  const others = entry.mentionedIn.filter((section) => section !== entry.explainedIn);
  return (
    <div className="entry-details">
      {entry.aliases.length > 0 && <p className="aliases">{entry.aliases.join(' · ')}</p>}
      <Definition text={entry.definition} />
      <ul className="places-list" aria-label={i18n.t('panel.mentions')}>
        {[...(entry.explainedIn === null ? [] : [entry.explainedIn]), ...others].map((section) => (
          <li key={section}>
            <PlaceButton section={section} />
          </li>
        ))}
      </ul>
      {entry.explainedIn === null && others.length === 0 && <p className="hint">{i18n.t('panel.noMention')}</p>}
      {marks && <marks.KeepTerm entry={entry} />}
    </div>
  );
});

/** One paragraph per explanation. */
export function Definition({ text }: { readonly text: string }): ReactNode {
  return text === '' ? null : text.split('\n').map((line) => <p key={line}>{line}</p>);
}
