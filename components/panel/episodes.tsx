import { type ReactNode, useDeferredValue, useEffect, useState } from 'react';
import { i18n } from '#i18n';
import { listedEdition } from '../../core/library/neighbours.ts';
import type { EpisodeSearch, FoundEpisodes } from '../../core/library/search-episodes.ts';
import type { EpisodeSummary, LanguageTag } from '../../core/note/episode.ts';
import type { VideoId } from '../../core/video/video-id.ts';
import { useInScript, useWordings } from '../shared/chinese-context.ts';
import { inLanguage } from '../shared/in-language.ts';
import { languageName, numberText } from '../shared/locale.ts';
import { SearchField } from '../shared/search-field.tsx';
import { Words } from '../shared/words.tsx';
import './episodes.css';

/** Most episodes listed; the rest of an archive's thousands is found by searching. */
const MOST = 50;
/** From this many on there is a search field. */
const WORTH_SEARCHING = 8;

export interface EpisodesProps {
  /** Another function whenever the available episodes have changed. */
  readonly search: (...asked: Parameters<EpisodeSearch>) => Promise<FoundEpisodes>;
  /** Note languages by preference: of several titles, that in the first one is shown. */
  readonly languages: readonly LanguageTag[];
  readonly onOpen: (videoId: VideoId) => void;
}

/** All available episodes, by title. */
export function Episodes({ search, languages, onOpen }: EpisodesProps): ReactNode {
  const [typed, setTyped] = useState('');
  const query = useDeferredValue(typed).trim();
  const others = useWordings(query);
  const [found, setFound] = useState<FoundEpisodes | null>(null);
  const [all, setAll] = useState(0);
  useEffect(() => {
    let wanted = true;
    void search(query, MOST, others).then((answer) => {
      if (!wanted) return;
      setFound(answer);
      if (query === '') setAll(answer.total);
    });
    return () => {
      wanted = false;
    };
  }, [search, query, others]);

  if (!found) return null;
  if (all === 0) return <p className="hint">{i18n.t('panel.noEpisodes')}</p>;
  return (
    <section className="episodes" aria-labelledby="episodes-title">
      <h2 id="episodes-title">
        {i18n.t('panel.episodes')} <span className="count">{numberText(all)}</span>
      </h2>
      {all > WORTH_SEARCHING && (
        <SearchField value={typed} label={i18n.t('panel.searchEpisodes')} onChange={setTyped}>
          {query === '' ? '' : i18n.t('panel.episodesFound', found.total, [numberText(found.total)])}
        </SearchField>
      )}
      <ul>
        {found.episodes.map((episode) => (
          <EpisodeItem key={episode.videoId} episode={episode} languages={languages} onOpen={onOpen} />
        ))}
      </ul>
      {found.total > found.episodes.length && (
        <p className="hint">{i18n.t('panel.moreEpisodes', [numberText(found.total - found.episodes.length)])}</p>
      )}
    </section>
  );
}

interface ItemProps extends Pick<EpisodesProps, 'languages' | 'onOpen'> {
  readonly episode: EpisodeSummary;
}

function EpisodeItem({ episode, languages, onOpen }: ItemProps): ReactNode {
  const { videoId, editions } = episode;
  const listed = listedEdition(episode, languages);
  const inScript = useInScript();
  const shown = listed && inScript(listed.title, listed.language);
  return (
    <li>
      <button type="button" className="episode" onClick={() => onOpen(videoId)}>
        <span className="episode-title" {...inLanguage(shown?.language)}>
          <Words text={shown?.text || videoId} />
        </span>
        <span className="facts">
          {[...new Set(editions.map(({ language }) => language))].map(languageName).join(' · ')}
        </span>
      </button>
    </li>
  );
}
