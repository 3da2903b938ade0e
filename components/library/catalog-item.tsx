import type { ReactNode } from 'react';
import { i18n } from '#i18n';
import type { Subscription } from '../../core/catalog/subscription.ts';
import { catalogFaultText } from '../shared/catalog-fault.ts';
import { momentText, numberText } from '../shared/locale.ts';
import { catalogText } from '../shared/origin-text.ts';
import { factsText } from './catalog-add.tsx';
import { shareText, sizeText } from './wording.ts';

/** What a click on a catalog does. */
export interface CatalogActions {
  readonly onLook: (id: string) => void;
  readonly onKeepAll: (id: string) => void;
  readonly onPause: (id: string) => void;
  readonly onKeepRead: (id: string) => void;
  readonly onWantNames: (id: string, wanted: boolean) => void;
  readonly onMove: (id: string, by: -1 | 1) => void;
  readonly onBrowse: (id: string) => void;
  readonly onRemove: (catalog: Subscription) => void;
  readonly onUseAddress: (id: string, address: string) => void;
}

interface CatalogItemProps extends CatalogActions {
  readonly catalog: Subscription;
  readonly isFirst: boolean;
  readonly isLast: boolean;
  /** Whether a request to its host is running. */
  readonly looking: boolean;
  readonly browsing: boolean;
  /** Its titles, while they are browsed. */
  readonly children: ReactNode;
}

/** A catalog the viewer has: its state, and what can be done about it. */
export function CatalogItem({
  catalog,
  isFirst,
  isLast,
  looking,
  browsing,
  children,
  ...on
}: CatalogItemProps): ReactNode {
  const { id, title, keeping, fault, keepFault, namesFault, movedTo, home, names } = catalog;
  return (
    <li data-catalog={id}>
      <h3>{catalogText(catalog)}</h3>
      <p className="facts">{factsText(catalog)}</p>
      <p className="facts">
        {home ? (
          <a href={home} target="_blank" rel="noreferrer">
            {new URL(catalog.address).host}
          </a>
        ) : (
          new URL(catalog.address).host
        )}
        {' · '}
        {i18n.t('catalog.lookedAt', [momentText(catalog.lookedAt)])}
        {' · '}
        {i18n.t('catalog.kept', [sizeText(catalog.keptBytes)])}
      </p>
      <KeptShare catalog={catalog} />
      {names && names.state !== 'off' && (
        <p className="facts">{i18n.t(names.state === 'here' ? 'catalog.namesHere' : 'catalog.namesFetching')}</p>
      )}
      {fault && <p className="notice">{i18n.t('catalog.lookFailed', [catalogFaultText(fault)])}</p>}
      {keepFault && <p className="notice">{i18n.t('catalog.keepFailed', [catalogFaultText(keepFault)])}</p>}
      {namesFault && <p className="notice">{i18n.t('catalog.namesFailed', [catalogFaultText(namesFault)])}</p>}
      {movedTo && (
        <div className="notice">
          <p>{i18n.t('catalog.movedTo', [movedTo])}</p>
          <button type="button" onClick={() => on.onUseAddress(id, movedTo)}>
            {i18n.t('catalog.useAddress')}
          </button>
        </div>
      )}
      <div className="buttons">
        {catalog.hasTitles && (
          <button type="button" aria-expanded={browsing} onClick={() => on.onBrowse(id)}>
            {i18n.t('catalog.browse')}
          </button>
        )}
        <button type="button" disabled={looking} onClick={() => on.onLook(id)}>
          {i18n.t(looking ? 'catalog.looking' : 'catalog.lookNow')}
        </button>
        {keeping === 'off' && (
          <button type="button" onClick={() => on.onKeepAll(id)}>
            {i18n.t('catalog.keepAll', [sizeText(catalog.bytes)])}
          </button>
        )}
        {(keeping === 'running' || keeping === 'waiting') && (
          <button type="button" onClick={() => on.onPause(id)}>
            {i18n.t('library.pause')}
          </button>
        )}
        {(keeping === 'paused' || keeping === 'stopped') && (
          <button type="button" onClick={() => on.onKeepAll(id)}>
            {i18n.t('library.goOn')}
          </button>
        )}
        {keeping !== 'off' && (
          <button type="button" onClick={() => on.onKeepRead(id)}>
            {i18n.t('catalog.keepRead')}
          </button>
        )}
        {names && (
          <button type="button" onClick={() => on.onWantNames(id, names.state === 'off')}>
            {names.state === 'off'
              ? i18n.t('catalog.findNames', [sizeText(names.bytes)])
              : i18n.t('catalog.leaveNames')}
          </button>
        )}
        <button
          type="button"
          disabled={isFirst}
          aria-label={i18n.t('options.up', [title])}
          onClick={() => on.onMove(id, -1)}
        >
          ↑
        </button>
        <button
          type="button"
          disabled={isLast}
          aria-label={i18n.t('options.down', [title])}
          onClick={() => on.onMove(id, 1)}
        >
          ↓
        </button>
        <button type="button" aria-label={i18n.t('library.removeOne', [title])} onClick={() => on.onRemove(catalog)}>
          {i18n.t('library.remove')}
        </button>
      </div>
      {children}
    </li>
  );
}

/** Progress of downloading a whole catalog. */
function KeptShare({ catalog: { keeping, keptShards, shards, title } }: { readonly catalog: Subscription }): ReactNode {
  if (keeping === 'off') return null;
  if (keeping === 'complete') return <p className="facts">{i18n.t('catalog.keptWhole')}</p>;
  const share = shards === 0 ? 0 : keptShards / shards;
  return (
    <p className="facts kept-share">
      <progress aria-label={i18n.t('catalog.keepingOf', [title])} max={1} value={share} />{' '}
      {i18n.t(`catalog.keeping.${keeping}`, [shareText(Math.floor(share * 100) / 100), numberText(keptShards)])}
    </p>
  );
}
