import { createClashFinder } from '../../compiler/library.ts';
import type { Problem } from '../../core/note/problem.ts';
import { compileFiles } from '../compile-files.ts';
import { pathArguments } from '../path-arguments.ts';
import { print } from '../print.ts';
import { problemLine, toldProblem } from '../tell-problem.ts';

export const usage = `notes check PATH… [--json]

Reads notes (files or folders of .md, .markdown, .txt) and says what is wrong with them, one problem a line.
Exit code 1 when a note has an error.

  --json  print {"notes": …, "problems": […]} and nothing else`;

/** Runs `notes check`. Returns the exit code: 0, or 1 when a note has an error. */
export async function run(args: readonly string[]): Promise<number> {
  const given = await pathArguments(args);
  const problems: Problem[] = [...given.problems];
  const clashes = createClashFinder();
  for await (const note of compileFiles(given.files, 'nothing')) {
    problems.push(...note.problems, ...clashes.add(note.file, note));
  }
  const notes = given.files.length;
  const errors = problems.filter(({ severity }) => severity === 'error').length;
  if (given.json) await print(`${JSON.stringify({ notes, problems: problems.map(toldProblem) })}\n`);
  else {
    const lines = problems.map((problem) => `${problemLine(problem)}\n`);
    await print(`${lines.join('')}${notes} notes, ${errors} errors, ${problems.length - errors} warnings\n`);
  }
  return errors > 0 ? 1 : 0;
}
