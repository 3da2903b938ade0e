import { LONGEST_VIDEO } from '../../core/time/seconds.ts';
import { createRandom, type Random, times } from './random.ts';
import { anyRun } from './texts.ts';

/** A backup file made to stall, mislead or damage the code that restores it. */
export interface HostileBackup {
  readonly kind: string;
  readonly name: string;
  readonly text: string;
}

const VIDEO = 'v0gjI__RyCY';
const NOTE = 'bundled v0gjI__RyCY.zh-Hans.md';
type Fields = Readonly<Record<string, unknown>>;

const settings = { version: 2, languages: ['en'] };
const backup = (fields: Fields) =>
  JSON.stringify({
    sleevenotes: 'backup',
    format: 2,
    settings,
    corrections: {},
    recents: [],
    chosenNotes: {},
    chosenFolders: [],
    times: {},
    ...fields,
  });
const corrected = (log: readonly Fields[], video = VIDEO) => ({
  corrections: { [video]: { byNote: { [NOTE]: log }, unassigned: [] } },
});
const nonsense = (random: Random): unknown =>
  random.pick([null, 1, -1, '', [], {}, [[]], true, 1e300, '__proto__', { __proto__: null }, LONGEST_VIDEO + 1]);
const FIELDS = ['settings', 'corrections', 'recents', 'chosenNotes', 'chosenFolders', 'times', 'format', 'sleevenotes'];

const KINDS: Readonly<Record<string, (random: Random) => string>> = {
  'a start beyond the longest video': (random) =>
    backup(corrected([{ section: 'a', start: LONGEST_VIDEO + random.size(1e9), at: 1 }])),
  'a start before the beginning': () => backup(corrected([{ section: 'a', start: -1, at: 1 }])),
  'a start that is no number': (random) =>
    backup(corrected([{ section: 'a', start: random.pick(['1', null, {}, []]), at: 1 }])),
  'a moment beyond all time': (random) =>
    backup(corrected([{ section: 'a', start: 1, at: random.pick([1e300, -1e300, Number.MAX_SAFE_INTEGER]) }])),
  'many corrections': (random) =>
    backup(
      corrected(Array.from({ length: random.size(50_000) }, (_, at) => ({ section: `s${at % 99}`, start: at, at }))),
    ),
  'many videos': (random) =>
    backup({
      corrections: Object.fromEntries(
        Array.from({ length: random.size(5000) }, (_, at) => [
          `video${String(at).padStart(6, '0')}`,
          { byNote: { [NOTE]: [{ section: 'a', start: 1, at: 1 }] }, unassigned: [] },
        ]),
      ),
    }),
  'a section with a run for a name': (random) =>
    backup(corrected([{ section: anyRun(random, 300_000), start: 1, at: 1 }])),
  'videos that are none': (random) =>
    backup(corrected([], random.pick(['__proto__', 'constructor', '', 'short', '../../etc..']))),
  'keys of the prototype': () =>
    backup({}).replace(
      '"corrections":{}',
      '"corrections":{"__proto__":{"byNote":{},"unassigned":[]}},"constructor":{"prototype":{"a":1}}',
    ),
  'settings of the prototype': () => backup({}).replace('"version":2', '"version":2,"__proto__":{"theme":"dark"}'),
  'settings of nonsense': (random) =>
    backup({
      settings: {
        ...settings,
        [random.pick(['languages', 'theme', 'textSize', 'version', 'follow', 'keys'])]: nonsense(random),
      },
    }),
  'many languages': (random) =>
    backup({ settings: { ...settings, languages: Array.from({ length: random.size(50_000) }, (_, at) => `x-${at}`) } }),
  'a language with a run': (random) => backup({ settings: { ...settings, languages: [anyRun(random, 100_000)] } }),
  'many recents': (random) =>
    backup({
      recents: Array.from({ length: random.size(50_000) }, (_, at) => ({
        term: `t${at}`,
        videoId: VIDEO,
        entryId: `e${at}`,
      })),
    }),
  'a recent with a run': (random) =>
    backup({ recents: [{ term: anyRun(random, 300_000), videoId: VIDEO, entryId: 'e' }] }),
  'many folders': (random) =>
    backup({ chosenFolders: Array.from({ length: random.size(50_000) }, (_, at) => `folder ${at}`) }),
  'a field of nonsense': (random) => backup({ [random.pick(FIELDS)]: nonsense(random) }),
  'a version to come': () => backup({ format: 99 }),
  'deep JSON': (random) => '{"a":'.repeat(random.size(200_000)),
  'deep JSON, closed': (random) => {
    const depth = random.size(5000);
    return backup({}).replace('"chosenFolders":[]', `"chosenFolders":${'['.repeat(depth)}${']'.repeat(depth)}`);
  },
  'cut off': (random) => {
    const whole = backup(corrected([{ section: 'a', start: 1, at: 1 }]));
    return whole.slice(0, random.int(0, whole.length));
  },
  'nothing but a run': (random) => anyRun(random, 1_000_000),
  'one long line': (random) => backup({ chosenFolders: [times(random.size(100_000), () => 'a', ' ')] }),
};

export const BACKUP_KINDS = Object.keys(KINDS);

/** @param at The position in the series with this seed; the kinds alternate. */
export function hostileBackup(seed: number, at: number): HostileBackup {
  const random = createRandom(seed * 1_000_003 + at);
  const kind = BACKUP_KINDS[at % BACKUP_KINDS.length] as string;
  return {
    kind,
    name: `${String(at).padStart(3, '0')}.json`,
    text: (KINDS[kind] as (random: Random) => string)(random),
  };
}
