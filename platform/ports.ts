/**
 * The contracts between the product and the outside world, grouped by who answers. Types only.
 * `entrypoints/` put real implementations from `platform/` behind them; `components/` never see them.
 */
import type { CatalogFault } from '../core/catalog/fault.ts';
import type { CatalogFacts, Subscription } from '../core/catalog/subscription.ts';
import type { LookupIndex } from '../core/glossary/build-index.ts';
import type { LookupContext, LookupResult } from '../core/glossary/lookup.ts';
import type { FoundEpisodes } from '../core/library/search-episodes.ts';
import type { Mark, MarkChange } from '../core/marks/mark.ts';
import type { Episode, EpisodeEdition, EpisodeSummary, LanguageTag, SectionId } from '../core/note/episode.ts';
import type { NoteId } from '../core/note/note-id.ts';
import type { FailedNotes, MissingNotes } from '../core/session/elsewhere.ts';
import type { NotePreference } from '../core/session/note-preference.ts';
import type { Marker, PageEvent, SeekResult } from '../core/session/page.ts';
import type { ReaderPlace } from '../core/session/reader.ts';
import type { LibraryTrouble } from '../core/session/session.ts';
import type { Kept } from '../core/settings/backup.ts';
import type { Settings } from '../core/settings/settings.ts';
import type { Seconds } from '../core/time/seconds.ts';
import type { Corrections } from '../core/timeline/corrections.ts';
import type { Remembered, RememberedOfVideo } from '../core/timeline/remembered.ts';
import type { Anchor } from '../core/timeline/timeline.ts';
import type { AskedTranslations } from '../core/transcript/asked-translations.ts';
import type { CaptionsWanted } from '../core/transcript/choose-track.ts';
import type { KeptTranscript } from '../core/transcript/kept-transcript.ts';
import type { VideoId } from '../core/video/video-id.ts';

export type { ClockReading, Marker, PageEvent, PageState, SeekResult } from '../core/session/page.ts';
export type { LibraryTrouble } from '../core/session/session.ts';
export type { KeptTranscript } from '../core/transcript/kept-transcript.ts';

export type Unsubscribe = () => void;

// ── The page of the video ───────────────────────────────────────────────────────────────────────

/** The active tab of this window, as seen from an extension page (panel, popup). */
export interface PagePort {
  /** Query and events: calls `listener` at once with the present state and then with all that happens. */
  subscribe(listener: (event: PageEvent) => void): Unsubscribe;
  /** Command: moves the player, if it still plays this very video. */
  seek(videoId: VideoId, time: Seconds): Promise<SeekResult>;
  /**
   * Command, only of the viewer's click or option: asks YouTube's player for its captions. What becomes of it is told by
   * `asking` events. False when there is no page to be asked.
   */
  askCaptions(videoId: VideoId, wanted: CaptionsWanted): boolean;
  /** Command: draws (or with an empty list removes) markers on this video's progress bar. */
  setMarkers(videoId: VideoId, markers: readonly Marker[]): void;
  /** Command: lets this video go on, or pauses it. */
  setPlaying(videoId: VideoId, playing: boolean): void;
  /** Command of a click, called before any `await`: asks the viewer to let us see YouTube's pages. */
  allow(): Promise<void>;
  /** Command: reloads the page. */
  reload(): void;
  /** Command: opens the video at that time in the active tab, keeping this one when it is the same video. */
  open(videoId: VideoId, time: Seconds | null): Promise<void>;
}

// ── The notes at hand ───────────────────────────────────────────────────────────────────────────

/** Notes of one kind: the viewer's own, those of catalogs, or bundled ones. */
export interface NoteSource {
  /** Query: what is here of a video; `null` when nothing is. */
  find(videoId: VideoId): Promise<Episode | null>;
  /** Query: everything of this kind, without the texts. */
  list(): Promise<readonly EpisodeSummary[]>;
}

