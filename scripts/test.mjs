// `npm test`: installs what is missing, then runs every check. Ends with `N passed, N failed`.
import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { installChromium, installDependencies, installDisplay, installFirefox, run } from './install.mjs';
import { npm, ROOT, toolEnvironment } from './programs.mjs';

const REPORTS = join(ROOT, 'artifacts', 'reports');
let passed = 0;
let failed = 0;

const report = (name) => join(REPORTS, `${name}.json`);
const readReport = (name) => (existsSync(report(name)) ? JSON.parse(readFileSync(report(name), 'utf8')) : null);

/** A check without separate tests counts as one. */
const asOne = () => null;
const ofVitest = (name) => () => {
  const result = readReport(name);
  return result && { passed: result.numPassedTests, failed: result.numFailedTests + result.numFailedTestSuites };
};
const ofPlaywright = (name) => () => {
  const result = readReport(name);
  for (const title of unsteady(result?.suites ?? [])) console.log(`! passed only when tried again: ${title}`);
  return result && { passed: result.stats.expected + result.stats.flaky, failed: result.stats.unexpected };
};

/** Titles of flaky tests, which failed once and then passed. */
const unsteady = (suites) =>
  suites.flatMap(({ suites: inner = [], specs = [] }) => [
    ...unsteady(inner),
    ...specs.filter(({ tests }) => tests.some(({ status }) => status === 'flaky')).map(({ title }) => title),
  ]);

/** Runs one of package.json's scripts and counts its tests. */
async function step(title, [script, ...args], count = asOne, env = {}) {
  let error = null;
  try {
    await run(title, npm('run', '--silent', script, '--', ...args), { env: { ...toolEnvironment(), ...env } });
  } catch (caught) {
    error = caught;
  }
  const counted = count();
  passed += counted?.passed ?? (error ? 0 : 1);
  failed += Math.max(counted?.failed ?? 0, error ? 1 : 0);
  if (error) console.log(`✗ ${title}\n${(error.output ?? error.message).split('\n').slice(-80).join('\n')}\n`);
}

try {
  await installDependencies();
  const browsers = { SLEEVENOTES_CHROMIUM: await installChromium(), SLEEVENOTES_FIREFOX: await installFirefox() };
  await installDisplay();
  rmSync(REPORTS, { recursive: true, force: true });
  mkdirSync(REPORTS, { recursive: true });

  await step('format and lint', ['lint']);
  await step('types', ['types']);
  await step('walls between the rooms', ['walls']);
  await step('unused files, exports and dependencies', ['unused']);
  await step('build for Chromium', ['build']);
  await step('build for Firefox', ['build:firefox']);
  await step('sizes', ['sizes']);
  await step("Mozilla's linter of extensions", ['lint:extension']);
  await step(
    'unit and component tests',
    ['test:unit', '--reporter=default', '--reporter=json', `--outputFile.json=${report('unit')}`],
    ofVitest('unit'),
  );
  // In the builds made above.
  await step('in Chromium and Firefox', ['built', '--reporter=line,json', '--retries=1'], ofPlaywright('browsers'), {
    ...browsers,
    PLAYWRIGHT_JSON_OUTPUT_NAME: report('browsers'),
  });
} catch (error) {
  // The installation failed, so no later step could run.
  console.log(error.output ? error.output.split('\n').slice(-25).join('\n') : '');
  console.log(`✗ ${error.message}`);
  failed++;
}
console.log(`${passed} passed, ${failed} failed`);
process.exit(failed > 0 || passed === 0 ? 1 : 0);
