import { readVideoAddress } from '../core/video/video-address.ts';
import { toVideoId, type VideoId } from '../core/video/video-id.ts';
import { plainKey, textsIn } from './fields.ts';
import type { FoundVideo } from './found-video.ts';
import type { FrontMatter } from './front-matter.ts';
import { findInBody } from './video-in-body.ts';
import { videoLinksIn } from './video-links.ts';

/** Keys of a video, in plain spelling; {@link MENTION_KEY} excludes those of its channel or picture. */
const VIDEO_KEY = /youtube|^yt(?!d)|video|media(?:link|url|id)|^clip/;
const LINK_KEY =
  /^(?:.*url|.*link|.*href|.*address|.*uri|source.*|src|talk|recording|watch|embed|episode|permalink|external|original)$/;
/** Keys of what a note only mentions: other notes, texts, filing. */
const MENTION_KEY =
  /channel|playlist|thumb|image|cover|poster|preview|banner|avatar|author|guest|speaker|people|host|related|reference|resource|^links$|^seealso|^see$|descri|summary|abstract|excerpt|intro|tldr|^notes?$|next|prev|^up$|parent|child|tags|aliases|categor|transcript|chapters|timestamps|comment|body|content|repo|github|sponsor/;

/** How clearly a key says that its value is the note's video: 3 our own key, 2 a video's, 1 a link's, 0 any other; `null` never. */
function clarityOf(path: readonly string[]): number | null {
  const keys = path.map(plainKey);
  const key = keys.at(-1) ?? '';
  if (keys.some((each) => MENTION_KEY.test(each))) return null;
  if (keys.length === 1 && key === 'source') return 3;
  if (keys.some((each) => VIDEO_KEY.test(each))) return 2;
  return LINK_KEY.test(key) ? 1 : 0;
}

/** The videos named in a value of the front matter: an address, `[words](address)`, an address in a text, a bare id. */
function namedIn(text: string, clarity: number): VideoId[] {
  const linked = videoLinksIn(text).map(({ videoId }) => videoId);
  if (linked.length > 0 || clarity < 2) return linked;
  const bare = text.trim();
  const id = toVideoId(bare);
  // A plain word can have an id's length: `category`, `programming`.
  return id && /[\d_-]|[a-z][A-Z]|[A-Z]{2}/.test(bare) ? [id] : [];
}

/** Finds the note's video: in the front matter, under any key, then in the body, then in the file's name. */
export function findVideo({ data, body }: Pick<FrontMatter, 'data' | 'body'>, file: string): FoundVideo {
  const named: { readonly videoId: VideoId; readonly key: string; readonly clarity: number }[] = [];
  for (const { path, text } of textsIn(data)) {
    const clarity = clarityOf(path);
    if (clarity === null) continue;
    for (const videoId of namedIn(text, clarity)) named.push({ videoId, key: path[0] ?? '', clarity });
  }
  const clearest = Math.max(...named.map(({ clarity }) => clarity));
  const best = named.filter(({ clarity }) => clarity === clearest);
  const ids = [...new Set(best.map(({ videoId }) => videoId))];
  const [first] = best;
  if (first && ids.length > 1) return { kind: 'several', videoIds: ids, key: first.key, line: 1 };
  if (first) return { kind: 'video', videoId: first.videoId, key: first.key, line: 1, from: 'front matter' };
  const inBody = findInBody(body, namesOtherPage(data));
  if (inBody.kind !== 'none') return inBody;
  const inName = toVideoId(/\[([\w-]{11})\]\.\w+$/.exec(file)?.[1] ?? '');
  return inName ? { kind: 'video', videoId: inName, key: null, line: 1, from: 'file name' } : { kind: 'none' };
}

/** Whether the front matter says that the note is about a page of another site. */
function namesOtherPage(data: FrontMatter['data']): boolean {
  for (const { path, text } of textsIn(data)) {
    const clarity = clarityOf(path);
    if (
      clarity !== null &&
      clarity > 0 &&
      /^https?:\/\//i.test(text.trim()) &&
      readVideoAddress(text.trim()).kind === 'elsewhere'
    )
      return true;
  }
  return false;
}
