/**
 * `npm run zip`: the packages for the stores, and the sources they are made of. `npm run build-for-amo`: Firefox's alone, as
 * its reviewers make it. In a checkout everything is built from what git has committed; unpacked sources are built as they are.
 */
import { join } from 'node:path';
import { ROOT } from '../programs.mjs';
import { type Browser, PACKAGES, packagesOf, writePackages } from './packages.ts';
import { git, isCheckout } from './sources.ts';

const browsers = process.argv.slice(2).filter((name): name is Browser => Object.hasOwn(PACKAGES, name));
if (isCheckout(ROOT) && git(ROOT, 'status', '--porcelain') !== '') {
  console.log('! What is not committed is not in these packages.');
}
const folder = join(ROOT, 'artifacts', 'packages');
console.log(writePackages(folder, await packagesOf(ROOT, browsers)).trimEnd());
console.log(`In ${folder}`);
