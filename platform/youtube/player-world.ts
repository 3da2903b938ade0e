import { type CaptionsPlayer, createCaptionsWorld } from './captions-world.ts';
import { type FoundChapters, findChapters } from './chapters.ts';
import { findPlayer } from './player.ts';
import { ALIVE, ASK, DRAWN, type Question, TELL } from './player-questions.ts';

/** The part of YouTube's player API in use; any of it may be missing. */
interface Player extends HTMLElement, CaptionsPlayer {
  getVideoData?(): { video_id?: unknown; title?: unknown; isLive?: unknown } | undefined;
  getCurrentTime?(): unknown;
  getDuration?(): unknown;
  getAdState?(): unknown;
  seekTo?(time: number, allowSeekAhead: boolean): void;
}

/** YouTube's own limit, with room to spare. */
const LONGEST_DESCRIPTION = 20_000;

/** How often to check that the content script is alive while something of it is drawn. */
const GUARD_EVERY_MS = 4000;

/** Runs in the page's own world, next to YouTube's scripts: answers questions about the player, and nothing else. */
export function answerQuestions(): void {
  let asker: unknown;
  let navigated: { response?: unknown; playerResponse?: unknown } | undefined;
  let guard: ReturnType<typeof setInterval> | undefined;
  const captions = createCaptionsWorld();

  const answer = (question: Question): unknown => {
    const found = findPlayer() as Player | null;
    switch (question.ask) {
      case 'hello':
        return null;
      case 'guard':
        guard ??= setInterval(() => {
          const alive = !document.dispatchEvent(new CustomEvent(ALIVE, { cancelable: true }));
          if (alive) return;
          clearInterval(guard);
          guard = undefined;
          for (const element of document.querySelectorAll(`[${DRAWN}]`)) element.remove();
        }, GUARD_EVERY_MS);
        return null;
      case 'clock': {
        const data = found?.getVideoData?.();
        return (
          data && {
            id: data.video_id,
            title: data.title,
            live: data.isLive === true,
            time: found?.getCurrentTime?.(),
            duration: found?.getDuration?.(),
            ad: found?.getAdState?.() === 1,
          }
        );
      }
      case 'seek':
        if (!found?.seekTo || !found.getVideoData) return null;
        if (found.getVideoData()?.video_id !== question.id) return { sought: false };
        found.seekTo(question.time, true);
        return { sought: true };
      case 'tracks':
        return found && captions.list(found, question.id);
      case 'begin':
      case 'choose':
        if (found?.getVideoData?.()?.video_id !== question.id) return null;
        if (question.ask === 'begin') captions.begin(found);
        else captions.choose(found, question.track);
        return { done: true };
      case 'caught':
        return captions.caught();
      case 'restore':
        return captions.restore();
      case 'facts': {
        const { id } = question;
        return {
          description: descriptionOf(id, [found?.getPlayerResponse?.(), navigated?.playerResponse]),
          ...chaptersOf(id, navigated?.response),
        };
      }
    }
  };

  document.addEventListener(ASK, (event) => {
    let number: unknown;
    let told: unknown = null;
    try {
      const [asked, question, from] = JSON.parse((event as CustomEvent<string>).detail) as [unknown, Question, unknown];
      // Neither the page nor the content script that another one of us answers (both are put in a second time on an update).
      asker ??= from;
      if (asker !== from) return;
      number = asked;
      told = answer(question) ?? null;
    } catch {
      // The player is not our code: anything it throws means "no answer", and the content script falls back.
    }
    if (number) document.dispatchEvent(new CustomEvent(TELL, { detail: JSON.stringify([number, told]) }));
  });

  // The only source of an in-page navigation's response without another request.
  document.addEventListener('yt-navigate-finish', (event) => {
    navigated = (event as CustomEvent<{ response?: typeof navigated } | null>).detail?.response;
  });
}

function descriptionOf(id: string, sources: readonly unknown[]): string {
  const { ytInitialPlayerResponse } = window as { ytInitialPlayerResponse?: unknown };
  for (const source of [...sources, ytInitialPlayerResponse]) {
    const { videoDetails } = (source ?? {}) as { videoDetails?: Record<string, unknown> };
    if (videoDetails?.videoId === id) return String(videoDetails.shortDescription ?? '').slice(0, LONGEST_DESCRIPTION);
  }
  return '';
}

/** After an in-page navigation the inline data is still the previous video's, so each source must name the video. */
function chaptersOf(id: string, navigated: unknown): FoundChapters | null {
  const page = window as unknown as { ytInitialData?: unknown };
  const flexy = document.querySelector('ytd-watch-flexy') as { data?: unknown } | null;
  for (const source of [navigated, flexy?.data, page.ytInitialData]) {
    const found = findChapters(source, id);
    if (found) return found;
  }
  return null;
}
