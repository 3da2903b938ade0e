import { parseArgs } from 'node:util';
import { fileFaults, fileProblem } from '../core/library/file-faults.ts';
import type { Problem } from '../core/note/problem.ts';
import { notePaths } from './note-paths.ts';
import { UsageError } from './usage-error.ts';

/**
 * The arguments of a command on notes: `PATH… [--json]`. `problems`: links that are left out. Throws a usage error when they make no
 * sense.
 */
export async function pathArguments(
  args: readonly string[],
): Promise<{ readonly files: readonly string[]; readonly problems: readonly Problem[]; readonly json: boolean }> {
  const { values, positionals } = parseArgs({
    args: [...args],
    options: { json: { type: 'boolean', default: false } },
    allowPositionals: true,
  });
  if (positionals.length === 0) throw new UsageError('name a note or a folder of notes');
  const { files, links } = await notePaths(positionals);
  return { files, problems: links.map((link) => fileProblem(link, fileFaults.linked())), json: values.json };
}
