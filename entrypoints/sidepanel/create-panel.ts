import { i18n } from '#i18n';
import type { NoteExport, Offer, PanelModel } from '../../components/panel/panel-model.ts';
import { seekFailureText } from '../../components/shared/seek-failure.ts';
import type { SectionId } from '../../core/note/episode.ts';
import { changing, type Followed } from '../../core/session/followed.ts';
import type { SeekResult } from '../../core/session/page.ts';
import {
  emptyReader,
  isFollowing,
  type ReaderEvent,
  type ReaderPlace,
  reduceReader,
} from '../../core/session/reader.ts';
import type { Passage } from '../../core/session/reading-passage.ts';
import type { Watch } from '../../core/session/watch.ts';
import { currentSection } from '../../core/session/watched.ts';
import type { Seconds } from '../../core/time/seconds.ts';
import { correctedStart } from '../../core/timeline/corrections.ts';
import type { VideoId } from '../../core/video/video-id.ts';
import type { LibraryPort, ReadersPort } from '../../platform/ports.ts';
import { type CrashGuard, catalogNotesOf, ownNotesOf, transcriptOf } from '../../platform/watch/crash-guard.ts';
import { fading } from '../shared/fading.ts';
import { copyLink, copySection, exportNote, type Subject } from './export-note.ts';
import { keepPlaces } from './keep-places.ts';
import { sayWhenExact } from './say-when-exact.ts';

/** Timeout of a message, in milliseconds: long enough to be read twice. */
const MESSAGE_STAYS_MS = 6000;
/** Sections opened at a time: a screenful and more. */
const A_PART = 8;
/** Timeout of an undo offer, in milliseconds. */
const OFFER_STAYS_MS = 12_000;

