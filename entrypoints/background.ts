import { browser } from 'wxt/browser';
import { defineBackground } from 'wxt/utils/define-background';
import type { VideoId } from '../core/video/video-id.ts';
import { createBackgroundMarks } from '../platform/background/background-marks.ts';
import { serveBackground } from '../platform/background/serve-background.ts';
import { createEarlyFetch } from '../platform/catalogs/fetch-early.ts';
import { createInCatalogs } from '../platform/catalogs/in-catalogs.ts';
import { createNames } from '../platform/names/names.ts';
import { serveOmnibox } from '../platform/omnibox/serve-omnibox.ts';
import { createSettingsPort } from '../platform/storage/settings.ts';
import { hasNote } from '../platform/store/has-note.ts';

// Straight from the browser: '#i18n' would bring its plural rules, for two sentences without any.
const message = browser.i18n.getMessage as unknown as (key: 'page_hasNote' | 'page_newer' | 'omnibox_hint') => string;

export default defineBackground(() => {
  const inCatalogs = createInCatalogs();
  async function has(videoId: VideoId): Promise<boolean | 'newer'> {
    const catalogs = inCatalogs(videoId);
    return (await hasNote(videoId)) || (await catalogs).length > 0;
  }
  const settings = createSettingsPort();
  const texts = { hasNote: message('page_hasNote'), newer: message('page_newer') };
  serveBackground(has, createBackgroundMarks(settings), texts, createEarlyFetch(inCatalogs));
  // Firefox for Android has no keywords in its address bar.
  if ((browser.omnibox as typeof browser.omnibox | undefined) === undefined) return;
  serveOmnibox(createNames({ cached: false, renew: () => undefined }), settings, message('omnibox_hint'));
});
