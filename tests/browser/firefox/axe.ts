import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';

const AXE = await readFile(
  createRequire(import.meta.resolve('@axe-core/playwright')).resolve('axe-core/axe.min.js'),
  'utf8',
);

/** The body of a function that answers with what axe finds in its document, a line a rule. */
export const VIOLATIONS = `${AXE};
  return window.axe.run().then(({ violations }) =>
    violations.map(({ id, nodes }) => id + ': ' + nodes.map(({ html }) => html).join(' | ')));`;