/** The notes of catalogs: what is kept of them is here, the rest is at their hosts. */
export interface CatalogNotesPort extends NoteSource {
  /**
   * Query: the catalogs that have a note for the video, as far as their filters tell, which is not here; and whether it may
   * be fetched without the viewer asking for it, as in a private window it may not.
   */
  missing(videoId: VideoId): Promise<{ readonly notes: readonly MissingNotes[]; readonly mayFetch: boolean }>;
  /** Command: fetches these notes. Resolves to what failed. Nothing is kept in a private window. */
  fetch(videoId: VideoId): Promise<readonly FailedNotes[]>;
  /** Event: its notes are being read, and so among the last to go when room is needed. */
  used(videoId: VideoId): Promise<void>;
  /** Event: catalogs or their notes at hand have changed, perhaps in another window. */
  subscribe(listener: () => void): Unsubscribe;
}

/** The catalogs the viewer has subscribed to, as the library's page looks after them. */
export interface CatalogsPort {
  list(): Promise<readonly Subscription[]>;
  /** Query: what is at an address, by one request (two, when its host cannot be read), and where the viewer has it from. */
  preview(address: string): Promise<CatalogPreview>;
  /** Command; resolves to why it failed, or to `null`. */
  subscribe(facts: CatalogFacts): Promise<CatalogFault | null>;
  /** Command: asks the host for news now. */
  look(id: string): Promise<void>;
  /** Command; undone by {@link CatalogsPort.takeBack} until it is swept. */
  remove(id: string): Promise<void>;
  takeBack(id: string): Promise<void>;
  sweepRemoved(): Promise<void>;
  /** Command: moves a catalog in the order of notes. */
  move(id: string, by: -1 | 1): Promise<void>;
  /** Command: the catalog lies there from now on. Resolves to why not, or to `null`. */
  setAddress(id: string, address: string): Promise<CatalogFault | null>;
  keepAll(id: string): Promise<void>;
  pause(id: string): Promise<void>;
  /** Command: keeps only what is read, from now on. */
  keepRead(id: string): Promise<void>;
  /** Command: whether the names of all its notes are found in lookups, from now on. */
  wantNames(id: string, wanted: boolean): Promise<void>;
  titles(id: string): Promise<readonly EpisodeSummary[]>;
  /** Query: bytes that may be kept of catalogs which are not kept whole. */
  limit(): Promise<number>;
  setLimit(bytes: number): Promise<void>;
  /** Command of a page that opens: looks for news that are due, and goes on with what is being kept. */
  wake(): Promise<void>;
  /** Event: something of the list has changed, perhaps in another window. */
  subscribeTo(listener: () => void): Unsubscribe;
}

export type CatalogPreview =
  | { readonly ok: true; readonly facts: CatalogFacts; readonly presentAt: string | null }
  | { readonly ok: false; readonly fault: CatalogFault };

export interface LibraryPort {
  /** Query: what is here of a video: own notes, then those of catalogs, then bundled ones; `null` when nothing is. */
  find(videoId: VideoId): Promise<Episode | null>;
  /** Query: the catalogs that have a note for the video which is not here. */
  missing: CatalogNotesPort['missing'];
  /** Command: fetches these notes; see {@link CatalogNotesPort}. */
  fetch: CatalogNotesPort['fetch'];
  /** Query: everything at hand, without the texts. */
  list(): Promise<readonly EpisodeSummary[]>;
  /** Query: episodes by words of their titles, at most `limit`; see core/library/search-episodes.ts. */
  search(query: string, limit: number, others?: readonly string[]): Promise<FoundEpisodes>;
  /** Query: why the viewer's own notes could not be read the last time they were asked for; `null` when they could. */
  trouble(): LibraryTrouble | null;
  /** Event: notes were added, changed or removed (an edit while developing counts). */
  subscribe(listener: () => void): Unsubscribe;
}

