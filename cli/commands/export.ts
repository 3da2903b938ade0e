import { writeFile } from 'node:fs/promises';
import { parseArgs } from 'node:util';
import { englishMessage } from '../../build/english.ts';
import { chapterLines } from '../../core/export/chapter-lines.ts';
import { type ChapterSpan, chaptersOf } from '../../core/export/chapters.ts';
import { chaptersJson } from '../../core/export/chapters-json.ts';
import { chaptersVtt } from '../../core/export/chapters-vtt.ts';
import { glossaryCsv, glossaryWording } from '../../core/export/glossary-csv.ts';
import { noteMarkdown } from '../../core/export/note-markdown.ts';
import type { Edition } from '../../core/note/episode.ts';
import type { Timeline } from '../../core/timeline/timeline.ts';
import type { VideoId } from '../../core/video/video-id.ts';
import { alignWith, EVIDENCE_OPTIONS, EVIDENCE_USAGE, evidenceOf } from '../evidence.ts';
import { print } from '../print.ts';
import { readNote } from '../read-note.ts';
import { onlyFile, UsageError } from '../usage-error.ts';

interface Subject {
  readonly videoId: VideoId;
  readonly edition: Edition;
  readonly timeline: Timeline;
}

/** Chapters of any length: only YouTube requires ten seconds. */
const chaptersIn = ({ edition, timeline }: Subject): readonly ChapterSpan[] =>
  chaptersOf(edition, timeline, englishMessage('panel.opening'), 0);

const FORMS: Readonly<Record<string, (subject: Subject) => string>> = {
  markdown: ({ videoId, edition, timeline }) => noteMarkdown(videoId, edition, timeline),
  csv: ({ videoId, edition, timeline }) => glossaryCsv(videoId, edition, timeline, glossaryWording(englishMessage)),
  chapters: youTubeChapters,
  vtt: (subject) => chaptersVtt(chaptersIn(subject)),
  'json-chapters': (subject) => chaptersJson(subject.videoId, subject.edition.title, chaptersIn(subject)),
};
const NAMES = Object.keys(FORMS);

export const usage = `notes export NOTE --as ${NAMES.join('|')} [--out FILE] [--transcript FILE] [--chapters FILE] [--duration LENGTH]

Writes what the panel exports.

  --as markdown       the note as a file that is read back as the same note
  --as csv            the glossary, for Anki or a spreadsheet
  --as chapters       the outline as lines for the video's description, by YouTube's rules
  --as vtt            the outline as WebVTT chapters
  --as json-chapters  the outline as chapters of podcasts
  --out FILE          write there instead of to standard output

Sections without a time in the note are placed by:

${EVIDENCE_USAGE}`;

/** Runs `notes export`. Returns the exit code: 0, or 1 when the note has errors. */
export async function run(args: readonly string[]): Promise<number> {
  const { positionals, values } = parseArgs({
    args: [...args],
    allowPositionals: true,
    options: { ...EVIDENCE_OPTIONS, as: { type: 'string' }, out: { type: 'string' } },
  });
  const file = onlyFile(positionals, 'note');
  const form = values.as !== undefined && Object.hasOwn(FORMS, values.as) ? FORMS[values.as] : undefined;
  if (!form)
    throw new UsageError(
      `${values.as === undefined ? 'say' : `"${values.as}" is not a form: say`} --as ${NAMES.join(', ')}`,
    );
  const evidence = await evidenceOf(values);
  const note = await readNote(file);
  if (!note) return 1;
  const { videoId, edition } = note;
  const text = form({ videoId, edition, timeline: await alignWith(edition, evidence) });
  if (values.out === undefined) await print(text);
  else {
    await writeFile(values.out, text).catch((error: unknown) => {
      throw new UsageError(`${values.out}: cannot be written (${error instanceof Error ? error.message : error})`);
    });
  }
  return 0;
}

function youTubeChapters({ edition, timeline }: Subject): string {
  const { text, fault } = chapterLines(edition, timeline, englishMessage('panel.opening'));
  if (fault === 'too-few') {
    console.error('notes export: YouTube requires at least three chapters, each of at least ten seconds.');
  }
  if (fault === 'too-long')
    console.error('notes export: a description holds 5,000 characters, and these lines are longer.');
  return text;
}
