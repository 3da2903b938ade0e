import { type ReactNode, useCallback, useEffect, useMemo, useState } from 'react';
import { i18n } from '#i18n';
import { type AddState, CatalogAdd } from '../../components/library/catalog-add.tsx';
import { CatalogList } from '../../components/library/catalog-list.tsx';
import { Episodes } from '../../components/panel/episodes.tsx';
import { catalogFaultText } from '../../components/shared/catalog-fault.ts';
import type { CatalogFacts, Subscription } from '../../core/catalog/subscription.ts';
import { type EpisodeSearch, episodeSearch } from '../../core/library/search-episodes.ts';
import type { LanguageTag } from '../../core/note/episode.ts';
import { watchAddress } from '../../core/video/video-address.ts';
import { faultOf } from '../../platform/catalogs/catalog-failure.ts';
import { askForConsent } from '../../platform/catalogs/consent.ts';
import type { CatalogsPort } from '../../platform/ports.ts';

interface CatalogsSectionProps {
  readonly catalogs: CatalogsPort;
  /** Note languages by preference. */
  readonly languages: readonly LanguageTag[];
  /** A private window stores nothing, and so subscribes to nothing. */
  readonly mayStore: boolean;
}

interface Shown {
  readonly list: readonly Subscription[];
  readonly limit: number;
}

/** Catalogs: subscribe, check and manage them. */
export function CatalogsSection({ catalogs: port, languages, mayStore }: CatalogsSectionProps): ReactNode {
  const [shown, setShown] = useState<Shown | null>(null);
  const [adding, setAdding] = useState<AddState>({ step: 'idle' });
  const [looking, setLooking] = useState<ReadonlySet<string>>(new Set());
  const [browsed, setBrowsed] = useState<{ readonly id: string; readonly search: EpisodeSearch } | null>(null);
  const [removed, setRemoved] = useState<Subscription | null>(null);
  const [failure, setFailure] = useState<string | null>(null);

  const read = useCallback(async () => {
    try {
      const [list, limit] = await Promise.all([port.list(), port.limit()]);
      setShown({ list, limit });
    } catch {
      setFailure(catalogFaultText({ kind: 'storage-refused', host: '', detail: '' }));
    }
  }, [port]);

  useEffect(() => {
    void read();
    return port.subscribeTo(() => void read());
  }, [port, read]);
  useEffect(() => {
    const wake = () => void port.wake().catch(() => undefined);
    wake();
    // What the network stopped goes on when it is back.
    window.addEventListener('online', wake);
    return () => window.removeEventListener('online', wake);
  }, [port]);

  async function look(address: string) {
    setAdding({ step: 'looking' });
    const preview = await port.preview(address);
    setAdding(preview.ok ? { step: 'preview', ...preview } : { step: 'failed', fault: preview.fault });
  }

  async function subscribe(facts: CatalogFacts) {
    // The first thing in the gesture; nothing may be awaited before it.
    const consent = askForConsent();
    setAdding({ step: 'subscribing', facts });
    if (!(await consent)) {
      setAdding({ step: 'refused' });
      return;
    }
    const fault = await port.subscribe(facts);
    setAdding(fault ? { step: 'failed', fault } : { step: 'idle' });
  }

  /** Reports what could not be done because the browser's storage is full or damaged. */
  function tried(work: Promise<void>): void {
    setFailure(null);
    work.catch((error: unknown) => setFailure(catalogFaultText(faultOf(error))));
  }

  async function lookAt(id: string) {
    setLooking((ids) => new Set([...ids, id]));
    await port.look(id).finally(() => setLooking((ids) => new Set([...ids].filter((other) => other !== id))));
  }

  async function browse(id: string) {
    if (browsed?.id === id) setBrowsed(null);
    else setBrowsed({ id, search: episodeSearch(await port.titles(id)) });
  }

  async function remove(catalog: Subscription) {
    if (removed) await port.sweepRemoved();
    await port.remove(catalog.id);
    setRemoved(catalog);
  }

  async function takeBack() {
    if (removed) await port.takeBack(removed.id);
    setRemoved(null);
  }

  async function setAddress(id: string, address: string) {
    const fault = await port.setAddress(id, address);
    setFailure(fault && catalogFaultText(fault));
  }

  const titles = useMemo(() => {
    const search = browsed?.search;
    return (
      search && (
        <Episodes
          search={async (...asked) => search(...asked)}
          languages={languages}
          onOpen={(videoId) => open(watchAddress(videoId, null), '_blank', 'noreferrer')}
        />
      )
    );
  }, [browsed, languages]);

  return (
    <section aria-labelledby="catalogs-title">
      <h2 id="catalogs-title">{i18n.t('catalog.title')}</h2>
      <p>{i18n.t('catalog.intro')}</p>
      {!mayStore && <p className="notice">{i18n.t('catalog.privateWindow')}</p>}
      <CatalogAdd
        state={adding}
        disabled={!mayStore}
        onLook={(address) => void look(address)}
        onSubscribe={(facts) => void subscribe(facts)}
        onUseAddress={({ id, address }) => {
          setAdding({ step: 'idle' });
          tried(setAddress(id, address));
        }}
        onCancel={() => setAdding({ step: 'idle' })}
      />
      {failure && (
        <p className="notice" role="alert">
          {failure}
        </p>
      )}
      {shown && (
        <CatalogList
          catalogs={shown.list}
          looking={looking}
          browsed={browsed && { id: browsed.id, titles }}
          limit={shown.limit}
          onLimit={(bytes) => tried(port.setLimit(bytes))}
          onLook={(id) => tried(lookAt(id))}
          onKeepAll={(id) => tried(port.keepAll(id))}
          onPause={(id) => tried(port.pause(id))}
          onKeepRead={(id) => tried(port.keepRead(id))}
          onWantNames={(id, wanted) => tried(port.wantNames(id, wanted))}
          onMove={(id, by) => tried(port.move(id, by))}
          onBrowse={(id) => tried(browse(id))}
          onRemove={(catalog) => tried(remove(catalog))}
          onUseAddress={(id, address) => tried(setAddress(id, address))}
        />
      )}
      {removed && (
        <p className="undo" role="status">
          {i18n.t('catalog.removedNow', [removed.title])}{' '}
          <button type="button" onClick={() => tried(takeBack())}>
            {i18n.t('library.undo')}
          </button>{' '}
          <button
            type="button"
            aria-label={i18n.t('library.close')}
            onClick={() => {
              setRemoved(null);
              tried(port.sweepRemoved());
            }}
          >
            ×
          </button>
        </p>
      )}
    </section>
  );
}
