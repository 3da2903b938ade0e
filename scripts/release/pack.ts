/**
 * `npm run zip`: the packages for the stores, and their sources. `npm run build-for-amo`: Firefox's alone, as its reviewers build
 * it. In a checkout everything is built from the last commit; unpacked sources are built as they are.
 */
import { join } from 'node:path';
import { ROOT } from '../programs.mjs';
import { type Browser, PACKAGES, packagesOf, writePackages } from './packages.ts';
import { git, isCheckout } from './sources.ts';

const browsers = process.argv.slice(2).filter((name): name is Browser => Object.hasOwn(PACKAGES, name));
if (isCheckout(ROOT) && git(ROOT, 'status', '--porcelain') !== '') {
  console.log('! Uncommitted changes are not in these packages.');
}
const folder = join(ROOT, 'artifacts', 'packages');
console.log(writePackages(folder, await packagesOf(ROOT, browsers)).trimEnd());
console.log(`In ${folder}`);
