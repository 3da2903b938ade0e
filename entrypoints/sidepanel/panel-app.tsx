import { type ReactNode, useEffect, useLayoutEffect, useMemo, useRef, useState } from 'react';
import { i18n } from '#i18n';
import { KeptTranscriptLine } from '../../components/panel/kept-transcript.tsx';
import { MessageView, NoNoteView, NoteView, Skeleton } from '../../components/panel/panel.tsx';
import { useAppearance } from '../../components/shared/use-appearance.ts';
import type { Edition, SectionId } from '../../core/note/episode.ts';
import { chooseEdition } from '../../core/session/choose-edition.ts';
import { videoOf } from '../../core/session/session.ts';
import type { Seconds } from '../../core/time/seconds.ts';
import { calibrate, undoCalibration } from '../../core/timeline/calibrate.ts';
import { locate } from '../../core/timeline/locate.ts';
import { step } from '../../core/timeline/step.ts';
import type { Anchor, Evidence } from '../../core/timeline/timeline.ts';
import { wasRecut } from '../../core/video/recut.ts';
import type { Aligner } from '../../platform/align/aligner.ts';
import type { AnchorsPort, LibraryPort, PagePort, SettingsPort, TranscriptsPort } from '../../platform/ports.ts';
import { useEpisodes, useSession, useSettings } from './use-session.ts';
import { useTimeline } from './use-timeline.ts';
import { useTranscript } from './use-transcript.ts';

const NO_EVIDENCE: Evidence = { duration: null, chapters: [], chapterOrigin: 'unknown', transcript: null };

const SEEK_FAILURE = {
  'ad-playing': 'panel.seekFailure.adPlaying',
  'video-changed': 'panel.seekFailure.videoChanged',
  'no-player': 'panel.seekFailure.noPlayer',
  'no-answer': 'panel.seekFailure.noAnswer',
} as const;

export interface PanelServices {
  readonly page: PagePort;
  readonly library: LibraryPort;
  readonly settings: SettingsPort;
  readonly anchors: AnchorsPort;
  readonly transcripts: TranscriptsPort;
  readonly aligner: Aligner;
}

