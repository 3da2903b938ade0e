import { i18n } from '#i18n';
import { saveFile } from './save-file.ts';

/** Copies a text and reports the result. @param done What to say when it is copied. */
export async function copy(text: string, done: string): Promise<string> {
  try {
    await navigator.clipboard.writeText(text);
    return done;
  } catch {
    return i18n.t('panel.notCopied');
  }
}

/** Offers a text as a file and reports the result. */
export function save(text: string, type: string, name: string): string {
  saveFile(new Blob([text], { type: `${type};charset=utf-8` }), name);
  return i18n.t('panel.saved', [name]);
}

/** What every system takes for a file name. */
export function fileName(title: string): string {
  return title
    .replaceAll(/[\\/:*?"<>|\p{Cc}]+/gu, ' ')
    .replaceAll(/\s+/gu, ' ')
    .trim()
    .slice(0, 80)
    .replace(/[. ]+$/u, '');
}
