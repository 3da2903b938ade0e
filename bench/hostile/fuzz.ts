/**
 * `npm run fuzz`: runs hostile notes, transcripts and backups through the code that reads them, without a browser. Prints each
 * that takes longer than two seconds of processor time or throws, and the slowest kinds.
 *
 * --notes 2000 --transcripts 500 --backups 200: how many of each
 * --seed 1: the seed of the random numbers; --kind TEXT: only kinds whose name contains it
 */
import { parseArgs } from 'node:util';
import { createConversion } from '../../compiler/convert-script.ts';
import { wholeScriptWords } from '../../compiler/script-words.ts';
import { readBackup, withBackup, writeBackup } from '../../core/settings/backup.ts';
import { readSettings } from '../../core/settings/migrations.ts';
import { compileFile } from '../../platform/compile/compile-file.ts';
import { readTranscriptFile } from '../../platform/files/read-transcript.ts';
import { hostileBackup } from './backups.ts';
import { hostileNote } from './notes.ts';
import { hostileTranscript } from './transcripts.ts';

const { values } = parseArgs({
  options: {
    notes: { type: 'string', default: '2000' },
    transcripts: { type: 'string', default: '500' },
    backups: { type: 'string', default: '200' },
    seed: { type: 'string', default: '1' },
    kind: { type: 'string', default: '' },
  },
});
const LIMIT_MS = 2000;
const seed = Number(values.seed);
const empty = {
  settings: readSettings(undefined),
  corrections: new Map(),
  recents: [],
  chosenNotes: new Map(),
  chosenFolders: [],
  times: new Map(),
  chosenLanguages: new Map(),
  places: [],
  marks: [],
};

const conversion = createConversion(wholeScriptWords());

interface Case {
  readonly kind: string;
  readonly name: string;
  readonly run: () => Promise<unknown> | unknown;
}

function noteCase(at: number): Case {
  const { kind, name, bytes } = hostileNote(seed, at, 'noNoteHere1');
  const file = { path: name, bytes, source: 's', revision: 'r', importedAt: 0 };
  return { kind, name, run: () => compileFile(file, async () => conversion) };
}

function transcriptCase(at: number): Case {
  const { kind, name, text } = hostileTranscript(seed, at);
  return { kind, name, run: () => readTranscriptFile(new File([text], name)) };
}

function backupCase(at: number): Case {
  const { kind, name, text } = hostileBackup(seed, at);
  const run = () => {
    const reading = readBackup(text);
    if (!reading.ok) return;
    // An accepted backup must survive being written and read again.
    const again = readBackup(writeBackup(withBackup(empty, reading.kept)));
    if (!again.ok) throw new Error(`accepted, and then refused: ${JSON.stringify(again.problem)}`);
  };
  return { kind, name, run };
}

let failures = 0;

async function runAll(what: string, count: number, make: (at: number) => Case): Promise<void> {
  const slowest = new Map<string, { ms: number; name: string }>();
  for (let at = 0; at < count; at++) {
    const { kind, name, run } = make(at);
    if (!kind.includes(values.kind)) continue;
    const start = process.cpuUsage();
    try {
      await run();
    } catch (error) {
      failures++;
      console.log(`${what} ${name} (${kind}) threw: ${error instanceof Error ? error.message.slice(0, 300) : error}`);
    }
    const { user, system } = process.cpuUsage(start);
    const ms = (user + system) / 1000;
    if (ms > LIMIT_MS) {
      failures++;
      console.log(`${what} ${name} (${kind}) took ${Math.round(ms)} ms`);
    }
    if (ms > (slowest.get(kind)?.ms ?? 0)) slowest.set(kind, { ms, name });
  }
  const ranked = [...slowest].sort(([, a], [, b]) => b.ms - a.ms).slice(0, 12);
  console.log(`\nSlowest ${what}s:`);
  for (const [kind, { ms, name }] of ranked)
    console.log(`${Math.round(ms).toString().padStart(6)} ms  ${kind} (${name})`);
}

await runAll('note', Number(values.notes), noteCase);
await runAll('transcript', Number(values.transcripts), transcriptCase);
await runAll('backup', Number(values.backups), backupCase);
console.log(failures === 0 ? '\nNothing took longer than 2 s, nothing threw.' : `\n${failures} failures`);
process.exitCode = failures === 0 ? 0 : 1;
