import type { VideoId } from '../core/video/video-id.ts';
import type { FoundVideo } from './found-video.ts';
import { embeddedIn, videoLinksIn } from './video-links.ts';

/** The last line of the body on which a mere link can be the note's video. */
const NEAR_TOP = 30;
/** Headings above links that are only mentioned. */
const ELSEWHERE =
  /\b(?:links?|references?|resources?|related|see also|further|sources?|credits|reading|bibliography|mentioned|recommended)\b|相关|相關|参考|參考|链接|連結|延伸|関連|참고|관련|ссылки|источники/iu;
const HEADING = /^ {0,3}#{1,6}[ \t](.*)$/;
const FENCE = /^\s{0,3}(```+|~~~+)\s*([\w-]*)/;
/** Languages of code blocks that are players: Obsidian's plugins write them. */
const PLAYER_BLOCK = /^(?:vid|video|youtube|yt|timestamp-url|media|embed)$/i;
/** A label before a link to the note's video. */
const LABEL =
  /(?:video|youtube|source|watch|url|link|talk|recording|episode|视频|視頻|影片|来源|來源|链接|連結|原片|動画|영상|출처|видео|источник|fuente|quelle|lien)[^:：]{0,24}[:：]/iu;

/** How clearly a link says that the note is about its video. */
const CLARITY = { embedded: 5, manyTimes: 4, alone: 3, timed: 2, inText: 1 } as const;
/** The fewest links to moments that make a note about that video; fewer may be quotes from another. */
const MANY_TIMES = 3;

interface Found {
  readonly videoId: VideoId;
  readonly clarity: number;
  readonly line: number;
}

/**
 * The video a body is about, in this order: one it embeds, one with several links to moments, one linked near the top on a line
 * of its own, one with a link to a moment, one linked near the top in a sentence. Any other link further down is a mention.
 *
 * @param aboutPage Whether the front matter names another page, so that a link in a sentence is only a mention.
 */
export function findInBody(body: string, aboutPage: boolean): FoundVideo {
  if (!/youtu|ytimg|\byt\b/i.test(body)) return { kind: 'none' };
  const found: Found[] = [];
  let inLinks = false;
  let fence = '';
  let player = false;
  for (const [index, text] of body.split('\n').entries()) {
    const line = index + 1;
    const mark = FENCE.exec(text);
    if (mark) {
      if (fence === '') [fence, player] = [mark[1]?.charAt(0) ?? '', PLAYER_BLOCK.test(mark[2] ?? '')];
      else if (mark[1]?.startsWith(fence)) [fence, player] = ['', false];
    }
    if (fence !== '' && !player) continue;
    const heading = HEADING.exec(text)?.[1];
    if (heading !== undefined) inLinks = ELSEWHERE.test(heading) && line > 1;
    if (!/youtu|ytimg|\byt\b|video_?-?id/i.test(text)) continue;
    const embedded = embeddedIn(text);
    for (const videoId of embedded) found.push({ videoId, clarity: CLARITY.embedded, line });
    for (const { videoId, index: at, length, timed } of videoLinksIn(text)) {
      if (embedded.includes(videoId)) continue;
      const near = line <= NEAR_TOP && !inLinks;
      const alone = near && (LABEL.test(text.slice(Math.max(0, at - 80), at)) || isAlone(text, at, length));
      const add = (clarity: number) => found.push({ videoId, clarity, line });
      if (player) add(CLARITY.embedded);
      if (alone) add(CLARITY.alone);
      if (timed && !inLinks) add(CLARITY.timed);
      if (near && !aboutPage) add(CLARITY.inText);
    }
  }
  return clearest(found);
}

/** Whether a link is alone on its line, but for its own text, marks and a short label. */
function isAlone(text: string, at: number, length: number): boolean {
  const before = text.slice(Math.max(0, at - 400), at);
  const after = text.slice(at + length, at + length + 100);
  const opened = /(?:\[[^\]]*\]\(\s*<?|<)$/.exec(before);
  const rest = `${opened ? before.slice(0, opened.index) : before}${after.replace(/^[^\s)>]*[)>]?/, '')}`;
  return rest.replaceAll(/[\p{P}\p{S}\s\d]/gu, '').length <= 12;
}

function clearest(found: readonly Found[]): FoundVideo {
  const seen = new Map<VideoId, { best: number; timed: number; kinds: Set<number>; line: number }>();
  for (const { videoId, clarity, line } of found) {
    const video = seen.get(videoId) ?? { best: 0, timed: 0, kinds: new Set(), line };
    if (clarity === CLARITY.timed) video.timed++;
    video.kinds.add(clarity);
    const often = video.timed >= MANY_TIMES ? CLARITY.manyTimes : 0;
    seen.set(videoId, { ...video, best: Math.max(video.best, clarity, often) });
  }
  const best = Math.max(...[...seen.values()].map((video) => video.best));
  let meant = [...seen].filter(([, video]) => video.best === best);
  // Of several equally clear videos, the one that has links to moments or is linked on a line of its own.
  const surer = meant.filter(([, { timed, kinds }]) => timed > 0 || kinds.has(CLARITY.alone));
  if (meant.length > 1 && surer.length === 1) meant = surer;
  const [first] = meant;
  if (!first) return { kind: 'none' };
  const [videoId, { line }] = first;
  if (meant.length === 1) return { kind: 'video', videoId, key: null, line, from: 'body' };
  return { kind: 'several', videoIds: meant.map(([id]) => id), key: null, line };
}
