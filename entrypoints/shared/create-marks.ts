import { i18n } from '#i18n';
import { type MarksModel, type MarksState, NO_MARKS } from '../../components/marks/marks-model.ts';
import { compareMarks, cutText, heardBetween, type Mark, momentBefore, newMark, type Quote } from '../../core/marks/mark.ts';
import { passageMoment } from '../../core/marks/passage-moment.ts';
import { placeByQuotes } from '../../core/marks/place-by-quotes.ts';
import { marksBetween } from '../../core/marks/place-marks.ts';
import { noteKey } from '../../core/note/note-id.ts';
import { changing } from '../../core/session/followed.ts';
import type { Watch } from '../../core/session/watch.ts';
import { type Watched, needsAligner } from '../../core/session/watched.ts';
import { defaultSettings } from '../../core/settings/migrations.ts';
import type { Seconds } from '../../core/time/seconds.ts';
import { formatClock } from '../../core/time/clock-text.ts';
import { locate } from '../../core/timeline/locate.ts';
import { type Timeline, timeOf } from '../../core/timeline/timeline.ts';
import type { Transcript } from '../../core/transcript/cue.ts';
import { shortAddress } from '../../core/video/video-address.ts';
import type { MarkFault, MarksPort, PagePort } from '../../platform/ports.ts';
import { fading } from './fading.ts';

/** Timeout of the offer to take a deletion back, in milliseconds. */
const OFFER_STAYS_MS = 12_000;
/** How long the viewer rests from typing before the words are stored, in milliseconds. */
const RESTS_MS = 400;
const NOT_MOVED: ReadonlyMap<string, Seconds> = new Map();
/** Characters of a mark's words beside its marker. */
const MARKER_TITLE = 200;

export interface MarksServices {
  readonly watch: Watch;
  readonly port: MarksPort;
  readonly page: Pick<PagePort, 'subscribe' | 'setPlaying'>;
  readonly say: (text: string) => void;
  /** Answers the page's key and draws markers; of the pages beside a video only the panel does. */
  readonly drivesPage: boolean;
}

