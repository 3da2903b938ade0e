// `npm run zip` and `npm run build-for-amo`: installs what is missing, then runs release/pack.ts on the installed Node.
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { giveUp, installDependencies } from './install.mjs';
import { node, ROOT, toolEnvironment } from './programs.mjs';

try {
  await installDependencies();
} catch (error) {
  if (error.output) console.error(error.output.split('\n').slice(-25).join('\n'));
  giveUp(error.message);
}
const pack = node(join(ROOT, 'scripts', 'release', 'pack.ts'), ...process.argv.slice(2));
process.exit(spawnSync(...pack, { cwd: ROOT, stdio: 'inherit', env: toolEnvironment() }).status ?? 1);
