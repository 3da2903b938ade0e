import { browser } from 'wxt/browser';
import type { ShortcutsPort } from '../ports.ts';

/** Since Firefox 137; missing in the types of `wxt/browser`. */
interface Firefox {
  readonly openShortcutSettings?: () => Promise<void>;
}

/** `null` where the browser has no shortcuts, as on a phone. */
export function createShortcutsPort(): ShortcutsPort | null {
  if (!(browser.commands as typeof browser.commands | undefined)) return null;
  return {
    async read() {
      const commands = await browser.commands.getAll();
      const shortcutOf = (name: string) => commands.find((command) => command.name === name)?.shortcut ?? '';
      return { panel: shortcutOf('toggle-panel'), lookup: shortcutOf('_execute_action') };
    },
    async change() {
      const { openShortcutSettings } = browser.commands as Firefox;
      if (openShortcutSettings) await openShortcutSettings.call(browser.commands);
      // Firefox lets no extension open its pages by address.
      else if (import.meta.env.FIREFOX) return false;
      else await browser.tabs.create({ url: 'chrome://extensions/shortcuts' });
      return true;
    },
  };
}
