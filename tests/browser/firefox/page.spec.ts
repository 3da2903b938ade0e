import { fileURLToPath } from 'node:url';
import { expect, test } from '@playwright/test';
import { EXTENSION_ID, FirefoxWithExtension } from './firefox.ts';

const EXTENSION = fileURLToPath(new URL('../../../.output/firefox-mv3', import.meta.url));
const EPISODE = 'https://www.youtube.com/watch?v=v0gjI__RyCY';

let firefox: FirefoxWithExtension;
test.beforeAll(async () => {
  firefox = await FirefoxWithExtension.launch(EXTENSION);
});
test.afterAll(() => firefox?.close());

const heading = () => firefox.inSidebar<string>('return document.querySelector("h1").textContent;');
const ofSidebar = 'document.getElementById("sidebar")';

/** Grants or revokes the permission for all of the extension's sites, as on Firefox's page of permissions. */
async function setHosts(action: 'add' | 'remove'): Promise<void> {
  await firefox.inBrowser(
    `const [id, action] = args;
     const { ExtensionPermissions } = ChromeUtils.importESModule('resource://gre/modules/ExtensionPermissions.sys.mjs');
     const { extension } = WebExtensionPolicy.getByID(id);
     await ExtensionPermissions[action](id, { permissions: [], origins: extension.manifest.host_permissions }, extension);`,
    EXTENSION_ID,
    action,
  );
}

/** A trusted click, without which an extension may not request permissions. */
async function clickInSidebar(selector: string): Promise<void> {
  const button = await firefox.inSidebar<{ x: number; y: number }>(
    `const { x, y, width, height } = document.querySelector(${JSON.stringify(selector)}).getBoundingClientRect();
     return { x: x + width / 2, y: y + height / 2 };`,
  );
  const frame = await firefox.inBrowser<{ x: number; y: number }>(
    `const outer = ${ofSidebar}.getBoundingClientRect();
     const inner = ${ofSidebar}.contentDocument.getElementById('webext-panels-browser').getBoundingClientRect();
     return { x: outer.x + inner.x, y: outer.y + inner.y };`,
  );
  await firefox.command('Marionette:SetContext', { value: 'chrome' });
  const [x, y] = [Math.round(frame.x + button.x), Math.round(frame.y + button.y)];
  const actions = [
    { type: 'pointerMove', x, y },
    { type: 'pointerDown', button: 0 },
    { type: 'pointerUp', button: 0 },
  ];
  await firefox.command('WebDriver:PerformActions', { actions: [{ type: 'pointer', id: 'mouse', actions }] });
  await firefox.command('Marionette:SetContext', { value: 'content' });
}

test('69 the permission for YouTube revoked: the panel says so, and its one button brings the note back', async () => {
  await firefox.goto(EPISODE);
  await firefox.openSidebar();
  await firefox.until('the note', async () => (await heading()).includes('Jeff Dean'));
  await setHosts('remove');
  await firefox.until(
    'the plain state',
    async () => (await heading()) === 'Sleevenotes is not allowed to read YouTube',
  );
  expect(await firefox.inSidebar<string>('return document.querySelector(".action.primary").textContent;')).toBe(
    'Allow on YouTube',
  );
  // The test cannot click Firefox's prompt, so it is accepted by a preference.
  await firefox.inBrowser("Services.prefs.setBoolPref('extensions.webextOptionalPermissionPrompts', false);");
  await clickInSidebar('.action.primary');
  await firefox.until('the note again', async () => (await heading()).includes('Jeff Dean'));
});

test('70 the command for the panel opens and closes the sidebar, by its real shortcut', async () => {
  await firefox.goto(EPISODE);
  const open = () => firefox.inBrowser<boolean>('return window.SidebarController.isOpen;');
  // By Firefox's own input processing: keys sent by the driver do not trigger an extension's shortcuts.
  const chord = () =>
    firefox.inBrowser(
      `window.focus();
       Services.focus.clearFocus(window);
       const input = Cc['@mozilla.org/text-input-processor;1'].createInstance(Ci.nsITextInputProcessor);
       input.beginInputTransactionForTests(window);
       const keys = [['Alt', 'AltLeft', 18], ['Shift', 'ShiftLeft', 16], ['S', 'KeyS', 83]];
       const events = keys.map(([key, code, keyCode]) => new KeyboardEvent('', { key, code, keyCode }));
       for (const event of events) input.keydown(event);
       for (const event of events.reverse()) input.keyup(event);`,
    );
  const before = await open();
  await chord();
  await firefox.until('the other state', async () => (await open()) !== before);
  await chord();
  await firefox.until('the first state', async () => (await open()) === before);
});

test('in a private window times are made exact, and nothing of it is kept', async () => {
  await firefox.inBrowser(
    `const { ExtensionPermissions } = ChromeUtils.importESModule('resource://gre/modules/ExtensionPermissions.sys.mjs');
     const { AddonManager } = ChromeUtils.importESModule('resource://gre/modules/AddonManager.sys.mjs');
     const { id, extension } = WebExtensionPolicy.getByID(args[0]);
     await ExtensionPermissions.add(id, { permissions: ['internal:privateBrowsingAllowed'], origins: [] }, extension);
     await (await AddonManager.getAddonByID(id)).reload();`,
    EXTENSION_ID,
  );
  const { handle } = (await firefox.command('WebDriver:NewWindow', { type: 'window', private: true })) as {
    handle: string;
  };
  await firefox.command('WebDriver:SwitchToWindow', { handle });
  // Another length than the note's, so that the author's times are unsure.
  await firefox.goto(`${EPISODE}&length=7900`);
  await firefox.openSidebar();
  const basis = () =>
    firefox.inSidebar<string>(
      'return [...document.querySelectorAll(".basis")].map((line) => line.textContent).join(" ");',
    );
  const stored = () =>
    firefox.inSidebarWorld<string>(
      `const { local, sync } = browser.storage;
       return Promise.all([local.get(null), sync.get(null)]).then((all) => JSON.stringify(all));`,
    );
  await firefox.until('the button', async () => (await basis()).includes('Make the times exact'));
  const before = await stored();
  await firefox.inSidebar('document.querySelector(".exact button").click();');
  await firefox.until('exact times', async () => /^Times from the transcript(?!.*Make)/.test(await basis()));
  // Times would be stored right after they are shown.
  await new Promise((done) => setTimeout(done, 1000));
  expect(await stored()).toBe(before);
});
