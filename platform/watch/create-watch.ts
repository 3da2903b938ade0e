import type { Episode, EpisodeEdition, LanguageTag } from '../../core/note/episode.ts';
import { noteKey } from '../../core/note/note-id.ts';
import { notesWithSameSections } from '../../core/note/shared-sections.ts';
import type { Elsewhere, MissingNotes } from '../../core/session/elsewhere.ts';
import { changing } from '../../core/session/followed.ts';
import { sectionMarkers } from '../../core/session/markers.ts';
import { NO_PREFERENCE, withChoice } from '../../core/session/note-preference.ts';
import type { Marker, SeekResult } from '../../core/session/page.ts';
import { emptySession, reduceSession, type SessionEvent } from '../../core/session/session.ts';
import type { Watch } from '../../core/session/watch.ts';
import { alignmentInputs, type Watched, watched } from '../../core/session/watched.ts';
import { withHabit } from '../../core/settings/browser-languages.ts';
import { defaultSettings } from '../../core/settings/migrations.ts';
import type { Settings } from '../../core/settings/settings.ts';
import type { Seconds } from '../../core/time/seconds.ts';
import {
  assignCorrections,
  type Corrections,
  NO_CORRECTIONS,
  withCorrection,
  withoutSection,
} from '../../core/timeline/corrections.ts';
import { step } from '../../core/timeline/step.ts';
import { timeOf } from '../../core/timeline/timeline.ts';
import type { VideoId } from '../../core/video/video-id.ts';
import type { Aligner } from '../align/aligner.ts';
import { MOST_MARKERS } from '../messaging/page-messages.ts';
import type {
  AnchorsPort,
  LanguageChoicesPort,
  LibraryPort,
  NoteChoicesPort,
  PageEvent,
  PagePort,
  RememberedTimesPort,
  SettingsPort,
  TranscriptsPort,
} from '../ports.ts';
import { alignBest } from './align-best.ts';
import { createExactTimes } from './exact-times.ts';
import { storedChoice } from './stored-choice.ts';
import { tellTimes } from './tell-times.ts';

export interface WatchServices {
  readonly page: PagePort;
  readonly library: LibraryPort;
  readonly settings: SettingsPort;
  readonly anchors: AnchorsPort;
  readonly choices: NoteChoicesPort;
  readonly transcripts: TranscriptsPort;
  readonly languages: LanguageChoicesPort;
  readonly times: RememberedTimesPort;
  readonly aligner: Aligner;
  /** Draws the markers on the page and answers its keys. Of the pages beside a video only the panel does. */
  readonly drivesPage: boolean;
}

/**
 * Keeps the session of the active tab's video up to date for as long as our page is open, and acts on it. Every answer
 * names its video, so that the session can drop late ones.
 */
