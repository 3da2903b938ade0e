import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { load } from 'js-yaml';

let messages: unknown;

/** Chooses the language of the interface, as a browser does when it starts. */
export function speak(locale: 'en' | 'zh_CN' | 'zh_TW'): void {
  messages = load(readFileSync(join(import.meta.dirname, `../../locales/${locale}.yml`), 'utf8'));
}

/** Fills the places of a message once, as browsers do: nothing in a value is a place. */
export const i18n = {
  /** With a number first: the plural form for it, as wxt chooses it. */
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
