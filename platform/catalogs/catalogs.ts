import { linkedFolder } from '../../core/catalog/address.ts';
import type { Catalog } from '../../core/catalog/catalog.ts';
import type { CatalogFault } from '../../core/catalog/fault.ts';
import { nameFilesOf } from '../../core/catalog/name-files.ts';
import { type CatalogFacts, factsOf, type Keeping, type Subscription } from '../../core/catalog/subscription.ts';
import type { CatalogsPort, Unsubscribe } from '../ports.ts';
import { inTurn } from '../storage/item.ts';
import { isPrivate } from '../storage/private-window.ts';
import { CatalogFailure, faultOf } from './catalog-failure.ts';
import { changeRecord, markRemoved, putListing, subscribed, sweepRemovedCatalogs } from './catalog-records.ts';
import { announceCatalogs, onCatalogs, onUnstored } from './changes.ts';
import { fetchCatalog } from './fetch-catalog.ts';
import { findCatalog } from './find-catalog.ts';
import { goOnKeeping, keepFaultOf, keepingLock, keepWhole } from './keep-whole.ts';
import { DEFAULT_LIMIT, keptOf, sweep } from './kept-files.ts';
import { fetchListing } from './look.ts';
import { lookAt, lookDaily } from './look-at.ts';
import { areNamesDue } from './names-due.ts';
import { catalogsConnection } from './open-catalogs.ts';
import type { CatalogRecord, CatalogsDatabase } from './schema.ts';

/** A catalog of one or two shards is kept whole at once: its host then learns nothing at all of what is read. */
const SMALL = 512 * 1024;

const namesBytesOf = (catalog: Catalog) => nameFilesOf(catalog).reduce((sum, { bytes }) => sum + bytes, 0);

/** How long a removed catalog can be taken back, at least. */
const UNDO_MS = 5 * 60 * 1000;

/**
 * The catalogs themselves: what the library's page does with them.
 * @param renewNames Brings the names of catalogs up to date, elsewhere.
 */
