import { nameFilesOf } from '../../core/catalog/name-files.ts';
import type { CatalogRecord, NamesPack } from './schema.ts';

/** The files whose names the viewer wants to find, in the order they are to be read in. */
export const wantedNameFiles = ({ catalog, wantsNames }: CatalogRecord): readonly string[] =>
  wantsNames ? nameFilesOf(catalog).map(({ file }) => file) : [];

/** Whether the stored names differ from those that the viewer wants. */
export const areNamesDue = (record: CatalogRecord, pack: NamesPack | undefined): boolean =>
  wantedNameFiles(record).join() !== (pack?.files ?? []).join();
