import { readCatalogAddress } from '../../core/catalog/address.ts';
import { UsageError } from '../usage-error.ts';

/** The folder of an address, by the rules that subscribing uses. Throws a usage error when subscribing would refuse it. */
export function catalogFolder(address: string): string {
  const answer = readCatalogAddress(address);
  if (answer.ok) return answer.folder;
  throw new UsageError(
    answer.reason === 'insecure'
      ? `${address}: subscribers need https (http works on this machine only).`
      : `${address}: not an address. Write https://host/folder/.`,
  );
}
