import { type CSSProperties, memo, type ReactNode, useEffect, useRef } from 'react';
import { i18n } from '#i18n';
import type { EpisodeEdition, Section, SectionId } from '../../core/note/episode.ts';
import type { NoteMatches, SectionMatches } from '../../core/note/search-note.ts';
import { Excerpts, type Hit, Marked } from '../panel/found-excerpts.tsx';
import { inLanguage } from '../shared/in-language.ts';
import { useMedia } from '../shared/use-media.ts';

/** As the style sheet has it. */
const BESIDE = '(min-width: 900px)';

interface ContentsProps {
  readonly edition: EpisodeEdition;
  /** `null` while nothing is searched for. */
  readonly matches: NoteMatches | null;
  readonly hrefOf: (section: SectionId) => string;
  readonly onHit: (hit: Hit) => void;
}

/** The note's sections, or those with a match: each links to its text. */
export const Contents = memo(function Contents({ edition, matches, hrefOf, onHit }: ContentsProps): ReactNode {
  const { sections, language } = edition;
  const found = matches && new Map(matches.sections.map((each) => [each.section, each]));
  const beside = useMedia(BESIDE);
  const isOpen = beside || found !== null;
  const details = useRef<HTMLDetailsElement>(null);
  useEffect(() => unfolding(details, isOpen), [isOpen]);
  const top = Math.min(...sections.map(({ level }) => level || 6));
  const row = (section: Section, inIt: SectionMatches | undefined) => {
    const depth = Math.max(0, section.level - top);
    return (
      <li key={section.id} style={depth > 0 ? ({ '--depth': depth } as CSSProperties) : undefined}>
        <a href={hrefOf(section.id)} {...inLanguage(section.title ? language : undefined)}>
          <Marked text={section.title || i18n.t('panel.opening')} ranges={inIt?.title ?? []} />
        </a>
        {inIt && <Excerpts matches={inIt} language={language} onHit={onHit} />}
      </li>
    );
  };
  return (
    <nav className="contents" aria-label={i18n.t('reading.contents')}>
      {/* Folded where it would stand between the title and the text. */}
      <details ref={details} key={String(beside)} open={isOpen}>
        <summary>{i18n.t('reading.contents')}</summary>
        <ol>
          {sections
            .filter(({ id }) => found === null || found.has(id))
            .map((section) => row(section, found?.get(section.id)))}
        </ol>
      </details>
    </nav>
  );
});

/** Opens the contents on paper, where nobody can unfold them, and restores them afterwards. */
function unfolding(details: { readonly current: HTMLDetailsElement | null }, otherwise: boolean): () => void {
  let before = otherwise;
  const unfold = () => {
    if (!details.current) return;
    before = details.current.open;
    details.current.open = true;
  };
  const fold = () => {
    if (details.current) details.current.open = before;
  };
  window.addEventListener('beforeprint', unfold);
  window.addEventListener('afterprint', fold);
  return () => {
    window.removeEventListener('beforeprint', unfold);
    window.removeEventListener('afterprint', fold);
  };
}