/** What a lookup across the whole library reads: some thousand episodes can be at hand, too many to load. */
export interface NamesPort {
  /** Command: reads the indexes of stored names, so that the first query does not wait for them. */
  prepare(): void;
  /** Query: the names of all bundled editions: few enough to be held. */
  bundled(): Promise<LookupIndex>;
  /**
   * Query: what is found by name in the viewer's own notes and in those of catalogs, kept here or not, best first. At least one answer, each in the place of the one
   * before: the first has names and readings, the last also names with slips in them. After a change (see
   * {@link LibraryPort.subscribe}) it is to be asked again.
   */
  stored(query: string, context: LookupContext, signal: AbortSignal): AsyncIterable<readonly LookupResult[]>;
}

// ── What is kept for the viewer ─────────────────────────────────────────────────────────────────

export interface SettingsPort {
  read(): Promise<Settings>;
  /** Command: merges the change into what is stored. */
  update(change: Partial<Settings>): Promise<void>;
  /** Event: calls `listener` on every change, also one made elsewhere. */
  subscribe(listener: (settings: Settings) => void): Unsubscribe;
}

/**
 * "This section starts now": the viewer's corrections. They belong to a note and hold in its translations, too (see
 * core/note/shared-sections.ts). Commands reject when the browser refuses to store them, and then nothing has changed.
 * Nothing is stored in a private window.
 */
export interface AnchorsPort {
  read(videoId: VideoId): Promise<Corrections>;
  /** Command: writes down which notes corrections that name none belong to; see `assignCorrections`. */
  assign(episode: Episode): Promise<void>;
  /** Command: adds one to those of the edition's note. */
  add(episode: Episode, edition: EpisodeEdition, made: Pick<Anchor, 'section' | 'start'>): Promise<void>;
  /** Command: forgets those of a section that hold for the edition. */
  remove(episode: Episode, edition: EpisodeEdition, section: SectionId): Promise<void>;
  /** Event: corrections of a video have changed, perhaps in another window. */
  subscribe(listener: (videoId: VideoId) => void): Unsubscribe;
}

/** Which of several notes about one video in one language the viewer chose. Nothing is stored in a private window. */
export interface NoteChoicesPort {
  read(videoId: VideoId): Promise<NotePreference>;
  /** Command: remembers the choice for the video, and its folder for all others. Rejects when the browser refuses to store it. */
  choose(videoId: VideoId, note: NoteId): Promise<void>;
  /** Event: a choice was made, perhaps in another window. */
  subscribe(listener: () => void): Unsubscribe;
}

/** The language chosen by hand for a video. Nothing is stored in a private window. */
export interface LanguageChoicesPort {
  read(videoId: VideoId): Promise<LanguageTag | null>;
  choose(videoId: VideoId, language: LanguageTag): Promise<void>;
  /** Event: another page of ours chose one for this video. */
  subscribe(listener: (videoId: VideoId) => void): Unsubscribe;
}

/** Why marks cannot be read or written: no room; made by a newer Sleevenotes; the browser refuses. */
export type MarkFault = 'full' | 'newer' | 'refused';

/**
 * The viewer's marks. Commands resolve to why they could not be done, and then nothing has changed, or to `null`. Each is one
 * transaction on what is stored by then, so that of two windows neither loses a change. In a private window they live in
 * memory until the window closes. Queries reject when nothing can be read; see `markFault`.
 */
export interface MarksPort {
  /** Query: those of a video, without deleted ones, in the order of their moments. */
  byVideo(videoId: VideoId): Promise<readonly Mark[]>;
  /** Query: all, deleted ones included, in no order. */
  all(): Promise<readonly Mark[]>;
  /** Command: keeps a new mark. One that is there already is merged; see core/marks/merge-marks.ts. */
  put(mark: Mark): Promise<MarkFault | null>;
  /** Command: changes this of a mark and leaves the rest as it is stored. */
  change(id: string, change: MarkChange): Promise<MarkFault | null>;
  /** Command: brings back words and time of before the last change; again, of before the one before that. */
  undoChange(id: string): Promise<MarkFault | null>;
  /** Command; undone by {@link MarksPort.restore} until it is swept, after some weeks of use. */
  remove(id: string): Promise<MarkFault | null>;
  restore(id: string): Promise<MarkFault | null>;
  /** Command: takes in marks of a file, or on failure none, and rejects. Resolves with how to take them out again. */
  merge(marks: readonly Mark[]): Promise<() => Promise<void>>;
  /** Command: forgets all marks for good, or rejects. */
  clear(): Promise<void>;
  /** Query: whether they stay when this window closes; not in a private one. */
  isKept(): Promise<boolean>;
  /** Event: marks of these videos have changed, perhaps in another window; an empty list: of any. */
  subscribe(listener: (videos: readonly VideoId[]) => void): Unsubscribe;
}

