import * as v from 'valibot';
import type { VideoId } from '../../core/video/video-id.ts';
import { logOnce, parseWith } from '../messaging/parse.ts';
import { secondsSchema, videoIdSchema } from '../messaging/schemas.ts';
import { ASK, type Question, TELL } from './player-questions.ts';

/** More than any true answer; a longer one is not even parsed. */
const LONGEST_ANSWER = 200_000;

const title = v.pipe(v.string(), v.maxLength(1000));

/** A number the player may not know yet (NaN becomes null on the way) or get wrong. */
const maybeSeconds = v.fallback(v.nullable(secondsSchema), null);

const readClock = parseWith(
  v.object({
    id: videoIdSchema,
    title: v.fallback(v.nullable(title), null),
    live: v.fallback(v.boolean(), false),
    time: maybeSeconds,
    duration: maybeSeconds,
    ad: v.fallback(v.boolean(), false),
  }),
);

const readFacts = parseWith(
  v.object({
    description: v.fallback(v.pipe(v.string(), v.maxLength(20_000)), ''),
    origin: v.fallback(v.picklist(['uploader', 'automatic', 'unknown']), 'unknown'),
    chapters: v.fallback(v.pipe(v.array(v.object({ start: secondsSchema, title })), v.maxLength(500)), []),
  }),
);

const readSought = parseWith(v.object({ sought: v.boolean() }));

export type PlayerClock = NonNullable<ReturnType<typeof readClock>>;
export type PlayerFacts = NonNullable<ReturnType<typeof readFacts>>;

/** What YouTube's own player says, or `null` when it (or our script beside it) does not answer. */
export function askClock(): PlayerClock | null {
  const told = ask({ ask: 'clock' });
  // Before it has a video the player answers without an id: not a lie, only too early.
  return told === null || (told as { id?: unknown }).id === undefined ? null : decode(told, readClock, 'clock');
}

/** Chapters and description, only when the page's data names this very video. */
export function askFacts(videoId: VideoId): PlayerFacts | null {
  const told = ask({ ask: 'facts', id: videoId });
  return told === null ? null : decode(told, readFacts, 'facts');
}

/** `true`: moved; `false`: the player has another video; `null`: no answer. */
export function askSeek(videoId: VideoId, time: number): boolean | null {
  const told = ask({ ask: 'seek', id: videoId, time });
  return told === null ? null : (decode(told, readSought, 'seek')?.sought ?? null);
}

/** Lets the page-world script remove what we drew, should the extension vanish without a word (Firefox). */
export function askGuard(): void {
  ask({ ask: 'guard' });
}

let questions = 0;

function ask(question: Question): unknown {
  // Moving the player fires events that make us ask again before the first answer: each answer names its question.
  const number = ++questions;
  let told: unknown = null;
  const listen = (event: Event) => {
    const { detail } = event as CustomEvent<unknown>;
    if (typeof detail !== 'string' || detail.length > LONGEST_ANSWER) return logOnce('an answer of the wrong kind');
    try {
      const answer: unknown = JSON.parse(detail);
      if (Array.isArray(answer) && answer[0] === number) told = answer[1];
    } catch {
      logOnce('an answer that is not JSON');
    }
  };
  document.addEventListener(TELL, listen);
  document.dispatchEvent(new CustomEvent(ASK, { detail: JSON.stringify([number, question]) }));
  document.removeEventListener(TELL, listen);
  return told;
}

function decode<T>(told: unknown, read: (data: unknown) => T | null, what: string): T | null {
  const answer = read(told);
  if (answer === null) logOnce(`a wrong answer about ${what}`);
  return answer;
}
