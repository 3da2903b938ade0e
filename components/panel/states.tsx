import { type ReactNode, useContext } from 'react';
import { i18n } from '#i18n';
import type { Seconds } from '../../core/time/seconds.ts';
import type { Chapter } from '../../core/timeline/timeline.ts';
import { MarksContext } from '../marks/marks-context.ts';
import { Actions } from './actions.tsx';
import { ElsewhereNotice } from './elsewhere.tsx';
import { Episodes, type EpisodesProps } from './episodes.tsx';
import { KeptTranscriptLine } from './kept-transcript.tsx';
import { LibraryTroubleLine } from './library-trouble.tsx';
import { MoreMenu } from './more-menu.tsx';
import './panel.css';
import './states.css';

/** Skeleton while the library is being searched, so that the layout does not jump. */
export function Skeleton(): ReactNode {
  return (
    <div className="panel" aria-busy="true" aria-label={i18n.t('panel.loading')} role="status">
      <Bones />
    </div>
  );
}

/** While the only note is on its way from a catalog: mostly so short a time that nothing need be said. */
export function FetchingView(): ReactNode {
  return (
    <main className="panel" aria-busy="true">
      <div className="after-a-second">
        <h1 className="unseen">{i18n.t('panel.loading')}</h1>
        <ElsewhereNotice />
      </div>
      <Bones />
    </main>
  );
}

function Bones(): ReactNode {
  return (
    <>
      <div className="head">
        <div className="bone title" />
        <div className="bone title short" />
        <div className="bone line" />
        <div className="bone switch" />
      </div>
      <div className="tabs bones">
        <div className="bone tab" />
        <div className="bone tab" />
        <div className="bone tab" />
      </div>
      {Array.from({ length: 12 }, (_, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: bones are all alike
        <div className="bone-row" key={index}>
          <div className="bone" />
          <div className="bone" />
        </div>
      ))}
    </>
  );
}

/** A state's title, and the way to library and options that a note's head has, too. */
function HeadLine({ title }: { readonly title: string }): ReactNode {
  return (
    <div className="head-line">
      <h1>{title}</h1>
      <MoreMenu reading={null} onExport={null} onBrowse={null} />
    </div>
  );
}

interface NoNoteProps extends EpisodesProps {
  /** Whether a catalog has one that is not here. */
  readonly notHere: boolean;
  readonly title: string | null;
  readonly chapters: readonly Chapter[];
  readonly onSeekTo: (time: Seconds) => void;
}

/** On a video without a note: what YouTube knows and the viewer has marked, how to get a note, and what else is here. */
export function NoNoteView({ notHere, title, chapters, onSeekTo, ...episodes }: NoNoteProps): ReactNode {
  const marks = useContext(MarksContext);
  return (
    <div className="panel">
      <main className="scroller">
        <header className="head">
          <HeadLine title={i18n.t(notHere ? 'catalog.notHere' : 'panel.noNote')} />
          {title && <p className="facts">{title}</p>}
          <LibraryTroubleLine />
          <KeptTranscriptLine />
          <ElsewhereNotice />
          <p className="next-step">
            {i18n.t('panel.noNoteHint')}{' '}
            <a className="action-link" href="library.html" target="_blank" rel="noreferrer">
              {i18n.t('library.drop')}
            </a>
          </p>
        </header>
        {marks && <marks.ChapterOutline chapters={chapters} onSeekTo={onSeekTo} />}
        <Episodes {...episodes} />
      </main>
      <div className="dock">
        <Actions />
        {marks && (
          <div className="now now-line">
            <marks.MarkButton labelled />
          </div>
        )}
      </div>
    </div>
  );
}

/** Not on a video: what this is, in one screen, and where to begin. */
export function WelcomeView(episodes: EpisodesProps): ReactNode {
  return (
    <main className="panel scroller">
      <header className="head">
        <HeadLine title={i18n.t('panel.noVideo')} />
        <p className="facts">{i18n.t('panel.noVideoHint')}</p>
      </header>
      <ol className="steps" aria-label={i18n.t('panel.howTo')}>
        {(['time', 'term', 'now'] as const).map((step) => (
          <li key={step}>
            <span className="step-sign" aria-hidden="true">
              {SIGNS[step]}
            </span>
            <p>
              <strong>{i18n.t(`panel.steps.${step}`)}</strong> {i18n.t(`panel.steps.${step}Hint`)}
            </p>
          </li>
        ))}
      </ol>
      <p className="next-step inset">
        <a className="action-link" href="library.html" target="_blank" rel="noreferrer">
          {i18n.t('library.drop')}
        </a>
      </p>
      <Episodes {...episodes} />
    </main>
  );
}

const SIGNS = { time: '12:34', term: <b>Aa</b>, now: '♪' };

interface MessageProps extends EpisodesProps {
  readonly title: string;
  readonly text: string;
  readonly action: { readonly label: string; readonly run: () => void };
}

/** A page that does not answer, or may not be read: what to do about it. */
export function MessageView({ title, text, action, ...episodes }: MessageProps): ReactNode {
  return (
    <main className="panel scroller">
      <header className="head">
        <HeadLine title={title} />
        <p className="facts">{text}</p>
        <button type="button" className="action primary" onClick={action.run}>
          {action.label}
        </button>
      </header>
      <Episodes {...episodes} />
    </main>
  );
}

/** What's here: every available episode, in place of the note shown before. */
export function BrowseView({ onBack, ...episodes }: EpisodesProps & { readonly onBack: () => void }): ReactNode {
  return (
    <main className="panel scroller">
      <header className="head">
        <button type="button" className="quiet" onClick={onBack}>
          <span aria-hidden="true">←</span> {i18n.t('panel.backToNote')}
        </button>
        <h1 className="unseen">{i18n.t('panel.browse')}</h1>
      </header>
      <Episodes {...episodes} />
    </main>
  );
}
