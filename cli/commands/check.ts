import { createRepeatFinder } from '../../compiler/library.ts';
import type { Problem } from '../../core/note/problem.ts';
import { compileFiles } from '../compile-files.ts';
import { pathArguments } from '../path-arguments.ts';
import { aboutNoVideo, print } from '../print.ts';
import { problemLine, toldProblem } from '../tell-problem.ts';

export const usage = `notes check PATH… [--explain] [--json]

Reads notes (files or folders of .md, .markdown, .txt) and reports problems, one per line.
Files in a folder that are about no video are only counted. Exit code 1 when a note has an error.

  --explain  show for each note where its video, title, times and summary were found, and list the files about no video
  --json     print {"notes": …, "noVideo": […], "problems": […]} and nothing else`;

/** Runs `notes check`. Returns the exit code: 0, or 1 when a note has an error. */
export async function run(args: readonly string[]): Promise<number> {
  const given = await pathArguments(args);
  const problems: Problem[] = [...given.problems];
  const noVideo: string[] = [];
  const repeats = createRepeatFinder();
  for await (const note of compileFiles(given.files, given.explain ? 'explanation' : 'nothing')) {
    if (note.noVideo && !given.named.has(note.file)) {
      noVideo.push(note.file);
      continue;
    }
    problems.push(...note.problems, ...repeats.add(note.file, note));
    if (note.told !== '' && !given.json) await print(`${note.told}\n`);
  }
  const notes = given.files.length - noVideo.length;
  const errors = problems.filter(({ severity }) => severity === 'error').length;
  if (given.json) await print(`${JSON.stringify({ notes, noVideo, problems: problems.map(toldProblem) })}\n`);
  else {
    const lines = problems.map((problem) => `${problemLine(problem)}\n`);
    const others = given.explain ? noVideo.map((file) => `${file}: about no video\n`) : [];
    const counted = aboutNoVideo(noVideo.length);
    await print(
      `${[...others, ...lines].join('')}${counted}${notes} notes, ${errors} errors, ${problems.length - errors} warnings\n`,
    );
  }
  return errors > 0 ? 1 : 0;
}
