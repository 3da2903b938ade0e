import { defineConfig } from 'wxt';
import { minifyAgain } from './build/minify-again.ts';
import { namedReferences } from './build/named-references.ts';
import { nativeBrowser } from './build/native-browser.ts';
import { notesPlugin } from './build/notes-plugin.ts';
import { safeGrayMatter } from './build/safe-gray-matter.ts';
import { smallOpencc } from './build/small-opencc.ts';
import { tonelessPinyin } from './build/toneless-pinyin.ts';
import { withoutInnerHtml } from './build/without-inner-html.ts';

/** Pages whose videos can have a note. Nothing else is ever asked for. */
const YOUTUBE = [
  'https://www.youtube.com/*',
  'https://m.youtube.com/*',
  'https://music.youtube.com/*',
  'https://www.youtube-nocookie.com/*',
];

export default defineConfig({
  manifestVersion: 3,
  imports: false,
  modules: ['@wxt-dev/module-react', '@wxt-dev/webextension-polyfill', '@wxt-dev/i18n/module'],
  webExt: { disabled: true },
  manifest: ({ browser }) => ({
    name: '__MSG_extensionName__',
    description: '__MSG_extensionDescription__',
    default_locale: 'en',
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
              id: 'sleevenotes@sleevenotes.example',
              strict_min_version: '142.0',
              // Asked for at the first subscription: which part of a catalog is read tells its host roughly what is watched.
              data_collection_permissions: { required: ['none'], optional: ['browsingActivity'] },
            },
          },
        }
      : { minimum_chrome_version: '116' }),
  }),
  vite: () => ({
    plugins: [notesPlugin(), safeGrayMatter(), withoutInnerHtml(), minifyAgain()],
    worker: { format: 'es', plugins: () => [safeGrayMatter(), tonelessPinyin(), smallOpencc(), namedReferences()] },
  }),
  hooks: {
    'vite:build:extendConfig': (entrypoints, config) => {
      if (entrypoints.some(({ type }) => type === 'content-script'))
        config.plugins = [...(config.plugins ?? []), nativeBrowser()];
      if (!entrypoints.some(({ type }) => type === 'sidepanel')) return;
      // Each file costs a way through the browser before a page shows anything: what pages share is one file.
      config.build ??= {};
      config.build.rolldownOptions ??= {};
      config.build.rolldownOptions.output = {
        ...config.build.rolldownOptions.output,
        codeSplitting: {
          groups: [
            // Not what two of the larger pages share: the popup would load it, too.
            { name: 'shared', test: /^(?!.*\/components\/(?:panel|library|options|reading|welcome)\/)/, minShareCount: 3 },
          ],
        },
      };
    },
  },
  zip: { excludeSources: ['artifacts/**', 'tests/**', '.ci/**'] },
});
