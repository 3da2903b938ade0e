import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { isAbsolute } from 'node:path';
import { expect, test } from 'vitest';
import { node, npm, tool } from '../../scripts/programs.mjs';

test.each([
  ['node', node('--version')],
  ['npm', npm('--version')],
  ['wxt', tool('wxt', '--version')],
  ['@playwright/test', tool('@playwright/test', '--version')],
  ['addons-linter', tool('addons-linter', '--version')],
] as const)('%s starts without a shell and without what the system has by that name', (_name, [command, args]) => {
  expect(isAbsolute(command) && existsSync(command)).toBe(true);
  const { status, stdout } = spawnSync(command, args, { encoding: 'utf8', env: { ...process.env, PATH: '' } });
  expect(status).toBe(0);
  expect(stdout).toMatch(/\d+\.\d+\.\d+/);
});

test('arguments are passed unchanged, without a shell', () => {
  const awkward = ['a b', '$HOME', '%PATH%', '"quoted"', '&& echo no', '*'];
  const { stdout } = spawnSync(...node('-p', 'JSON.stringify(process.argv.slice(1))', ...awkward), {
    encoding: 'utf8',
  });
  expect(JSON.parse(stdout)).toEqual(awkward);
});
