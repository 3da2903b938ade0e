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

/**
 * The viewer's settings, in `storage.sync`. If they cannot be read, the defaults are used. A change is told to this page at
 * once, and until it is stored it holds over what is read: that may be older.
 */
export function createSettingsPort(): SettingsPort {
  const item = storedItem('sync', SETTINGS);
  const turn = inTurn('sleevenotes-settings');
  const changes = storedChanges('sync', (name, value) => (name === SETTINGS ? readSettings(value) : null));
  /** As they were read or told last. */
  let known: Settings | null = null;
  let storing: readonly Partial<Settings>[] = [];

  const present = (stored: Settings): Settings => {
    const settings: Settings = Object.assign({ ...stored }, ...storing);
    known = settings;
    return filled(settings);
  };
  const read = async () => readSettings(await item.get().catch(() => undefined));

  return {
    read: async () => present(await read()),
    async update(change) {
      storing = [...storing, change];
      if (known) changes.tell(known);
      const isOver = () => {
        storing = storing.filter((each) => each !== change);
      };
      try {
        await turn(async () => {
          const stored = await item.get();
          await item.set(writeSettings(change, stored));
          isOver();
          // The browser notifies other pages; in a private window, where nothing is stored, notify here.
          changes.tell({ ...readSettings(stored), ...change });
        });
      } catch (error) {
        isOver();
        changes.tell(await read());
        throw error;
      }
    },
    subscribe: (listener) => changes.subscribe((settings) => listener(present(settings))),
  };
}
