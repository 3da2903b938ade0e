import { readNoteText } from '../build/list-notes.ts';
import { compileNote } from '../compiler/compile.ts';
import { lookupSource } from '../core/glossary/lookup-source.ts';
import { fileFaults, fileProblem } from '../core/library/file-faults.ts';
import type { Edition } from '../core/note/episode.ts';
import type { Finding, Problem } from '../core/note/problem.ts';
import type { VideoId } from '../core/video/video-id.ts';
import { toldEdition } from './told-edition.ts';

/** What is wanted of an edition: nothing, one line about it, all of it as JSON, or its glossary for lookups as JSON. */
export type Telling = 'nothing' | 'line' | 'json' | 'glossary';

/** A note read and compiled; small, whatever the note's size, unless it is told as JSON. */
export interface CompiledFile {
  readonly file: string;
  readonly videoId: VideoId | null;
  readonly edition: Pick<Edition, 'language'> | null;
  readonly sourceLine: number;
  readonly told: string;
  readonly problems: readonly Problem[];
}

/** Reads and compiles one file. Never rejects: a file that cannot be read is a problem like any other. */
export async function compileFile(file: string, telling: Telling): Promise<CompiledFile> {
  const read = await readNoteText(file).catch(toError);
  if (read instanceof Error) return failed(file, read);
  if (!read.ok) return withoutEdition(file, read.fault);
  const { text } = read;
  const { videoId, edition, problems, sourceLine } = compileNote({ file, text });
  return {
    file,
    videoId,
    edition: edition && { language: edition.language },
    told: edition ? tell(file, videoId, edition, telling) : '',
    problems,
    sourceLine,
  };
}

function tell(file: string, videoId: VideoId, edition: Edition, telling: Telling): string {
  if (telling === 'json') return JSON.stringify(toldEdition(edition));
  if (telling === 'glossary') {
    const note = { origin: 'own', source: 'files', path: file } as const;
    return JSON.stringify(lookupSource(videoId, { ...edition, note }));
  }
  const { language, sections, glossary, title } = edition;
  return telling === 'line'
    ? `${videoId} ${language} ${sections.length} sections ${glossary.length} terms ${title}`
    : '';
}

/** The result for a file nothing could be made of. */
export function failed(file: string, error: unknown): CompiledFile {
  return withoutEdition(file, fileFaults.unreadable(toError(error).message));
}

const toError = (error: unknown) => (error instanceof Error ? error : new Error(String(error)));

function withoutEdition(file: string, fault: Finding): CompiledFile {
  return { file, videoId: null, edition: null, told: '', problems: [fileProblem(file, fault)], sourceLine: 1 };
}
