/**
 * How the content script and the page-world script talk: the content script dispatches {@link ASK} on the document,
 * the page-world script answers within that very dispatch with {@link TELL}. Both carry a JSON string, the only kind
 * of detail that crosses the worlds of Chromium and Firefox alike. An answer counts only while a question is open, so
 * events that the page dispatches by itself are ignored. Each question carries a secret of the content script's, and the
 * page-world script answers only the first sender, which asks before the page's own scripts run, so a page that asks gets no
 * answer and cannot tell that anything of ours is there. The number in the names changes with the protocol: after an update the
 * old page-world script is still there and must not answer the new content script.
 */
export const ASK = 'sleevenotes:ask:3';
export const TELL = 'sleevenotes:tell:3';

/**
 * Asked by newer content scripts and by the page-world script: "is the extension behind what was drawn still there?"
 * A living content script that has drawn something calls preventDefault().
 */
export const ALIVE = 'sleevenotes:alive';

/** Marks every element we put into the page, so that any remaining script can remove it. */
export const DRAWN = 'data-sleevenotes';

/** A caption track to choose in the player. */
export interface TrackChoice {
  /** BCP 47, as YouTube writes it. */
  readonly language: string;
  /** Recognised by a machine rather than written. */
  readonly automatic: boolean;
  /** The language YouTube is to translate it to; `null` for the track as it is. */
  readonly translateTo: string | null;
}

export type Question =
  /** Asks for nothing: from now on the page-world script answers this content script and no other. */
  | { readonly ask: 'hello' }
  | { readonly ask: 'clock' }
  | { readonly ask: 'facts'; readonly id: string }
  | { readonly ask: 'seek'; readonly id: string; readonly time: number }
  /** The caption tracks of this video, and which sound is the original. */
  | { readonly ask: 'tracks'; readonly id: string }
  /** Remembers what is chosen, hides the captions, loads the player's captions module, hears its responses. */
  | { readonly ask: 'begin'; readonly id: string }
  | { readonly ask: 'choose'; readonly id: string; readonly track: TrackChoice | null }
  /** The next response intercepted. */
  | { readonly ask: 'caught' }
  /** Puts back what was there before, and sees to it that it stays. */
  | { readonly ask: 'restore' }
  /** From now on check that the content script is alive, and remove what it drew when it is not. */
  | { readonly ask: 'guard' };
