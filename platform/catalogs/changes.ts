import type { Unsubscribe } from '../ports.ts';

const CHANNEL = 'sleevenotes-catalogs';

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
