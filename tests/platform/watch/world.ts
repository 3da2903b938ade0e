import type { Episode, EpisodeEdition, LanguageTag } from '../../../core/note/episode.ts';
import { noteKey } from '../../../core/note/note-id.ts';
import type { FailedNotes, MissingNotes } from '../../../core/session/elsewhere.ts';
import { NO_PREFERENCE, type NotePreference } from '../../../core/session/note-preference.ts';
import type { PageEvent, SeekResult } from '../../../core/session/page.ts';
import type { Watch } from '../../../core/session/watch.ts';
import { defaultSettings } from '../../../core/settings/migrations.ts';
import type { Settings } from '../../../core/settings/settings.ts';
import {
  type Corrections,
  NO_CORRECTIONS,
  withCorrection,
  withoutSection,
} from '../../../core/timeline/corrections.ts';
import type { RememberedOfVideo } from '../../../core/timeline/remembered.ts';
import type { Evidence } from '../../../core/timeline/timeline.ts';
import type { AskedTranslations } from '../../../core/transcript/asked-translations.ts';
import type { KeptTranscript } from '../../../core/transcript/kept-transcript.ts';
import { toVideoId, type VideoId } from '../../../core/video/video-id.ts';
import { createAligner } from '../../../platform/align/aligner.ts';
import type { Marker, PagePort } from '../../../platform/ports.ts';
import { createWatch } from '../../../platform/watch/create-watch.ts';
import { editionOf } from '../../core/export/made-up.ts';

export const VIDEO = toVideoId('v0gjI__RyCY') as VideoId;
export const OTHER = toVideoId('noNoteHere1') as VideoId;

/** Words that no other section has. */
const SYLLABLES = ['ka', 'lo', 'mi', 'nu', 'pe', 'ra', 'so', 'ti', 'vu', 'zo'];
const wordAt = (i: number) => [i % 10, (i / 10) % 10, i / 100].map((digit) => SYLLABLES[Math.floor(digit)]).join('');
const wordsOf = (at: number) => Array.from({ length: 160 }, (_, i) => wordAt(at * 200 + i)).join(' ');

export const EDITION: EpisodeEdition = {
  note: { origin: 'own', source: 'folder:talks', path: 'clocks.md' },
  ...editionOf(['One', 'Two', 'Three'].map((title, at) => `### ${title}\n\n${wordsOf(at)}\n`).join('\n'), 'lang: en\n'),
};
export const EPISODE: Episode = { videoId: VIDEO, revision: 'r1', editions: [EDITION] };

/** All that was promised by now has been answered. */
export const answered = () => new Promise((done) => setTimeout(done, 5));

/** A question that is answered when the test wants it to be. */
export interface Question<T> {
  readonly videoId: VideoId;
  resolve(answer: T): void;
  reject(reason: unknown): void;
}

function asking<T>(): { readonly asked: Question<T>[]; ask(videoId: VideoId): Promise<T> } {
  const asked: Question<T>[] = [];
  return {
    asked,
    ask: (videoId) => new Promise((resolve, reject) => asked.push({ videoId, resolve, reject })),
  };
}

