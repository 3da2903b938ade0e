import { type ReactNode, useEffect, useState } from 'react';
import { i18n } from '#i18n';
import { type Marks, MarksContext } from '../../components/marks/marks-context.ts';
import { NoteView } from '../../components/panel/note-view.tsx';
import { PanelContext, type PanelModel } from '../../components/panel/panel-model.ts';
import {
  BrowseView,
  FetchingView,
  MessageView,
  NoNoteView,
  Skeleton,
  WelcomeView,
} from '../../components/panel/states.tsx';
import { firstPicture } from '../../components/shared/first-picture.ts';
import { sameFields, sameList, useSlice } from '../../components/shared/use-slice.ts';
import type { Reader } from '../../core/session/reader.ts';
import { type Watched, wantedLanguages } from '../../core/session/watched.ts';
import type { LibraryPort } from '../../platform/ports.ts';
import { useAppearance } from '../shared/use-appearance.ts';
import { useEpisodeSearch } from '../shared/use-episode-search.ts';
import { WatchersChinese } from '../shared/viewers-chinese.tsx';

/** What decides which of the panel's states is shown. */
const stateOf = ({ page, episode, elsewhere, edition, settings, failure, known: { chapters } }: Watched) => ({
  page,
  hasNote: hasNote(episode, elsewhere),
  notHere: elsewhere?.state === 'asks' || elsewhere?.state === 'failed',
  isFetching: !episode && elsewhere?.state === 'fetching',
  edition,
  settings,
  failure,
  chapters,
});

/** `null` while that is not known: a note may be on its way. */
function hasNote(episode: Watched['episode'], elsewhere: Watched['elsewhere']): boolean | null {
  if (episode) return true;
  return episode === undefined || elsewhere === undefined || elsewhere.state === 'fetching' ? null : false;
}

const isBrowsing = ({ browsing }: Reader) => browsing;
const isRestored = ({ restored }: Reader) => restored;

interface PanelProps {
  readonly panel: PanelModel;
  readonly library: LibraryPort;
  readonly openMarks: () => Promise<Marks>;
}

/** The whole panel: which of its states the video being watched asks for. */
export function PanelApp({ panel, library, openMarks }: PanelProps): ReactNode {
  const [marks, setMarks] = useState<Marks | null>(null);
  useEffect(() => {
    void firstPicture.then(openMarks).then(setMarks);
  }, [openMarks]);
  return (
    <PanelContext value={panel}>
      <MarksContext value={marks}>
        <WatchersChinese watch={panel.watch}>
          <State panel={panel} library={library} />
        </WatchersChinese>
      </MarksContext>
    </PanelContext>
  );
}

function State({ panel, library }: Omit<PanelProps, 'openMarks'>): ReactNode {
  const { watch, move, seek, openEpisode } = panel;
  const { page, hasNote, notHere, isFetching, edition, settings, failure, chapters } = useSlice(
    watch,
    stateOf,
    undefined,
    sameFields,
  );
  const browsing = useSlice(panel.reader, isBrowsing, undefined);
  const restored = useSlice(panel.reader, isRestored, undefined);
  const languages = useSlice(watch, wantedLanguages, undefined, sameList);
  const search = useEpisodeSearch(library);
  useAppearance(settings);
  // Thrown while drawing, where the page's boundary catches it.
  if (failure) throw failure.reason;

  const episodes = { search, languages, onOpen: openEpisode };
  if (!page) return <Skeleton />;
  switch (page.kind) {
    case 'elsewhere':
    case 'no-video':
      return <WelcomeView {...episodes} />;
    case 'no-answer':
      return (
        <MessageView
          title={i18n.t('panel.noAnswer')}
          text={i18n.t('panel.noAnswerHint')}
          action={{ label: i18n.t('panel.reload'), run: watch.reload }}
          {...episodes}
        />
      );
    case 'no-permission':
      return (
        <MessageView
          title={i18n.t('panel.noPermission')}
          text={i18n.t('panel.noPermissionHint')}
          action={{ label: i18n.t('panel.allow'), run: () => void watch.allow() }}
          {...episodes}
        />
      );
    case 'video':
      break;
  }
  if (hasNote === false)
    return <NoNoteView notHere={notHere} title={page.title} chapters={chapters} onSeekTo={seek} {...episodes} />;
  if (isFetching) return <FetchingView />;
  if (!edition || !restored) return <Skeleton />;
  if (browsing) return <BrowseView onBack={() => move({ type: 'browse', browsing: false })} {...episodes} />;
  return <NoteView edition={edition} />;
}
