/** `npm run --silent notes -- <command>`: the command line for authors. */
import { endWithReader } from './print.ts';
import { runCommand } from './run-command.ts';

endWithReader();
const [name = '', ...args] = process.argv.slice(2);
process.exitCode = await runCommand(name, args);
