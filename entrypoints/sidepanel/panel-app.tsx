import { type ReactNode, useCallback, useEffect, useMemo, useRef, useState } from 'react';
import { i18n } from '#i18n';
import { KeptTranscriptLine } from '../../components/panel/kept-transcript.tsx';
import type { NoteExport } from '../../components/panel/more-menu.tsx';
import { NoteView, type View } from '../../components/panel/note-view.tsx';
import { BrowseView, MessageView, NoNoteView, Skeleton, WelcomeView } from '../../components/panel/states.tsx';
import { useStable } from '../../components/shared/use-stable.ts';
import type { GlossaryEntry, LanguageTag, SectionId } from '../../core/note/episode.ts';
import { type NoteId, noteKey } from '../../core/note/note-id.ts';
import { chooseEdition } from '../../core/session/choose-edition.ts';
import { passageTerms } from '../../core/session/passage.ts';
import { videoOf } from '../../core/session/session.ts';
import type { Settings } from '../../core/settings/settings.ts';
import type { Seconds } from '../../core/time/seconds.ts';
import { locate } from '../../core/timeline/locate.ts';
import { step } from '../../core/timeline/step.ts';
import type { Evidence } from '../../core/timeline/timeline.ts';
import { wasRecut } from '../../core/video/recut.ts';
import type { Aligner } from '../../platform/align/aligner.ts';
import type { AnchorsPort, LibraryPort, NoteChoicesPort, PagePort, TranscriptsPort } from '../../platform/ports.ts';
import { type FollowedSession, type FollowedSettings, useFollowed } from '../shared/follow.ts';
import { useAnchors } from '../shared/use-anchors.ts';
import { useAppearance } from '../shared/use-appearance.ts';
import { useEpisodeSearch } from '../shared/use-episode-search.ts';
import { useNotePreference } from '../shared/use-note-preference.ts';
import { useTimeline } from '../shared/use-timeline.ts';
import { copySection, exportNote } from './export-note.ts';
import { useFollow } from './use-follow.ts';
import { useKeepPlace, useViewPlace } from './use-place.ts';
import { useTranscript } from './use-transcript.ts';

const NO_EVIDENCE: Evidence = { duration: null, chapters: [], chapterOrigin: 'unknown', transcript: null };

const NO_LANGUAGES: readonly LanguageTag[] = [];

const SEEK_FAILURE = {
  'ad-playing': 'panel.seekFailure.adPlaying',
  'video-changed': 'panel.seekFailure.videoChanged',
  'no-player': 'panel.seekFailure.noPlayer',
  'no-answer': 'panel.seekFailure.noAnswer',
} as const;

export interface PanelServices {
  readonly page: PagePort;
  readonly library: LibraryPort;
  readonly session: FollowedSession;
  readonly settings: FollowedSettings;
  readonly anchors: AnchorsPort;
  readonly choices: NoteChoicesPort;
  readonly transcripts: TranscriptsPort;
  readonly aligner: Aligner;
}

