import type { CatalogFault } from '../../core/catalog/fault.ts';
import type { Unsubscribe } from '../ports.ts';

const CHANNEL = 'sleevenotes-catalogs';
const FAULTS = 'sleevenotes-catalog-faults';

/** What stopped the work on a catalog and could not be stored: a full disk has no room for that either. */
export interface UnstoredFault {
  readonly id: string;
  readonly fault: CatalogFault;
}

/** `list`: catalogs came, went or changed. `notes`: other notes of them are here. `progress`: more of one is kept. */
export type CatalogChange = 'list' | 'notes' | 'progress';

/** Notifies every page and worker of the extension, including this one. */
export function announceCatalogs(change: CatalogChange): void {
  const channel = new BroadcastChannel(CHANNEL);
  channel.postMessage(change);
  channel.close();
}

export function onCatalogs(listener: (change: CatalogChange) => void): Unsubscribe {
  const channel = new BroadcastChannel(CHANNEL);
  channel.onmessage = ({ data }) => listener(data === 'notes' || data === 'progress' ? data : 'list');
  return () => channel.close();
}

/** Notifies every page that is open. */
export function announceUnstored(unstored: UnstoredFault): void {
  const channel = new BroadcastChannel(FAULTS);
  channel.postMessage(unstored);
  channel.close();
}

export function onUnstored(listener: (unstored: UnstoredFault) => void): Unsubscribe {
  const channel = new BroadcastChannel(FAULTS);
  channel.onmessage = ({ data }) => listener(data);
  return () => channel.close();
}
