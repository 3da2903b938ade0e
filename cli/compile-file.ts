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

/** The output for an edition: none, one line about it or about where its parts were found, its text or its glossary as JSON. */
export type Telling = 'nothing' | 'line' | 'explanation' | 'json' | 'glossary';

/** The result for one file. Small, whatever the note's size, unless `told` is JSON. */
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
  const { note, compiled } = await readAndCompile(file);
  return note ? { ...compiled, told: tell(file, note, telling) } : compiled;
}

/** A compiled note that has an edition. */
export type NoteWithEdition = Extract<CompiledNote, { readonly edition: Edition }>;

/** As {@link compileFile}, with the note itself in place of output; `null` when there is none. */
export async function readAndCompile(
  file: string,
): Promise<{ readonly note: NoteWithEdition | null; readonly compiled: CompiledFile }> {
  const read = await readNoteText(file).catch(toError);
  if (read instanceof Error) return { note: null, compiled: failed(file, read) };
  if (!read.ok) return { note: null, compiled: withoutEdition(file, read.fault) };
  const note = compileNote({ file, text: read.text });
  const { videoId, edition, problems, sourceLine, fingerprint, noVideo } = note;
  const told = edition && { language: edition.language, share: transcriptShare(edition) };
  const compiled = { file, videoId, edition: told, told: '', problems, sourceLine, fingerprint, noVideo };
  return { note: note.edition ? note : null, compiled };
}

function tell(file: string, { videoId, edition, taken }: NoteWithEdition, telling: Telling): string {
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

/** The result for a file that could not be read or compiled. */
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
