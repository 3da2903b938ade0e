import { createRepeatFinder } from '../../compiler/library.ts';
import type { Problem } from '../../core/note/problem.ts';
import { compileFiles } from '../compile-files.ts';
import { pathArguments } from '../path-arguments.ts';
import { aboutNoVideo, print } from '../print.ts';
import { createSpool, type Place } from '../spool.ts';
import { problemLine, toldProblem } from '../tell-problem.ts';
import { type ToldNote, toldEditions } from '../told-episode.ts';

export const usage = `notes compile PATH… [--json]

Compiles notes (files or folders of .md, .markdown, .txt) to episodes. Several notes for one video are editions side by
side; a transcript file joins the note it belongs to. Files in a folder that are about no video are only counted.

  --json  print {"episodes": […], "noVideo": […], "problems": […]} and nothing else`;

/** An edition of which the output is in the spool. */
interface SpooledNote extends ToldNote {
  readonly place: Place;
}

/** Runs `notes compile`. Returns the exit code: 0, or 1 when a note has an error. */
export async function run(args: readonly string[]): Promise<number> {
  const given = await pathArguments(args);
  const problems: Problem[] = [...given.problems];
  const noVideo: string[] = [];
  const repeats = createRepeatFinder();
  const episodes = new Map<string, SpooledNote[]>();
  const spool = createSpool();
  try {
    for await (const note of compileFiles(given.files, given.json ? 'json' : 'line')) {
      if (note.noVideo && !given.named.has(note.file)) {
        noVideo.push(note.file);
        continue;
      }
      const repeated = repeats.add(note.file, note);
      problems.push(...note.problems, ...repeated);
      if (note.videoId === null || note.edition === null || repeated.length > 0) continue;
      const notes = episodes.get(note.videoId) ?? [];
      notes.push({ ...note.edition, place: spool.add(note.told) });
      episodes.set(note.videoId, notes);
    }
    const sorted = [...episodes].sort(([a], [b]) => (a < b ? -1 : 1));
    if (given.json) await printJson(sorted, ({ place }) => spool.read(place), noVideo, problems);
    else {
      for (const [, notes] of sorted) for (const { place } of notes) await print(`${spool.read(place)}\n`);
      await printError(aboutNoVideo(noVideo.length));
      for (const problem of problems) console.error(problemLine(problem));
    }
  } finally {
    spool.destroy();
  }
  return problems.some(({ severity }) => severity === 'error') ? 1 : 0;
}

const printError = (text: string) => new Promise((resolve) => process.stderr.write(text, () => resolve(null)));

/** Prints piece by piece: the output of a large archive would not fit into one string. */
async function printJson(
  episodes: readonly (readonly [string, readonly SpooledNote[]])[],
  read: (note: SpooledNote) => string,
  noVideo: readonly string[],
  problems: readonly Problem[],
): Promise<void> {
  await print('{"episodes":[');
  for (const [index, [videoId, notes]] of episodes.entries()) {
    const languages = [...new Set(notes.map(({ language }) => language))];
    const head = JSON.stringify({ videoId, languages }).slice(0, -1);
    await print(`${index === 0 ? '' : ','}${head},"editions":[`);
    let first = true;
    for (const told of toldEditions(notes, read)) {
      await print(`${first ? '' : ','}${told}`);
      first = false;
    }
    await print(']}');
  }
  await print(`],"noVideo":${JSON.stringify(noVideo)},"problems":${JSON.stringify(problems.map(toldProblem))}}\n`);
}