/** The whole panel: what it knows, which of its states that is, and what a click does. */
export function PanelApp({
  page,
  library,
  settings: settingsPort,
  anchors: anchorsPort,
  transcripts,
  aligner,
}: PanelServices): ReactNode {
  const [session, dispatch] = useSession(page, library);
  const settings = useSettings(settingsPort);
  const episodes = useEpisodes(library);
  const [anchors, setAnchors] = useState<readonly Anchor[]>([]);
  const [open, setOpen] = useState<ReadonlySet<SectionId>>(new Set());
  const [following, setFollowing] = useState(true);
  const [notice, setNotice] = useState<string | null>(null);
  const scroller = useRef<HTMLElement>(null);
  useAppearance(settings);

  const videoId = videoOf(session.page);
  const { episode, clock } = session;
  const evidence = session.evidence ?? NO_EVIDENCE;
  const kept = useTranscript(transcripts, videoId);
  const edition = useMemo(
    () => (episode && settings ? chooseEdition(episode, settings.languages, session.language) : null),
    [episode, settings, session.language],
  );
  const duration = evidence.duration ?? clock?.duration ?? null;
  const known = useMemo(() => ({ ...evidence, duration }), [evidence, duration]);
  const timeline = useTimeline(aligner, edition, episode?.revision ?? '', known, anchors);
  const position = timeline && clock ? locate(timeline, clock.time) : null;
  const current = position?.section ?? null;

  // A new video starts afresh.
  useEffect(() => {
    setOpen(new Set());
    setNotice(null);
    setFollowing(true);
    setAnchors([]);
    if (videoId) void anchorsPort.read(videoId).then(setAnchors);
  }, [videoId, anchorsPort]);

  useEffect(() => {
    if (videoId && timeline && edition) {
      const markers = timeline.sections.map(({ start }, index) => ({
        start,
        title: edition.sections[index]?.title ?? '',
      }));
      page.setMarkers(videoId, settings?.markers ? markers : []);
    }
  }, [page, videoId, timeline, edition, settings?.markers]);

  useFollow(scroller, edition, current, following && settings?.follow !== false, () => setFollowing(false));
  const keepPlace = useKeepPlace(scroller, edition);

  async function seekTo(time: Seconds): Promise<void> {
    if (!videoId) return;
    const from = clock?.time;
    const result = await page.seek(videoId, time);
    setNotice(result.ok ? null : i18n.t(SEEK_FAILURE[result.reason]));
    if (result.ok && from !== undefined) dispatch({ type: 'jumped', videoId, from });
  }
  const seekToSection = (section: SectionId) => {
    const time = timeline?.sections.find((each) => each.section === section);
    if (time) void seekTo(time.start);
    setFollowing(true);
  };
  const stepBy = useRef<(by: 1 | -1) => void>(() => {});
  stepBy.current = (by) => {
    const time = timeline && clock ? step(timeline, clock.time, by) : null;
    if (time !== null) void seekTo(time);
  };
  useEffect(() => page.subscribe((event) => event.type === 'step' && stepBy.current(event.by)), [page]);
  const keepAnchors = (changed: readonly Anchor[]) => {
    setAnchors(changed);
    if (videoId) void anchorsPort.write(videoId, changed);
  };

  const openEpisode = { episodes, onOpen: (id: EpisodeId) => void page.open(id, null) };
  if (!session.page) return <Skeleton />;
  switch (session.page.kind) {
    case 'elsewhere':
    case 'no-video':
      return <MessageView title={i18n.t('panel.noVideo')} text={i18n.t('panel.noVideoHint')} {...openEpisode} />;
    case 'no-answer':
      return <MessageView title={i18n.t('panel.noAnswer')} text={i18n.t('panel.noAnswerHint')} {...openEpisode} />;
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
  const transcriptLine = kept && videoId && (
    <KeptTranscriptLine name={kept.name} onForget={() => void transcripts.forget(videoId)} />
  );
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
  return (
    <NoteView
      edition={edition}
      timeline={timeline}
      current={current}
      progress={Math.floor((position?.progress ?? 0) * 20)}
      open={open}
      bilingual={settings.bilingual}
      languages={episode.editions.map(({ language }) => language)}
      following={following && settings.follow}
      cameFrom={session.cameFrom}
      notice={notice ?? (wasRecut(edition.duration, duration) ? i18n.t('panel.recut') : null)}
      transcriptLine={transcriptLine}
      canUndo={anchors.length > 0}
      scroller={scroller}
      onSeek={seekToSection}
      onToggle={(section) => {
        const changed = new Set(open);
        if (!changed.delete(section)) changed.add(section);
        setOpen(changed);
      }}
      onStartsNow={(section) => clock && keepAnchors(calibrate(anchors, section, clock.time))}
      onUndo={() => keepAnchors(undoCalibration(anchors))}
      onLanguage={(language) => {
        keepPlace();
        dispatch({ type: 'language', language });
      }}
      onFollow={() => {
        setFollowing(true);
        if (!settings.follow) void settingsPort.update({ follow: true });
      }}
      onReturn={() => {
        if (session.cameFrom !== null && videoId) void page.seek(videoId, session.cameFrom);
        dispatch({ type: 'returned' });
      }}
    />
  );
}

type EpisodeId = Parameters<PagePort['open']>[0];

/** Keeps the section playing now in view until the reader scrolls by wheel, touch or key. */
function useFollow(
  scroller: { readonly current: HTMLElement | null },
  edition: Edition | null,
  current: SectionId | null,
  following: boolean,
  onReaderScrolls: () => void,
): void {
  const stop = useRef(onReaderScrolls);
  stop.current = onReaderScrolls;

  useEffect(() => {
    if (!following || current === null || edition === null) return;
    scroller.current
      ?.querySelector(`[data-section="${CSS.escape(current)}"]`)
      ?.scrollIntoView({ block: 'nearest', behavior: 'smooth' });
  }, [scroller, current, following, edition]);

  useEffect(() => {
    const keys = new Set(['PageUp', 'PageDown', 'Home', 'End', 'ArrowUp', 'ArrowDown']);
    const gesture = new AbortController();
    const { signal } = gesture;
    const scrolled = () => stop.current();
    addEventListener('wheel', scrolled, { passive: true, signal });
    addEventListener('touchmove', scrolled, { passive: true, signal });
    addEventListener('keydown', (event) => keys.has(event.key) && scrolled(), { signal });
    return () => gesture.abort();
  }, []);
}

/**
 * Sections of another edition have other heights. Returns a function to be called before the edition changes: the
 * section then at the top stays exactly where it was.
 */
function useKeepPlace(scroller: { readonly current: HTMLElement | null }, edition: Edition | null): () => void {
  const kept = useRef<{ section: string; top: number } | null>(null);

  // biome-ignore lint/correctness/useExhaustiveDependencies: runs when another edition is shown
  useLayoutEffect(() => {
    const place = kept.current;
    kept.current = null;
    const element = place && scroller.current?.querySelector(`[data-section="${CSS.escape(place.section)}"]`);
    if (element)
      scroller.current?.scrollBy({ top: element.getBoundingClientRect().top - place.top, behavior: 'instant' });
  }, [scroller, edition]);

  return () => {
    const sections = scroller.current?.querySelectorAll<HTMLElement>('[data-section]') ?? [];
    const first = [...sections].find((section) => section.getBoundingClientRect().bottom > 0);
    const current = scroller.current?.querySelector<HTMLElement>('[data-section][aria-current]');
    const top = current?.getBoundingClientRect().top ?? -1;
    const chosen = current && top >= 0 && top < innerHeight ? current : first;
    if (chosen?.dataset.section)
      kept.current = { section: chosen.dataset.section, top: chosen.getBoundingClientRect().top };
  };
}
