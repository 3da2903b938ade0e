import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { defineConfig } from 'wxt';
import { browserMessages } from './build/browser-messages.ts';
import { fewTrigrams } from './build/few-trigrams.ts';
import { minifyAgain } from './build/minify-again.ts';
import { namedReferences } from './build/named-references.ts';
import { nativeBrowser } from './build/native-browser.ts';
import { notesPlugin } from './build/notes-plugin.ts';
import { collectPackages } from './build/notices/collect-packages.ts';
import { noticesPage } from './build/notices/notices-page.ts';
import { readPackage } from './build/notices/read-package.ts';
import { safeGrayMatter } from './build/safe-gray-matter.ts';
import { scriptFile } from './build/script-file.ts';
import { smallOpencc } from './build/small-opencc.ts';
import { smallZip } from './build/small-zip.ts';
import { tonelessPinyin } from './build/toneless-pinyin.ts';
import { withoutDynamicCode } from './build/without-dynamic-code.ts';
import { withoutInnerHtml } from './build/without-inner-html.ts';
import packageJson from './package.json' with { type: 'json' };

/** Pages whose videos can have a note. Nothing else is ever asked for. */
const YOUTUBE = [
  'https://www.youtube.com/*',
  'https://m.youtube.com/*',
  'https://music.youtube.com/*',
  'https://www.youtube-nocookie.com/*',
];

const { homepage, author, oldestBrowsers } = packageJson;
const path = (name: string) => fileURLToPath(new URL(name, import.meta.url));
/** The folders of the packages that all bundles together hold. */
const bundled = new Set<string>();
const collect = () => collectPackages(bundled, path('.'));

export default defineConfig({
  manifestVersion: 3,
  imports: false,
  modules: ['@wxt-dev/module-react', '@wxt-dev/webextension-polyfill', '@wxt-dev/i18n/module'],
  webExt: { disabled: true },
  manifest: ({ browser }) => ({
    name: '__MSG_extensionName__',
    short_name: '__MSG_extensionShortName__',
    description: '__MSG_extensionDescription__',
    default_locale: 'en',
    homepage_url: homepage,
    author,
    permissions: browser === 'firefox' ? ['storage', 'scripting'] : ['storage', 'sidePanel', 'scripting'],
    host_permissions: YOUTUBE,
    // Pages fetch catalogs from any host that lets them, by HTTPS or on this machine. No code comes from anywhere.
    content_security_policy: {
      extension_pages: "default-src 'self'; connect-src 'self' https: http://127.0.0.1:* http://localhost:*",
    },
    action: {},
    omnibox: { keyword: 'sn' },
    commands: {
      // Opens the popup, which looks up what is selected on the page.
      _execute_action: { suggested_key: { default: 'Alt+Shift+K' } },
      'toggle-panel': {
        suggested_key: { default: 'Alt+Shift+S' },
        description: '__MSG_commandTogglePanel__',
      },
    },
    ...(browser === 'firefox'
      ? {
          browser_specific_settings: {
            gecko: {
              // Made once, for good: Firefox keeps what a viewer has stored under it. See docs/releasing.md.
              id: '{cbaa52a6-2568-5bd9-9f1c-484d1a55f28d}',
              strict_min_version: oldestBrowsers.firefox,
              // Asked for at the first subscription: which part of a catalog is read tells its host roughly what is watched.
              data_collection_permissions: { required: ['none'], optional: ['browsingActivity'] },
            },
            gecko_android: { strict_min_version: oldestBrowsers.firefoxAndroid },
          },
        }
      : { minimum_chrome_version: oldestBrowsers.chrome }),
  }),
  vite: () => ({
    plugins: [notesPlugin(), safeGrayMatter(), withoutDynamicCode(), withoutInnerHtml(), minifyAgain(), collect()],
    worker: {
      format: 'es',
      plugins: () => [
        safeGrayMatter(),
        withoutDynamicCode(),
        tonelessPinyin(),
        smallOpencc(),
        smallZip(),
        fewTrigrams(),
        namedReferences(),
        minifyAgain(),
        collect(),
      ],
    },
  }),
  hooks: {
    'build:manifestGenerated': (_wxt, manifest) => {
      // WXT writes the pages' titles there, which are in one language.
      if (manifest.action) manifest.action.default_title = '__MSG_actionTitle__';
    },
    // After all bundles, so that it is known what they hold.
    'build:publicAssets': (_wxt, files) => {
      const contents = noticesPage(readFileSync(path('./LICENSE'), 'utf8'), [...bundled].map(readPackage));
      files.push({ relativeDest: 'notices.html', contents });
      files.push({ relativeDest: 'chinese.json', contents: scriptFile() });
      for (const file of files) {
        if (file.relativeDest.startsWith('_locales/') && 'contents' in file) {
          file.contents = browserMessages(file.contents);
        }
      }
    },
    'vite:build:extendConfig': (entrypoints, config) => {
      // The scripts with the tightest limits, which are run most often.
      if (entrypoints.some(({ type }) => type === 'content-script' || type === 'background'))
        config.plugins = [...(config.plugins ?? []), nativeBrowser()];
      if (!entrypoints.some(({ type }) => type === 'sidepanel')) return;
      // Each file costs a way through the browser before a page shows anything: what pages share is one file.
      config.build ??= {};
      config.build.rolldownOptions ??= {};
      config.build.rolldownOptions.output = {
        ...config.build.rolldownOptions.output,
        codeSplitting: {
          groups: [
            // Not what two of the larger pages share, nor what comes with the marks or the editor: the popup would load it,
            // too. But the list of episodes, with which the library would load the panel's style sheet.
            {
              name: 'shared',
              test: /^(?!.*\/(?:components\/(?:(?:panel\/(?!episodes\.)|(?:library|options|reading|welcome)\/)|shared\/terms\.)|core\/(?:text\/(?:find-text|decode-text)|note\/(?:leading-moment|search-note))\.|(?:components|core|platform)\/marks\/))/,
              minShareCount: 3,
            },
            // What the panel shares with the reading page, without what comes with the marks.
            {
              name: 'note',
              test: /\/(?:components\/(?:panel\/|marks\/marks-(?:context|model)\.|shared\/terms\.)|core\/(?:text\/find-text|note\/(?:leading-moment|search-note))\.|entrypoints\/(?:sidepanel\/|shared\/use-episode-search\.))/,
              minShareCount: 2,
            },
            // Small modules of two pages, and what panel and popup make their lists of: one request instead of one each.
            {
              name: 'parts',
              test: /\/(?:@ariakit\/|components\/shared\/(?:second-steps|use-media)\.|core\/text\/decode-text\.|platform\/(?:background\/|tab\/|files\/|names\/|catalogs\/names-due\.|storage\/(?:readers|recents)\.))/,
              minShareCount: 2,
            },
            // The marks, which panel, popup and library load after their first picture.
            { name: 'marks', test: /\/(?:components|core|platform)\/marks\//, minShareCount: 2 },
          ],
        },
      };
    },
  },
});
