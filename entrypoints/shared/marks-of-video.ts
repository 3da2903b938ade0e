import { type MarksState, NO_MARKS } from '../../components/marks/marks-model.ts';
import { inParts } from '../../components/shared/in-parts.ts';
import { changedMark, compareMarks, cutText, type Mark, type MarkChange } from '../../core/marks/mark.ts';
import { placeByQuotes } from '../../core/marks/place-by-quotes.ts';
import type { Placed } from '../../core/marks/place-marks.ts';
import { heardAt, marksBySection, sectionAt, transcriptAtHand } from '../../core/session/marked.ts';
import type { Watch } from '../../core/session/watch.ts';
import { needsAligner } from '../../core/session/watched.ts';
import { defaultSettings } from '../../core/settings/migrations.ts';
import { formatClock } from '../../core/time/clock-text.ts';
import type { VideoId } from '../../core/video/video-id.ts';
import type { MarkFault, MarksPort } from '../../platform/ports.ts';
import { storedChoice } from '../../platform/watch/stored-choice.ts';

/** Characters of a mark's words beside its marker. */
const MARKER_TITLE = 200;

/** The marks of the video being watched. */
export interface FollowedMarks {
  /** Command: changes a mark, which shows at once. Resolves to why it could not be stored, or to `null`. */
  change(id: string, to: MarkChange): Promise<MarkFault | null>;
}

/**
 * Keeps the marks of the video being watched up to date, as they are stored and where they lie in the video and its note.
 * @param tell Is told of another video at once, of its marks when they are read and whenever they change.
 * @param drivesPage Whether this page draws markers and completes marks; of the pages beside a video only the panel does.
 */
export function followMarks(
  { watch, port, drivesPage }: { readonly watch: Watch; readonly port: MarksPort; readonly drivesPage: boolean },
  tell: (videoId: VideoId | null, marks: Pick<MarksState, 'marks' | 'placed'>) => void,
): FollowedMarks {
  let videoId: VideoId | null = null;
  let stored: readonly Mark[] = [];
  let shown: readonly Mark[] = [];

  // Without its storage a video has no marks; the note is still shown.
  const marksOf = storedChoice<readonly Mark[]>(port.byVideo, [], (of, marks) => {
    // The tab may show no video by now.
    if (of !== videoId) return;
    stored = marks;
    look();
  });

  const isHeardNew = watching();
  let moved: Placed = new Map();
  let stop = () => {};
  /** Where they lie in the video as it is now; until that is known, where they were before. */
  function find(): void {
    const transcript = transcriptAtHand(watch.read());
    if (!isHeardNew(videoId, stored, transcript)) return;
    stop();
    stop = inParts(placeByQuotes(stored, transcript?.cues ?? []), (placed) => {
      moved = placed;
      look();
    });
  }

  const isPlaceNew = watching();
  /** Where they lie in the note. */
  function place(): void {
    const { edition, timeline } = watch.read();
    if (!isPlaceNew(videoId, stored, moved, edition, timeline)) return;
    const here = stored.map((mark) => ({ ...mark, at: moved.get(mark.id) ?? mark.at }));
    shown = moved.size === 0 ? stored : here.sort(compareMarks);
    tell(videoId, { marks: shown, placed: edition && timeline ? marksBySection(shown, timeline) : NO_MARKS.placed });
  }

  const isDrawingNew = watching();
  let hasDrawn: VideoId | null = null;
  /** A page without our markers gets no command to remove them, so that it cannot detect us. */
  function draw(): void {
    const isWanted = watch.read().settings?.markMarkers ?? false;
    if (!videoId || !isDrawingNew(videoId, shown, isWanted)) return;
    const marks = isWanted ? shown : [];
    if (marks.length === 0 && hasDrawn !== videoId) return;
    hasDrawn = videoId;
    watch.showMarks(
      videoId,
      marks.map(({ at, words, quote }) => ({
        start: at,
        title: cutText(words || (quote?.text ?? formatClock(at)), MARKER_TITLE),
        kind: 'mark',
      })),
    );
  }

  const isKnownNew = watching();
  const completed = new Set<string>();
  /** Marks made while no page of the extension had the note get their section and quotation later. */
  function complete(): void {
    const watched = watch.read();
    const { edition, timeline, evidence, candidates, aligned, kept, settings } = watched;
    if (!isKnownNew(stored, edition, timeline, candidates, aligned)) return;
    if (!edition || !timeline || !evidence || kept === undefined || (!aligned && candidates.some(needsAligner))) return;
    for (const mark of stored) {
      if (mark.section || mark.quote || completed.has(mark.id)) continue;
      completed.add(mark.id);
      const section = sectionAt(watched, mark.at);
      if (!section) continue;
      const quote = heardAt(watched, mark.at, mark.at + (settings ?? defaultSettings).markBack);
      // What is written meanwhile is later, and counts.
      void port.put({ ...mark, section, quote, changed: mark.changed + 1 });
    }
  }

  function look(): void {
    const { videoId: now } = watch.read();
    if (now !== videoId) {
      videoId = now;
      stored = [];
      moved = new Map();
      if (videoId) marksOf.read(videoId);
    }
    find();
    place();
    if (!drivesPage) return;
    draw();
    complete();
  }

  port.subscribe((videos) => {
    if (videoId && (videos.length === 0 || videos.includes(videoId))) marksOf.read(videoId);
  });
  watch.subscribe(look);
  look();

  return {
    async change(id, to) {
      if (!videoId) return port.change(id, to);
      let fault: MarkFault | null = null;
      const storing = marksOf.store(videoId, async () => {
        fault = await port.change(id, to);
      });
      const now = Date.now();
      stored = stored.map((mark) => (mark.id === id ? changedMark(mark, to, now) : mark)).sort(compareMarks);
      look();
      await storing;
      return fault;
    },
  };
}

/** Whether any of some values has changed since the last call: the clock alone changes four times a second. */
function watching(): (...values: readonly unknown[]) => boolean {
  let last: readonly unknown[] = [];
  return (...values) => {
    const isNew = values.length !== last.length || values.some((value, at) => value !== last[at]);
    last = values;
    return isNew;
  };
}
