// `npm start`: installs what is missing, then runs walk.ts on the installed Node. Works on a bare Node 20.
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { delimiter, join, resolve } from 'node:path';
import { giveUp, installChromium, installDependencies } from './install.mjs';
import { node, ROOT, toolEnvironment } from './programs.mjs';

const USAGE = 'usage: npm start -- [--notes DIR]… [--catalog DIR] [--headless]';
const notes = [];
let catalog = '';
let headless = process.platform === 'linux' && !process.env.DISPLAY && !process.env.WAYLAND_DISPLAY;
const args = process.argv.slice(2);
while (args.length > 0) {
  const arg = args.shift();
  if (arg === '--headless') headless = true;
  else if (arg === '--notes') {
    const folder = args.shift();
    if (!folder) giveUp(`--notes needs a folder. ${USAGE}`);
    if (!existsSync(folder)) giveUp(`--notes ${folder}: there is no such folder.`);
    notes.push(resolve(folder));
  } else if (arg === '--catalog') {
    const folder = args.shift();
    if (!folder) giveUp(`--catalog needs a folder. ${USAGE}`);
    if (!existsSync(join(folder, 'catalog.json')))
      giveUp(`--catalog ${folder}: there is no catalog.json. Make one: npm run notes -- publish NOTES --out ${folder}`);
    catalog = resolve(folder);
  } else giveUp(`${arg} is not known. ${USAGE}`);
}

try {
  await installDependencies();
  const chromium = await installChromium();
  const { status } = spawnSync(...node(join(ROOT, 'scripts', headless ? 'walk.ts' : 'browse.ts'), ...notes), {
    cwd: ROOT,
    stdio: 'inherit',
    env: {
      ...toolEnvironment(),
      SLEEVENOTES_CHROMIUM: chromium,
      SLEEVENOTES_CATALOG: catalog,
      SLEEVENOTES_NOTES: notes.join(delimiter),
    },
  });
  process.exit(status ?? 1);
} catch (error) {
  if (error.output) console.error(error.output.split('\n').slice(-25).join('\n'));
  giveUp(error.message);
}
