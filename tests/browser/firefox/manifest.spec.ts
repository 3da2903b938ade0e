import { readFileSync } from 'node:fs';
import { expect, test } from '@playwright/test';

test('Firefox is asked for storage, scripting and YouTube; no data is collected, no sidebar opens by itself', () => {
  const text = readFileSync(new URL('../../../.output/firefox-mv3/manifest.json', import.meta.url), 'utf8');
  const asked: Record<string, unknown> = JSON.parse(text);
  expect(asked).toMatchObject({
    manifest_version: 3,
    permissions: ['storage', 'scripting'],
    host_permissions: [
      'https://www.youtube.com/*',
      'https://m.youtube.com/*',
      'https://music.youtube.com/*',
      'https://www.youtube-nocookie.com/*',
    ],
    sidebar_action: { default_panel: 'sidepanel.html', open_at_install: false },
    browser_specific_settings: {
      gecko: { strict_min_version: '142.0', data_collection_permissions: { required: ['none'] } },
    },
  });
  for (const key of ['optional_permissions', 'optional_host_permissions']) expect(asked[key]).toBeUndefined();
});
