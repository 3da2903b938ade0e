import * as v from 'valibot';
import { LONGEST_VIDEO, type Seconds } from '../../core/time/seconds.ts';
import { toVideoId, type VideoId } from '../../core/video/video-id.ts';
import { logOnce, parseWith } from '../messaging/parse.ts';
import { secondsSchema } from '../messaging/schemas.ts';
import { ASK, type Question, TELL, type TrackChoice } from './player-questions.ts';

/** Longer than any genuine answer; anything longer is not parsed. */
const LONGEST_ANSWER = 200_000;
/** Captions of a day of speech, with their quotes escaped. */
const LONGEST_CAUGHT = 20_000_000;

export interface PlayerClock {
  readonly id: VideoId;
  readonly title: string | null;
  readonly live: boolean;
  /** `null` while the player has none, or returns something that is not a time. */
  readonly time: Seconds | null;
  readonly duration: Seconds | null;
  readonly ad: boolean;
}

export type PlayerFacts = NonNullable<ReturnType<typeof readFacts>>;

/** YouTube's titles are never longer. */
const LONGEST_TITLE = 1000;

/** Decoded by hand because it runs every second for hours: a schema took half of the clock's cost. */
function readClock(told: unknown): PlayerClock | null {
  if (typeof told !== 'object' || told === null) return null;
  const { id, title, live, time, duration, ad } = told as Readonly<Record<string, unknown>>;
  const videoId = typeof id === 'string' && Object.hasOwn(told, 'id') ? toVideoId(id) : null;
  return (
    videoId && {
      id: videoId,
      title: typeof title === 'string' && title.length <= LONGEST_TITLE ? title : null,
      live: live === true,
      time: secondsOf(time),
      duration: secondsOf(duration),
      ad: ad === true,
    }
  );
}

function readSought(told: unknown): boolean | null {
  const { sought } = told as { sought?: unknown };
  return typeof sought === 'boolean' ? sought : null;
}

function secondsOf(value: unknown): Seconds | null {
  return typeof value === 'number' && value >= 0 && value <= LONGEST_VIDEO ? value : null;
}

const title = v.pipe(v.string(), v.maxLength(LONGEST_TITLE));

const readFacts = parseWith(
  v.object({
    description: v.fallback(v.pipe(v.string(), v.maxLength(20_000)), ''),
    origin: v.fallback(v.picklist(['uploader', 'automatic', 'unknown']), 'unknown'),
    chapters: v.fallback(v.pipe(v.array(v.object({ start: secondsSchema, title })), v.maxLength(500)), []),
  }),
);

/** What YouTube's player reports, or `null` when it (or our page-world script) does not answer. */
export function askClock(): PlayerClock | null {
  const told = ask({ ask: 'clock' });
  // Before it has a video the player answers without an id. That is too early, not a forgery.
  return told === null || (told as { id?: unknown }).id === undefined ? null : decode(told, readClock, 'clock');
}

/** Chapters and description, only when the page's data names this video. */
export function askFacts(videoId: VideoId): PlayerFacts | null {
  const told = ask({ ask: 'facts', id: videoId });
  return told === null ? null : decode(told, readFacts, 'facts');
}

/** `true`: moved; `false`: the player has another video; `null`: no answer. */
export function askSeek(videoId: VideoId, time: number): boolean | null {
  const told = ask({ ask: 'seek', id: videoId, time });
  return told === null ? null : decode(told, readSought, 'seek');
}

/** Call it before the page's own scripts run: no other script is answered afterwards. */
export function askHello(): void {
  ask({ ask: 'hello' });
}

/** Lets the page-world script remove what we drew if the extension disappears without notice (Firefox). */
export function askGuard(): void {
  ask({ ask: 'guard' });
}

const text = v.pipe(v.string(), v.maxLength(1000));
const language = v.pipe(v.string(), v.minLength(1), v.maxLength(40));
const readTracks = parseWith(
  v.object({
    tracks: v.pipe(v.array(v.object({ language, automatic: v.boolean() })), v.maxLength(300)),
    sounds: v.fallback(v.array(v.object({ tags: text, id: text })), []),
    module: v.boolean(),
    ready: v.boolean(),
  }),
);
const readCaught = parseWith(v.object({ url: v.pipe(v.string(), v.maxLength(5000)), text: v.string() }));

/** The player's caption tracks, and what it takes to choose one. */
export type PlayerTracks = NonNullable<ReturnType<typeof readTracks>>;

/** `null`: no answer, or the player has another video. */
export function askTracks(videoId: VideoId): PlayerTracks | null {
  const told = ask({ ask: 'tracks', id: videoId });
  return told === null ? null : decode(told, readTracks, 'captions');
}

/** The player gets ready to be asked for captions; false when it has another video by now, or does not answer. */
export function askBegin(videoId: VideoId): boolean {
  return isDone(ask({ ask: 'begin', id: videoId }));
}

/** Chooses a track, or none. */
export function askChoose(videoId: VideoId, track: TrackChoice | null): boolean {
  return isDone(ask({ ask: 'choose', id: videoId, track }));
}

/** The next response to a caption request of the player's. */
export function askCaught(): { readonly url: string; readonly text: string } | null {
  const told = ask({ ask: 'caught' }, LONGEST_CAUGHT);
  return told === null ? null : decode(told, readCaught, 'a response');
}

/** Everything as it was before {@link askBegin}; the page's world sees to it for as long as the player may undo it. */
export function askRestore(): void {
  ask({ ask: 'restore' });
}

const isDone = (told: unknown) => (told as { done?: unknown } | null)?.done === true;

const secret = crypto.randomUUID();
let questions = 0;

function ask(question: Question, longest = LONGEST_ANSWER): unknown {
  // Moving the player fires events that make us ask again before the first answer: each answer names its question.
  const number = ++questions;
  let told: unknown = null;
  let answered = false;
  const listen = (event: Event) => {
    const { detail } = event as CustomEvent<unknown>;
    if (typeof detail !== 'string' || detail.length > longest) return logOnce('an answer of the wrong kind');
    try {
      const answer: unknown = JSON.parse(detail);
      if (!Array.isArray(answer) || answer[0] !== number) return;
      // Ours answers once. A page that has heard the question may have been faster, so every answer is checked, too.
      if (answered) return logOnce('a second answer to one question');
      answered = true;
      told = answer[1];
    } catch {
      logOnce('an answer that is not JSON');
    }
  };
  document.addEventListener(TELL, listen);
  document.dispatchEvent(new CustomEvent(ASK, { detail: JSON.stringify([number, question, secret]) }));
  document.removeEventListener(TELL, listen);
  return told;
}

function decode<T>(told: unknown, read: (data: unknown) => T | null, what: string): T | null {
  const answer = read(told);
  if (answer === null) logOnce(`a wrong answer about ${what}`);
  return answer;
}
