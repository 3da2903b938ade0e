/** `npm run --silent notes -- <command>`: the command line for authors. */
import * as align from './commands/align.ts';
import * as check from './commands/check.ts';
import * as compile from './commands/compile.ts';
import * as newNote from './commands/new.ts';
import { endWithReader } from './print.ts';

const COMMANDS: Readonly<Record<string, { readonly usage: string; run(args: readonly string[]): Promise<number> }>> = {
  check,
  compile,
  align,
  new: newNote,
};

endWithReader();
const [name = '', ...args] = process.argv.slice(2);
const command = Object.hasOwn(COMMANDS, name) ? COMMANDS[name] : undefined;
if (command && !args.includes('--help')) {
  process.exitCode = await command.run(args);
} else if (command) {
  console.log(command.usage);
} else {
  const all = Object.values(COMMANDS).map(({ usage }) => `  ${usage.split('\n')[0]}`);
  (name === '--help' ? console.log : console.error)(`usage:\n${all.join('\n')}`);
  process.exitCode = name === '--help' ? 0 : 2;
}
