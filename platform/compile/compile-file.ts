import { compileNote } from '../../compiler/compile.ts';
import type { AddConversion } from '../../compiler/convert-script.ts';
import { packNames } from '../../core/glossary/packed-names.ts';
import { fileFaults, fileProblem } from '../../core/library/file-faults.ts';
import { otherScript } from '../../core/note/other-script.ts';
import type { Problem } from '../../core/note/problem.ts';
import { decodeText } from '../../core/text/decode-text.ts';
import { gzip } from '../store/gzip.ts';
import { EDITION_FORMAT } from '../store/schema.ts';
import type { CompiledRecord } from '../store/write-notes.ts';

/** A file to compile, and where it comes from. */
export interface FileToCompile {
  readonly path: string;
  readonly bytes: Uint8Array<ArrayBuffer>;
  readonly source: string;
  readonly revision: string;
  readonly importedAt: number;
}

export interface CompiledFile {
  /** `null` exactly when `problems` holds an error. */
  readonly record: CompiledRecord | null;
  readonly problems: readonly Problem[];
  /** Whether it has no note because it is about no video on YouTube. */
  readonly noVideo: boolean;
}

/**
 * Makes a file ready to be kept. Never rejects because of what is in the file.
 * @param conversion Asked for with the first Chinese note.
 */
export async function compileFile(
  { path, bytes, source, revision, importedAt }: FileToCompile,
  conversion: () => Promise<AddConversion>,
): Promise<CompiledFile> {
  const decoded = decodeText(bytes, TextDecoder);
  if (!decoded.ok) {
    return { record: null, problems: [fileProblem(path, fileFaults.undecodable[decoded.reason]())], noVideo: false };
  }
  const { videoId, edition: written, problems, noVideo } = compileNote({ file: path, text: decoded.text });
  if (!written) return { record: null, problems, noVideo };
  // With its conversion, also when the episode has the other script of Chinese at present: a later import can change that.
  const edition = otherScript(written.language) === null ? written : (await conversion())(written);
  const [packed, file] = await Promise.all([gzip(new TextEncoder().encode(JSON.stringify(edition))), gzip(bytes)]);
  return {
    problems,
    noVideo: false,
    record: {
      packedNames: packNames(edition),
      note: {
        videoId,
        format: EDITION_FORMAT,
        edition: packed,
        file,
        summary: {
          language: edition.language,
          title: edition.title,
          sections: edition.sections.length,
          terms: edition.glossary.length,
          revision,
          file: path,
          source,
          importedAt,
          bytes: bytes.length,
          ...(edition.date !== null && { date: edition.date }),
          hasTimes: Object.keys(edition.timestamps).length > 0,
          hasTranscript: edition.transcript !== undefined,
          ...(edition.tags && { tags: edition.tags }),
        },
      },
    },
  };
}
