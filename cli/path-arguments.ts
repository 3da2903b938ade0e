import { parseArgs } from 'node:util';
import { fileFaults, fileProblem } from '../core/library/file-faults.ts';
import type { Problem } from '../core/note/problem.ts';
import { notePaths } from './note-paths.ts';
import { UsageError } from './usage-error.ts';

/** The arguments of a command on notes. */
export interface PathArguments {
  readonly files: readonly string[];
  /** The paths given on the command line; a file among them was named itself, not found in a folder. */
  readonly named: ReadonlySet<string>;
  /** Symbolic links, which are skipped. */
  readonly problems: readonly Problem[];
  readonly json: boolean;
  readonly explain: boolean;
}

/** Parses the arguments of a command on notes: `PATH… [--json] [--explain]`. Throws a usage error when they are invalid. */
export async function pathArguments(args: readonly string[]): Promise<PathArguments> {
  const { values, positionals } = parseArgs({
    args: [...args],
    options: { json: { type: 'boolean', default: false }, explain: { type: 'boolean', default: false } },
    allowPositionals: true,
  });
  if (positionals.length === 0) throw new UsageError('name a note or a folder of notes');
  const { files, links } = await notePaths(positionals);
  const problems = links.map((link) => fileProblem(link, fileFaults.linked()));
  return { files, named: new Set(positionals), problems, ...values };
}
