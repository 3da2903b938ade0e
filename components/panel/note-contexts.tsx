import { lazy, type ReactNode, useContext, useMemo } from 'react';
import { i18n } from '#i18n';
import type { EpisodeEdition, GlossaryEntry } from '../../core/note/episode.ts';
import type { Watched } from '../../core/session/watched.ts';
import { MarksContext } from '../marks/marks-context.ts';
import { TermsContext, termFinder } from '../shared/terms.ts';
import { usePanel, useWatched } from './panel-model.ts';
import { PlaceButton, type Places, PlacesContext } from './places.tsx';

/** Few notes link to pages of their author's. */
const Page = lazy(() => import('./page-link.tsx'));

const timelineOf = ({ timeline }: Watched) => timeline;

interface NoteContextsProps {
  readonly edition: EpisodeEdition;
  readonly hrefOf?: Places['hrefOf'];
  readonly children: ReactNode;
}

/** What terms open and where sections lie, for all parts of the note. */
export function NoteContexts({ edition, hrefOf = null, children }: NoteContextsProps): ReactNode {
  const { seekTo } = usePanel();
  const timeline = useWatched(timelineOf);
  const terms = useMemo(() => ({ ...termFinder(edition), below: linkToMoment, Page }), [edition]);
  const places = useMemo(
    () => ({
      language: edition.language,
      titles: new Map(edition.sections.map(({ id, title }) => [id, title])),
      times: new Map(timeline?.sections.map((time) => [time.section, time])),
      onSeek: seekTo,
      hrefOf,
    }),
    [edition, timeline, seekTo, hrefOf],
  );
  return (
    <TermsContext value={terms}>
      <PlacesContext value={places}>{children}</PlacesContext>
    </TermsContext>
  );
}

const linkToMoment = (entry: GlossaryEntry) => <BelowTerm entry={entry} />;

function BelowTerm({ entry }: { readonly entry: GlossaryEntry }): ReactNode {
  const marks = useContext(MarksContext);
  return (
    <>
      {entry.explainedIn !== null && <PlaceButton section={entry.explainedIn} label={i18n.t('panel.explainedIn')} />}
      {marks && <marks.KeepTerm entry={entry} />}
    </>
  );
}
