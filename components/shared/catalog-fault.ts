import { i18n } from '#i18n';
import type { CatalogFault } from '../../core/catalog/fault.ts';
import { camelCase } from '../../core/note/sentence.ts';

/** A message whose key is put together. tests/locales.test.ts checks that every kind has its sentence. */
const messageOf = i18n.t as (key: string, values: string[]) => string;

/** What is wrong with a catalog, whose fault it is and what to do, in the viewer's language. */
export const catalogFaultText = ({ kind, host, detail }: CatalogFault): string =>
  messageOf(`catalog.fault.${camelCase(kind)}`, [host, detail]);
