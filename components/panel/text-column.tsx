import { type ReactNode, type RefObject, useEffect, useRef } from 'react';
import { i18n } from '#i18n';
import type { EpisodeEdition, Section, SectionId } from '../../core/note/episode.ts';
import type { FindText } from '../../core/note/search-note.ts';
import { isOpen, type Reader } from '../../core/session/reader.ts';
import { currentSection } from '../../core/session/watched.ts';
import { inLanguage } from '../shared/in-language.ts';
import { sameList, useSlice } from '../shared/use-slice.ts';
import { Words } from '../shared/words.tsx';
import type { Hit } from './found-excerpts.tsx';
import { usePanel, useWatched } from './panel-model.ts';
import { SectionText } from './section-text.tsx';
import { TimeTools } from './time-tools.tsx';
import { useKeptPlace } from './use-place.ts';
import './text-column.css';

/** As the style sheet of the columns has it. */
export const TWO_COLUMNS = '(min-width: 720px)';

const openSections = (reader: Reader, { sections }: EpisodeEdition): readonly Section[] =>
  sections.filter(({ id }) => isOpen(reader, id));

interface TextColumnProps {
  readonly edition: EpisodeEdition;
  readonly find: FindText | null;
  readonly hit: Hit | null;
}

/** Beside the outline, where there is room: the text of the sections that are open, or else of the one playing. */
export function TextColumn({ edition, find, hit }: TextColumnProps): ReactNode {
  const { reader } = usePanel();
  const column = useRef<HTMLElement>(null);
  useKeptPlace(column);
  const open = useSlice(reader, openSections, edition, sameList);
  const current = useWatched(currentSection);
  const playing = edition.sections.find(({ id }) => id === current) ?? edition.sections[0];
  const shown = open.length > 0 ? open : [playing];
  useShownWhenOpened(column, shown);
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a box that scrolls must be reached by keyboard
    <section className="text-column" ref={column} aria-label={i18n.t('panel.text')} tabIndex={0}>
      {shown.map((section) => (
        <article key={section.id} id={`text-${section.id}`} data-text={section.id}>
          <h2 {...inLanguage(section.title ? edition.language : undefined)}>
            <Words text={section.title || i18n.t('panel.opening')} />
          </h2>
          <div className="section-text">
            <TimeTools section={section} />
            <SectionText
              section={section}
              language={edition.language}
              originalLanguage={edition.originalLanguage}
              find={find}
              hit={hit?.section === section.id ? hit : null}
            />
          </div>
        </article>
      ))}
    </section>
  );
}

/** What is opened comes into view; of several at once the reader chooses. */
function useShownWhenOpened(column: RefObject<HTMLElement | null>, shown: readonly Section[]): void {
  const before = useRef<ReadonlySet<SectionId>>(new Set(shown.map(({ id }) => id)));
  useEffect(() => {
    const added = shown.filter(({ id }) => !before.current.has(id));
    before.current = new Set(shown.map(({ id }) => id));
    const [only] = added;
    const box = column.current;
    const article = only && box?.querySelector(`[data-text="${CSS.escape(only.id)}"]`);
    if (!box || !article || added.length > 1) return;
    box.scrollTop += article.getBoundingClientRect().top - box.getBoundingClientRect().top;
  }, [column, shown]);
}
