import type { CatalogFault } from '../../core/catalog/fault.ts';

/** Thrown when something of a catalog cannot be had or kept. */
export class CatalogFailure extends Error {
  override readonly name = 'CatalogFailure';
  readonly fault: CatalogFault;

  constructor(kind: CatalogFault['kind'], address: string | null = null, detail = '') {
    super(`${kind} ${address ?? ''} ${detail}`.trim());
    this.fault = { kind, host: address === null ? '' : new URL(address).host, detail };
  }
}

/** The fault of an exception; any that is not our own came from the browser's storage. */
export function faultOf(error: unknown): CatalogFault {
  if (error instanceof CatalogFailure) return error.fault;
  const full = (error as { name?: unknown } | null)?.name === 'QuotaExceededError';
  return new CatalogFailure(full ? 'storage-full' : 'storage-refused').fault;
}
