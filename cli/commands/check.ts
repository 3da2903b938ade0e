import { readFile } from 'node:fs/promises';
import { parseArgs } from 'node:util';
import { compileNote } from '../../compiler/compile.ts';
import { createClashFinder } from '../../compiler/library.ts';
import type { Problem } from '../../core/note/problem.ts';
import { notePaths } from '../note-paths.ts';
import { createProgress } from '../progress.ts';

export const usage = `notes check PATH… [--json]

Reads notes (files or folders of .md, .markdown, .txt) and says what is wrong with them, one problem a line.
Exit code 1 when a note has an error.

  --json  print {"notes": …, "problems": […]} and nothing else`;

/** Runs `notes check`. Returns the exit code: 0, 1 when a note has an error, 2 when the call makes no sense. */
export async function run(args: readonly string[]): Promise<number> {
  let paths: string[];
  let json: boolean;
  try {
    const { values, positionals } = parseArgs({
      args: [...args],
      options: { json: { type: 'boolean', default: false } },
      allowPositionals: true,
    });
    if (positionals.length === 0) throw new Error('name a note or a folder of notes');
    json = values.json;
    paths = await notePaths(positionals);
  } catch (error) {
    console.error(`notes check: ${error instanceof Error ? error.message : error}`);
    return 2;
  }
  const problems: Problem[] = [];
  const clashes = createClashFinder();
  const progress = createProgress(paths.length);
  for (const file of paths) {
    const text = await readFile(file, 'utf8');
    const note = compileNote({ file, text });
    problems.push(...note.problems, ...clashes.add(file, note));
    progress.step();
  }
  progress.end();
  const errors = problems.filter(({ severity }) => severity === 'error').length;
  if (json) console.log(JSON.stringify({ notes: paths.length, problems }));
  else {
    for (const { file, line, column, severity, rule, message } of problems) {
      console.log(`${file}:${line}:${column} ${severity} ${rule} ${message}`);
    }
    console.log(`${paths.length} notes, ${errors} errors, ${problems.length - errors} warnings`);
  }
  return errors > 0 ? 1 : 0;
}
