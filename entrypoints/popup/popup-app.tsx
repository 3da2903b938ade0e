import { type ReactNode, useDeferredValue, useEffect, useMemo, useRef, useState } from 'react';
import { i18n } from '#i18n';
import { EntryCard } from '../../components/lookup/entry-card.tsx';
import { type LookupGroup, type LookupItem, LookupList } from '../../components/lookup/lookup-list.tsx';
import type { Asked, Chosen } from '../../core/glossary/asked.ts';
import { describeEntry, type EntryPlace, editionOfEntry } from '../../core/glossary/entry-details.ts';
import type { LookupResult } from '../../core/glossary/lookup.ts';
import type { Edition, Episode, GlossaryEntry, LanguageTag } from '../../core/note/episode.ts';
import { chooseEdition } from '../../core/session/choose-edition.ts';
import { videoOf } from '../../core/session/session.ts';
import { defaultSettings } from '../../core/settings/migrations.ts';
import { formatClock } from '../../core/time/clock-text.ts';
import { locate } from '../../core/timeline/locate.ts';
import type { Anchor, Evidence } from '../../core/timeline/timeline.ts';
import { watchAddress } from '../../core/video/video-address.ts';
import type { VideoId } from '../../core/video/video-id.ts';
import type { Aligner } from '../../platform/align/aligner.ts';
import type { PanelOpener } from '../../platform/background/panel-opener.ts';
import type { AnchorsPort, LibraryPort, NamesPort, PagePort, RecentLookup, RecentsPort } from '../../platform/ports.ts';
import { type FollowedSession, type FollowedSettings, useFollowed } from '../shared/follow.ts';
import { useAppearance } from '../shared/use-appearance.ts';
import { useTimeline } from '../shared/use-timeline.ts';
import { useLookup } from './use-lookup.ts';

const NO_EVIDENCE: Evidence = { duration: null, chapters: [], chapterOrigin: 'unknown', transcript: null };
const MOST_RECENTS_SHOWN = 8;
const NO_RECENTS: readonly RecentLookup[] = [];
const NO_ANCHORS: readonly Anchor[] = [];

const SEEK_FAILURE = {
  'ad-playing': 'panel.seekFailure.adPlaying',
  'video-changed': 'panel.seekFailure.videoChanged',
  'no-player': 'panel.seekFailure.noPlayer',
  'no-answer': 'panel.seekFailure.noAnswer',
} as const;

export interface PopupServices {
  readonly page: PagePort;
  readonly library: LibraryPort;
  readonly names: NamesPort;
  readonly session: FollowedSession;
  readonly settings: FollowedSettings;
  readonly recents: RecentsPort;
  readonly anchors: AnchorsPort;
  readonly panel: PanelOpener;
  readonly aligner: Aligner;
  /** What the address bar asked for, when this page is a tab and no popup. */
  readonly asked: Asked | null;
}

/** An entry with the editions it stands in, once its episode is loaded. */
interface Opened {
  readonly episode: Episode;
  readonly edition: Edition;
  readonly entryId: string;
}

