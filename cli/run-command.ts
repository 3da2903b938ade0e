import * as align from './commands/align.ts';
import * as check from './commands/check.ts';
import * as compile from './commands/compile.ts';
import * as exportNote from './commands/export.ts';
import * as lookup from './commands/lookup.ts';
import * as newNote from './commands/new.ts';
import * as publish from './commands/publish.ts';
import * as transcript from './commands/transcript.ts';
import { systemSentence } from './system-error.ts';
import { isUsageError } from './usage-error.ts';

interface Command {
  /** The help text; the first line is the synopsis. */
  readonly usage: string;
  /** Returns the exit code; throws a usage error when the arguments are invalid. */
  run(args: readonly string[]): Promise<number>;
}

const COMMANDS: Readonly<Record<string, Command>> = {
  check,
  compile,
  align,
  lookup,
  export: exportNote,
  transcript,
  publish,
  new: newNote,
};

/** Runs one command. Returns the exit code: 2 after printing a usage error, 1 after one of the file system. */
export async function runCommand(name: string, args: readonly string[]): Promise<number> {
  const command = Object.hasOwn(COMMANDS, name) ? COMMANDS[name] : undefined;
  if (!command) {
    const calls = Object.values(COMMANDS).map(({ usage }) => `  ${firstLine(usage)}`);
    const asked = name === '--help';
    (asked ? console.log : console.error)(`usage:\n${calls.join('\n')}`);
    return asked ? 0 : 2;
  }
  if (args.includes('--help')) {
    console.log(command.usage);
    return 0;
  }
  try {
    return await command.run(args);
  } catch (error) {
    const refused = systemSentence(error);
    if (refused !== null) {
      console.error(`notes ${name}: ${refused}`);
      return 1;
    }
    if (!isUsageError(error)) throw error;
    console.error(`notes ${name}: ${error.message}\n\nusage: ${firstLine(command.usage)}`);
    return 2;
  }
}

const firstLine = (text: string) => text.split('\n', 1)[0] ?? '';
