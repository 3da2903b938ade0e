import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';

let messages: unknown;

/** Chooses the language of the interface, as a browser does when it starts. */
export function speak(locale: 'en' | 'zh_CN' | 'zh_TW'): void {
  messages = parse(readFileSync(join(import.meta.dirname, `../../locales/${locale}.yml`), 'utf8'));
}

/** Fills the places of a message once, as browsers do: nothing in a value is a place. */
export const i18n = {
  t(key: string, values: readonly (string | number)[] = []): string {
    const message = key.split('.').reduce((at, name) => (at as Record<string, unknown>)[name], messages);
    if (typeof message !== 'string') throw new Error(`no message ${key}`);
    return message.replaceAll(/\$([1-9])/g, (_, place: string) => `${values[Number(place) - 1] ?? ''}`);
  },
};
