// `npm run release -- <version>`: installs what is missing, then runs release/release.ts on the installed Node.
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { giveUp, installChromium, installDependencies, installFirefox } from './install.mjs';
import { node, ROOT, toolEnvironment } from './programs.mjs';

const [version, ...more] = process.argv.slice(2);
if (version === undefined || more.length > 0) giveUp('usage: npm run release -- <version>, e.g. 0.2.0');
try {
  await installDependencies();
  const browsers = { SLEEVENOTES_CHROMIUM: await installChromium(), SLEEVENOTES_FIREFOX: await installFirefox() };
  const release = node(join(ROOT, 'scripts', 'release', 'release.ts'), version);
  const { status } = spawnSync(...release, { cwd: ROOT, stdio: 'inherit', env: { ...toolEnvironment(), ...browsers } });
  process.exit(status ?? 1);
} catch (error) {
  if (error.output) console.error(error.output.split('\n').slice(-25).join('\n'));
  giveUp(error.message);
}
