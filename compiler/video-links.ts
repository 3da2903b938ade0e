import { readVideoAddress } from '../core/video/video-address.ts';
import { toVideoId, type VideoId } from '../core/video/video-id.ts';

/** An address of YouTube in running text: up to what cannot be part of one. `notyoutube.com` is another site. */
const YOUTUBE =
  /(?<![\w-])(?:https?:)?(?:\/\/)?(?:[a-z]{1,9}\.)?(?:youtube(?:-nocookie)?\.com|youtu\.be)\/[^\s"'<>()[\]{}|\\`]+/gi;
/** Pictures of a video stand for it. */
const THUMBNAIL = /\/\/(?:i\d?\.ytimg|img\.youtube)\.com\/(?:vi|vi_webp|an_webp)\/([\w-]{11})\//g;
const TRAILING = /[.,;:!?*。，、；：！？）》」』]{1,10}$/u;
const TIME = /[?&#](?:t|start|time_continue)=\d/;

/** A video's address found in a text. */
export interface VideoLink {
  readonly videoId: VideoId;
  /** Where the address begins. */
  readonly index: number;
  readonly length: number;
  /** Whether it leads to a moment of the video. */
  readonly timed: boolean;
}

/** All addresses of videos in a text, in order. Linear in its length. */
export function videoLinksIn(text: string): VideoLink[] {
  if (!/youtu/i.test(text)) return [];
  const links: VideoLink[] = [];
  for (const match of text.matchAll(YOUTUBE)) {
    const address = match[0].replace(TRAILING, '').replaceAll('&amp;', '&');
    const found = readVideoAddress(address);
    if (found.kind !== 'video') continue;
    links.push({ videoId: found.videoId, index: match.index, length: match[0].length, timed: TIME.test(address) });
  }
  return links;
}

/**
 * What other programs write in place of a player, with the id alone: `{{< youtube ID >}}`, `{% include youtube.html
 * id="ID" %}`, `<YouTube id="ID">`, `::youtube{#ID}`, `@[youtube](ID)`.
 */
const PLAYER =
  /(?:\{\{[<%]?|\{%-?|<|::|@\[)\s{0,4}(?:include(?:_cached)?\s{1,4})?[\w./-]{0,60}?(?:youtube|\byt\b)([^\n<>]{0,300})/gi;
/** Any component that says which video it shows: `<Player videoId="ID">`. */
const VIDEO_ID = /<[a-z][\w-]{0,60}\s[^<>]{0,300}?\b(?:youtube|video)[_-]?id\s?=\s?["'{]{0,2}([\w-]{11})["'}\s/>]/gi;
const ID = /(?:^|[\s"'=(#{])([\w-]{11})(?=$|[\s"')}/\]>%])/g;
/** Words among the attributes of a player that have an id's length. */
const WORD = /^(?:[a-z]+|[A-Z][a-z]+)$/;

/** The videos a line embeds: `![](address)`, `<iframe>`, a shortcode, a component, a picture that links to it. */
export function embeddedIn(line: string): VideoId[] {
  const found = new Set<VideoId>();
  for (const { videoId, index } of videoLinksIn(line)) {
    const before = line.slice(Math.max(0, index - 300), index);
    if (/!\[[^\]]*\]\(\s*<?$/.test(before) || /<(?:iframe|embed|video|source)\b[^>]*$/i.test(before))
      found.add(videoId);
    else if (/\[!\[[^\]]*\]\([^)]*\)\]\(\s*<?$/.test(before)) found.add(videoId);
    else if (/(?:\{\{|\{%|<[A-Z][\w.]*|<[\w]+-[\w-]+|::youtube|@\[)[^{}<>]*$/.test(before)) found.add(videoId);
  }
  for (const [, id = ''] of line.matchAll(THUMBNAIL)) add(id);
  for (const [, rest = ''] of line.matchAll(PLAYER)) {
    for (const [, id = ''] of rest.matchAll(ID)) if (!WORD.test(id)) add(id);
  }
  for (const [, id = ''] of line.matchAll(VIDEO_ID)) add(id);
  return [...found];

  function add(id: string): void {
    const videoId = toVideoId(id);
    if (videoId) found.add(videoId);
  }
}
