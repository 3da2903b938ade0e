import { readFileSync } from 'node:fs';
import { expect, test } from '@playwright/test';

const manifest = (build: string): Record<string, unknown> =>
  JSON.parse(readFileSync(new URL(`../../.output/${build}/manifest.json`, import.meta.url), 'utf8'));

const YOUTUBE = [
  'https://www.youtube.com/*',
  'https://m.youtube.com/*',
  'https://music.youtube.com/*',
  'https://www.youtube-nocookie.com/*',
];

/** Permissions must not creep: whoever adds one has to say so here. */
test('Chromium is asked for storage, side panel, scripting and YouTube, and for nothing else', () => {
  const asked = manifest('chrome-mv3');
  expect(asked).toMatchObject({
    manifest_version: 3,
    permissions: ['storage', 'sidePanel', 'scripting'],
    host_permissions: YOUTUBE,
    minimum_chrome_version: '116',
    side_panel: { default_path: 'sidepanel.html' },
  });
  for (const key of ['optional_permissions', 'optional_host_permissions', 'externally_connectable']) {
    expect(asked[key]).toBeUndefined();
  }
  expect(new Set((asked.content_scripts as { matches: string[] }[]).flatMap(({ matches }) => matches))).toEqual(
    new Set(YOUTUBE),
  );
});