export function PopupApp({
  page,
  library,
  names,
  session: followedSession,
  settings: followedSettings,
  recents: recentsPort,
  anchors: anchorsPort,
  panel,
  aligner,
  asked: askedFor,
}: PopupServices): ReactNode {
  const session = useFollowed(followedSession);
  const stored = useFollowed(followedSettings);
  const settings = stored ?? defaultSettings;
  useAppearance(stored);

  const videoId = videoOf(session.page);
  const { episode, clock } = session;
  const [query, setQuery] = useState(askedFor?.query ?? '');
  const [offered, setOffered] = useState('');
  const typed = useRef(askedFor !== null);
  const [opened, setOpened] = useState<Opened | null>(null);
  const [notice, setNotice] = useState('');
  const [noPanel, setNoPanel] = useState(false);
  const recents = useRecents(recentsPort);

  const edition = useMemo(
    () => (episode ? chooseEdition(episode, settings.languages, session.language) : null),
    [episode, settings.languages, session.language],
  );
  const evidence = session.evidence ?? NO_EVIDENCE;
  const duration = evidence.duration ?? clock?.duration ?? null;
  const shown = opened?.edition ?? edition;
  const here = askedFor === null && (opened === null || opened.episode.videoId === videoId);
  const known = useMemo(
    () => (here ? { ...evidence, duration } : { ...NO_EVIDENCE, duration: shown?.duration ?? null }),
    [here, evidence, duration, shown],
  );
  const revision = (opened?.episode ?? episode)?.revision ?? '';
  const anchors = useAnchors(anchorsPort, opened?.episode.videoId ?? videoId);
  const timeline = useTimeline(aligner, shown, revision, known, anchors);

  // What is selected on the page is looked up, unless the viewer was faster.
  useEffect(() => {
    if (session.selection === '' || typed.current) return;
    setQuery(session.selection);
    setOffered(session.selection);
  }, [session.selection]);
  const openAsked = useRef<(chosen: Chosen) => void>(() => {});
  openAsked.current = (chosen) => void open(chosen);
  useEffect(() => {
    if (askedFor?.chosen) openAsked.current(askedFor.chosen);
  }, [askedFor]);

  const asked = useDeferredValue(query);
  const results = useLookup(library, names, videoId === null ? null : episode, asked, {
    current: videoId,
    languages: settings.languages,
  });

  async function open({ videoId: of, entryId, language }: Chosen): Promise<void> {
    const found = episode?.videoId === of ? episode : await library.find(of);
    const its = found ? editionOfEntry(found, entryId, language) : null;
    const entry = its?.glossary.find(({ id }) => id === entryId);
    if (!found || !its || !entry) return;
    setNotice('');
    setOpened({ episode: found, edition: its, entryId });
    await recentsPort.add({ term: entry.term, videoId: of, entryId });
  }

  async function go({ time }: EntryPlace): Promise<void> {
    if (!opened || !time) return;
    if (askedFor) {
      location.assign(watchAddress(opened.episode.videoId, time.start));
      return;
    }
    if (!here || session.page?.kind !== 'video') {
      await page.open(opened.episode.videoId, time.start);
      window.close();
      return;
    }
    const result = await page.seek(opened.episode.videoId, time.start);
    setNotice(result.ok ? i18n.t('popup.jumped', [formatClock(time.start)]) : i18n.t(SEEK_FAILURE[result.reason]));
  }

  async function showPanel(): Promise<void> {
    // The first thing in the gesture; nothing may be awaited before it.
    const result = await panel.open();
    if (result === 'shown') window.close();
    else setNoPanel(true);
  }

  const details = opened ? describeEntry(opened.episode, opened.edition, opened.entryId, timeline) : null;
  const idle = query.trim() === '';
  const section = timeline && clock ? (locate(timeline, clock.time)?.section ?? null) : null;
  const { groups, choices } = useMemo(
    () => (idle ? idleGroups(edition, videoId, section, recents ?? NO_RECENTS) : resultGroups(results ?? [])),
    [idle, edition, videoId, section, recents, results],
  );
  // Until everything has answered once, an empty list says nothing.
  const loading = idle
    ? session.page === null || (videoId !== null && episode === undefined) || recents === null
    : results === null;

  return (
    <>
      <main>
        {details && opened ? (
          <EntryCard
            details={details}
            language={opened.edition.language}
            episode={here ? null : opened.edition.title}
            notice={notice}
            onBack={() => setOpened(null)}
            onPlace={(place) => void go(place)}
            onCopy={() => {
              const text = [details.term, details.definition].filter(Boolean).join('\n');
              void navigator.clipboard.writeText(text).then(() => setNotice(i18n.t('popup.copied')));
            }}
          />
        ) : (
          <LookupList
            // Anew for a selected text, which then stands marked in the field: typing takes its place.
            key={offered}
            query={query}
            groups={groups}
            message={loading ? null : messageFor(query, groups)}
            onQuery={(text) => {
              typed.current = true;
              setQuery(text);
            }}
            onChoose={(key) => {
              const chosen = choices.get(key);
              if (chosen) void open(chosen);
            }}
            onLeave={() => window.close()}
          />
        )}
      </main>
      <footer>
        {session.page?.kind === 'no-permission' && (
          <>
            <p>{i18n.t('panel.noPermissionHint')}</p>
            <button type="button" className="lookup-button" onClick={() => void page.allow()}>
              {i18n.t('panel.allow')}
            </button>
          </>
        )}
        {askedFor !== null ? null : noPanel ? (
          <>
            <p role="alert">{i18n.t('page.nothingShown')}</p>
            <button type="button" className="lookup-button" onClick={() => void panel.openTab()}>
              {i18n.t('page.openTab')}
            </button>
          </>
        ) : (
          <button type="button" className="lookup-button" onClick={() => void showPanel()}>
            {i18n.t('popup.openPanel')}
          </button>
        )}
      </footer>
    </>
  );
}

