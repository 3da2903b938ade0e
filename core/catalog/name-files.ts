// For the background, too, which must stay small: no schemas.
import type { Catalog, CatalogFile } from './catalog.ts';

/** The files with the names of all glossaries as they are now, in the order they are to be read in; none when it has none. */
export const nameFilesOf = ({ names, news }: Catalog): readonly CatalogFile[] =>
  names ? [names, ...news.flatMap((one) => one.names ?? [])] : [];
