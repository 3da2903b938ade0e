import { readNoteKey } from '../../core/note/note-id.ts';
import type { EditionNames } from '../ports.ts';
import { answerTo } from '../store/existing-database.ts';
import type { NamesRecord, OwnNoteKey } from '../store/schema.ts';
import {
  type FoundLine,
  findStarts,
  makePacks,
  type NameStarts,
  type NamesPack,
  namesAt,
  type OpenPack,
  openPack,
  startOf,
} from './names-pack.ts';
import { keyOfNames } from './pack-names.ts';

/** So few changed notes are read one by one; more are worth packing everything anew. */
export const FEW_CHANGED = 50;
/** Records read at a time. */
const PART = 400;
/** Enough for a list of results, few enough to be ranked within a keystroke. */
const MOST_LINES = 300;
/** For the first look, one record is read for each. */
const MOST_STARTS = 20;
/** With so many found nobody means a misspelt name, as in core/glossary/lookup.ts. */
const ENOUGH = 5;
/** Milliseconds of searching after which the page may do something else. */
const TURN = 8;

/** The names of own notes, searched without loading the notes. */
export interface OwnNames {
  /**
   * Query: names that may be what is asked for; `lookup` decides. Each answer takes the place of the one before: first
   * names that begin so, when nothing has been read yet, then all names, then pinyin, then names with slips.
   */
  find(query: string, signal: AbortSignal): AsyncGenerator<readonly EditionNames[]>;
  /** Command: reads what every question needs, before there is one. */
  prepare(): void;
  /** Command: what is in memory is out of date. */
  forget(): void;
}

type StartsIndex = Omit<NameStarts, 'shards'>;
type FoundInPack = FoundLine & { readonly pack: OpenPack };

/** Notes that the packs do not know yet, and those of which they know something that holds no more. */
interface Recent {
  readonly packs: readonly OpenPack[];
  readonly changed: ReadonlySet<string>;
}

/** @param held Whether what was read is kept for the next question. */
export function createOwnNames(connect: () => Promise<IDBDatabase | null>, held: boolean): OwnNames {
  let recent: Promise<Recent> | null = null;
  let packs: readonly OpenPack[] | null = null;
  let index: Promise<StartsIndex | undefined> | null = null;

  function openRecent(database: IDBDatabase): Promise<Recent> {
    const loading = recent ?? loadRecent(database);
    if (held) recent = loading;
    return loading;
  }

  function openIndex(database: IDBDatabase): Promise<StartsIndex | undefined> {
    const loading = index ?? readIndex(database);
    if (held) index = loading;
    return loading;
  }

  function forget(): void {
    recent = null;
    packs = null;
    index = null;
  }

  async function* find(query: string, signal: AbortSignal): AsyncGenerator<readonly EditionNames[]> {
    const database = await connect();
    if (!database || query.trim() === '') return;
    const [{ packs: fresh, changed }, begun] = await Promise.all([
      openRecent(database),
      packs === null ? readStarts(database, openIndex(database), query) : [],
    ]);
    const valid = ({ videoId, note }: EditionNames) => !changed.has(`${videoId} ${note}`);
    if (packs === null) {
      const starts = begun.filter(valid);
      const ranked = best(await search(fresh, (pack) => pack.findNames(query), signal));
      const names = [...starts, ...readLines(ranked)];
      if (names.length > 0 && !signal.aborted) yield names;
    }
    if (signal.aborted) return;
    const old = packs ?? (await loadPacks(database));
    if (held) packs = old;
    const found = new Map<OpenPack, Map<number, FoundInPack>>();
    for (const [ask, fewer] of QUESTIONS) {
      const count = [...found.values()].reduce((sum, { size }) => sum + size, 0);
      if (count >= fewer) return;
      for (const line of await search([...fresh, ...old], (pack) => pack[ask](query), signal)) {
        const lines = found.get(line.pack) ?? new Map<number, FoundInPack>();
        if (!lines.has(line.at)) found.set(line.pack, lines.set(line.at, line));
      }
      if (signal.aborted) return;
      const wanted = best([...found.values()].flatMap((lines) => [...lines.values()]));
      const isOld = ({ pack }: FoundInPack) => !fresh.includes(pack);
      yield [...readLines(wanted.filter((line) => !isOld(line))), ...readLines(wanted.filter(isOld)).filter(valid)];
    }
  }

  return {
    find,
    forget,
    prepare() {
      void connect()
        .then((database) => database && Promise.all([openRecent(database), openIndex(database)]))
        // The first question fails in the same way, and says so.
        .catch(forget);
    },
  };
}

