import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';

const AXE = await readFile(
  createRequire(import.meta.resolve('@axe-core/playwright')).resolve('axe-core/axe.min.js'),
  'utf8',
);

/** The body of a function that resolves to axe's violations in its document, one line per rule. */
export const VIOLATIONS = `${AXE};
  return window.axe.run().then(({ violations }) =>
    violations.map(({ id, nodes }) => id + ': ' + nodes.map(({ html }) => html).join(' | ')));`;
