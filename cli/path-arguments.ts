import { parseArgs } from 'node:util';
import { fileFaults, fileProblem } from '../core/library/file-faults.ts';
import type { Problem } from '../core/note/problem.ts';
import { notePaths } from './note-paths.ts';
import { UsageError } from './usage-error.ts';

/** What a command on notes is given. */
export interface PathArguments {
  readonly files: readonly string[];
  /** The files that were named one by one, not by their folder. */
  readonly named: ReadonlySet<string>;
  /** Links, which are left out. */
  readonly problems: readonly Problem[];
  readonly json: boolean;
  readonly explain: boolean;
}

/** The arguments of a command on notes: `PATH… [--json] [--explain]`. Throws a usage error when they make no sense. */
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
