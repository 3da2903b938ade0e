import { createClashFinder } from '../../compiler/library.ts';
import type { Problem } from '../../core/note/problem.ts';
import { compileFiles } from '../compile-files.ts';
import { pathArguments } from '../path-arguments.ts';
import { print } from '../print.ts';
import { createSpool, type Place } from '../spool.ts';
import { problemLine, toldProblem } from '../tell-problem.ts';

export const usage = `notes compile PATH… [--json]

Compiles notes (files or folders of .md, .markdown, .txt) to episodes.

  --json  print {"episodes": […], "problems": […]} and nothing else`;

/** Runs `notes compile`. Returns the exit code: 0, or 1 when a note has an error. */
export async function run(args: readonly string[]): Promise<number> {
  const given = await pathArguments(args);
  const problems: Problem[] = [...given.problems];
  const clashes = createClashFinder();
  /** Editions told so far, by video and language; of two for the same the later one stays. */
  const episodes = new Map<string, Map<string, Place>>();
  const spool = await createSpool();
  try {
    for await (const note of compileFiles(given.files, given.json ? 'json' : 'line')) {
      problems.push(...note.problems, ...clashes.add(note.file, note));
      if (note.videoId === null || note.edition === null) continue;
      const editions = episodes.get(note.videoId) ?? new Map<string, Place>();
      episodes.set(note.videoId, editions.set(note.edition.language, await spool.add(note.told)));
    }
    const sorted = [...episodes].sort(([a], [b]) => (a < b ? -1 : 1));
    if (given.json) await printJson(sorted, spool.read, problems);
    else {
      for (const [, editions] of sorted)
        for (const place of editions.values()) await print(`${await spool.read(place)}\n`);
      for (const problem of problems) console.error(problemLine(problem));
    }
  } finally {
    await spool.destroy();
  }
  return problems.some(({ severity }) => severity === 'error') ? 1 : 0;
}

/** Piece by piece: the whole of a large archive would not fit into one string. */
async function printJson(
  episodes: readonly (readonly [string, ReadonlyMap<string, Place>])[],
  read: (place: Place) => Promise<string>,
  problems: readonly Problem[],
): Promise<void> {
  await print('{"episodes":[');
  for (const [index, [videoId, editions]] of episodes.entries()) {
    const head = JSON.stringify({ videoId, languages: [...editions.keys()] }).slice(0, -1);
    await print(`${index === 0 ? '' : ','}${head},"editions":[`);
    const told = [...editions.values()];
    for (const [at, place] of told.entries()) await print(`${at === 0 ? '' : ','}${await read(place)}`);
    await print(']}');
  }
  await print(`],"problems":${JSON.stringify(problems.map(toldProblem))}}\n`);
}
