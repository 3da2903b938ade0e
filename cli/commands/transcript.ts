import { parseArgs } from 'node:util';
import { languageOfCues } from '../../compiler/language.ts';
import { formatClock } from '../../core/time/clock-text.ts';
import { LARGEST_TRANSCRIPT, readTranscript, TRANSCRIPT_FORMS } from '../../core/transcript/decode-transcript.ts';
import { print } from '../print.ts';
import { readNamedText } from '../read-file.ts';
import { onlyFile, UsageError } from '../usage-error.ts';

export const usage = `notes transcript FILE [--json]

Shows a transcript as the panel reads it: its form, its language, and its cues.
It can be ${TRANSCRIPT_FORMS}.
Exit code 1 when the file holds no transcript.

  --json  print {"file", "form", "encoding", "language", "cues": [{"start", "text"}]} and nothing else`;

/** Runs `notes transcript`. Returns the exit code: 0, or 1 when the file holds no transcript. */
export async function run(args: readonly string[]): Promise<number> {
  const { positionals, values } = parseArgs({
    args: [...args],
    allowPositionals: true,
    options: { json: { type: 'boolean', default: false } },
  });
  const file = onlyFile(positionals, 'transcript');
  const { text, encoding } = await readNamedText(file, 'transcript');
  if (text.length > LARGEST_TRANSCRIPT) throw new UsageError(`${file}: it is too large for a transcript`);
  const read = readTranscript(text);
  const { cues = [] } = read?.transcript ?? {};
  const language = read?.transcript.language ?? languageOfCues(cues);
  if (values.json) {
    await print(`${JSON.stringify({ file, form: read?.form ?? null, encoding, language, cues })}\n`);
  } else if (read) {
    const lines = cues.map((cue) => `${formatClock(cue.start)}  ${cue.text}\n`);
    await print(`${read.form}, ${encoding}, language ${language ?? 'unknown'}, ${cues.length} cues\n${lines.join('')}`);
  }
  if (!read) console.error(`notes transcript: ${file}: holds no transcript. It can be ${TRANSCRIPT_FORMS}.`);
  return read ? 0 : 1;
}