/** A tab, a library and storage that say what the test lets them say, when it lets them; and the watch model beside them. */
export function world({
  drivesPage = true,
  remembered: before = {} as RememberedOfVideo,
  translations = {} as AskedTranslations,
} = {}) {
  let remembered = before;
  let translated = translations;
  const captionsAsked: { readonly videoId: VideoId; readonly translate: boolean }[] = [];
  let libraryChanged = () => {};
  let settingsChanged: (settings: Settings) => void = () => {};
  let transcriptChanged: (videoId: VideoId) => void = () => {};
  const episodes = asking<Episode | null>();
  const missing = asking<{ readonly notes: readonly MissingNotes[]; readonly mayFetch: boolean }>();
  const fetches = asking<readonly FailedNotes[]>();
  const anchors = asking<Corrections>();
  const preferences = asking<NotePreference>();
  const transcripts = asking<KeptTranscript | null>();
  const languages = asking<LanguageTag | null>();
  const chosen: (readonly [VideoId, LanguageTag])[] = [];
  let stored: Corrections = NO_CORRECTIONS;
  const written: { readonly videoId: VideoId; readonly section: string; readonly start: number }[] = [];
  let anchorsChanged: (videoId: VideoId) => void = () => {};
  let languageChanged: (videoId: VideoId) => void = () => {};
  const sought: { readonly videoId: VideoId; readonly time: number }[] = [];
  const drawn: (readonly Marker[])[] = [];
  const played: { readonly videoId: VideoId; readonly playing: boolean }[] = [];
  const subscribed = { page: 0 };
  const settings = asking<Settings>();
  const answer: { seek: SeekResult; full: boolean } = { seek: { ok: true, time: 0 }, full: false };
  const listeners = new Set<(event: PageEvent) => void>();
  const tell = (event: PageEvent) => {
    for (const listener of [...listeners]) listener(event);
  };
  const page: PagePort = {
    subscribe(listener) {
      subscribed.page += 1;
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
    async seek(videoId, time) {
      sought.push({ videoId, time });
      return answer.seek;
    },
    askCaptions(videoId, wanted) {
      captionsAsked.push({ videoId, ...wanted });
      return true;
    },
    setMarkers: (_, markers) => void drawn.push(markers),
    setPlaying: (videoId, playing) => void played.push({ videoId, playing }),
    allow: async () => {},
    reload: () => {},
    open: async () => {},
  };
  const watch: Watch = createWatch({
    page,
    library: {
      find: episodes.ask,
      missing: missing.ask,
      fetch: fetches.ask,
      list: async () => [],
      search: async () => ({ episodes: [], total: 0 }),
      trouble: () => null,
      subscribe(listener) {
        libraryChanged = listener;
        return () => {};
      },
    },
    settings: {
      read: () => settings.ask(VIDEO),
      async update(change) {
        // Browsers store later.
        await Promise.resolve();
        settingsChanged({ ...(watch.read().settings ?? defaultSettings), ...change });
      },
      subscribe(listener) {
        settingsChanged = listener;
        return () => {};
      },
    },
    anchors: {
      read: (videoId) => (stored === NO_CORRECTIONS ? anchors.ask(videoId) : Promise.resolve(stored)),
      assign: async () => {},
      async add({ videoId }, { note }, made) {
        if (answer.full) throw new Error('QUOTA_BYTES quota exceeded');
        written.push({ videoId, ...made });
        stored = withCorrection(stored, noteKey(note), made, written.length);
      },
      async remove(_, { note }, section) {
        stored = withoutSection(stored, [noteKey(note)], section);
      },
      subscribe(listener) {
        anchorsChanged = listener;
        return () => {};
      },
    },
    choices: {
      read: preferences.ask,
      choose: async () => {},
      subscribe: () => () => {},
    },
    transcripts: {
      read: transcripts.ask,
      keep: async (videoId) => transcriptChanged(videoId),
      forget: async (videoId) => transcriptChanged(videoId),
      subscribe(listener) {
        transcriptChanged = listener;
        return () => {};
      },
    },
    languages: {
      read: languages.ask,
      async choose(videoId, language) {
        if (answer.full) throw new Error('QUOTA_BYTES quota exceeded');
        chosen.push([videoId, language]);
      },
      subscribe(listener) {
        languageChanged = listener;
        return () => {};
      },
    },
    times: {
      read: async () => remembered,
      keep: async (_, note, made) => {
        if (answer.full) throw new Error('QUOTA_BYTES quota exceeded');
        remembered = { ...remembered, [noteKey(note)]: made };
      },
      drop: async (_, note) => {
        const { [noteKey(note)]: __, ...others } = remembered;
        remembered = others;
      },
      translations: async () => translated,
      keepTranslation: async (_, language) => {
        translated = { ...translated, [language]: Date.now() };
      },
      count: async () => 1,
      forgetAll: async () => {},
      subscribe: () => () => {},
    },
    aligner: createAligner(),
    drivesPage,
  });
  const made = {
    watch,
    episodes: episodes.asked,
    missing: missing.asked,
    fetches: fetches.asked,
    anchors: anchors.asked,
    preferences: preferences.asked,
    /** Another panel has corrected something. */
    correctElsewhere(videoId: VideoId, corrections: Corrections) {
      stored = corrections;
      anchorsChanged(videoId);
    },
    /** A language was stored, here or in another panel. */
    chooseElsewhere: (videoId: VideoId) => languageChanged(videoId),
    transcripts: transcripts.asked,
    languages: languages.asked,
    chosen,
    written,
    captionsAsked,
    /** What is kept for the next visit. */
    remembered: () => remembered,
    translations: () => translated,
    sought,
    drawn,
    played,
    page,
    subscribed,
    settings: {
      resolve: (read: Settings) => settings.asked[0]?.resolve(read),
      reject: (reason: unknown) => settings.asked[0]?.reject(reason),
    },
    answer,
    changeLibrary: () => libraryChanged(),
    changeSettings: (to: Settings) => settingsChanged(to),
    tell,
    shows: (videoId: VideoId) => tell({ type: 'page', page: { kind: 'video', videoId, title: null } }),
    plays(time: number, videoId = VIDEO) {
      const reading = { videoId, time, duration: 600, playing: true, rate: 1, ad: false, live: false };
      tell({ type: 'clock', reading });
    },
    /** Everything about the first video is there. */
    async ready(kept: Corrections = NO_CORRECTIONS, evidence: Partial<Evidence> = {}) {
      made.settings.resolve(defaultSettings);
      made.shows(VIDEO);
      episodes.asked[0]?.resolve(EPISODE);
      anchors.asked[0]?.resolve(kept);
      preferences.asked[0]?.resolve(NO_PREFERENCE);
      transcripts.asked[0]?.resolve(null);
      languages.asked[0]?.resolve(null);
      const none = { duration: 600, chapters: [], chapterOrigin: 'unknown', transcript: null } as const;
      tell({ type: 'evidence', videoId: VIDEO, evidence: { ...none, ...evidence } });
      made.plays(10);
      await answered();
    },
  };
  return made;
}
