/** What the keys of a published site's messages begin with. The command line reads them from `locales/`. */
export const OF_SITES = 'site_';

/**
 * The messages that a browser needs, without indentation: 2 % less.
 * @param json Those of all programs, as in `_locales/en/messages.json`.
 */
export function browserMessages(json: string): string {
  const messages: Readonly<Record<string, unknown>> = JSON.parse(json);
  return JSON.stringify(Object.fromEntries(Object.entries(messages).filter(([key]) => !key.startsWith(OF_SITES))));
}
