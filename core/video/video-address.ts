import type { Seconds } from '../time/seconds.ts';
import { toVideoId, type VideoId } from './video-id.ts';

/**
 * What an address says about the video behind it.
 * `clip`: a page that plays a video but hides its id: a clip, an embedded playlist, a channel's live stream. `none`: YouTube without a video (home, search, a
 * channel, a playlist). `elsewhere`: another site, or no address at all.
 */
export type VideoAddress =
  | { readonly kind: 'video'; readonly videoId: VideoId }
  | { readonly kind: 'clip' }
  | { readonly kind: 'none' }
  | { readonly kind: 'elsewhere' };

const ADDRESS = /^(?:(?:https?:)?\/\/)?(?:[^/?#@]*@)?([^/?#:]+)(?::\d+)?([^?#]*)(?:\?([^#]*))?/i;
const YOUTUBE_HOST = /^(?:(?:www|m|music)\.)?(?:youtube\.com|youtube-nocookie\.com)$/;
/** Has an id's length, but is none. */
const HIDDEN = /^\/(?:clip\/|embed\/(?:videoseries|live_stream)?(?:\/|$)|embed$)/;
const IN_PATH = /^\/(?:live|shorts|embed|v|e)\/([^/]+)/;

/**
 * Reads a video's address in every form YouTube uses: `/watch?v=`, `youtu.be/`, `/live/`, `/shorts/`, `/embed/`, on
 * www, m, music, without a subdomain and on youtube-nocookie.
 *
 * @param address An address, with or without its scheme (`youtube.com/watch?v=…`); anything else is `elsewhere`.
 */
export function readVideoAddress(address: string): VideoAddress {
  const [, rawHost, path = '', query = ''] = ADDRESS.exec(address) ?? [];
  const host = rawHost?.toLowerCase();
  if (host === 'youtu.be' || host === 'www.youtu.be') return fromId(path.slice(1).split('/')[0]);
  if (host === undefined || !YOUTUBE_HOST.test(host)) return { kind: 'elsewhere' };
  if (path === '/watch' || path === '/watch/') return fromId(queryValue(query, 'v'));
  if (HIDDEN.test(path)) return { kind: 'clip' };
  return fromId(IN_PATH.exec(path)?.[1]);
}

/** The video's id in an address of any form, or `null` when it names none. */
export function videoIdInAddress(address: string): VideoId | null {
  const found = readVideoAddress(address);
  return found.kind === 'video' ? found.videoId : null;
}

const MOMENT = /^(?:(\d{1,3})h)?(?:(\d{1,5})m)?(?:(\d{1,7})s?)?$/;

/** The moment an address opens its video at (`t=754`, `t=12m34s`, `start=754`), in seconds; `null` when it names none. */
export function momentInAddress(address: string): Seconds | null {
  const query = ADDRESS.exec(address)?.[3] ?? '';
  const [, h, m, s] = MOMENT.exec(queryValue(query, 't') ?? queryValue(query, 'start') ?? '') ?? [];
  if (h === undefined && m === undefined && s === undefined) return null;
  return Number(h ?? 0) * 3600 + Number(m ?? 0) * 60 + Number(s ?? 0);
}

/** The address that plays a video, from a given second when one is given. */
export function watchAddress(videoId: VideoId, time: number | null = null): string {
  const start = time === null ? '' : `&t=${Math.max(0, Math.floor(time))}s`;
  return `https://www.youtube.com/watch?v=${videoId}${start}`;
}

/** The same as short as YouTube has it, to be shared. */
export function shortAddress(videoId: VideoId, time: number | null = null): string {
  return `https://youtu.be/${videoId}${time === null ? '' : `?t=${Math.max(0, Math.floor(time))}`}`;
}

function fromId(text: string | undefined): VideoAddress {
  const videoId = text === undefined ? null : toVideoId(text);
  return videoId ? { kind: 'video', videoId } : { kind: 'none' };
}

function queryValue(query: string, name: string): string | undefined {
  for (const pair of query.split('&')) if (pair.startsWith(`${name}=`)) return pair.slice(name.length + 1);
  return undefined;
}
