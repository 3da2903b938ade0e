import { resolve } from 'node:path';
import { EXTENSION_ID, FirefoxWithExtension } from './firefox/firefox.ts';
import type { World } from './world.ts';

const EXTENSION = resolve(
  process.env.SLEEVENOTES_EXTENSION ?? resolve(import.meta.dirname, '../../.output/firefox-mv3'),
);

/** The situations' world in Firefox, with the real sidebar. */
export async function firefoxWorld(): Promise<World> {
  const firefox = await FirefoxWithExtension.launch(EXTENSION);
  await firefox.goto('https://www.youtube.com/watch?v=v0gjI__RyCY');
  await firefox.openSidebar();

  const asText = (work: unknown) => `return (${work})(arguments[0]);`;
  return {
    visit: (url) => firefox.goto(url),
    async back() {
      await firefox.command('WebDriver:Back');
    },
    inPage: (work, argument) => firefox.inPage(asText(work), argument ?? null),
    inPanel: (work, argument) => firefox.inSidebarWorld(asText(work), argument ?? null),
    async press(key) {
      const actions = ['keyDown', 'keyUp'].map((type) => ({ type, value: key }));
      await firefox.command('WebDriver:PerformActions', { actions: [{ type: 'key', id: 'keyboard', actions }] });
      await firefox.command('WebDriver:ReleaseActions');
    },
    async inOtherTab(url, work) {
      const mine = await firefox.command('WebDriver:GetWindowHandle');
      const { handle } = (await firefox.command('WebDriver:NewWindow', { type: 'tab' })) as { handle: string };
      await firefox.command('WebDriver:SwitchToWindow', { handle, focus: true });
      await firefox.goto(url);
      await work();
      await firefox.command('WebDriver:CloseWindow');
      await firefox.command('WebDriver:SwitchToWindow', { handle: mine, focus: true });
    },
    async switchOff() {
      await firefox.inBrowser(
        `const { AddonManager } = ChromeUtils.importESModule('resource://gre/modules/AddonManager.sys.mjs');
         await (await AddonManager.getAddonByID(${JSON.stringify(EXTENSION_ID)})).disable();`,
      );
    },
    complaints: () =>
      firefox.inBrowser('return Services.console.getMessageArray().map((each) => each.message ?? String(each));'),
    close: () => firefox.close(),
  };
}
