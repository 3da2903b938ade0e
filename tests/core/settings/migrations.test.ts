import { describe, expect, it } from 'vitest';
import { defaultSettings, readSettings, writeSettings } from '../../../core/settings/migrations.ts';
import { leftByBuild } from '../../platform/store/old-library.ts';

describe('the key for a mark', () => {
  it('is there for a viewer of the build of 2026-11-25, with everything they chose', async () => {
    const { settings } = (await leftByBuild('2026-11-25')).sync;
    expect(readSettings(settings)).toMatchObject({
      languages: ['en', 'zh-Hans'],
      theme: 'dark',
      keys: { previous: '[', next: ']', mark: 'x' },
    });
  });

  it('is none where the viewer has given it to something else', () => {
    const keys = { previous: 'X', next: ']' };
    expect(readSettings({ keys, version: 2 }).keys).toEqual({ ...keys, mark: '' });
  });

  it('stays switched off', () => {
    const keys = { previous: '[', next: ']', mark: '' };
    expect(readSettings(writeSettings({ ...defaultSettings, keys }, null)).keys).toEqual(keys);
  });

  it('comes back when an older version on another machine has dropped it', () => {
    expect(readSettings({ keys: { previous: 'q', next: 'w' }, version: 3 }).keys).toEqual({
      previous: 'q',
      next: 'w',
      mark: 'x',
    });
  });

  it('is as before when the stored keys cannot be read', () => {
    for (const keys of [null, 7, [], {}, { previous: 1, next: 2 }]) {
      expect(readSettings({ keys, version: 2 }).keys).toEqual(defaultSettings.keys);
    }
  });
});

it('a mark is never further back than a viewer remembers', () => {
  for (const markBack of [-1, 61, Number.NaN, '5', null])
    expect(readSettings({ markBack, version: 3 }).markBack).toBe(5);
  expect(readSettings({ markBack: 0, version: 3 }).markBack).toBe(0);
});
