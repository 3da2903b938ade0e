import { readFile } from 'node:fs/promises';
import { type CompiledNote, compileNote } from '../compiler/compile.ts';
import { fileFaults, fileProblem } from '../core/library/file-faults.ts';
import type { Edition } from '../core/note/episode.ts';
import { transcriptShare } from '../core/note/join-notes.ts';
import type { Problem } from '../core/note/problem.ts';
import type { VideoId } from '../core/video/video-id.ts';
import { explanation } from './explanation.ts';
import { toldEdition } from './told-edition.ts';
import type { ToldNote } from './told-episode.ts';

/** What is wanted of an edition: nothing, one line about it or about where it was found, its words as JSON, or itself. */
export type Telling = 'nothing' | 'line' | 'explanation' | 'json' | 'edition';

/** A note read and compiled; small, whatever the note's size, unless it is told as JSON. */
export interface CompiledFile {
  readonly file: string;
  readonly videoId: VideoId | null;
  readonly edition: ToldNote | null;
  readonly sourceLine: number;
  readonly fingerprint: string;
  readonly noVideo: boolean;
  readonly told: string;
  readonly problems: readonly Problem[];
}

/** Reads and compiles one file. Never rejects: a file that cannot be read is a problem like any other. */
export async function compileFile(file: string, telling: Telling): Promise<CompiledFile> {
  const text = await readFile(file, 'utf8').catch((error: unknown) => failed(file, error));
  if (typeof text !== 'string') return text;
  const note = compileNote({ file, text });
  const { videoId, edition, problems, sourceLine, fingerprint, noVideo } = note;
  return {
    file,
    videoId,
    edition: edition && { language: edition.language, share: transcriptShare(edition) },
    told: note.edition ? tell(file, note, telling) : '',
    problems,
    sourceLine,
    fingerprint,
    noVideo,
  };
}

function tell(
  file: string,
  { videoId, edition, taken }: CompiledNote & { edition: Edition },
  telling: Telling,
): string {
  if (telling === 'edition') return JSON.stringify(edition);
  if (telling === 'json') return JSON.stringify(toldEdition(edition, [file]));
  if (telling === 'explanation') return `${file}: ${explanation(edition, taken)}`;
  const { language, sections, glossary, title } = edition;
  return telling === 'line'
    ? `${videoId} ${language} ${sections.length} sections ${glossary.length} terms ${title}`
    : '';
}

/** The result for a file nothing could be made of. */
export function failed(file: string, error: unknown): CompiledFile {
  const reason = error instanceof Error ? error.message : String(error);
  const problem = fileProblem(file, fileFaults.unreadable(reason));
  return {
    file,
    videoId: null,
    edition: null,
    told: '',
    problems: [problem],
    sourceLine: 1,
    fingerprint: '',
    noVideo: false,
  };
}
