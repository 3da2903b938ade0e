import { Tab, TabList, TabPanel, TabProvider } from '@ariakit/react';
import { type ReactNode, type RefObject, useMemo } from 'react';
import { i18n } from '#i18n';
import type { Edition, EpisodeSummary, GlossaryEntry, LanguageTag } from '../../core/note/episode.ts';
import { formatClock } from '../../core/time/clock-text.ts';
import type { Seconds } from '../../core/time/seconds.ts';
import type { Chapter } from '../../core/timeline/timeline.ts';
import type { VideoId } from '../../core/video/video-id.ts';
import { RichText, TermsContext } from '../shared/rich-text.tsx';
import { GlossaryList } from './glossary-list.tsx';
import { Outline, type OutlineProps } from './outline.tsx';
import './panel.css';

export interface NoteViewProps extends OutlineProps {
  readonly languages: readonly LanguageTag[];
  readonly following: boolean;
  readonly cameFrom: Seconds | null;
  /** A sentence about the last thing that did not go as asked, or about the video itself. */
  readonly notice: string | null;
  /** About the viewer's own transcript, when there is one. */
  readonly transcriptLine: ReactNode;
  readonly canUndo: boolean;
  readonly scroller: RefObject<HTMLElement | null>;
  readonly onLanguage: (language: LanguageTag) => void;
  readonly onFollow: () => void;
  readonly onReturn: () => void;
  readonly onUndo: () => void;
}

/** How a language is called in itself, such as `简体中文`. */
function languageName(tag: LanguageTag): string {
  try {
    return new Intl.DisplayNames([tag], { type: 'language', languageDisplay: 'standard' }).of(tag) ?? tag;
  } catch {
    return tag;
  }
}

function termsByName(edition: Edition): ReadonlyMap<string, GlossaryEntry> {
  return new Map(
    edition.glossary.flatMap((entry) => [entry.term, ...entry.aliases].map((name) => [name, entry] as const)),
  );
}

/** The panel on a video with a note. */
export function NoteView(props: NoteViewProps): ReactNode {
  const { edition, languages, scroller, following, cameFrom, notice } = props;
  const terms = useMemo(() => termsByName(edition), [edition]);
  const facts = [edition.speakers.join(i18n.t('common.and')), edition.date].filter(Boolean).join(' · ');
  return (
    <TermsContext value={terms}>
      <main className="panel" lang={edition.language} ref={scroller}>
        <header className="head">
          <h1>{edition.title}</h1>
          <p className="facts">{facts}</p>
          {props.transcriptLine}
          {languages.length > 1 && (
            <fieldset className="languages">
              <legend className="unseen">{i18n.t('panel.noteLanguage')}</legend>
              {languages.map((tag) => (
                <button
                  key={tag}
                  type="button"
                  lang={tag}
                  className="chip"
                  aria-pressed={tag === edition.language}
                  onClick={() => props.onLanguage(tag)}
                >
                  {languageName(tag)}
                </button>
              ))}
            </fieldset>
          )}
        </header>
        <TabProvider defaultSelectedId="outline">
          <TabList className="tabs" aria-label={i18n.t('panel.views')}>
            <Tab id="outline">{i18n.t('panel.outline')}</Tab>
            <Tab id="glossary">
              {i18n.t('panel.glossary')} <span className="count">{edition.glossary.length}</span>
            </Tab>
            <Tab id="summary">{i18n.t('panel.summary')}</Tab>
          </TabList>
          {notice && (
            <p className="notice" role="status">
              {notice}
            </p>
          )}
          <TabPanel tabId="outline" focusable={false}>
            <Outline {...props} />
          </TabPanel>
          <TabPanel tabId="glossary" focusable={false} unmountOnHide>
            <GlossaryList edition={edition} current={props.current} onSeek={props.onSeek} />
          </TabPanel>
          <TabPanel tabId="summary" focusable={false} unmountOnHide>
            <div className="summary">
              {edition.summary.length > 0 ? (
                <RichText nodes={edition.summary} />
              ) : (
                <p className="hint">{i18n.t('panel.noSummary')}</p>
              )}
            </div>
          </TabPanel>
        </TabProvider>
        <div className="actions">
          {cameFrom !== null && (
            <button type="button" className="action" onClick={props.onReturn}>
              {i18n.t('panel.backTo', [formatClock(cameFrom)])}
            </button>
          )}
          {props.canUndo && (
            <button type="button" className="action" onClick={props.onUndo}>
              {i18n.t('panel.undoTime')}
            </button>
          )}
          {!following && props.current !== null && (
            <button type="button" className="action primary" onClick={props.onFollow}>
              {i18n.t('panel.follow')}
            </button>
          )}
        </div>
      </main>
    </TermsContext>
  );
}

