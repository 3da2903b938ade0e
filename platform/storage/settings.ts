import { languagesFromBrowser } from '../../core/settings/browser-languages.ts';
import { readSettings, writeSettings } from '../../core/settings/migrations.ts';
import type { Settings } from '../../core/settings/settings.ts';
import type { SettingsPort } from '../ports.ts';
import { inTurn, storedItem } from './item.ts';
import { storedChanges } from './stored-changes.ts';

export const SETTINGS = 'settings';

/** As our pages get them: with the browser's note languages until the viewer has ordered them. */
const filled = (settings: Settings): Settings =>
  settings.languages.length > 0
    ? settings
    : { ...settings, languages: languagesFromBrowser(globalThis.navigator?.languages ?? []) };

/** The viewer's settings, in `storage.sync`. If they cannot be read, the defaults are used. */
export function createSettingsPort(): SettingsPort {
  const item = storedItem('sync', SETTINGS);
  const turn = inTurn('sleevenotes-settings');
  const changes = storedChanges('sync', (name, value) => (name === SETTINGS ? readSettings(value) : null));

  return {
    read: async () => filled(readSettings(await item.get().catch(() => undefined))),
    update: (change) =>
      turn(async () => {
        const stored = await item.get();
        await item.set(writeSettings(change, stored));
        // The browser notifies other pages; in a private window, where nothing is stored, notify here.
        changes.tell({ ...readSettings(stored), ...change });
      }),
    subscribe: (listener) => changes.subscribe((settings) => listener(filled(settings))),
  };
}
