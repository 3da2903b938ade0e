import { defineBackground } from 'wxt/utils/define-background';
import { i18n } from '#i18n';
import { hasNote } from '../platform/library/has-note.ts';
import { serveBackground } from '../platform/panel/serve-background.ts';

export default defineBackground(() => {
  serveBackground(hasNote, { hasNote: i18n.t('page.hasNote') });
});