/** While the library is asked: the shape of what comes, so that nothing jumps when it does. */
export function Skeleton(): ReactNode {
  return (
    <div className="panel" aria-busy="true" aria-label={i18n.t('panel.loading')} role="status">
      <div className="head">
        <div className="bone wide" />
        <div className="bone" />
      </div>
      {Array.from({ length: 9 }, (_, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: bones are all alike
        <div className="bone row" key={index} />
      ))}
    </div>
  );
}

interface EpisodesProps {
  readonly episodes: readonly EpisodeSummary[];
  readonly onOpen: (videoId: VideoId) => void;
}

function Episodes({ episodes, onOpen }: EpisodesProps): ReactNode {
  if (episodes.length === 0) return null;
  return (
    <section className="episodes">
      <h2>{i18n.t('panel.episodes')}</h2>
      <ul>
        {episodes.map(({ videoId, editions }) => (
          <li key={videoId}>
            <button type="button" className="episode" onClick={() => onOpen(videoId)}>
              {editions[0]?.title || videoId}
              <span className="facts">{editions.map(({ language }) => languageName(language)).join(' · ')}</span>
            </button>
          </li>
        ))}
      </ul>
    </section>
  );
}

interface NoNoteProps extends EpisodesProps {
  readonly title: string | null;
  readonly chapters: readonly Chapter[];
  /** About the viewer's own transcript, when there is one. */
  readonly transcriptLine: ReactNode;
  readonly onSeekTo: (time: Seconds) => void;
}

/** On a video without a note: what YouTube itself knows, and what else is here. */
export function NoNoteView({ title, chapters, transcriptLine, onSeekTo, ...episodes }: NoNoteProps): ReactNode {
  return (
    <main className="panel">
      <header className="head">
        <h1>{i18n.t('panel.noNote')}</h1>
        {title && <p className="facts">{title}</p>}
        {transcriptLine}
      </header>
      {chapters.length > 0 && (
        <section aria-label={i18n.t('panel.chapters')}>
          <h2 className="list-title">{i18n.t('panel.chapters')}</h2>
          <ol className="outline">
            {chapters.map((chapter) => (
              <li className="section" key={chapter.start}>
                <button type="button" className="section-seek" onClick={() => onSeekTo(chapter.start)}>
                  <span className="time">{formatClock(chapter.start)}</span>
                  <span className="section-title">{chapter.title}</span>
                </button>
              </li>
            ))}
          </ol>
        </section>
      )}
      <Episodes {...episodes} />
    </main>
  );
}

/** Not a video, or a page that does not answer. */
export function MessageView({
  title,
  text,
  action,
  ...episodes
}: EpisodesProps & {
  readonly title: string;
  readonly text: string;
  readonly action?: { readonly label: string; readonly run: () => void } | undefined;
}): ReactNode {
  return (
    <main className="panel">
      <header className="head">
        <h1>{title}</h1>
        <p className="facts">{text}</p>
        {action && (
          <button type="button" className="action primary" onClick={action.run}>
            {action.label}
          </button>
        )}
      </header>
      <Episodes {...episodes} />
    </main>
  );
}
