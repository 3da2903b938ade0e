/** When YouTube was asked to translate captions of a video: by the language asked for, in milliseconds since 1970. */
export type AskedTranslations = Readonly<Record<string, number>>;

/** YouTube limits translations for an address, not for a page: so long none is asked for again. */
const REST_MS = 24 * 3600 * 1000;

/** When a translation to this language may be asked for again; `null` if now. */
export function nextTranslation(asked: AskedTranslations, language: string, now: number): number | null {
  const at = Object.hasOwn(asked, language) ? asked[language] : undefined;
  // A clock that was set back must not hold it up for longer.
  return at !== undefined && now >= at && now < at + REST_MS ? at + REST_MS : null;
}
