import type { Paragraph } from 'mdast';
import type { Piece } from './body.ts';
import { fieldOf } from './fields.ts';
import type { FrontMatter } from './front-matter.ts';
import { namesIn } from './people.ts';
import { wordsOf } from './words.ts';

/** The most tags of a note; more would be an index. */
const MOST = 50;
/** A longer tag is a sentence. */
const LONGEST = 60;
const KEYS = ['tags', 'tag', 'keywords', 'topics', 'categories', 'category', '标签', '標籤', 'タグ', '태그', 'теги'];

const HASHTAG = /^#(?=[\p{L}\p{N}_/-]*\p{L})[\p{L}\p{M}\p{N}_/-]+$/u;
const LABEL = /^(?:tags?|topics?|keywords?|hashtags?|标签|標籤|タグ|태그|теги)\s?[:：]\s*/iu;

/** A note's tags, and the body without the paragraphs that contain nothing else. */
export interface TakenTags {
  readonly tags: readonly string[];
  readonly pieces: readonly Piece[];
}

/** Takes tags from the front matter and from paragraphs of hashtags alone: `#glass #optics`, `**Tags:** #glass`. */
export function takeTags(data: FrontMatter['data'], pieces: readonly Piece[]): TakenTags {
  const written = KEYS.flatMap((key) => namesIn(fieldOf(data, [key])?.value).flatMap(spaced));
  const hashtags: string[] = [];
  const left = pieces.filter((piece) => {
    const found =
      piece.kind === 'content' && piece.node.type === 'paragraph' && mayBeTags(piece.node)
        ? inLine(wordsOf(piece.node.children))
        : [];
    hashtags.push(...found);
    return found.length === 0;
  });
  return { tags: unique([...written, ...hashtags]), pieces: left };
}

/** `#glass #optics` are two tags; without `#`, words separated by spaces are one. */
const spaced = (text: string) => (/(?:^|\s)#/.test(text) ? text.split(/\s+/) : [text]);

/** A quick test before the thorough one. */
const mayBeTags = ({ children: [first] }: Paragraph) =>
  first !== undefined && /^\s{0,3}#|^(?:tag|topic|keyword|hashtag|标签|標籤|タグ|태그|теги)/iu.test(wordsOf([first]));

function inLine(text: string): string[] {
  if (!text.includes('#')) return [];
  const words = text
    .trim()
    .replace(LABEL, '')
    .split(/[\s,，、]+/);
  return words.every((word) => HASHTAG.test(word)) ? words : [];
}

/** Tags without quotes and `#`, each once, ignoring case. */
function unique(tags: readonly string[]): string[] {
  const found = new Map<string, string>();
  for (const each of tags) {
    const tag = each.trim().replaceAll('"', '').replace(/^#+/, '').trim();
    if (/[\p{L}\p{N}]/u.test(tag) && tag.length <= LONGEST && !found.has(tag.toLowerCase()))
      found.set(tag.toLowerCase(), tag);
  }
  return [...found.values()].slice(0, MOST);
}
