import { access } from 'node:fs/promises';
import { join } from 'node:path';
import type { Catalog } from '../../core/catalog/catalog.ts';
import { nameFilesOf } from '../../core/catalog/name-files.ts';
import { pageFiles } from './publish-work.ts';
import { contentsOf, folderFiles, publishedCatalog } from './published-files.ts';
import { noState, type PublisherState, readState } from './publisher-state.ts';

/** What the last run left in the folder. */
export interface LastRun {
  /** The catalog as it was published last; `null` when there is none. */
  readonly published: Catalog | null;
  /** What this run need not do again. */
  readonly state: PublisherState;
}

/**
 * Reads what the last run left. When a file is missing or damaged, everything is published again: publishing is how a
 * publisher mends a folder.
 * @param site Whether the pages must be there, too.
 * @throws {UsageError} when catalog.json is not ours.
 */
export async function readLastRun(out: string, maker: string, site: boolean): Promise<LastRun> {
  const published = await publishedCatalog(folderFiles(out));
  const state = await readState(out, maker);
  const { catalog } = state;
  if (!catalog || (published && published.id !== catalog.id)) return { published, state: noState };
  const isWhole = (await areWhole(out, filesOf(catalog, state))) && (!site || (await areThere(out, state)));
  return { published: catalog, state: isWhole ? state : noState };
}

/** All files that the catalog refers to, except catalog.json. */
export function filesOf(catalog: Catalog, { shards, videos }: Pick<PublisherState, 'shards' | 'videos'>): Set<string> {
  const { filter, shards: list, titles, news } = catalog;
  const lists = [filter, list, ...(titles ? [titles] : []), ...nameFilesOf(catalog), ...news];
  const pieces = [...videos.values()].flatMap(({ notes }) => notes.flatMap(({ piece }) => piece ?? []));
  return new Set([...lists.map(({ file }) => file), ...shards.values(), ...pieces]);
}

async function areWhole(out: string, files: Iterable<string>): Promise<boolean> {
  const found = folderFiles(out);
  for (const file of files) if (!(await contentsOf(found, file))) return false;
  return true;
}

const areThere = (out: string, { videos }: PublisherState): Promise<boolean> =>
  Promise.all(
    [...videos].flatMap(([id, { notes }]) => pageFiles(id, notes.length)).map((page) => access(join(out, 'v', page))),
  ).then(
    () => true,
    () => false,
  );