export function createMarks({ watch, port, page, say, drivesPage }: MarksServices): MarksModel {
  const state = changing<MarksState>(NO_MARKS);
  const change = (to: Partial<MarksState>) => state.change({ ...state.read(), ...to });
  const offer = fading(OFFER_STAYS_MS, () => change({ removed: null }));
  const settings = () => watch.read().settings ?? defaultSettings;
  const told = (doing: Promise<MarkFault | null>) => doing.then((fault) => fault && say(i18n.t(`mark.fault.${fault}`)));

  // ── What there is ─────────────────────────────────────────────────────────────────────────────

  /** As they are stored. */
  let stored: readonly Mark[] = [];
  let reads = 0;
  async function read(): Promise<void> {
    const { videoId } = watch.read();
    reads += 1;
    const mine = reads;
    // Without its storage a video has no marks; the note is still shown.
    const marks = videoId ? await port.byVideo(videoId).catch(() => []) : [];
    if (mine !== reads || videoId !== watch.read().videoId) return;
    stored = marks;
    place();
    complete();
  }

  let placedBy: readonly unknown[] = [];
  /** Where they are in the video as it is now, and in the note. */
  function place(): void {
    const watched = watch.read();
    const { timeline, edition } = watched;
    const transcript = transcriptOf(watched);
    const causes = [stored, transcript, timeline, edition];
    if (causes.every((cause, at) => cause === placedBy[at])) return;
    placedBy = causes;
    const moved = transcript ? placeByQuotes(stored, transcript.cues) : NOT_MOVED;
    const marks =
      moved.size === 0
        ? stored
        : stored.map((mark) => ({ ...mark, at: moved.get(mark.id) ?? mark.at })).sort(compareMarks);
    change({ marks, placed: edition && timeline ? placedIn(marks, timeline) : NO_MARKS.placed });
    drawMarkers();
  }

  function look(): void {
    const watched = watch.read();
    const { videoId } = watched;
    if (videoId !== state.read().videoId) {
      answer(true);
      offer.stop();
      stored = [];
      change({ ...NO_MARKS, isKept: state.read().isKept, videoId });
      void read();
    }
    place();
    drawMarkers();
    complete();
  }

  let drawn = '';
  /** A page on which nothing was drawn is not told to draw nothing. */
  function drawMarkers(): void {
    const { videoId, marks } = state.read();
    if (!drivesPage || !videoId) return;
    const shown = settings().markMarkers ? marks : [];
    const markers = shown.map(({ at, words, quote }) => ({
      start: at,
      title: cutText(words || quote?.text || formatClock(at), MARKER_TITLE),
      kind: 'mark' as const,
    }));
    const text = JSON.stringify([videoId, markers]);
    if (text === drawn || (markers.length === 0 && !drawn.includes(videoId))) return;
    drawn = text;
    watch.showMarks(videoId, markers);
  }

  /** Marks that were made while no page of ours knew the note get their section and what is heard there. */
  const completed = new Set<string>();
  function complete(): void {
    const watched = watch.read();
    const { edition, timeline, evidence, candidates, aligned, kept } = watched;
    const isKnown = edition && timeline && evidence && kept !== undefined;
    if (!drivesPage || !isKnown || (!aligned && candidates.some(needsAligner))) return;
    for (const mark of stored) {
      if (mark.section || mark.quote || completed.has(mark.id)) continue;
      completed.add(mark.id);
      const section = sectionAt(watched, mark.at);
      if (!section) continue;
      const quote = heardAt(watched, mark.at, mark.at + settings().markBack);
      // Whatever is written meanwhile is later, and counts.
      void port.put({ ...mark, section, quote, changed: mark.changed + 1 });
    }
  }

  // ── Making marks ──────────────────────────────────────────────────────────────────────────────

  function make(at: Seconds, quote: Quote | null, id: string = crypto.randomUUID()): void {
    const watched = watch.read();
    const { videoId, page: shown, edition } = watched;
    if (!videoId) return;
    answer(true);
    const videoTitle = (shown?.kind === 'video' ? shown.title : null) ?? edition?.title ?? '';
    const section = sectionAt(watched, at);
    const mark = newMark({ id, video: videoId, videoTitle, at, words: '', quote, section, now: Date.now() });
    change({ asked: mark });
    void told(port.put(mark));
  }

  function makeAt(time: Seconds, rate: number, id?: string): void {
    const at = momentBefore(time, settings().markBack, rate);
    make(at, heardAt(watch.read(), at, time), id);
  }

  // ── Words ─────────────────────────────────────────────────────────────────────────────────────

  let typed: string | null = null;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let hasPaused = false;

  function save(): void {
    clearTimeout(timer);
    const { asked } = state.read();
    if (typed === null || !asked) return;
    void told(port.change(asked.id, { words: typed }));
    typed = null;
  }

  function write(words: string): void {
    const { videoId, clock } = watch.read();
    typed = words;
    clearTimeout(timer);
    timer = setTimeout(save, RESTS_MS);
    if (!settings().markPauses || hasPaused || !videoId || !clock?.playing) return;
    hasPaused = true;
    page.setPlaying(videoId, false);
  }

  function answer(keeps: boolean): void {
    const { asked, videoId } = state.read();
    if (!asked) return;
    // What was typed may be stored already.
    if (!keeps) typed = '';
    save();
    if (hasPaused && videoId) page.setPlaying(videoId, true);
    hasPaused = false;
    change({ asked: null });
  }

  // ── Life ──────────────────────────────────────────────────────────────────────────────────────

  void port.isKept().then((isKept) => change({ isKept }));
  port.subscribe((videos) => {
    const { videoId } = watch.read();
    if (videos.length === 0 || (videoId && videos.includes(videoId))) void read();
  });
  watch.subscribe(look);
  look();
  if (drivesPage)
    page.subscribe((event) => {
      if (event.type === 'mark' && event.videoId === watch.read().videoId) makeAt(event.time, event.rate, event.id);
    });

  return {
    read: state.read,
    subscribe: state.subscribe,
    markNow() {
      const { clock } = watch.read();
      if (clock) makeAt(clock.time, clock.rate);
      else say(i18n.t('panel.seekFailure.noPlayer'));
    },
    keepPassage(section, block, text) {
      const { edition, timeline, clock } = watch.read();
      const at = edition && passageMoment(edition, timeline, section, block);
      make(at ?? clock?.time ?? 0, { kind: 'note', text });
    },
    keepTerm({ term, definition, explainedIn, mentionedIn }) {
      const { timeline, clock, position } = watch.read();
      const section = explainedIn ?? mentionedIn[0] ?? null;
      const text = [term, definition.replaceAll('\n', ' ')].filter(Boolean).join(': ');
      const isPlaying = position !== null && mentionedIn.concat(explainedIn ?? []).includes(position.section);
      const start = isPlaying || section === null ? clock?.time : timeOf(timeline, section)?.start;
      make(start ?? clock?.time ?? 0, { kind: 'term', text });
    },
    write,
    answer,
    change: (id, to) => void told(port.change(id, to)),
    moveToNow(id) {
      const { clock } = watch.read();
      if (clock) void told(port.change(id, { at: clock.time }));
    },
    remove(id) {
      const removed = state.read().marks.find((mark) => mark.id === id);
      if (!removed) return;
      change({ removed });
      offer.start();
      void told(port.remove(id));
    },
    takeBack() {
      const { removed } = state.read();
      offer.stop();
      change({ removed: null });
      if (removed) void told(port.restore(removed.id));
    },
    dismiss() {
      offer.stop();
      change({ removed: null });
    },
    hold: offer.hold,
    copyLink(mark) {
      navigator.clipboard.writeText(shortAddress(mark.video, mark.at)).then(
        () => say(i18n.t('mark.copiedLink')),
        () => say(i18n.t('panel.notCopied')),
      );
    },
  };
}

/** The section that a moment lies in, as a mark keeps it. */
function sectionAt({ edition, timeline }: Watched, at: Seconds): Mark['section'] {
  const found = timeline && locate(timeline, at);
  const section = found && edition?.sections[found.index];
  return edition && section ? { note: noteKey(edition.note), id: section.id, title: section.title } : null;
}

/** What is heard from one moment to another, where a transcript is at hand. */
function heardAt(watched: Watched, from: Seconds, to: Seconds): Quote | null {
  const transcript = transcriptOf(watched);
  const text = transcript ? heardBetween(transcript.cues, from, to) : '';
  return text === '' ? null : { kind: 'caption', text };
}

/** The transcript at hand: the viewer's own, else the one that explains the note best, else the page's. */
const transcriptOf = ({ kept, known, evidence }: Watched): Transcript | null =>
  kept?.transcript ?? known.transcript ?? evidence?.transcript ?? null;

/** By the section they lie in. */
function placedIn(marks: readonly Mark[], { sections }: Timeline): MarksState['placed'] {
  const between = marksBetween(
    marks,
    sections.map(({ start }) => start),
  );
  const names = ['', ...sections.map(({ section }) => section)];
  return new Map(names.flatMap((name, at) => ((between[at] ?? []).length > 0 ? [[name, between[at] ?? []]] : [])));
}
