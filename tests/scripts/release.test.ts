import { expect, test } from 'vitest';
import { releaseChangelog } from '../../scripts/release/changelog.ts';
import { homepageWarning, nextSteps } from '../../scripts/release/steps.ts';
import { checkVersion, withVersion } from '../../scripts/release/version.ts';

const DAY = '2026-12-01';

test('the unreleased section becomes the version, and a new one is added for the next changes', () => {
  const before = '# Changelog\n\n## Unreleased\n\n- Notes open faster.\n\n## 0.1.0 (2026-11-01)\n\n- First.\n';
  const { text, lines } = releaseChangelog(before, '0.2.0', DAY);
  expect(text).toBe(
    '# Changelog\n\n## Unreleased\n\n## 0.2.0 (2026-12-01)\n\n- Notes open faster.\n\n## 0.1.0 (2026-11-01)\n\n- First.\n',
  );
  expect(lines).toBe('- Notes open faster.');
});

test('a first version may have its number already', () => {
  const { text } = releaseChangelog('# Changelog\n\n## 0.1.0 (unreleased)\n\n- Notes beside videos.\n', '0.1.0', DAY);
  expect(text).toBe('# Changelog\n\n## Unreleased\n\n## 0.1.0 (2026-12-01)\n\n- Notes beside videos.\n');
});

test.each([
  ['# Changelog\n\n## Unreleased\n\n## 0.1.0 (2026-11-01)\n\n- First of all.\n', 'is empty'],
  ['# Changelog\n\n## Unreleased\n\n- …\n', 'is empty'],
  ['# Changelog\n\n## 0.1.0 (2026-11-01)\n\n- First of all.\n', 'has no section'],
])('a version that tells a viewer nothing is not released', (text, message) => {
  expect(() => releaseChangelog(text, '0.2.0', DAY)).toThrow(message);
});

test.each(['1.2', 'v1.2.3', '1.2.3-beta', '01.2.3', '1.2.70000', ''])(
  '“%s” is not a version for a store',
  (version) => {
    expect(() => checkVersion(version, null)).toThrow('is not a version');
  },
);

test('a version follows the last one by number', () => {
  expect(() => checkVersion('0.10.0', '0.9.1')).not.toThrow();
  expect(() => checkVersion('0.9.1', '0.9.1')).toThrow('does not follow');
  expect(() => checkVersion('0.9.9', '0.10.0')).toThrow('does not follow');
});

test('a lock file gets the version of our own package, and of no other', () => {
  const lock = {
    name: 'a',
    version: '0.1.0',
    packages: { '': { version: '0.1.0' }, 'node_modules/b': { version: '0.1.0' } },
  };
  expect(JSON.parse(withVersion(JSON.stringify(lock), '0.2.0'))).toEqual({
    name: 'a',
    version: '0.2.0',
    packages: { '': { version: '0.2.0' }, 'node_modules/b': { version: '0.1.0' } },
  });
});

test.each(['https://sleevenotes.example/', 'http://localhost/x', 'https://www.example.com/'])(
  'a homepage at %s is nobody’s, and the last words say so',
  (homepage) => {
    const warning = homepageWarning(homepage);
    expect(warning).toContain(homepage);
    expect(nextSteps('0.2.0', 'here', warning)).toContain('Before you upload, set “homepage”');
  },
);

test.each(['https://github.com/example/sleevenotes', 'https://sleevenotes.app/', 'https://examples.org/'])(
  'a homepage at %s is somebody’s',
  (homepage) => expect(homepageWarning(homepage)).toBeNull(),
);
