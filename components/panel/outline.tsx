import {
  type CSSProperties,
  Fragment,
  memo,
  type ReactNode,
  useCallback,
  useContext,
  useDeferredValue,
  useId,
  useMemo,
  useState,
} from 'react';
import { i18n } from '#i18n';
import type { Edition, EpisodeEdition, Section, SectionId } from '../../core/note/episode.ts';
import { type FindText, noteFinder, type SectionMatches, searchNote } from '../../core/note/search-note.ts';
import { isOpen, type Reader } from '../../core/session/reader.ts';
import { currentProgress, type Watched } from '../../core/session/watched.ts';
import { isUnsure } from '../../core/timeline/basis.ts';
import { timeOf } from '../../core/timeline/timeline.ts';
import { MarksContext, useMarks } from '../marks/marks-context.ts';
import type { MarksState } from '../marks/marks-model.ts';
import { useWordings } from '../shared/chinese-context.ts';
import { inLanguage } from '../shared/in-language.ts';
import { SearchField } from '../shared/search-field.tsx';
import { useGrowing } from '../shared/use-growing.ts';
import { useMedia } from '../shared/use-media.ts';
import { sameFields, useSlice } from '../shared/use-slice.ts';
import { BasisLine } from './basis-line.tsx';
import { countText, Excerpts, type Hit, Marked, SummaryExcerpts, type SummaryHit } from './found-excerpts.tsx';
import { usePanel, useWatched } from './panel-model.ts';
import { ReadingTools } from './reading-tools.tsx';
import { SectionText } from './section-text.tsx';
import { TextColumn, TWO_COLUMNS } from './text-column.tsx';
import { describeTime, TimeText } from './time-button.tsx';
import { StartsNowButton, TimeTools } from './time-tools.tsx';
import './outline.css';

/** Height of the lowest row, as in the style sheet; and of what is above the first, at the least; in pixels. */
const ROW = 46;
const ABOVE = 120;
/** Rows drawn at a time afterwards: all of a long note at once would keep a click waiting. */
const A_PART = 48;

interface OutlineProps {
  readonly edition: EpisodeEdition;
  /** Leads to words of the summary. */
  readonly onSummary: (hit: SummaryHit) => void;
}

/** The note's sections with their times; the text of each on demand; and a search through all of it. */
export const Outline = memo(function Outline({ edition, onSummary }: OutlineProps): ReactNode {
  const { watch, reader, move } = usePanel();
  const [typed, setTyped] = useState('');
  const [hit, setHit] = useState<Hit | null>(null);
  const lead = useCallback(
    (to: Hit) => {
      // The reader goes elsewhere than the video.
      move({ type: 'take-over' });
      if (!isOpen(reader.read(), to.section)) move({ type: 'toggle', section: to.section });
      setHit(to);
    },
    [reader, move],
  );
  const query = useDeferredValue(typed).trim();
  const others = useWordings(query);
  const matches = useMemo(() => (query === '' ? null : searchNote(edition, query, others)), [edition, query, others]);
  const find = useMemo(() => (query === '' ? null : noteFinder(edition, query, others)), [edition, query, others]);
  const found = useMemo(() => new Map(matches?.sections.map((each) => [each.section, each])), [matches]);
  // In the first frame the rows in sight and as many on either side of the one playing; the others follow.
  const [inSight] = useState(() => Math.max(8, Math.ceil((innerHeight - ABOVE) / ROW)));
  const [playing] = useState(() => watch.read().position?.index ?? -1);
  const limit = useGrowing(edition.sections.length, inSight, A_PART);
  const drawn = (index: number) => index < limit || (playing !== -1 && Math.abs(index - playing) < inSight);
  const beside = useMedia(TWO_COLUMNS);
  const marks = useContext(MarksContext);
  const placed = useMarks(placedOf);
  const marksAfter = (section: SectionId) => {
    const own = matches === null ? placed.get(section) : undefined;
    return marks && own && <marks.MarkRows marks={own} />;
  };
  const top = Math.min(...edition.sections.map(({ level }) => level || 6));
  const outline = (
    <>
      <div className="outline-tools">
        <SearchField value={typed} label={i18n.t('panel.searchNote')} onChange={setTyped}>
          {matches && countText(matches)}
        </SearchField>
        <ReadingTools />
      </div>
      <BasisLine />
      {matches?.count === 0 && <p className="hint">{i18n.t('panel.noMatch', [query])}</p>}
      {matches && find && (
        <SummaryExcerpts matches={matches} language={edition.language} onHit={(block) => onSummary({ block, find })} />
      )}
      <ol
        className="outline"
        data-searching={matches ? '' : undefined}
        data-hours={useWatched(hasHours) ? '' : undefined}
      >
        {marksAfter('')}
        {edition.sections.map(
          (section, index) =>
            (matches === null || found.has(section.id)) && (
              <Fragment key={section.id}>
                <OutlineItem
                  edition={edition}
                  section={section}
                  depth={Math.max(0, section.level - top)}
                  matches={found.get(section.id)}
                  find={find}
                  hit={hit?.section === section.id ? hit : null}
                  onHit={lead}
                  beside={beside}
                  drawn={drawn(index)}
                />
                {marksAfter(section.id)}
              </Fragment>
            ),
        )}
      </ol>
    </>
  );
  if (!beside) return outline;
  return (
    <div className="columns">
      <div className="outline-column">{outline}</div>
      <TextColumn edition={edition} find={find} hit={hit} />
    </div>
  );
});

