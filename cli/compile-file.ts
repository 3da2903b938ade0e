import { readNoteText } from '../build/list-notes.ts';
import { type CompiledNote, compileNote } from '../compiler/compile.ts';
import { lookupSource } from '../core/glossary/lookup-source.ts';
import { fileFaults, fileProblem } from '../core/library/file-faults.ts';
import type { Edition } from '../core/note/episode.ts';
import { transcriptShare } from '../core/note/join-notes.ts';
import type { Finding, Problem } from '../core/note/problem.ts';
import type { VideoId } from '../core/video/video-id.ts';
import { explanation } from './explanation.ts';
import { toldEdition } from './told-edition.ts';
import type { ToldNote } from './told-episode.ts';

/**
 * What is wanted of an edition: nothing, one line about it or about where it was found, its words or its glossary as JSON,
 * or all of it.
 */
export type Telling = 'nothing' | 'line' | 'explanation' | 'json' | 'glossary' | 'edition';

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
  const read = await readNoteText(file).catch(toError);
  if (read instanceof Error) return failed(file, read);
  if (!read.ok) return withoutEdition(file, read.fault);
  const note = compileNote({ file, text: read.text });
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
  { videoId, edition, taken }: CompiledNote & { edition: Edition; videoId: VideoId },
  telling: Telling,
): string {
  if (telling === 'edition') return JSON.stringify(edition);
  if (telling === 'json') return JSON.stringify(toldEdition(edition, [file]));
  if (telling === 'explanation') return `${file}: ${explanation(edition, taken)}`;
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
  return {
    file,
    videoId: null,
    edition: null,
    told: '',
    problems: [fileProblem(file, fault)],
    sourceLine: 1,
    fingerprint: '',
    noVideo: false,
  };
}