/** Where the reader was in a video's note. Nothing is stored in a private window. */
export interface ReadersPort {
  read(videoId: VideoId): Promise<ReaderPlace | null>;
  keep(videoId: VideoId, place: ReaderPlace): Promise<void>;
}

/** Transcripts the viewer has brought, one per video. Nothing is stored in a private window. */
export interface TranscriptsPort {
  read(videoId: VideoId): Promise<KeptTranscript | null>;
  /** Command: keeps it in place of an earlier one. Rejects when the browser's storage is full, and is kept for this page only then. */
  keep(videoId: VideoId, kept: KeptTranscript): Promise<void>;
  forget(videoId: VideoId): Promise<void>;
  /** Event: what is kept for a video has changed, perhaps in another window. */
  subscribe(listener: (videoId: VideoId) => void): Unsubscribe;
}

/**
 * Section starts that came from a transcript, by video and note, so that they are there at once the next time. At most some
 * hundred videos. Nothing is stored in a private window.
 */
export interface RememberedTimesPort {
  read(videoId: VideoId): Promise<RememberedOfVideo>;
  keep(videoId: VideoId, note: NoteId, remembered: Remembered): Promise<void>;
  /** Command: forgets what no longer holds. */
  drop(videoId: VideoId, note: NoteId): Promise<void>;
  /** Query: of how many videos. */
  count(): Promise<number>;
  /** Query: translations of the video's captions that YouTube was asked for. */
  translations(videoId: VideoId): Promise<AskedTranslations>;
  /** Command: keeps that one was asked for now. */
  keepTranslation(videoId: VideoId, language: LanguageTag): Promise<void>;
  /** Command: forgets all of these. */
  forgetAll(): Promise<void>;
  /** Event: something is remembered or forgotten. */
  subscribe(listener: () => void): Unsubscribe;
}

/** The terms looked up last, newest first. Nothing is stored in a private window. */
export interface RecentsPort {
  read(): Promise<readonly RecentLookup[]>;
  add(lookup: RecentLookup): Promise<void>;
  clear(): Promise<void>;
}

/** All that is kept for the viewer besides their own notes. */
export interface BackupPort {
  read(): Promise<Kept>;
  /**
   * Command: puts this in place of what is kept, or on failure leaves everything as it was and rejects. Marks are merged: a
   * window may have made some since. Resolves with how to put back what was replaced.
   */
  write(kept: Kept): Promise<() => Promise<void>>;
  /**
   * Command: removes all that is kept besides the viewer's own notes, transcripts too, or on failure leaves everything as it
   * was and rejects. Resolves with how to put all of it back.
   */
  reset(): Promise<() => Promise<void>>;
}

/** The browser's own keyboard shortcuts, which only the browser can change. */
export interface ShortcutsPort {
  /** Query: the shortcut of each command as the browser writes it, e.g. `Alt+Shift+S`; empty when it has none. */
  read(): Promise<{ readonly panel: string; readonly lookup: string }>;
  /** Command: opens the browser's page for them; false where a page may not, and only the viewer can. */
  change(): Promise<boolean>;
}

export interface RecentLookup {
  readonly term: string;
  /** Of the term; absent in those that earlier versions stored. */
  readonly language?: LanguageTag | undefined;
  readonly videoId: VideoId;
  readonly entryId: string;
}