export function createWatch(services: WatchServices): Watch {
  const { page, library, settings, anchors, choices, transcripts, languages, times, aligner, drivesPage } = services;
  const state = changing<Watched>(watched(emptySession, null));
  const exact = createExactTimes({ page, times, read: state.read, dispatch, drivesPage });
  let finds = 0;
  let alignments = 0;
  /** The viewer's marks, as they are drawn on the bar of one video. */
  let marked: { readonly videoId: VideoId; readonly markers: readonly Marker[] } | null = null;

  function dispatch(event: SessionEvent): void {
    const before = state.read();
    const session = reduceSession(before, event);
    if (session === before) return;
    const after = watched(session, before);
    state.change(after);
    act(before, after);
  }

  /** Requests and drawing that a change makes necessary. */
  function act(before: Watched, after: Watched): void {
    if (after.videoId !== before.videoId && after.videoId) {
      void find(after.videoId);
      void lookElsewhere(after.videoId);
      corrected.read(after.videoId);
      preferred.read(after.videoId);
      readTranscript(after.videoId);
      spoken.read(after.videoId);
      exact.recall(after.videoId);
    }
    assign(before, after);
    align(before, after);
    if (drivesPage) drawMarkers(before, after);
    exact.act(before, after);
  }

  // ── Requests ──────────────────────────────────────────────────────────────────────────────────

  function find(videoId: VideoId): Promise<unknown> {
    finds += 1;
    const mine = finds;
    return library.find(videoId).then(
      // An answer from before the library's last change may arrive after the newer one.
      (episode) => mine === finds && dispatch({ type: 'episode', videoId, episode, trouble: library.trouble() }),
      (reason: unknown) => mine === finds && dispatch({ type: 'failure', videoId, reason }),
    );
  }

  /** Fetches what catalogs have for the video and is not here; in a private window only when the viewer asks for it. */
  async function lookElsewhere(videoId: VideoId): Promise<void> {
    const { notes, mayFetch } = await library.missing(videoId);
    if (notes.length === 0) dispatch({ type: 'elsewhere', videoId, elsewhere: { state: 'nothing' } });
    else if (!mayFetch) dispatch({ type: 'elsewhere', videoId, elsewhere: { state: 'asks', missing: notes } });
    else await fetchNotes(videoId, notes);
  }

  async function fetchNotes(videoId: VideoId, missing: readonly MissingNotes[]): Promise<void> {
    dispatch({ type: 'elsewhere', videoId, elsewhere: { state: 'fetching', missing } });
    const failures = await library.fetch(videoId);
    if (videoId !== state.read().videoId) return;
    await find(videoId);
    const elsewhere: Elsewhere = failures.length > 0 ? { state: 'failed', failures } : { state: 'nothing' };
    dispatch({ type: 'elsewhere', videoId, elsewhere });
  }

  // If storage fails, a video has no corrections and no transcript; the note is still shown.
  const corrected = storedChoice(anchors.read, NO_CORRECTIONS, (videoId, corrections) =>
    dispatch({ type: 'corrections', videoId, corrections }),
  );
  const preferred = storedChoice(choices.read, NO_PREFERENCE, (videoId, preference) =>
    dispatch({ type: 'preference', videoId, preference }),
  );
  const spoken = storedChoice(languages.read, null, (videoId, language) =>
    dispatch({ type: 'language', videoId, language }),
  );

  /** Assigns corrections that name no note as soon as the notes are known, before a note added later can have the same sections. */
  function assign(before: Watched, { episode, corrections }: Watched): void {
    if (!episode || !corrections || (before.episode === episode && before.corrections === corrections)) return;
    const { unassigned } = assignCorrections(corrections, episode);
    // If it cannot be stored, it is computed again the next time.
    if (unassigned.length < corrections.unassigned.length) anchors.assign(episode).catch(() => undefined);
  }

  function readTranscript(videoId: VideoId): void {
    transcripts.read(videoId).then(
      (kept) => dispatch({ type: 'kept', videoId, kept }),
      () => dispatch({ type: 'kept', videoId, kept: null }),
    );
  }

  function align(before: Watched, after: Watched): void {
    const inputs = alignmentInputs(after);
    const last = alignmentInputs(before);
    if (inputs === null) {
      alignments += 1;
      return;
    }
    const { videoId, episode, edition, candidates } = inputs;
    const isSame =
      last?.videoId === videoId &&
      last.edition === edition &&
      last.episode.revision === episode.revision &&
      last.candidates === candidates &&
      last.anchors === inputs.anchors;
    if (isSame) return;
    alignments += 1;
    const mine = alignments;
    alignBest(aligner, inputs).then(
      (aligned) => mine === alignments && aligned && dispatch({ type: 'aligned', videoId, aligned }),
      // The aligner was destroyed with the page, or its worker failed: the quick timeline stays.
      () => {},
    );
  }

  // ── The page ──────────────────────────────────────────────────────────────────────────────────

  function drawMarkers(before: Watched, after: Watched): void {
    const { videoId, timeline, edition, settings: chosen } = after;
    if (!videoId || !timeline || !edition || !chosen) return;
    const isSame =
      before.timeline === timeline && before.edition === edition && before.settings?.markers === chosen.markers;
    if (!isSame) setMarkers(videoId, after);
  }

  function setMarkers(videoId: VideoId, { timeline, edition, settings: chosen }: Watched): void {
    const marks = marked?.videoId === videoId ? marked.markers.slice(0, MOST_MARKERS / 2) : [];
    const most = MOST_MARKERS - marks.length;
    const sections = chosen?.markers && timeline && edition ? sectionMarkers(timeline, edition, most) : [];
    page.setMarkers(videoId, [...sections, ...marks]);
  }

  async function seek(time: Seconds): Promise<SeekResult | null> {
    const { videoId, clock } = state.read();
    if (!videoId) return null;
    const result = await page.seek(videoId, time);
    if (result.ok && clock) dispatch({ type: 'jumped', videoId, from: clock.time });
    return result;
  }

  function stepBy(by: 1 | -1): void {
    const { timeline, clock } = state.read();
    const time = timeline && clock ? step(timeline, clock.time, by) : null;
    if (time !== null) void seek(time);
  }

  function hear(event: PageEvent): void {
    if (event.type === 'step') {
      if (drivesPage) stepBy(event.by);
    } else if (event.type !== 'mark') dispatch(event);
  }

  // ── Choices, each shown before it is stored ───────────────────────────────────────────────────

  /** Changes the corrections of the note shown. `anchors` does the same to what is stored by now. */
  async function changeCorrections(
    change: (corrections: Corrections, episode: Episode, edition: EpisodeEdition) => Corrections,
    store: (episode: Episode, edition: EpisodeEdition) => Promise<void>,
  ): Promise<void> {
    const { videoId, episode, edition, corrections } = state.read();
    if (!videoId || !episode || !edition) return;
    const storing = corrected.store(videoId, () => store(episode, edition));
    if (corrections) {
      const changed = change(assignCorrections(corrections, episode), episode, edition);
      dispatch({ type: 'corrections', videoId, corrections: changed });
    }
    await storing;
  }

  /** For this video, and as a habit for others. */
  async function storeLanguage(videoId: VideoId, language: LanguageTag): Promise<void> {
    const order = state.read().settings?.languages ?? [];
    const wanted = withHabit(order, language);
    if (wanted !== order) await settings.update({ languages: wanted });
    await languages.choose(videoId, language);
  }

  // ── Life ──────────────────────────────────────────────────────────────────────────────────────

  const firstSettings = (read: Settings) => state.read().settings ?? dispatch({ type: 'settings', settings: read });
  // If the settings cannot be read, use the defaults.
  settings.read().then(firstSettings, () => firstSettings(defaultSettings));
  settings.subscribe((changed) => dispatch({ type: 'settings', settings: changed }));
  library.subscribe(() => {
    const { videoId } = state.read();
    if (videoId) void find(videoId);
  });
  anchors.subscribe((videoId) => videoId === state.read().videoId && corrected.read(videoId));
  choices.subscribe(() => {
    const { videoId } = state.read();
    if (videoId) preferred.read(videoId);
  });
  languages.subscribe((videoId) => videoId === state.read().videoId && spoken.read(videoId));
  transcripts.subscribe((videoId) => videoId === state.read().videoId && readTranscript(videoId));
  page.subscribe(hear);

  return {
    read: state.read,
    subscribe: state.subscribe,
    seek,
    async seekTo(section) {
      const time = timeOf(state.read().timeline, section);
      return time ? seek(time.start) : null;
    },
    async back() {
      const { videoId, cameFrom } = state.read();
      dispatch({ type: 'returned' });
      if (cameFrom !== null && videoId) await page.seek(videoId, cameFrom);
    },
    correct(section, start) {
      const made = { section, start: Math.max(0, start) };
      return changeCorrections(
        (corrections, _, { note }) => withCorrection(corrections, noteKey(note), made, Date.now()),
        (episode, edition) => anchors.add(episode, edition, made),
      );
    },
    uncorrect: (section) =>
      changeCorrections(
        (corrections, episode, edition) =>
          withoutSection(corrections, notesWithSameSections(episode, edition), section),
        (episode, edition) => anchors.remove(episode, edition, section),
      ),
    async chooseLanguage(language) {
      const { videoId, settings: chosen } = state.read();
      if (!videoId || !chosen) return;
      const storing = spoken.store(videoId, () => storeLanguage(videoId, language));
      dispatch({ type: 'language', videoId, language });
      await storing;
    },
    async chooseNote(note) {
      const { videoId, preference } = state.read();
      if (!videoId) return;
      const storing = preferred.store(videoId, () => choices.choose(videoId, note));
      if (preference) dispatch({ type: 'preference', videoId, preference: withChoice(preference, note) });
      await storing;
    },
    update: settings.update,
    showMarks(videoId, markers) {
      marked = { videoId, markers };
      if (drivesPage && videoId === state.read().videoId) setMarkers(videoId, state.read());
    },
    keepTranscript: (videoId, kept) =>
      transcripts.keep(videoId, kept).then(
        () => true,
        () => false,
      ),
    async forgetTranscript() {
      const { videoId } = state.read();
      if (videoId) await transcripts.forget(videoId);
    },
    async fetchNotes() {
      const { videoId } = state.read();
      if (videoId) await fetchNotes(videoId, (await library.missing(videoId)).notes);
    },
    makeExact: exact.ask,
    open: (videoId, time) => page.open(videoId, time),
    reload: () => page.reload(),
    allow: () => page.allow(),
    timesOf: (episode, edition, tell) => tellTimes({ anchors, times, aligner }, state.read(), episode, edition, tell),
  };
}