/** What packs are asked, one after the other, as long as fewer are found. */
const QUESTIONS = [
  ['findNames', Number.POSITIVE_INFINITY],
  ['findReadings', Number.POSITIVE_INFINITY],
  ['findSlipped', ENOUGH],
  ['findHeld', 1],
] as const;

const best = (lines: FoundInPack[]) => lines.sort((a, b) => a.rank - b.rank).slice(0, MOST_LINES);

function readLines(lines: readonly FoundInPack[]): EditionNames[] {
  const packs = [...new Set(lines.map(({ pack }) => pack))];
  return packs.flatMap((pack) => pack.read(lines.filter((line) => line.pack === pack)));
}

async function search(
  packs: readonly OpenPack[],
  ask: (pack: OpenPack) => readonly FoundLine[],
  signal: AbortSignal,
): Promise<FoundInPack[]> {
  const found: FoundInPack[] = [];
  let turn = performance.now();
  for (const pack of packs) {
    if (signal.aborted) return [];
    for (const line of ask(pack)) found.push({ ...line, pack });
    if (performance.now() - turn > TURN) {
      await new Promise((resolve) => setTimeout(resolve));
      turn = performance.now();
    }
  }
  return found;
}

const readIndex = (database: IDBDatabase) =>
  answerTo<StartsIndex | undefined>(database.transaction('starts').objectStore('starts').get('notes'));

/** The names that begin with the query, of the notes that are packed. */
async function readStarts(
  database: IDBDatabase,
  reading: Promise<StartsIndex | undefined>,
  query: string,
): Promise<EditionNames[]> {
  const index = await reading;
  const start = index && startOf(query, index.forms);
  if (!start) return [];
  const store = database.transaction('starts').objectStore('starts');
  const shard: string | undefined = await answerTo(store.get(start.shard));
  const entries = new Map<number, number[]>();
  for (const [note, entry] of findStarts(shard ?? '', start.key, MOST_STARTS)) {
    entries.set(note, [...(entries.get(note) ?? []), entry]);
  }
  const notes = index.notes.split('\n');
  const names = database.transaction('names').objectStore('names');
  const found = [...entries].map(async ([note, at]) => {
    const [videoId = '', key = ''] = notes[note]?.split('\t') ?? [];
    const id = readNoteKey(key);
    const record: NamesRecord | null | undefined = id && (await answerTo(names.get([videoId, id.source, id.path])));
    return record ? [namesAt(record, at)] : [];
  });
  return (await Promise.all(found)).flat();
}

async function loadPacks(database: IDBDatabase): Promise<readonly OpenPack[]> {
  const store = database.transaction('packs').objectStore('packs');
  const keys = await answerTo(store.getAllKeys());
  return Promise.all(keys.map(async (key) => openPack(await answerTo<NamesPack>(store.get(key)))));
}

async function loadRecent(database: IDBDatabase): Promise<Recent> {
  const transaction = database.transaction(['changed', 'names']);
  const store = transaction.objectStore('names');
  const keys = (await answerTo(transaction.objectStore('changed').getAllKeys())) as OwnNoteKey[];
  const changed = new Set(keys.map(([videoId, source, path]) => `${videoId} ${keyOfNames({ source, path })}`));
  const names: NamesRecord[] = [];
  if (keys.length <= FEW_CHANGED) {
    const found = await Promise.all(keys.map((key) => answerTo<NamesRecord | undefined>(store.get(key))));
    names.push(...found.filter((record) => record !== undefined));
  } else {
    for (let after: IDBKeyRange | null = null; ; ) {
      const part: NamesRecord[] = await answerTo(store.getAll(after, PART));
      const last = part.at(-1);
      if (!last) break;
      names.push(...part.filter((record) => changed.has(`${record.videoId} ${keyOfNames(record)}`)));
      after = IDBKeyRange.lowerBound([last.videoId, last.source, last.path], true);
    }
  }
  return { packs: [...makePacks(names)].map(openPack), changed };
}
