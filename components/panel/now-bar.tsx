import { type KeyboardEvent, memo, type ReactNode, useContext, useEffect, useId, useRef, useState } from 'react';
import { i18n } from '#i18n';
import type { Edition, GlossaryEntry } from '../../core/note/episode.ts';
import { currentProgress, currentSection, currentTerms } from '../../core/session/watched.ts';
import { MarksContext } from '../marks/marks-context.ts';
import { useFirstPicture } from '../shared/first-picture.ts';
import { inLanguage } from '../shared/in-language.ts';
import { sameList } from '../shared/use-slice.ts';
import { usePanel, useWatched } from './panel-model.ts';
import { EntryDetails } from './places.tsx';
import './chips.css';
import './now-bar.css';

const NO_TERMS: readonly GlossaryEntry[] = [];
const noTerms = () => NO_TERMS;

/**
 * At the panel's foot, under every view: the section playing and the terms of the passage being spoken. Its height does
 * not change by itself, and it is no live region: screen readers are not interrupted by it.
 */
export const NowBar = memo(function NowBar({ edition }: { readonly edition: Edition }): ReactNode {
  const { resume } = usePanel();
  const marks = useContext(MarksContext);
  const current = useWatched(currentSection);
  const progress = useWatched(currentProgress);
  // Looking through a long note's names takes a while.
  const pictured = useFirstPicture();
  const terms = useWatched(pictured ? currentTerms : noTerms, sameList);
  const id = useId();
  const [small, setSmall] = useState(false);
  const [chosen, setChosen] = useState<GlossaryEntry | null>(null);
  const title = edition.sections.find((section) => section.id === current)?.title;
  const chips = useRef<HTMLUListElement>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: entries of another edition are other entries
  useEffect(() => setChosen(null), [edition]);

  function onKeyDown(event: KeyboardEvent): void {
    if (event.key !== 'Escape' || !chosen) return;
    event.stopPropagation();
    setChosen(null);
    chips.current?.querySelector<HTMLElement>('[aria-expanded="true"]')?.focus();
  }
  const shown = chosen && !terms.includes(chosen) ? [chosen, ...terms] : terms;
  return (
    <section className="now" aria-label={i18n.t('panel.now')} onKeyDown={onKeyDown}>
      <div className="now-progress" style={{ inlineSize: `${progress * 5}%` }} />
      <div className="now-line">
        <button type="button" className="now-section" onClick={resume} disabled={current === null}>
          <span className="now-label">{i18n.t('panel.now')}</span>
          <span
            className="now-title"
            data-hint={title}
            data-hint-cut=""
            {...inLanguage(title ? edition.language : undefined)}
          >
            {current === null ? i18n.t('panel.notStarted') : title || i18n.t('panel.opening')}
          </span>
        </button>
        {marks && <marks.MarkButton />}
        <button
          type="button"
          className="now-toggle"
          aria-expanded={!small}
          aria-controls={`${id}-terms`}
          aria-label={i18n.t('panel.nowTerms')}
          onClick={() => setSmall(!small)}
        >
          <svg viewBox="0 0 16 16" width="16" height="16" aria-hidden="true">
            <path d="M4 6l4 4 4-4" fill="none" stroke="currentColor" strokeWidth="1.5" strokeLinecap="round" />
          </svg>
        </button>
      </div>
      <div id={`${id}-terms`} hidden={small} {...inLanguage(edition.language)}>
        {chosen && (
          <div className="now-details">
            <h2>{chosen.term}</h2>
            <EntryDetails entry={chosen} />
          </div>
        )}
        <ul className="now-terms" ref={chips} aria-label={i18n.t('panel.nowTerms')}>
          {shown.map((entry) => (
            <li key={entry.id}>
              <button
                type="button"
                className="chip"
                aria-expanded={entry === chosen}
                onClick={() => setChosen(entry === chosen ? null : entry)}
              >
                {entry.term}
              </button>
            </li>
          ))}
          {pictured && shown.length === 0 && <li className="now-none">{i18n.t('panel.noNowTerms')}</li>}
        </ul>
      </div>
    </section>
  );
});
