import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { load } from 'js-yaml';

let messages: unknown;

/** Sets the language of the interface, as the browser does at its start. */
export function speak(locale: 'en' | 'zh_CN' | 'zh_TW'): void {
  messages = load(readFileSync(join(import.meta.dirname, `../../locales/${locale}.yml`), 'utf8'));
}

/** Replaces a message's placeholders once, as browsers do: values are not searched for placeholders. */
export const i18n = {
  /** A number as the first value selects the plural form, as in wxt. */
  t(key: string, first: number | readonly (string | number)[] = [], second?: readonly (string | number)[]): string {
    const values = typeof first === 'number' ? (second ?? [first]) : first;
    const found = key.split('.').reduce((at, name) => (at as Record<string, unknown>)[name], messages);
    const message =
      typeof first === 'number' && typeof found === 'object' && found !== null
        ? ((found as Record<string, unknown>)[first] ?? (found as Record<string, unknown>).n)
        : found;
    if (typeof message !== 'string') throw new Error(`no message ${key}`);
    return message.replaceAll(/\$([1-9])/g, (_, place: string) => `${values[Number(place) - 1] ?? ''}`);
  },
};
