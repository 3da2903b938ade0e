import { type ReactNode, useEffect, useState } from 'react';
import { pageIndex } from '../../core/library/page-index.ts';
import type { Watched } from '../../core/session/watched.ts';
import type { VideoId } from '../../core/video/video-id.ts';
import type { PageProps } from '../shared/terms.ts';
import { type PanelModel, usePanel, useWatched } from './panel-model.ts';
import './page-link.css';

const episodeOf = ({ episode }: Watched) => episode;

/** All links of one note ask the same index; another video, or a change of the library, makes another one. */
const indices = new WeakMap<object, Promise<ReturnType<typeof pageIndex>>>();

function indexFor(episode: object, { list }: PanelModel): Promise<ReturnType<typeof pageIndex>> {
  const known = indices.get(episode);
  if (known) return known;
  const made = list().then(pageIndex);
  indices.set(episode, made);
  return made;
}

/** A link to a page of the author's notes: opens its video, if that note is available. */
export default function PageLink({ name, children }: PageProps): ReactNode {
  const panel = usePanel();
  const episode = useWatched(episodeOf);
  const [video, setVideo] = useState<VideoId | null>(null);
  useEffect(() => {
    if (!episode) return undefined;
    let stale = false;
    indexFor(episode, panel).then(
      (find) => stale || setVideo(find(name)),
      // Without the list of episodes the words are all there is.
      () => undefined,
    );
    return () => {
      stale = true;
    };
  }, [panel, episode, name]);
  if (video === null || video === episode?.videoId) return children;
  return (
    <button type="button" className="page-link" onClick={() => panel.openEpisode(video)}>
      {children}
    </button>
  );
}