/** The whole panel: what it knows, which of its states that is, and what a click does. */
export function PanelApp({
  page,
  library,
  session: followedSession,
  settings: followedSettings,
  anchors: anchorsPort,
  choices,
  transcripts,
  aligner,
}: PanelServices): ReactNode {
  const session = useFollowed(followedSession);
  const { dispatch } = followedSession;
  const settings = useFollowed(followedSettings);
  const search = useEpisodeSearch(library);
  const [open, setOpen] = useState<ReadonlySet<SectionId>>(new Set());
  const [following, setFollowing] = useState(true);
  const [view, setView] = useState<View>('outline');
  const [browsing, setBrowsing] = useState(false);
  const [message, say] = useMessage();
  const scroller = useRef<HTMLElement>(null);
  useAppearance(settings);

  const videoId = videoOf(session.page);
  const { episode, clock } = session;
  const evidence = session.evidence ?? NO_EVIDENCE;
  const kept = useTranscript(transcripts, videoId);
  const preference = useNotePreference(choices, videoId);
  const edition = useMemo(
    () => (episode && settings ? chooseEdition(episode, settings.languages, session.language, preference) : null),
    [episode, settings, session.language, preference],
  );
  const anchors = useAnchors(anchorsPort, episode, edition);
  const duration = evidence.duration ?? clock?.duration ?? null;
  const known = useMemo(() => ({ ...evidence, duration }), [evidence, duration]);
  const timeline = useTimeline(aligner, edition, episode?.revision ?? '', known, anchors);
  const position = timeline && clock ? locate(timeline, clock.time) : null;
  const current = position?.section ?? null;

  // A new video starts afresh.
  // biome-ignore lint/correctness/useExhaustiveDependencies: runs when the video changes
  useEffect(() => {
    setOpen(new Set());
    say(null);
    setFollowing(true);
    setBrowsing(false);
  }, [videoId, say]);

  useEffect(() => {
    if (videoId && timeline && edition) {
      const markers = timeline.sections.map(({ start }, index) => ({
        start,
        title: edition.sections[index]?.title ?? '',
      }));
      page.setMarkers(videoId, settings?.markers ? markers : []);
    }
  }, [page, videoId, timeline, edition, settings?.markers]);

  const leaveView = useViewPlace(scroller, view);
  const onView = useStable((to: View) => {
    leaveView();
    setView(to);
  });
  /** Says so when the browser refuses to store something; what is shown is what is stored. */
  const stored = (written: Promise<void>) => written.catch(() => say(i18n.t('panel.notStored')));
  const resume = useStable(() => {
    setFollowing(true);
    onView('outline');
    if (settings && !settings.follow) void stored(followedSettings.update({ follow: true }));
  });
  const follows = view === 'outline' && following && settings?.follow !== false;
  useFollow({
    scroller,
    edition,
    current,
    active: follows,
    onTakeOver: () => view === 'outline' && setFollowing(false),
    onResume: resume,
  });
  const keepPlace = useKeepPlace(
    scroller,
    `${edition && noteKey(edition.note)} ${edition?.language} ${settings?.bilingual}`,
    follows,
  );
  const terms = useSameList(
    edition && position && clock ? passageTerms(edition, position, clock.time, evidence.transcript) : [],
  );

  const seekTo = useStable(async (time: Seconds): Promise<void> => {
    if (!videoId) return;
    const from = clock?.time;
    const result = await page.seek(videoId, time);
    say(result.ok ? null : i18n.t(SEEK_FAILURE[result.reason]));
    if (result.ok && from !== undefined) dispatch({ type: 'jumped', videoId, from });
  });
  const seekToSection = useStable((section: SectionId) => {
    const time = timeline?.sections.find((each) => each.section === section);
    if (time) void seekTo(time.start);
    setFollowing(true);
  });
  const stepBy = useStable((by: 1 | -1) => {
    const time = timeline && clock ? step(timeline, clock.time, by) : null;
    if (time !== null) void seekTo(time);
  });
  useEffect(() => page.subscribe((event) => event.type === 'step' && stepBy(event.by)), [page, stepBy]);
  const onToggle = useStable((section: SectionId) => {
    const changed = new Set(open);
    if (!changed.delete(section)) changed.add(section);
    setOpen(changed);
  });
  const onStartsNow = useStable((section: SectionId) => {
    if (clock && episode && edition) void stored(anchorsPort.add(episode, edition, { section, start: clock.time }));
  });
  const onUndo = useStable(() => episode && edition && stored(anchorsPort.undo(episode, edition)));
  const onNote = useStable((note: NoteId) => {
    keepPlace();
    if (videoId) void stored(choices.choose(videoId, note));
  });
  const onLanguage = useStable((language: LanguageTag) => {
    keepPlace();
    dispatch({ type: 'language', language });
  });
  const onBilingual = useStable((bilingual: Settings['bilingual']) => {
    keepPlace();
    void stored(followedSettings.update({ bilingual }));
  });
  const onReturn = useStable(() => {
    if (session.cameFrom !== null && videoId) void page.seek(videoId, session.cameFrom);
    dispatch({ type: 'returned' });
  });
  const onCopy = useStable(async (section: SectionId) => {
    if (videoId && edition) say(await copySection(section, { videoId, edition, timeline }));
  });
  const onExport = useStable(async (what: NoteExport) => {
    if (videoId && edition) say(await exportNote(what, { videoId, edition, timeline }));
  });
  const onBrowse = useCallback(() => setBrowsing(true), []);
  const onOpen = useStable((id: EpisodeId) => {
    setBrowsing(false);
    void page.open(id, null);
  });
  const transcriptLine = useMemo(
    () => kept && videoId && <KeptTranscriptLine name={kept.name} onForget={() => void transcripts.forget(videoId)} />,
    [kept, videoId, transcripts],
  );

  const openEpisode = { search, languages: settings?.languages ?? NO_LANGUAGES, onOpen };
  if (!session.page) return <Skeleton />;
  switch (session.page.kind) {
    case 'elsewhere':
    case 'no-video':
      return <WelcomeView {...openEpisode} />;
    case 'no-answer':
      return (
        <MessageView
          title={i18n.t('panel.noAnswer')}
          text={i18n.t('panel.noAnswerHint')}
          action={{ label: i18n.t('panel.reload'), run: () => page.reload() }}
          {...openEpisode}
        />
      );
    case 'no-permission':
      return (
        <MessageView
          title={i18n.t('panel.noPermission')}
          text={i18n.t('panel.noPermissionHint')}
          action={{ label: i18n.t('panel.allow'), run: () => void page.allow() }}
          {...openEpisode}
        />
      );
    case 'video':
      break;
  }
  if (episode === null) {
    const { title } = session.page;
    return (
      <NoNoteView
        title={title}
        chapters={evidence.chapters}
        transcriptLine={transcriptLine}
        onSeekTo={seekTo}
        {...openEpisode}
      />
    );
  }
  if (!episode || !edition || !settings) return <Skeleton />;
  if (browsing) return <BrowseView onBack={() => setBrowsing(false)} {...openEpisode} />;
  const playing = settings.announce ? edition.sections.find(({ id }) => id === current)?.title : undefined;
  return (
    <NoteView
      episode={episode}
      edition={edition}
      timeline={timeline}
      view={view}
      current={current}
      progress={Math.floor((position?.progress ?? 0) * 20)}
      terms={terms}
      open={open}
      bilingual={settings.bilingual}
      following={following && settings.follow}
      cameFrom={session.cameFrom}
      notice={wasRecut(edition.duration, duration) ? i18n.t('panel.recut') : null}
      message={message}
      announcement={playing ?? ''}
      transcriptLine={transcriptLine}
      canUndo={anchors.length > 0}
      scroller={scroller}
      onView={onView}
      onSeek={seekToSection}
      onToggle={onToggle}
      onStartsNow={onStartsNow}
      onUndo={onUndo}
      onLanguage={onLanguage}
      onNote={onNote}
      onBilingual={onBilingual}
      onFollow={resume}
      onReturn={onReturn}
      onCopy={onCopy}
      onExport={onExport}
      onBrowse={onBrowse}
    />
  );
}

type EpisodeId = Parameters<PagePort['open']>[0];

/** Long enough to be read twice. */
const MESSAGE_STAYS = 6000;

/** A sentence that goes by itself. */
function useMessage(): [string | null, (message: string | null) => void] {
  const [said, setSaid] = useState<{ readonly text: string } | null>(null);
  useEffect(() => {
    if (!said) return;
    const timer = setTimeout(() => setSaid(null), MESSAGE_STAYS);
    return () => clearTimeout(timer);
  }, [said]);
  const say = useCallback((text: string | null) => setSaid(text === null ? null : { text }), []);
  return [said?.text ?? null, say];
}

/** The list from before as long as it has the same entries, so that nothing is drawn anew four times a second. */
function useSameList(list: readonly GlossaryEntry[]): readonly GlossaryEntry[] {
  const last = useRef(list);
  const same = last.current.length === list.length && list.every((entry, at) => entry === last.current[at]);
  if (!same) last.current = list;
  return last.current;
}
