import { type ReactNode, useCallback, useDeferredValue, useEffect, useMemo, useRef, useState } from 'react';
import { i18n } from '#i18n';
import { sectionAnchor } from '../../core/library/reading-address.ts';
import type { EpisodeEdition, SectionId } from '../../core/note/episode.ts';
import { noteFinder, searchNote } from '../../core/note/search-note.ts';
import { Actions } from '../panel/actions.tsx';
import { BasisLine } from '../panel/basis-line.tsx';
import { countText, type Hit, SummaryExcerpts, type SummaryHit } from '../panel/found-excerpts.tsx';
import { GlossaryList } from '../panel/glossary-list.tsx';
import { Head } from '../panel/head.tsx';
import { NoteContexts } from '../panel/note-contexts.tsx';
import { Summary } from '../panel/summary.tsx';
import { useKeptPlace } from '../panel/use-place.ts';
import { useWordings } from '../shared/chinese-context.ts';
import { Hints } from '../shared/hints.tsx';
import { SearchField } from '../shared/search-field.tsx';
import '../panel/panel.css';
import '../panel/places.css';
import '../panel/outline.css';
import { Contents } from './contents.tsx';
import { ReadSection } from './read-section.tsx';
import './reading.css';

const hrefOf = (section: SectionId) => `#${encodeURIComponent(sectionAnchor(section))}`;

interface ReadingViewProps {
  readonly edition: EpisodeEdition;
  /** The way to the notes before and after it. */
  readonly neighbours: ReactNode;
}

/** A note to read without its video: all of it on one page. Its parts are the panel's. */
export function ReadingView({ edition, neighbours }: ReadingViewProps): ReactNode {
  const [typed, setTyped] = useState('');
  const [hit, setHit] = useState<Hit | null>(null);
  const [inSummary, setInSummary] = useState<SummaryHit | null>(null);
  const query = useDeferredValue(typed).trim();
  const others = useWordings(query);
  const matches = useMemo(() => (query === '' ? null : searchNote(edition, query, others)), [edition, query, others]);
  const find = useMemo(() => (query === '' ? null : noteFinder(edition, query, others)), [edition, query, others]);
  const page = useRef<HTMLElement | null>(document.documentElement);
  useKeptPlace(page);
  useFragment();
  const print = useCallback(() => window.print(), []);
  // Its contents come first; a long note's last sections right after them.
  const complete = useDeferredValue(true, false);
  const shown = complete ? edition.sections : edition.sections.slice(0, AT_FIRST);
  return (
    <NoteContexts edition={edition} hrefOf={hrefOf}>
      <div className="reading">
        <nav className="reading-bar" aria-label={i18n.t('reading.page')}>
          <a href="library.html">
            <span aria-hidden="true">←</span> {i18n.t('library.title')}
          </a>
          <button type="button" className="quiet" onClick={print}>
            {i18n.t('reading.print')}
          </button>
        </nav>
        <Head edition={edition} read />
        <div className="reading-columns">
          <aside className="reading-side">
            <SearchField value={typed} label={i18n.t('panel.searchNote')} onChange={setTyped}>
              {matches && countText(matches)}
            </SearchField>
            {matches?.count === 0 && <p className="hint">{i18n.t('panel.noMatch', [query])}</p>}
            {matches && find && (
              <SummaryExcerpts
                matches={matches}
                language={edition.language}
                onHit={(block) => setInSummary({ block, find })}
              />
            )}
            <Contents edition={edition} matches={matches} hrefOf={hrefOf} onHit={setHit} />
          </aside>
          <main>
            <section aria-labelledby="reading-summary">
              <h2 id="reading-summary">{i18n.t('panel.summary')}</h2>
              <Summary edition={edition} hit={inSummary} />
            </section>
            <section aria-labelledby="reading-text">
              <h2 id="reading-text">{i18n.t('panel.text')}</h2>
              <BasisLine read />
              {shown.map((section) => (
                <ReadSection
                  key={section.id}
                  edition={edition}
                  section={section}
                  find={find}
                  hit={hit?.section === section.id ? hit : null}
                />
              ))}
            </section>
            {edition.glossary.length > 0 && (
              <section className="reading-glossary" aria-labelledby="reading-glossary">
                <h2 id="reading-glossary">{i18n.t('panel.glossary')}</h2>
                <GlossaryList edition={edition} />
              </section>
            )}
          </main>
        </div>
        {neighbours}
        <div className="reading-foot">
          <Actions />
        </div>
        <Hints />
      </div>
    </NoteContexts>
  );
}

const AT_FIRST = 24;

/** The place an address names is there only when the note is; what lies above gets its height within some frames. */
function useFragment(): void {
  useEffect(() => {
    const id = decodeFragment(location.hash.slice(1));
    let frame = 0;
    let left = id === '' ? 0 : 20;
    const look = () => {
      document.getElementById(id)?.scrollIntoView({ behavior: 'instant' });
      left -= 1;
      if (left > 0) frame = requestAnimationFrame(look);
    };
    if (left > 0) look();
    return () => cancelAnimationFrame(frame);
  }, []);
}

function decodeFragment(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
