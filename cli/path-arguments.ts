import { parseArgs } from 'node:util';
import { notePaths } from './note-paths.ts';

/** The arguments of a command on notes: `PATH… [--json]`. `null` (and why, on standard error) when they make no sense. */
export async function pathArguments(
  command: string,
  args: readonly string[],
): Promise<{ readonly files: readonly string[]; readonly json: boolean } | null> {
  try {
    const { values, positionals } = parseArgs({
      args: [...args],
      options: { json: { type: 'boolean', default: false } },
      allowPositionals: true,
    });
    if (positionals.length === 0) throw new Error('name a note or a folder of notes');
    return { files: await notePaths(positionals), json: values.json };
  } catch (error) {
    console.error(`notes ${command}: ${error instanceof Error ? error.message : error}`);
    return null;
  }
}