export function createCatalogs(renewNames: () => void): CatalogsPort {
  const connect = catalogsConnection();
  const ordering = inTurn('sleevenotes-catalog-order');
  /** What stopped fetching or indexing names. */
  const namesFaults = new Map<string, CatalogFault>();
  onUnstored(({ id, fault }) => {
    namesFaults.set(id, fault);
    announceCatalogs('progress');
  });

  async function subscribe({ id, address }: CatalogFacts): Promise<void> {
    if (await isPrivate()) throw new CatalogFailure('storage-refused');
    const database = await connect();
    const catalog = await fetchCatalog(address, true);
    // The viewer has agreed to the one that was shown.
    if (catalog.id !== id) throw new CatalogFailure('another-catalog', address);
    const listing = await fetchListing(catalog, address, null);
    const all = await subscribed(database);
    const present = all.find(({ id }) => id === catalog.id);
    await putListing(
      database,
      {
        id: catalog.id,
        place: present?.place ?? Math.max(0, ...all.map(({ place }) => place + 1)),
        address,
        lookedAt: Date.now(),
        fault: null,
        keepAll: present?.keepAll ?? (catalog.bytes <= SMALL ? 'on' : 'off'),
        keepFault: null,
        wantsNames: present?.wantsNames ?? (catalog.bytes <= SMALL && namesBytesOf(catalog) <= SMALL),
        namesFault: null,
        removedAt: null,
      },
      listing,
    );
    changed();
    renewNames();
    if (catalog.bytes <= SMALL) void goOnKeeping(database);
  }

  async function subscriptionOf(database: CatalogsDatabase, record: CatalogRecord): Promise<Subscription> {
    const { id, address, catalog, lookedAt, fault } = record;
    const [kept, shards, titles, pack] = await Promise.all([
      keptOf(database, id),
      database.get('shards', id),
      database.getKey('titles', id),
      database.getKey('packs', id),
    ]);
    const movedTo = catalog.movedTo === undefined ? null : linkedFolder(catalog.movedTo, address);
    const keptShards = kept.filter(({ shard, file, piece }) => !piece && shards?.get(shard) === file).length;
    return {
      ...factsOf(catalog, address),
      lookedAt,
      fault,
      keepFault: keepFaultOf(record),
      namesFault: namesFaultOf(record),
      movedTo: movedTo === address ? null : movedTo,
      keptBytes: kept.reduce((sum, { bytes }) => sum + bytes, 0),
      keptShards,
      shards: shards?.size ?? 0,
      keeping: await keepingOf(record, keptShards === shards?.size),
      hasTitles: titles !== undefined,
      names: namesOf(record, pack),
    };
  }

  const namesFaultOf = ({ id, namesFault }: CatalogRecord) => namesFault ?? namesFaults.get(id) ?? null;

  /** Those of older news are found until newer ones are here. After a fault the viewer can ask for them again. */
  function namesOf(record: CatalogRecord, pack: string | undefined): Subscription['names'] {
    const bytes = namesBytesOf(record.catalog);
    if (bytes === 0) return null;
    if (!record.wantsNames) return { bytes, state: 'off' };
    return { bytes, state: pack !== undefined ? 'here' : namesFaultOf(record) ? 'off' : 'fetching' };
  }

  /** Updates outdated names, unless a fault stopped it. Sends no request in a private window. */
  async function renewDueNames(database: CatalogsDatabase): Promise<void> {
    if (await isPrivate()) return;
    for (const record of await subscribed(database)) {
      if (namesFaultOf(record) || !areNamesDue(record, await database.get('packs', record.id))) continue;
      renewNames();
      return;
    }
  }

  async function keepingOf(record: CatalogRecord, isComplete: boolean): Promise<Keeping> {
    const { id, keepAll } = record;
    if (keepAll !== 'on') return keepAll;
    const { held = [] } = await navigator.locks.query();
    if (held.some(({ name }) => name === keepingLock(id))) return 'running';
    if (isComplete) return 'complete';
    return keepFaultOf(record) ? 'stopped' : 'waiting';
  }

  function changed(): void {
    announceCatalogs('list');
    announceCatalogs('notes');
  }

  async function setKeeping(id: string, keepAll: CatalogRecord['keepAll']): Promise<void> {
    const database = await connect();
    // A catalog that is kept whole is also found whole.
    await changeRecord(database, id, { keepAll, keepFault: null, ...(keepAll === 'on' && { wantsNames: true }) });
    if (keepAll === 'off') await sweep(database);
    announceCatalogs('progress');
    if (keepAll !== 'on') return;
    // Asks the browser not to clear it away when the disk becomes full.
    void navigator.storage?.persist?.().catch(() => false);
    await renewDueNames(database);
    void keepWhole(database, id);
  }

  return {
    async list() {
      const database = await connect();
      return Promise.all((await subscribed(database)).map((record) => subscriptionOf(database, record)));
    },
    async preview(text) {
      try {
        const { folder, catalog } = await findCatalog(text);
        const present = (await subscribed(await connect())).find(({ id }) => id === catalog.id);
        return { ok: true, facts: factsOf(catalog, folder), presentAt: present?.address ?? null };
      } catch (error) {
        return { ok: false, fault: faultOf(error) };
      }
    },
    subscribe: (facts) => subscribe(facts).then(() => null, faultOf),
    async look(id) {
      const database = await connect();
      namesFaults.delete(id);
      await lookAt(database, id);
      await renewDueNames(database);
      // May take minutes, and the look is over.
      void goOnKeeping(database);
    },
    async remove(id) {
      await markRemoved(await connect(), id, Date.now());
      changed();
    },
    async takeBack(id) {
      const database = await connect();
      await markRemoved(database, id, null);
      changed();
      void goOnKeeping(database);
    },
    sweepRemoved: async () => sweepRemovedCatalogs(await connect(), Date.now()),
    async move(id, by) {
      await ordering(async () => {
        const database = await connect();
        const all = await subscribed(database);
        const from = all.findIndex((record) => record.id === id);
        const ordered = [...all];
        const [moved] = ordered.splice(from, 1);
        if (moved) ordered.splice(Math.max(0, from + by), 0, moved);
        for (const [place, record] of ordered.entries()) await changeRecord(database, record.id, { place });
      });
      changed();
    },
    async setAddress(id, text) {
      try {
        const { folder, catalog } = await findCatalog(text);
        if (catalog.id !== id) return new CatalogFailure('another-catalog', folder).fault;
        const database = await connect();
        await changeRecord(database, id, { address: folder });
        await lookAt(database, id);
        return null;
      } catch (error) {
        return faultOf(error);
      }
    },
    keepAll: (id) => setKeeping(id, 'on'),
    pause: (id) => setKeeping(id, 'paused'),
    keepRead: (id) => setKeeping(id, 'off'),
    async wantNames(id, wanted) {
      const database = await connect();
      namesFaults.delete(id);
      await changeRecord(database, id, { wantsNames: wanted, namesFault: null });
      announceCatalogs('list');
      renewNames();
    },
    async titles(id) {
      const titles = await (await connect()).get('titles', id);
      const note = { origin: 'catalog', source: id, path: '' } as const;
      return (titles ?? []).map(({ videoId, editions }) => ({
        videoId,
        revision: id,
        editions: editions.map((edition) => ({ ...edition, note })),
      }));
    },
    limit: async () => (await (await connect()).get('choices', 'limit')) ?? DEFAULT_LIMIT,
    async setLimit(bytes) {
      const database = await connect();
      await database.put('choices', bytes, 'limit');
      await sweep(database);
      announceCatalogs('progress');
    },
    async wake() {
      const database = await connect();
      // Those removed in another window may still be taken back there.
      await sweepRemovedCatalogs(database, Date.now() - UNDO_MS);
      await lookDaily(database);
      await renewDueNames(database);
      await goOnKeeping(database);
    },
    subscribeTo: (listener): Unsubscribe => onCatalogs(listener),
  };
}
