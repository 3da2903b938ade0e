import { type ReactNode, useEffect, useState } from 'react';
import { LibraryTroubleLine } from '../../components/panel/library-trouble.tsx';
import { PanelContext, type PanelModel } from '../../components/panel/panel-model.ts';
import { BrowseView, Skeleton } from '../../components/panel/states.tsx';
import { NeighbourLinks } from '../../components/reading/neighbour-links.tsx';
import { ReadingView } from '../../components/reading/reading-view.tsx';
import { sameFields, sameList, useSlice } from '../../components/shared/use-slice.ts';
import type { ReadingOrder } from '../../core/library/neighbours.ts';
import { neighboursOf } from '../../core/library/neighbours.ts';
import { type AskedNote, readingAddress } from '../../core/library/reading-address.ts';
import type { EpisodeEdition, EpisodeSummary } from '../../core/note/episode.ts';
import { noteKey } from '../../core/note/note-id.ts';
import type { Reader } from '../../core/session/reader.ts';
import { type Watched, wantedLanguages } from '../../core/session/watched.ts';
import type { VideoId } from '../../core/video/video-id.ts';
import type { LibraryPort } from '../../platform/ports.ts';
import { useAppearance } from '../shared/use-appearance.ts';
import { useEpisodeSearch } from '../shared/use-episode-search.ts';
import { WatchersChinese } from '../shared/viewers-chinese.tsx';
import { NoteGone } from './note-gone.tsx';

const stateOf = ({ videoId, episode, elsewhere, edition, settings, failure }: Watched) => ({
  videoId,
  isGone: episode === null && elsewhere?.state === 'nothing',
  edition,
  settings,
  failure,
});
const isBrowsing = ({ browsing }: Reader) => browsing;

interface ReadingAppProps {
  readonly asked: AskedNote;
  readonly panel: PanelModel;
  readonly library: LibraryPort;
}

/** The reading page: the note its address names, and the way to others. */
export function ReadingApp({ asked, panel, library }: ReadingAppProps): ReactNode {
  const { videoId, isGone, edition, settings, failure } = useSlice(panel.watch, stateOf, undefined, sameFields);
  const browsing = useSlice(panel.reader, isBrowsing, undefined);
  const languages = useSlice(panel.watch, wantedLanguages, undefined, sameList);
  const search = useEpisodeSearch(library);
  const [order, setOrder] = useState(asked.order);
  const [episodes, setEpisodes] = useState<readonly EpisodeSummary[]>([]);
  useAppearance(settings);
  useAddress(videoId, edition, order);
  useEffect(() => {
    const read = () => void library.list().then(setEpisodes);
    read();
    return library.subscribe(read);
  }, [library]);
  // Thrown while drawing, where the page's boundary catches it.
  if (failure) throw failure.reason;
  if (isGone) {
    return (
      <PanelContext value={panel}>
        <NoteGone>
          <LibraryTroubleLine />
        </NoteGone>
      </PanelContext>
    );
  }
  if (!edition || !videoId) return <Skeleton />;
  return (
    <PanelContext value={panel}>
      <WatchersChinese watch={panel.watch}>
        {browsing ? (
          <BrowseView
            search={search}
            languages={languages}
            onOpen={panel.openEpisode}
            onBack={() => panel.move({ type: 'browse', browsing: false })}
          />
        ) : (
          <ReadingView
            edition={edition}
            neighbours={
              <NeighbourLinks {...neighboursOf(episodes, videoId, order, languages)} order={order} onOrder={setOrder} />
            }
          />
        )}
      </WatchersChinese>
    </PanelContext>
  );
}

/** The address names what is shown, so that a link to it or a reload leads to the same note in the same language. */
function useAddress(videoId: VideoId | null, edition: EpisodeEdition | null, order: ReadingOrder): void {
  useEffect(() => {
    if (!videoId || !edition) return;
    document.title = edition.title;
    const address = readingAddress({ videoId, language: edition.language, note: noteKey(edition.note), order });
    history.replaceState(null, '', `${address}${location.hash}`);
  }, [videoId, edition, order]);
}
