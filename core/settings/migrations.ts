import * as v from 'valibot';
import { LINE_SPACINGS, LONGEST_BACK, LONGEST_TEMPLATE, type Settings, TEXT_SIZES } from './settings.ts';

/** Raised whenever the shape of what is stored changes; each step below leads one version on. */
const VERSION = 3;

/** What is stored: the settings and the version of their shape. */
export type StoredSettings = Settings & { readonly version: number };

/** The settings of a viewer who never chose anything. */
export const defaultSettings: Settings = {
  languages: [],
  bilingual: 'both',
  parallel: false,
  taiwanWords: false,
  theme: 'system',
  textSize: 'medium',
  lineSpacing: 'normal',
  follow: true,
  readAlong: false,
  markers: true,
  askCaptions: false,
  announce: false,
  markMarkers: true,
  markBack: 5,
  markPauses: false,
  markTemplate: '',
  // Neither YouTube nor YouTube Music does anything with it.
  keys: { previous: '[', next: ']', mark: 'x' },
};

/** What version 1 gave everybody. */
const FIRST_ORDER = JSON.stringify(['zh-Hans', 'en']);

type Stored = Readonly<Record<string, unknown>>;

/** `MIGRATIONS[n]` turns version n into version n + 1. */
const MIGRATIONS: readonly ((old: Stored) => Stored)[] = [
  // Settings were always stored with a version; anything else is read field by field below.
  (old) => old,
  // Version 1 stored its default order with whatever was chosen first; the viewer never chose that order.
  (old) => (JSON.stringify(old.languages) === FIRST_ORDER ? { ...old, languages: [] } : old),
  // Version 2 knew no marks.
  (old) =>
    typeof old.keys === 'object' && old.keys !== null ? { ...old, keys: withMarkKey(old.keys as StoredKeys) } : old,
];

type StoredKeys = Readonly<{ previous: string; next: string; mark?: string | undefined }>;

/** A key that the viewer has given to something else keeps doing that. */
function withMarkKey(keys: StoredKeys): Settings['keys'] {
  const { mark } = defaultSettings.keys;
  const isTaken = [keys.previous, keys.next].some((key) => String(key).toLowerCase() === mark);
  return { ...keys, mark: keys.mark ?? (isTaken ? '' : mark) };
}

const key = v.pipe(v.string(), v.maxLength(20));

/** Every field by itself: an invalid one falls back to its default and does not affect the others. */
const schema = v.object({
  languages: v.fallback(v.pipe(v.array(v.pipe(v.string(), v.maxLength(35))), v.maxLength(20)), [
    ...defaultSettings.languages,
  ]),
  bilingual: v.fallback(v.picklist(['translation', 'original', 'both']), defaultSettings.bilingual),
  parallel: v.fallback(v.boolean(), defaultSettings.parallel),
  taiwanWords: v.fallback(v.boolean(), defaultSettings.taiwanWords),
  theme: v.fallback(v.picklist(['system', 'light', 'dark']), defaultSettings.theme),
  textSize: v.fallback(v.picklist(TEXT_SIZES), defaultSettings.textSize),
  lineSpacing: v.fallback(v.picklist(LINE_SPACINGS), defaultSettings.lineSpacing),
  follow: v.fallback(v.boolean(), defaultSettings.follow),
  readAlong: v.fallback(v.boolean(), defaultSettings.readAlong),
  markers: v.fallback(v.boolean(), defaultSettings.markers),
  askCaptions: v.fallback(v.boolean(), defaultSettings.askCaptions),
  announce: v.fallback(v.boolean(), defaultSettings.announce),
  markMarkers: v.fallback(v.boolean(), defaultSettings.markMarkers),
  markBack: v.fallback(
    v.pipe(v.number(), v.finite(), v.minValue(0), v.maxValue(LONGEST_BACK)),
    defaultSettings.markBack,
  ),
  markPauses: v.fallback(v.boolean(), defaultSettings.markPauses),
  markTemplate: v.fallback(v.pipe(v.string(), v.maxLength(LONGEST_TEMPLATE)), defaultSettings.markTemplate),
  keys: v.fallback(
    // An older version on another machine drops the key it does not know.
    v.pipe(v.object({ previous: key, next: key, mark: v.optional(key) }), v.transform(withMarkKey)),
    { ...defaultSettings.keys },
  ),
});

/**
 * Reads stored settings of any version. Never fails: what cannot be read becomes the default. Settings of a *newer*
 * version (another machine of the viewer's, updated earlier) are read as far as their fields are known here.
 */
export function readSettings(stored: unknown): Settings {
  return v.parse(schema, upToDate(stored));
}

/**
 * What to store after a change. What a newer version has stored is kept, as long as the change does not replace it: fields
 * unknown here, values of known fields that cannot be read here, and its version number. Sync carries what is written to
 * the viewer's other machines.
 * @param change The settings that are changed, or all of them.
 */
export function writeSettings(change: Partial<Settings>, stored: unknown): StoredSettings {
  const present = upToDate(stored);
  const keys = change.keys && { keys: { ...(present.keys as object | undefined), ...change.keys } };
  return { ...readSettings(present), ...present, ...change, ...keys, version: Math.max(versionOf(present), VERSION) };
}

const versionOf = ({ version }: Stored): number => (typeof version === 'number' && version >= 0 ? version : 0);

/** The stored value migrated to the current version; a newer one unchanged. */
export function upToDate(stored: unknown): Stored {
  let current: Stored = typeof stored === 'object' && stored !== null ? (stored as Stored) : {};
  const from = versionOf(current);
  for (const migrate of MIGRATIONS.slice(from, VERSION)) current = migrate(current);
  return { ...current, version: Math.max(from, VERSION) };
}
