import { type FoundChapters, findChapters } from './chapters.ts';
import { ALIVE, ASK, DRAWN, type Question, TELL } from './player-questions.ts';
import { SHORTS_PLAYER, WATCH_PLAYER } from './selectors.ts';

/** What is used of YouTube's own player; any of it may be missing one day. */
interface Player extends HTMLElement {
  getVideoData?(): { video_id?: unknown; title?: unknown; isLive?: unknown } | undefined;
  getCurrentTime?(): unknown;
  getDuration?(): unknown;
  getAdState?(): unknown;
  getPlayerResponse?(): { videoDetails?: Record<string, unknown> } | undefined;
  seekTo?(time: number, allowSeekAhead: boolean): void;
}

/** A description longer than YouTube allows is not one. */
const LONGEST_DESCRIPTION = 20_000;

/** How often the content script is checked on while something of it is drawn. */
const GUARD_EVERY_MS = 4000;

/** Runs in the page's own world, next to YouTube's scripts: answers questions about the player, and nothing else. */
export function answerQuestions(): void {
  let navigated: unknown = null;
  let guard: ReturnType<typeof setInterval> | undefined;

  const player = () =>
    document.getElementById(location.pathname.startsWith('/shorts/') ? SHORTS_PLAYER : WATCH_PLAYER) as Player | null;

  const answer = (question: Question): unknown => {
    const found = player();
    switch (question.ask) {
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
      case 'facts': {
        const details = found?.getPlayerResponse?.()?.videoDetails;
        const own = details?.videoId === question.id ? details : undefined;
        return {
          description: String(own?.shortDescription ?? '').slice(0, LONGEST_DESCRIPTION),
          ...chaptersOf(question.id, navigated),
        };
      }
    }
  };

  document.addEventListener(ASK, (event) => {
    let number: unknown;
    let told: unknown = null;
    try {
      const [asked, question] = JSON.parse((event as CustomEvent<string>).detail) as [unknown, Question];
      number = asked;
      told = answer(question) ?? null;
    } catch {
      // The player is someone else's: whatever it throws means "no answer", and the content script falls back.
    }
    document.dispatchEvent(new CustomEvent(TELL, { detail: JSON.stringify([number, told]) }));
  });

  // The only place where the response of an in-page navigation can be had without asking YouTube again.
  document.addEventListener('yt-navigate-finish', (event) => {
    navigated = (event as CustomEvent<{ response?: { response?: unknown } } | null>).detail?.response?.response;
  });
}

/** Inline data keeps the previous video after an in-page navigation, so each source must name the video asked for. */
function chaptersOf(id: string, navigated: unknown): FoundChapters | null {
  const page = window as unknown as { ytInitialData?: unknown };
  const flexy = document.querySelector('ytd-watch-flexy') as { data?: unknown } | null;
  for (const source of [navigated, flexy?.data, page.ytInitialData]) {
    const found = findChapters(source, id);
    if (found) return found;
  }
  return null;
}
