import { memo, type ReactNode, useDeferredValue, useMemo, useState } from 'react';
import { i18n } from '#i18n';
import type { EpisodeSummary, LanguageTag } from '../../core/note/episode.ts';
import type { VideoId } from '../../core/video/video-id.ts';
import { languageName, numberText } from '../shared/locale.ts';
import { SearchField } from '../shared/search-field.tsx';
import './episodes.css';

/** So many are listed; of the thousands an archive can hold, the rest is found by searching. */
const MOST = 50;
/** Fewer are found at a glance. */
const WORTH_SEARCHING = 8;

export interface EpisodesProps {
  readonly episodes: readonly EpisodeSummary[];
  /** Note languages, most wanted first: of several titles that one is shown. */
  readonly languages: readonly LanguageTag[];
  readonly onOpen: (videoId: VideoId) => void;
}

/** All episodes at hand, by title. */
export const Episodes = memo(function Episodes({ episodes, languages, onOpen }: EpisodesProps): ReactNode {
  const [typed, setTyped] = useState('');
  const query = useDeferredValue(typed).trim().toLowerCase();
  const found = useMemo(
    () =>
      query === ''
        ? episodes
        : episodes.filter(({ editions }) => editions.some(({ title }) => title.toLowerCase().includes(query))),
    [episodes, query],
  );
  if (episodes.length === 0) return null;
  return (
    <section className="episodes" aria-labelledby="episodes-title">
      <h2 id="episodes-title">
        {i18n.t('panel.episodes')} <span className="count">{numberText(episodes.length)}</span>
      </h2>
      {episodes.length > WORTH_SEARCHING && (
        <SearchField value={typed} label={i18n.t('panel.searchEpisodes')} onChange={setTyped}>
          {query === '' ? '' : i18n.t('panel.episodesFound', found.length, [numberText(found.length)])}
        </SearchField>
      )}
      <ul>
        {found.slice(0, MOST).map((episode) => (
          <EpisodeItem key={episode.videoId} episode={episode} query={query} languages={languages} onOpen={onOpen} />
        ))}
      </ul>
      {found.length > MOST && <p className="hint">{i18n.t('panel.moreEpisodes', [numberText(found.length - MOST)])}</p>}
    </section>
  );
});

interface ItemProps extends Pick<EpisodesProps, 'languages' | 'onOpen'> {
  readonly episode: EpisodeSummary;
  readonly query: string;
}

function EpisodeItem({ episode: { videoId, editions }, query, languages, onOpen }: ItemProps): ReactNode {
  const rank = (language: LanguageTag) =>
    languages.includes(language) ? languages.indexOf(language) : languages.length;
  const sorted = editions.toSorted((a, b) => rank(a.language) - rank(b.language));
  const shown = sorted.find(({ title }) => title.toLowerCase().includes(query));
  return (
    <li>
      <button type="button" className="episode" onClick={() => onOpen(videoId)}>
        <span className="episode-title" lang={shown?.language}>
          {shown?.title || videoId}
        </span>
        <span className="facts">{editions.map(({ language }) => languageName(language)).join(' · ')}</span>
      </button>
    </li>
  );
}
