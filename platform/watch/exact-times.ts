import { noteKey } from '../../core/note/note-id.ts';
import { writtenEdition } from '../../core/note/other-script.ts';
import type { SessionEvent } from '../../core/session/session.ts';
import { needsAligner, type Watched } from '../../core/session/watched.ts';
import { basisOf, restsOnLess } from '../../core/timeline/basis.ts';
import { comparableLanguages } from '../../core/timeline/comparable-languages.ts';
import { explainsBetter, isStale, toRemember } from '../../core/timeline/remembered.ts';
import { nextTranslation } from '../../core/transcript/asked-translations.ts';
import type { VideoId } from '../../core/video/video-id.ts';
import type { PagePort, RememberedTimesPort } from '../ports.ts';

interface Services {
  readonly page: PagePort;
  readonly times: RememberedTimesPort;
  readonly read: () => Watched;
  readonly dispatch: (event: SessionEvent) => void;
  /** Whether the player may be asked on the viewer's option: of the pages beside a video only the panel does. */
  readonly drivesPage: boolean;
}

/** Keeps exact times from one visit to the next, and asks the player for captions at the viewer's request. */
export interface ExactTimes {
  /** Reads what is remembered of a video. */
  recall(videoId: VideoId): void;
  /** Reacts to a change. */
  act(before: Watched, after: Watched): void;
  /** Asks the player, on a click. */
  ask(): void;
}

export function createExactTimes({ page, times, read, dispatch, drivesPage }: Services): ExactTimes {
  function recall(videoId: VideoId): void {
    times.read(videoId).then(
      (remembered) => dispatch({ type: 'remembered', videoId, remembered }),
      () => dispatch({ type: 'remembered', videoId, remembered: {} }),
    );
    recallTranslations(videoId);
  }

  function recallTranslations(videoId: VideoId): void {
    times.translations(videoId).then(
      (translations) => dispatch({ type: 'translations', videoId, translations }),
      () => dispatch({ type: 'translations', videoId, translations: {} }),
    );
  }

  /** Known as soon as one is asked for: whatever comes of it, it is not asked for a second time that day. */
  function noteTranslation({ videoId, asking }: Watched): void {
    if (!videoId || asking?.step !== 'asking' || !asking.translateTo) return;
    times.keepTranslation(videoId, asking.translateTo).then(
      () => recallTranslations(videoId),
      () => undefined,
    );
  }

  function request(watched: Watched, by: 'click' | 'option'): void {
    const { videoId, edition, translations } = watched;
    if (!videoId || !edition) return;
    const note = writtenEdition(edition).language;
    const byClick = by === 'click';
    const translate = byClick && translations !== null && nextTranslation(translations, note, Date.now()) === null;
    const wanted = { note, understood: comparableLanguages(note), translate, whenPlaying: !byClick };
    const isAsked = page.askCaptions(videoId, wanted);
    dispatch({ type: 'asking', videoId, asking: isAsked ? { step: 'asking' } : { step: 'failed', why: 'no-answer' } });
  }

  /** On the viewer's option, once for each page: as soon as the video plays, if the times from all other evidence are known and not exact. */
  function askByOption(watched: Watched): void {
    const { videoId, settings, clock, evidence, remembered, kept, aligned, edition, timeline, asking } = watched;
    if (!drivesPage || !settings?.askCaptions || !videoId || asking !== null) return;
    if (!clock?.playing || !edition || !evidence || remembered === null || kept === undefined || !timeline) return;
    if (watched.candidates.some(needsAligner) && aligned?.edition !== writtenEdition(edition)) return;
    const basis = basisOf(timeline);
    if (basis && restsOnLess(basis)) request(watched, 'option');
  }

  function forgetStale({ videoId, edition, remembered, known }: Watched): void {
    if (!videoId || !edition || !remembered) return;
    const written = writtenEdition(edition);
    const { [noteKey(written.note)]: kept, ...others } = remembered;
    if (!kept || !isStale(kept, written, known.duration)) return;
    dispatch({ type: 'remembered', videoId, remembered: others });
    times.drop(videoId, written.note).catch(() => undefined);
  }

  function remember({ videoId, edition, aligned, known, kept, recalled, remembered, asking, heardIn }: Watched): void {
    if (!videoId || !edition || !aligned?.transcript || kept !== null || remembered === null) return;
    // The transcript arrives as evidence at the end.
    if (asking?.step === 'asking' || aligned.edition !== writtenEdition(edition) || !heardIn) return;
    if (recalled && !explainsBetter(aligned.timeline, recalled)) return;
    const made = toRemember(aligned.edition, aligned.timeline, known.duration, heardIn, Date.now());
    if (!made) return;
    const { note } = aligned.edition;
    dispatch({ type: 'remembered', videoId, remembered: { ...remembered, [noteKey(note)]: made } });
    times.keep(videoId, note, made).catch(() => dispatch({ type: 'not-remembered', videoId }));
  }

  return {
    recall,
    act(before, after) {
      const { remembered, edition, known, aligned, asking } = after;
      const duration = before.known.duration === known.duration;
      if (before.remembered !== remembered || before.edition !== edition || !duration) forgetStale(after);
      if (before.aligned !== aligned || before.asking !== asking || before.remembered !== remembered) remember(read());
      if (before.asking !== asking) noteTranslation(after);
      askByOption(after);
    },
    ask: () => request(read(), 'click'),
  };
}