/** The panel's own state besides the watch model: where the reader is, and the commands. */
export function createPanel(
  watch: Watch,
  passage: Followed<Passage | null>,
  guard: Pick<CrashGuard, 'forgive'>,
  readers: ReadersPort,
  library: Pick<LibraryPort, 'list'>,
): PanelModel {
  const reader = changing(emptyReader);

  const move = (event: ReaderEvent) => reader.change(reduceReader(reader.read(), event));

  const message = fading(MESSAGE_STAYS_MS, () => move({ type: 'message', message: null }));
  const back = fading(OFFER_STAYS_MS, () => move({ type: 'offer-back', offers: false }));
  const undo = fading(OFFER_STAYS_MS, () => move({ type: 'corrected', corrected: null }));

  function say(text: string | null): void {
    message.stop();
    if (text !== null) message.start();
    move({ type: 'message', message: text });
  }

  function dismiss(offer: Offer): void {
    (offer === 'back' ? back : undo).stop();
    move(offer === 'back' ? { type: 'offer-back', offers: false } : { type: 'corrected', corrected: null });
  }

  function correct(section: SectionId, start: Seconds | null): void {
    const before = correctedStart(watch.read().anchors ?? [], section);
    move({ type: 'corrected', corrected: { section, before, after: start } });
    undo.start();
    setStart(section, start).catch(() => {
      dismiss('undo');
      say(i18n.t('panel.notStored'));
    });
  }

  const setStart = (section: SectionId, start: Seconds | null) =>
    start === null ? watch.uncorrect(section) : watch.correct(section, start);

  async function report(seeking: Promise<SeekResult | null>): Promise<void> {
    const result = await seeking;
    if (result) say(result.ok ? null : seekFailureText(result.reason));
  }

  /** Reports a write that was refused: what is shown is what is stored. */
  function stored(writing: Promise<void>): void {
    writing.catch(() => say(i18n.t('panel.notStored')));
  }

  /** Said once: a place is kept with every scroll. */
  let isSaid = false;
  function notRemembered(): void {
    if (!isSaid) say(i18n.t('panel.notRemembered'));
    isSaid = true;
  }

  function take(make: (subject: Subject) => Promise<string | null>): void {
    const { videoId, edition, timeline } = watch.read();
    if (videoId && edition) void make({ videoId, edition, timeline }).then(say);
  }

  /** Reading along opens the section playing, until the reader takes over. */
  function goAlong(): void {
    const watched = watch.read();
    if (!watched.settings?.readAlong) move({ type: 'along', section: null });
    else if (isFollowing(reader.read(), watched.settings)) move({ type: 'along', section: currentSection(watched) });
  }
  watch.subscribe(goAlong);
  reader.subscribe(goAlong);

  let opening: ReturnType<typeof setTimeout> | undefined;
  /** In parts, so that the first sections do not wait for a long note's last one. */
  function openPart(sections: readonly SectionId[]): void {
    move({ type: 'open', sections: sections.slice(0, A_PART) });
    if (sections.length > A_PART) opening = setTimeout(() => openPart(sections.slice(A_PART)));
  }

  let cameFrom: Seconds | null = null;
  let sentTo: { readonly time: Seconds } | null = null;
  /** A link to a moment leads to its section, wherever the reader was the last time. */
  function arrive(): void {
    const { sentTo: to } = watch.read();
    if (to === sentTo || !reader.read().restored) return;
    sentTo = to;
    if (to !== null) move({ type: 'resume' });
  }
  watch.subscribe(() => {
    const { videoId, cameFrom: from, notRemembered: isRefused } = watch.read();
    if (isRefused) notRemembered();
    if (videoId !== reader.read().videoId) {
      for (const each of [message, back, undo]) each.stop();
      clearTimeout(opening);
      move({ type: 'video', videoId });
      if (videoId) {
        const restore = (place: ReaderPlace | null) => {
          move({ type: 'restore', videoId, place });
          arrive();
        };
        readers.read(videoId).then(restore, () => restore(null));
      }
    }
    arrive();
    if (from === cameFrom) return;
    cameFrom = from;
    if (from === null) dismiss('back');
    else {
      move({ type: 'offer-back', offers: true });
      back.start();
    }
  });
  keepPlaces(reader, readers, notRemembered);
  sayWhenExact(watch, say);

  return {
    watch,
    reader,
    passage,
    say,
    move,
    seekTo(section) {
      move({ type: 'jump' });
      void report(watch.seekTo(section));
    },
    seek: (time) => void report(watch.seek(time)),
    resume() {
      move({ type: 'resume' });
      const { settings } = watch.read();
      if (settings && !settings.follow) stored(watch.update({ follow: true }));
    },
    readAlong(on) {
      if (on) move({ type: 'resume' });
      stored(watch.update(on ? { readAlong: true, follow: true } : { readAlong: false }));
    },
    openAll(open) {
      clearTimeout(opening);
      const { edition } = watch.read();
      if (!open) move({ type: 'close-all' });
      else if (edition) openPart(edition.sections.map(({ id }) => id));
    },
    showParallel: (parallel) => stored(watch.update({ parallel })),
    showWords: (bilingual) => stored(watch.update({ bilingual })),
    tryAgain() {
      const { videoId } = watch.read();
      if (!videoId) return;
      guard.forgive(ownNotesOf(videoId));
      guard.forgive(catalogNotesOf(videoId));
      guard.forgive(transcriptOf(videoId));
    },
    forgetTranscript: () => stored(watch.forgetTranscript()),
    chooseNote: (note) => stored(watch.chooseNote(note)),
    chooseLanguage: (language) => stored(watch.chooseLanguage(language)),
    startsNow(section) {
      const { clock } = watch.read();
      if (clock) correct(section, clock.time);
    },
    correct,
    undo() {
      const { corrected } = reader.read();
      if (!corrected) return;
      dismiss('undo');
      stored(setStart(corrected.section, corrected.before));
    },
    dismiss,
    hold: (held) => {
      for (const each of [back, undo]) each.hold(held);
    },
    copyLink: (section) => take((subject) => copyLink(section, subject)),
    copySection: (section) => take((subject) => copySection(section, subject)),
    export: (what: NoteExport) => take((subject) => exportNote(what, subject)),
    openEpisode(videoId: VideoId) {
      move({ type: 'browse', browsing: false });
      void watch.open(videoId, null);
    },
    list: library.list,
  };
}
