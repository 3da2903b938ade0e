import type { VideoId } from '../core/video/video-id.ts';
import type { Piece } from './body.ts';
import { fieldOf } from './fields.ts';
import type { FrontMatter } from './front-matter.ts';
import { isSilent } from './silent.ts';
import { wordsOf } from './words.ts';

/** A note's title (may be empty), the body without a heading that only repeats it, and where the title was found. */
export interface TakenTitle {
  readonly title: string;
  readonly pieces: readonly Piece[];
  readonly from: string | null;
}

const TITLE = [
  ...[
    'title',
    'name',
    'videotitle',
    'headline',
    'titel',
    'título',
    'titre',
    'titolo',
    '标题',
    '標題',
    'タイトル',
    '제목',
  ],
  ...['название', 'заголовок', 'episodetitle'],
];
/** The suffix that browsers and clippers add to a page's title. */
const SITE = / [-–—|] YouTube$/i;

const fold = (text: string) =>
  text
    .normalize('NFKC')
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}]/gu, '');

/** Generic first headings, which are not a title; neither is one without a letter. */
const PLAIN_HEADING =
  /^\P{L}*(?:video|watch|notes?|my notes|show notes|summary|overview|tl;?dr|introduction|intro|transcript|links?|source|key (?:takeaways|points|ideas|terms)|takeaways|highlights|metadata|details|视频|視頻|影片|笔记|筆記|摘要|概要|要点|链接|動画|メモ|영상|요약|видео|конспект)\P{L}*$/iu;

/**
 * The title: the front matter's, else the only heading of level 1, else the file's name, unless that is a mere slug and the
 * first heading says more. A heading that only repeats the title, directly above another heading, is removed.
 */
export function takeTitle(
  data: FrontMatter['data'],
  pieces: readonly Piece[],
  file: string,
  videoId: VideoId,
): TakenTitle {
  const field = fieldOf(data, TITLE);
  const written =
    typeof field?.value === 'string' || typeof field?.value === 'number' ? String(field.value).trim() : '';
  const firsts = pieces.filter((piece) => piece.kind === 'heading' && piece.node.depth === 1);
  const [only] = firsts;
  const heading = firsts.length === 1 && only?.kind === 'heading' && only.start === undefined ? only : null;
  const words = heading ? wordsOf(heading.node.children).trim() : '';
  const same = words !== '' && (written === '' || fold(words) === fold(written)) && !words.includes('{#');
  const left =
    same && isEmptyAt(pieces, pieces.indexOf(heading as Piece)) ? pieces.filter((piece) => piece !== heading) : pieces;
  if (written !== '') return { title: written.replace(SITE, ''), pieces: left, from: `${field?.key}:` };
  if (words !== '')
    return { title: words.replace(/\s?\{#[^{}]{0,100}\}$/, '').replace(SITE, ''), pieces: left, from: '# heading' };
  const named = titleInName(file, videoId);
  const [first] = pieces.filter(({ kind }) => kind === 'heading');
  const says =
    first?.kind === 'heading'
      ? wordsOf(first.node.children)
          .replace(/\s?\{#[^{}]{0,100}\}$/, '')
          .trim()
      : '';
  const saysMore = /\p{L}/u.test(says) && !PLAIN_HEADING.test(says);
  if (named === '' || (/^[a-z\d ]*$/.test(named) && saysMore)) {
    return { title: says, pieces, from: says === '' ? null : 'first heading' };
  }
  return { title: named, pieces, from: 'file name' };
}

/** Whether a heading is the first one and nothing is shown between it and the next. */
function isEmptyAt(pieces: readonly Piece[], at: number): boolean {
  const below = pieces.slice(at + 1);
  const next = below.findIndex(({ kind }) => kind === 'heading');
  if (next < 0 || pieces.slice(0, at).some(({ kind }) => kind === 'heading')) return false;
  return below.slice(0, next).every((piece) => piece.kind === 'content' && isSilent(piece.node));
}

/** Generic file names; the folder's name is used instead. */
const PLAIN_NAME = /^(?:index|readme|note|notes|untitled|episode|main|content|page|post|\d*)$/i;

/** The words of a file's name without its date, the video's id and the language. */
function titleInName(file: string, videoId: VideoId): string {
  const parts = file.replaceAll('\\', '/').split('/');
  const name = cleaned((parts.at(-1) ?? '').replace(/\.\w{1,8}$/, ''), videoId);
  return PLAIN_NAME.test(name) ? cleaned(parts.at(-2) ?? '', videoId).replace(PLAIN_NAME, '') || name : name;
}

function cleaned(name: string, videoId: VideoId): string {
  const words = name
    .replaceAll(`[${videoId}]`, ' ')
    .replaceAll(videoId, ' ')
    .replace(/^\D{0,3}\d{4}[-_. ]?\d{2}[-_. ]?\d{2}(?=\D|$)|(?<=\D)\d{4}[-_.]\d{2}[-_.]\d{2}\D{0,2}$/g, ' ')
    .replace(/[.-](?:[a-z]{2}|zh-Han[st])$/, '');
  const spaced = /\s/.test(words.trim()) ? words : words.replaceAll(/[-_]+/g, ' ');
  return trimmed(spaced.replaceAll(/_+/g, ' ').replaceAll(/\s+/g, ' '));
}

/** Without the separators left at either end. */
function trimmed(words: string): string {
  const isMark = (at: number) => ' -–—.,'.includes(words.charAt(at));
  let from = 0;
  let to = words.length;
  while (from < to && isMark(from)) from++;
  while (to > from && isMark(to - 1)) to--;
  return words.slice(from, to);
}
