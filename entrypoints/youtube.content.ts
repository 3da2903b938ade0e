import { defineContentScript } from 'wxt/utils/define-content-script';
import { i18n } from '#i18n';
import { YOUTUBE_PAGES } from '../platform/youtube/pages.ts';
import { servePage } from '../platform/youtube/serve-page.ts';

export default defineContentScript({
  matches: [...YOUTUBE_PAGES],
  runAt: 'document_start',
  main() {
    servePage({
      label: i18n.t('page.button'),
      hint: i18n.t('page.buttonHint'),
      newer: i18n.t('page.newer'),
      howToOpen: import.meta.env.FIREFOX ? i18n.t('page.howToOpenInFirefox') : null,
      nothingShown: i18n.t('page.nothingShown'),
      openTab: i18n.t('page.openTab'),
      reload: i18n.t('page.reload'),
      marked: (clock, isPrivate) => i18n.t(isPrivate ? 'page.markedPrivately' : 'page.marked', [clock]),
      notMarked: i18n.t('page.notMarked'),
      markAfterAd: i18n.t('page.markAfterAd'),
    });
  },
});
