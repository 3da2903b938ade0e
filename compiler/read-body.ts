import type { RichElement } from '../core/note/rich-text.ts';
import type { Cue } from '../core/transcript/cue.ts';
import type { VideoId } from '../core/video/video-id.ts';
import { withTablesApart } from './apart-tables.ts';
import { type HeadingPiece, type Piece, piecesOf } from './body.ts';
import { fieldOf, textsIn } from './fields.ts';
import { placeFootnotes } from './footnotes.ts';
import type { FrontMatter } from './front-matter.ts';
import { chaptersIn, type DataChapter, transcriptIn } from './front-matter-times.ts';
import { foldTitle, withMatchingTitles, withTimes } from './outline.ts';
import { unlisted } from './outliner.ts';
import type { Reporter } from './reporter.ts';
import { frontMatterText } from './rules/front-matter-text.ts';
import { takeTags } from './tags.ts';
import { takeSummary } from './take-summary.ts';
import { TRANSCRIPT, takeTranscript } from './take-transcript.ts';
import { takeTitle } from './title.ts';
import { parseBody } from './tree.ts';
import { unreadText } from './unread-text.ts';
import { wordsOf } from './words.ts';

/** A quick test for times in any form: `1:02`, `2m03s`, an address with `t=62`. */
const TIME = /\d[:：][0-5]\d|\d[hm] ?\d|[?&#](?:t|start)=\d/i;

/** Where the parts of a note were found, for its author: `url:`, `[!summary]`, `headings`; `null` for a part it lacks. */
export interface Taken {
  readonly title: string | null;
  readonly times: string | null;
  readonly summary: string | null;
  readonly transcript: string | null;
}

/** The parts of a note: the pieces its sections are made of, and the rest. */
export interface NoteParts {
  readonly title: string;
  readonly summary: readonly RichElement[];
  readonly pieces: readonly Piece[];
  readonly cues: readonly Cue[];
  readonly tags: readonly string[];
  readonly taken: Taken;
}

/** Reads the body together with the transcript, outline, title and summary in the front matter. */
export function readBody(
  { data, body }: Pick<FrontMatter, 'data' | 'body'>,
  file: string,
  videoId: VideoId,
  report: Reporter,
): NoteParts {
  const inData = transcriptIn(data);
  const tree = withTablesApart(parseBody(body), body);
  placeFootnotes(tree);
  const all = piecesOf(unlisted(tree), report);
  // Most notes contain no time, and looking for times is most of the work below.
  const mayBeTimed = TIME.test(body);
  const isTranscript = mayBeTimed && inData === null && isNamedTranscript(data, file);
  const apart = mayBeTimed ? takeTranscript(all, isTranscript) : { pieces: all, cues: [], chapters: [] };
  const timed = mayBeTimed ? withTimes(apart.pieces, hasStarts(data)) : { pieces: all, from: null };
  const named = takeTitle(data, timed.pieces, file, videoId);
  for (const key of unreadText(data, inData !== null)) report.key(frontMatterText(key), key);
  const tagged = takeTags(data, named.pieces);
  const { summary, pieces: rest, from } = takeSummary(data, tagged.pieces, report);
  // Without the summary, a title heading may have nothing left below it.
  const { pieces } = takeTitle(data, rest, file, videoId);
  const chapters = [...apart.chapters, ...(inData?.chapters ?? []).map(headingFor)];
  const listed = chaptersIn(data);
  const outlined = withChapters(withChapters(pieces, listed.map(headingFor)), chapters);
  const cues = inData?.cues ?? apart.cues;
  return {
    title: named.title,
    summary,
    pieces: outlined,
    cues,
    tags: tagged.tags,
    taken: {
      title: named.from,
      times: timed.from ?? (listed.length > 0 ? 'front matter' : chapters.length > 0 ? 'transcript' : null),
      summary: from,
      transcript: inData ? `${inData.key}:` : cues.length > 0 ? 'body' : null,
    },
  };
}

/** Whether a note is called a transcript as a whole: by its type, its tags, its title or its file's name. */
function isNamedTranscript(data: FrontMatter['data'], file: string): boolean {
  const { value } = fieldOf(data, ['type', 'variant', 'kind', 'category']) ?? {};
  const tags = [...textsIn(fieldOf(data, ['tags'])?.value)].map(({ text }) => text);
  const name = file.replaceAll('\\', '/').split('/').at(-1) ?? '';
  return [value, data.title, name, ...tags].some((each) => typeof each === 'string' && TRANSCRIPT.test(each));
}

/** Whether the front matter gives starts of sections, as our own exports do. */
const hasStarts = (data: FrontMatter['data']): boolean =>
  typeof data.timestamps === 'object' &&
  data.timestamps !== null &&
  Object.keys(data.timestamps).length >= 2 &&
  chaptersIn(data).length === 0;

const headingFor = ({ title, start }: DataChapter): HeadingPiece => ({
  kind: 'heading',
  node: { type: 'heading', depth: 3, children: [{ type: 'text', value: title }] },
  start,
});

const titleOf = ({ node }: HeadingPiece): string => foldTitle(wordsOf(node.children));

/** Seconds by which two lists of the same chapters may differ. */
const SAME = 2;

/**
 * The pieces with chapters from elsewhere added: as starts of the headings with the same titles, else as sections of their own.
 * An outline that has at least half of them already, by time or by title, is left unchanged.
 */
function withChapters(pieces: readonly Piece[], chapters: readonly HeadingPiece[]): readonly Piece[] {
  if (chapters.length === 0) return pieces;
  const timed = pieces.filter((piece): piece is HeadingPiece => piece.kind === 'heading' && piece.start !== undefined);
  // A chapter's first cue can be half a minute later than its time in a list, so titles are compared, too.
  const titles = new Set(timed.map(titleOf));
  const known = chapters.filter(
    (chapter) =>
      titles.has(titleOf(chapter)) || timed.some(({ start = 0 }) => Math.abs(start - (chapter.start ?? 0)) <= SAME),
  );
  if (known.length * 2 >= chapters.length) return pieces;
  const entries = chapters.map(({ node, start = 0 }) => ({ title: wordsOf(node.children), start }));
  return withMatchingTitles(pieces, entries) ?? [...pieces, ...chapters];
}