interface ItemProps {
  readonly edition: Edition;
  readonly section: Section;
  /** 0 for the note's highest headings. */
  readonly depth: number;
  readonly matches: SectionMatches | undefined;
  readonly find: FindText | null;
  /** The one being led to, when it is in this section. */
  readonly hit: Hit | null;
  readonly onHit: (hit: Hit) => void;
  /** Whether texts stand in a column of their own. */
  readonly beside: boolean;
  /** Whether it has its words yet, or only its place. */
  readonly drawn: boolean;
}

/** What one row shows of the video: its time, and how much of it has passed while it plays, in twentieths. */
function rowOf(watched: Watched, { id }: Section) {
  const current = watched.position?.section === id;
  return { time: timeOf(watched.timeline, id), progress: current ? currentProgress(watched) : null };
}
const placedOf = ({ placed }: MarksState) => placed;
/** Whether times need room for hours. */
const hasHours = ({ timeline }: Watched) => timeline !== null && timeline.duration >= 3600;
const isOpenRow = (reader: Reader, { id }: Section) => isOpen(reader, id);

const OutlineItem = memo(function OutlineItem(props: ItemProps): ReactNode {
  const { section, drawn } = props;
  if (drawn) return <OutlineRow {...props} />;
  return (
    <li className="section" data-section={section.id} data-place={section.id}>
      <div className="section-row" data-undrawn="" />
    </li>
  );
});

function OutlineRow({ edition, section, depth, matches, find, hit, onHit, beside }: ItemProps): ReactNode {
  const id = useId();
  const { watch, reader, move, seekTo } = usePanel();
  const { time, progress } = useSlice(watch, rowOf, section, sameFields);
  const open = useSlice(reader, isOpenRow, section);
  const onToggle = () => move({ type: 'toggle', section: section.id });
  const title = section.title || i18n.t('panel.opening');
  return (
    <li
      className="section"
      data-section={section.id}
      data-place={section.id}
      aria-current={progress === null ? undefined : 'true'}
      style={depth > 0 ? ({ '--depth': depth } as CSSProperties) : undefined}
    >
      <div className="section-row">
        <button
          type="button"
          className="section-seek"
          onClick={() => seekTo(section.id)}
          aria-describedby={`${id}-why`}
        >
          {time ? <TimeText time={time} /> : <span className="time">–:––</span>}
          <span className="section-title" {...inLanguage(section.title ? edition.language : undefined)}>
            <Marked text={title} ranges={matches?.title ?? []} />
          </span>
        </button>
        <StartsNowButton section={section} title={title} />
        <button
          type="button"
          className="section-toggle"
          aria-expanded={open}
          aria-controls={`text-${section.id}`}
          aria-label={i18n.t('panel.textOf', [title])}
          onClick={onToggle}
        >
          <svg viewBox="0 0 16 16" width="16" height="16" aria-hidden="true">
            <path d="M4 6l4 4 4-4" fill="none" stroke="currentColor" strokeWidth="1.5" strokeLinecap="round" />
          </svg>
        </button>
        <span id={`${id}-why`} className="why" role="tooltip" data-plain={time && !isUnsure(time) ? '' : undefined}>
          {time ? describeTime(time) : i18n.t('panel.noTime')}
        </span>
        {progress !== null && <div className="progress" style={{ inlineSize: `${progress * 5}%` }} />}
      </div>
      {matches && (beside || !open) && <Excerpts matches={matches} language={edition.language} onHit={onHit} />}
      {!beside && (
        <div id={`text-${section.id}`} className="section-text" hidden={!open}>
          {open && <TimeTools section={section} />}
          {open && (
            <SectionText
              section={section}
              language={edition.language}
              originalLanguage={edition.originalLanguage}
              find={find}
              hit={hit}
            />
          )}
        </div>
      )}
    </li>
  );
}
