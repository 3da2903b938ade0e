import { createContext, memo, type ReactNode, useContext } from 'react';
import { i18n } from '#i18n';
import type { GlossaryEntry, LanguageTag, SectionId } from '../../core/note/episode.ts';
import type { SectionTime } from '../../core/timeline/timeline.ts';
import { describeTime, TimeText } from './time-button.tsx';

/** Where the note's sections are, for all that leads to one. */
export interface Places {
  readonly language: LanguageTag | undefined;
  readonly titles: ReadonlyMap<SectionId, string>;
  readonly times: ReadonlyMap<SectionId, SectionTime>;
  readonly onSeek: (section: SectionId) => void;
}

export const PlacesContext = createContext<Places>({
  language: undefined,
  titles: new Map(),
  times: new Map(),
  onSeek: () => {},
});

/** A section by time and title; a click moves the player there. */
export function PlaceButton({ section, label }: { readonly section: SectionId; readonly label?: string }): ReactNode {
  const { language, titles, times, onSeek } = useContext(PlacesContext);
  const title = titles.get(section);
  const time = times.get(section);
  return (
    <button
      type="button"
      className="place-button"
      title={time ? describeTime(time) : i18n.t('panel.noTime')}
      onClick={() => onSeek(section)}
    >
      {label && <span className="unseen">{label} </span>}
      {time && <TimeText time={time} />}
      <span className="place-title" lang={title ? language : undefined}>
        {title || i18n.t('panel.opening')}
      </span>
    </button>
  );
}

/** An entry's explanation and every section that comes to it. */
export const EntryDetails = memo(function EntryDetails({ entry }: { readonly entry: GlossaryEntry }): ReactNode {
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
    </div>
  );
});

/** One paragraph per explanation. */
export function Definition({ text }: { readonly text: string }): ReactNode {
  return text === '' ? null : text.split('\n').map((line) => <p key={line}>{line}</p>);
}
