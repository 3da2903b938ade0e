// `npm run store:pictures [-- [--built] FOLDER]`: installs what is missing, then runs release/pictures.ts on the installed
// Node. `--built`: pictures of the build that is there already.
import { spawnSync } from 'node:child_process';
import { join, resolve } from 'node:path';
import { giveUp, installChromium, installDependencies } from './install.mjs';
import { node, ROOT, toolEnvironment } from './programs.mjs';

const args = process.argv.slice(2);
const built = args.includes('--built') ? ['--built'] : [];
const [folder = 'artifacts/store'] = args.filter((arg) => arg !== '--built');
try {
  await installDependencies();
  const env = { ...toolEnvironment(), SLEEVENOTES_CHROMIUM: await installChromium() };
  const pictures = node(join(ROOT, 'scripts', 'release', 'pictures.ts'), resolve(folder), ...built);
  process.exit(spawnSync(...pictures, { cwd: ROOT, stdio: 'inherit', env }).status ?? 1);
} catch (error) {
  if (error.output) console.error(error.output.split('\n').slice(-25).join('\n'));
  giveUp(error.message);
}
