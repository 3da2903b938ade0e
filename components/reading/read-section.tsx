import { memo, type ReactNode } from 'react';
import { i18n } from '#i18n';
import { sectionAnchor } from '../../core/library/reading-address.ts';
import type { EpisodeEdition, Section } from '../../core/note/episode.ts';
import type { FindText } from '../../core/note/search-note.ts';
import type { Watched } from '../../core/session/watched.ts';
import { isUnsure } from '../../core/timeline/basis.ts';
import { timeOf } from '../../core/timeline/timeline.ts';
import type { Hit } from '../panel/found-excerpts.tsx';
import { usePanel } from '../panel/panel-model.ts';
import { SectionText } from '../panel/section-text.tsx';
import { describeTime, TimeText } from '../panel/time-button.tsx';
import { inLanguage } from '../shared/in-language.ts';
import { useSlice } from '../shared/use-slice.ts';
import { Words } from '../shared/words.tsx';

interface ReadSectionProps {
  readonly edition: EpisodeEdition;
  readonly section: Section;
  readonly find: FindText | null;
  readonly hit: Hit | null;
}

const timeIn = ({ timeline }: Watched, { id }: Section) => timeOf(timeline, id);

/** A section of the page: its title, the way to its moment in the video, and its text. */
export const ReadSection = memo(function ReadSection({ edition, section, find, hit }: ReadSectionProps): ReactNode {
  const { watch, seekTo } = usePanel();
  const time = useSlice(watch, timeIn, section);
  const title = section.title || i18n.t('panel.opening');
  return (
    <article className="read-section" id={sectionAnchor(section.id)} data-place={section.id}>
      <header>
        <h3 {...inLanguage(section.title ? edition.language : undefined)}>
          <Words text={title} />
        </h3>
        {time && (
          <button
            type="button"
            className="place-button"
            aria-description={describeTime(time)}
            data-hint={isUnsure(time) ? describeTime(time) : undefined}
            onClick={() => seekTo(section.id)}
          >
            <span aria-hidden="true">▶ </span>
            <TimeText time={time} />
            <span className="unseen"> {i18n.t('reading.openAt', [title])}</span>
          </button>
        )}
      </header>
      <div className="section-text">
        <SectionText
          section={section}
          language={edition.language}
          originalLanguage={edition.originalLanguage}
          find={find}
          hit={hit}
        />
      </div>
    </article>
  );
});
