import { AD_CLASSES, CONTROLS, FOREIGN_PLAYERS, SHORTS_PLAYER, WATCH_PLAYER } from './selectors.ts';

/** The element of the player that plays the page's own video. Both can exist: each keeps its last video. */
export function findPlayer(): HTMLElement | null {
  const shorts = location.pathname.startsWith('/shorts/') ? document.getElementById(SHORTS_PLAYER) : null;
  return shorts ?? document.getElementById(WATCH_PLAYER);
}

/** Hover previews have controls of their own; these are the main player's. */
export function findInPlayer(selector: string): Element | null {
  const inside = (findPlayer() ?? document).querySelector(selector);
  if (inside) return inside;
  for (const controls of document.querySelectorAll(CONTROLS)) {
    const beside = isForeign(controls) ? null : controls.querySelector(selector);
    if (beside) return beside;
  }
  return null;
}

/** The page's own `<video>`; hover previews and the miniplayer are not it. */
export function findVideo(): HTMLVideoElement | null {
  const inPlayer = findPlayer()?.querySelector('video');
  if (inPlayer && !isForeign(inPlayer)) return inPlayer;
  for (const video of document.getElementsByTagName('video')) if (!isForeign(video)) return video;
  return null;
}

/** Whether the player shows an advertisement, by the page's classes. */
export function showsAd(player: Element | null): boolean {
  return player !== null && AD_CLASSES.some((name) => player.classList.contains(name));
}

function isForeign(video: Element): boolean {
  return video.closest(FOREIGN_PLAYERS) !== null;
}
