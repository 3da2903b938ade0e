import { lazy, type ReactNode, Suspense, useDeferredValue, useMemo } from 'react';
import { i18n } from '#i18n';
import { LookupList } from '../../components/lookup/lookup-list.tsx';
import { useInScript, useWordings } from '../../components/shared/chinese-context.ts';
import { sameFields, sameList, useSlice } from '../../components/shared/use-slice.ts';
import type { LookupResult } from '../../core/glossary/lookup.ts';
import { currentSection, type Watched, wantedLanguages } from '../../core/session/watched.ts';
import type { LibraryPort, NamesPort } from '../../platform/ports.ts';
import { useAppearance } from '../shared/use-appearance.ts';
import { WatchersChinese } from '../shared/viewers-chinese.tsx';
import type { Lookup, PopupModel } from './create-popup.ts';
import { emptyMessage, idleOffer, resultOffer } from './offer.ts';
import { useDefinitions } from './use-definitions.ts';
import { useLookup } from './use-lookup.ts';

const shownOf = (watched: Watched) => ({
  page: watched.page,
  videoId: watched.videoId,
  episode: watched.episode,
  elsewhere: watched.elsewhere,
  edition: watched.edition,
  section: currentSection(watched),
  settings: watched.settings,
  failure: watched.failure,
});
const NOTHING: readonly LookupResult[] = [];
const whole = (lookup: Lookup) => lookup;

/** Loaded with the first entry that is opened: the popup's first list does not wait for it. */
const OpenedEntry = lazy(() => import('./opened-entry.tsx'));
/** Loaded with the first mark. */
const MarkWords = lazy(() => import('./mark-words.tsx'));

interface PopupProps {
  readonly popup: PopupModel;
  readonly library: LibraryPort;
  readonly names: NamesPort;
}

export function PopupApp({ popup, library, names }: PopupProps): ReactNode {
  const { settings, failure } = useSlice(popup.watch, shownOf, undefined, sameFields);
  const { opened } = useSlice(popup, whole, undefined);
  useAppearance(settings);
  // Thrown while drawing, where the page's boundary catches it.
  if (failure) throw failure.reason;
  return (
    <WatchersChinese watch={popup.watch}>
      <main>
        {opened ? (
          <Suspense>
            <OpenedEntry popup={popup} opened={opened} />
          </Suspense>
        ) : (
          <Terms popup={popup} library={library} names={names} />
        )}
      </main>
      <Foot popup={popup} />
    </WatchersChinese>
  );
}

/** The field to type in and what it finds; before anything is typed, what is being talked about now. */
function Terms({ popup, library, names }: PopupProps): ReactNode {
  const shown = useSlice(popup.watch, shownOf, undefined, sameFields);
  const { query, offered, recents } = useSlice(popup, whole, undefined);
  const languages = useSlice(popup.watch, wantedLanguages, undefined, sameList);
  const { page, videoId, episode, elsewhere, edition, section } = shown;
  const asked = useDeferredValue(query);
  const others = useWordings(asked);
  const inScript = useInScript();
  const results = useLookup(library, names, videoId === null ? null : episode, asked, {
    current: videoId,
    languages,
    others,
  });
  const definitionOf = useDefinitions(library, results ?? NOTHING);
  const idle = query.trim() === '';
  const { groups, choices } = useMemo(
    () =>
      idle
        ? idleOffer(edition, videoId, section, recents ?? [], inScript)
        : resultOffer(results ?? NOTHING, definitionOf, edition, inScript),
    [idle, edition, videoId, section, recents, results, definitionOf, inScript],
  );
  // Until everything has answered once, an empty list says nothing.
  const loading = idle
    ? page === null || (videoId !== null && isComing(episode, elsewhere, edition)) || recents === null
    : results === null;
  return (
    <LookupList
      // Another field for a selected text, which then stands marked in it: typing takes its place.
      key={offered}
      query={query}
      groups={groups}
      message={loading || groups.length > 0 ? null : emptyMessage(query, elsewhere)}
      onQuery={popup.type}
      onChoose={(key) => {
        const chosen = choices.get(key);
        if (chosen) void popup.open(chosen);
      }}
      onLeave={() => window.close()}
    />
  );
}

/** Whether the note is still being looked for, fetched or chosen. */
function isComing(episode: Watched['episode'], elsewhere: Watched['elsewhere'], edition: Watched['edition']): boolean {
  if (episode) return !edition;
  return episode === undefined || elsewhere === undefined || elsewhere.state === 'fetching';
}

function Foot({ popup }: { readonly popup: PopupModel }): ReactNode {
  const { page } = useSlice(popup.watch, shownOf, undefined, sameFields);
  const { noPanel, opened, notice, marks } = useSlice(popup, whole, undefined);
  return (
    <footer>
      {marks && (
        <Suspense>
          <MarkWords model={marks} />
        </Suspense>
      )}
      <p role="status">{opened ? '' : notice}</p>
      {page?.kind === 'no-permission' && (
        <>
          <p>{i18n.t('panel.noPermissionHint')}</p>
          <button type="button" className="lookup-button" onClick={() => void popup.watch.allow()}>
            {i18n.t('panel.allow')}
          </button>
        </>
      )}
      {popup.asked === null && page?.kind === 'video' && (
        <button type="button" className="lookup-button" onClick={() => void popup.markNow()}>
          {i18n.t('mark.mark')}
        </button>
      )}
      {popup.asked !== null ? null : noPanel ? (
        <>
          <p role="alert">{i18n.t('page.nothingShown')}</p>
          <button type="button" className="lookup-button" onClick={popup.openTab}>
            {i18n.t('page.openTab')}
          </button>
        </>
      ) : (
        <button type="button" className="lookup-button" onClick={() => void popup.showPanel()}>
          {i18n.t('popup.openPanel')}
        </button>
      )}
    </footer>
  );
}
