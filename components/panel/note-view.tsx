import { Tab, TabList, TabProvider } from '@ariakit/react';
import { Activity, lazy, memo, type ReactNode, Suspense, useCallback, useContext, useRef, useState } from 'react';
import { i18n } from '#i18n';
import type { EpisodeEdition } from '../../core/note/episode.ts';
import { type Reader, VIEWS, type View } from '../../core/session/reader.ts';
import { currentSection, readTranscript, type Watched } from '../../core/session/watched.ts';
import { MarksContext, useMarks } from '../marks/marks-context.ts';
import type { MarksState } from '../marks/marks-model.ts';
import { useFirstPicture } from '../shared/first-picture.ts';
import { numberText } from '../shared/locale.ts';
import { Actions } from './actions.tsx';
import { Follow } from './follow.ts';
import type { SummaryHit } from './found-excerpts.tsx';
import { Head } from './head.tsx';
import { NoteContexts } from './note-contexts.tsx';
import { NowBar } from './now-bar.tsx';
import { Outline } from './outline.tsx';
import { usePanel, useReader, useWatched } from './panel-model.ts';
import { useKeptPlace, useViewPlace } from './use-place.ts';
import './panel.css';
import './places.css';

/** Loaded when they are first shown. */
const Hints = lazy(async () => ({ default: (await import('../shared/hints.tsx')).Hints }));
const GlossaryList = lazy(async () => ({ default: (await import('./glossary-list.tsx')).GlossaryList }));
const Summary = lazy(async () => ({ default: (await import('./summary.tsx')).Summary }));
const TranscriptView = lazy(() => import('./transcript-view.tsx'));

const countOf = ({ marks }: MarksState) => marks.length;
const viewOf = ({ view }: Reader) => view;

interface NoteViewProps {
  readonly edition: EpisodeEdition;
}

/** The panel on a video with a note. Its parts read what they show; here they are only laid out. */
export const NoteView = memo(function NoteView({ edition }: NoteViewProps): ReactNode {
  const { move } = usePanel();
  const pictured = useFirstPicture();
  const transcript = useWatched(readTranscript);
  const chosen = useReader(viewOf);
  const marks = useContext(MarksContext);
  const marked = useMarks(countOf);
  const isMissing = (chosen === 'transcript' && !transcript) || (chosen === 'marks' && !marks);
  const view = isMissing ? 'outline' : chosen;
  // The view stays when its last mark is deleted: the deletion may be taken back.
  const hasMarks = marks !== null && (marked > 0 || view === 'marks');
  const [hit, setHit] = useState<SummaryHit | null>(null);
  const leadToSummary = useCallback(
    (to: SummaryHit) => {
      setHit(to);
      move({ type: 'view', view: 'summary' });
    },
    [move],
  );
  const scroller = useRef<HTMLElement>(null);
  useViewPlace(scroller);
  useKeptPlace(scroller);
  // Once opened, the glossary stays made: coming back to it draws nothing again and finds what was typed.
  const [opened, setOpened] = useState(false);
  if (view === 'glossary' && !opened) setOpened(true);
  return (
    <NoteContexts edition={edition}>
      <div className="panel">
        <main className="scroller" ref={scroller}>
          <Head edition={edition} />
          <TabProvider
            selectedId={view}
            setSelectedId={(id) => {
              // Who comes back to the summary later is not led there again.
              setHit(null);
              move({ type: 'view', view: VIEWS.find((each) => each === id) ?? 'outline' });
            }}
          >
            <TabList className="tabs" aria-label={i18n.t('panel.views')}>
              <Tab id="outline" aria-controls="outline-view">
                {i18n.t('panel.outline')}
              </Tab>
              {transcript && (
                <Tab id="transcript" aria-controls="transcript-view">
                  {i18n.t('panel.transcript.view')}
                </Tab>
              )}
              <Tab id="glossary" aria-controls="glossary-view">
                {i18n.t('panel.glossary')} <span className="count">{numberText(edition.glossary.length)}</span>
              </Tab>
              <Tab id="summary" aria-controls="summary-view">
                {i18n.t('panel.summary')}
              </Tab>
              {hasMarks && (
                <Tab id="marks" aria-controls="marks-view">
                  {i18n.t('mark.view')} <span className="count">{numberText(marked)}</span>
                </Tab>
              )}
            </TabList>
            <ViewPanel name="outline" shown={view}>
              <Outline edition={edition} onSummary={leadToSummary} />
            </ViewPanel>
            {transcript && (
              <ViewPanel name="transcript" shown={view}>
                {view === 'transcript' && (
                  <Suspense>
                    <TranscriptView edition={edition} transcript={transcript} />
                  </Suspense>
                )}
              </ViewPanel>
            )}
            <ViewPanel name="glossary" shown={view}>
              {opened && (
                <Activity mode={view === 'glossary' ? 'visible' : 'hidden'}>
                  <Suspense>
                    <GlossaryList edition={edition} />
                  </Suspense>
                </Activity>
              )}
            </ViewPanel>
            <ViewPanel name="summary" shown={view}>
              {view === 'summary' && (
                <Suspense>
                  <Summary edition={edition} hit={hit} />
                </Suspense>
              )}
            </ViewPanel>
            {hasMarks && (
              <ViewPanel name="marks" shown={view}>
                {view === 'marks' && <marks.MarksView />}
              </ViewPanel>
            )}
          </TabProvider>
        </main>
        <div className="dock">
          <Actions />
          <NowBar edition={edition} />
        </div>
        <Announcement />
        {pictured && (
          <Suspense>
            <Hints />
          </Suspense>
        )}
        <Follow scroller={scroller} />
      </div>
    </NoteContexts>
  );
});

interface ViewPanelProps {
  readonly name: View;
  readonly shown: View;
  readonly children: ReactNode;
}

/** Hidden and shown in one go with the choice of the tab, so that its place in the list can be restored at once. */
function ViewPanel({ name, shown, children }: ViewPanelProps): ReactNode {
  return (
    <div id={`${name}-view`} role="tabpanel" aria-labelledby={name} hidden={name !== shown}>
      {children}
    </div>
  );
}

/** The title of the section playing, for those who have it read out; otherwise empty. */
function announced(watched: Watched): string {
  if (!watched.settings?.announce) return '';
  const current = currentSection(watched);
  return watched.edition?.sections.find(({ id }) => id === current)?.title ?? '';
}

function Announcement(): ReactNode {
  return (
    <p className="unseen" role="status">
      {useWatched(announced)}
    </p>
  );
}