function messageFor(query: string, groups: readonly LookupGroup[]): string | null {
  if (groups.length > 0) return null;
  const asked = query.trim();
  if (asked === '') return i18n.t('popup.noTerms');
  return i18n.t('popup.nothing', [asked.length > 60 ? `${asked.slice(0, 60)}…` : asked]);
}

/** What the list shows, and what each of its lines leads to. */
interface Offer {
  readonly groups: readonly LookupGroup[];
  readonly choices: ReadonlyMap<string, Chosen>;
}

/** Before anything is typed: what is being talked about now (or all terms, while nothing plays), then what was looked up last. */
function idleGroups(
  edition: Edition | null,
  videoId: VideoId | null,
  section: string | null,
  recents: readonly RecentLookup[],
): Offer {
  const groups: LookupGroup[] = [];
  const choices = new Map<string, Chosen>();
  if (edition && videoId) {
    const now = section === null ? [] : edition.glossary.filter(({ mentionedIn }) => mentionedIn.includes(section));
    const entries = now.length > 0 ? now : edition.glossary;
    const items = entries.map((entry): LookupItem => {
      const key = `here ${entry.id}`;
      choices.set(key, { videoId, entryId: entry.id, language: edition.language });
      return itemOf(key, entry, edition.language, '');
    });
    if (items.length > 0) groups.push({ title: i18n.t(now.length > 0 ? 'popup.now' : 'popup.thisEpisode'), items });
  }
  const recent = recents.slice(0, MOST_RECENTS_SHOWN).map(({ term, videoId: of, entryId }): LookupItem => {
    const key = `recent ${of} ${entryId}`;
    choices.set(key, { videoId: of, entryId, language: null });
    return { key, term, names: '', about: '' };
  });
  if (recent.length > 0) groups.push({ title: i18n.t('popup.recent'), items: recent });
  return { groups, choices };
}

function resultGroups(results: readonly LookupResult[]): Offer {
  const choices = new Map<string, Chosen>();
  const item = ({ source, entry, matched, current }: LookupResult): LookupItem => {
    const key = `${source.videoId} ${source.language} ${entry.id}`;
    choices.set(key, { videoId: source.videoId, entryId: entry.id, language: source.language });
    const made = itemOf(key, entry, source.language, matched);
    return current || made.about !== '' ? made : { ...made, about: source.title };
  };
  const here = results.filter(({ current }) => current);
  const elsewhere = results.filter(({ current }) => !current);
  const groups: LookupGroup[] = [];
  if (here.length > 0)
    groups.push({ title: elsewhere.length > 0 ? i18n.t('popup.thisEpisode') : null, items: here.map(item) });
  if (elsewhere.length > 0) groups.push({ title: i18n.t('popup.otherEpisodes'), items: elsewhere.map(item) });
  return { groups, choices };
}

function itemOf(
  key: string,
  { term, aliases, definition = '' }: Pick<GlossaryEntry, 'term' | 'aliases'> & { readonly definition?: string },
  language: LanguageTag,
  matched: string,
): LookupItem {
  const names = matched !== '' && matched !== term && !aliases.includes(matched) ? [matched, ...aliases] : aliases;
  return { key, term, language, names: names.join(' · '), about: definition };
}

function useAnchors(port: AnchorsPort, videoId: VideoId | null): readonly Anchor[] {
  const [kept, setKept] = useState<{ videoId: VideoId | null; anchors: readonly Anchor[] } | null>(null);
  useEffect(() => {
    if (videoId) void port.read(videoId).then((anchors) => setKept({ videoId, anchors }));
  }, [port, videoId]);
  return kept?.videoId === videoId ? kept.anchors : NO_ANCHORS;
}

function useRecents(port: RecentsPort): readonly RecentLookup[] | null {
  const [recents, setRecents] = useState<readonly RecentLookup[] | null>(null);
  useEffect(() => void port.read().then(setRecents), [port]);
  return recents;
}
