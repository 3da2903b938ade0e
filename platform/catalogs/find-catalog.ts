import { readCatalogAddress } from '../../core/catalog/address.ts';
import type { Catalog } from '../../core/catalog/catalog.ts';
import type { CatalogFault } from '../../core/catalog/fault.ts';
import { CatalogFailure, faultOf } from './catalog-failure.ts';
import { fetchCatalog } from './fetch-catalog.ts';

/** After these the catalog may still be in another folder that the viewer may have meant. */
const NOT_THERE: ReadonlySet<CatalogFault['kind']> = new Set(['status', 'web-page', 'not-a-catalog', 'no-cors']);

/**
 * Finds the catalog at an address as a viewer pastes it.
 * @throws {CatalogFailure} with the fault of the folder that is most likely meant.
 */
export async function findCatalog(text: string): Promise<{ readonly folder: string; readonly catalog: Catalog }> {
  const answer = readCatalogAddress(text);
  if (!answer.ok) throw new CatalogFailure(answer.reason);
  let first: unknown = null;
  for (const folder of [answer.folder, ...answer.otherwise]) {
    try {
      return { folder, catalog: await fetchCatalog(folder, true) };
    } catch (error) {
      first ??= error;
      if (!NOT_THERE.has(faultOf(error).kind)) break;
    }
  }
  throw first;
}
