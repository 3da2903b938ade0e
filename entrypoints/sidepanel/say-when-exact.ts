import { i18n } from '#i18n';
import type { Watch } from '../../core/session/watch.ts';
import { basisOf, isExact } from '../../core/timeline/basis.ts';
import type { VideoId } from '../../core/video/video-id.ts';

/** A guess shown for a shorter time was hardly noticed: evidence arrives within seconds of a video's opening. */
const SEEN_AFTER_MS = 4000;

/** Announces once for each video that exact times have replaced a guess that was seen. */
export function sayWhenExact(watch: Watch, say: (text: string) => void): void {
  let guess: { readonly videoId: VideoId; readonly since: number } | null = null;
  watch.subscribe(() => {
    const { videoId, timeline } = watch.read();
    const basis = timeline && basisOf(timeline);
    if (guess && guess.videoId !== videoId) guess = null;
    if (!videoId || !basis) return;
    if (!isExact(basis)) {
      guess ??= { videoId, since: performance.now() };
      return;
    }
    // Corrections make single times exact, of which the viewer is aware.
    if (guess && basis.source === 'transcript' && performance.now() - guess.since > SEEN_AFTER_MS) {
      say(i18n.t(basis.unsure > 0 ? 'panel.basis.mostExactNow' : 'panel.basis.exactNow'));
    }
    guess = null;
  });
}
