import { compileNote } from '../compiler/compile.ts';
import type { Edition } from '../core/note/episode.ts';
import type { Encoding } from '../core/text/decode-text.ts';
import type { VideoId } from '../core/video/video-id.ts';
import { readNamedText } from './read-file.ts';
import { problemLine } from './tell-problem.ts';

/** Reads and compiles one note; `null` (and its problems on standard error) when it has an error. */
export async function readNote(file: string): Promise<{
  readonly text: string;
  readonly encoding: Encoding;
  readonly videoId: VideoId;
  readonly edition: Edition;
} | null> {
  const { text, encoding } = await readNamedText(file, 'note');
  const { videoId, edition, problems } = compileNote({ file, text });
  if (edition) return { text, encoding, videoId, edition };
  for (const problem of problems) console.error(problemLine(problem));
  return null;
}
