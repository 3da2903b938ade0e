import { parseArgs } from 'node:util';
import { notePaths } from './note-paths.ts';
import { UsageError } from './usage-error.ts';

/** The arguments of a command on notes: `PATH… [--json]`. Throws a usage error when they make no sense. */
export async function pathArguments(
  args: readonly string[],
): Promise<{ readonly files: readonly string[]; readonly json: boolean }> {
  const { values, positionals } = parseArgs({
    args: [...args],
    options: { json: { type: 'boolean', default: false } },
    allowPositionals: true,
  });
  if (positionals.length === 0) throw new UsageError('name a note or a folder of notes');
  return { files: await notePaths(positionals), json: values.json };
}
