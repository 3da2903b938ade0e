import { type ReactNode, useId } from 'react';
import { i18n } from '#i18n';
import type { Subscription } from '../../core/catalog/subscription.ts';
import { type CatalogActions, CatalogItem } from './catalog-item.tsx';
import { sizeText } from './wording.ts';
import './catalogs.css';

const MEGABYTE = 1000 * 1000;
const LIMITS = [50, 200, 1000, 5000].map((megabytes) => megabytes * MEGABYTE);

interface CatalogListProps extends CatalogActions {
  readonly catalogs: readonly Subscription[];
  /** The catalogs with a running request. */
  readonly looking: ReadonlySet<string>;
  /** The catalog whose titles are shown, and they. */
  readonly browsed: { readonly id: string; readonly titles: ReactNode } | null;
  readonly limit: number;
  readonly onLimit: (bytes: number) => void;
}

/** The catalogs the viewer has, in the order in which their notes are shown. */
export function CatalogList({ catalogs, looking, browsed, limit, onLimit, ...actions }: CatalogListProps): ReactNode {
  const id = useId();
  if (catalogs.length === 0) return null;
  const limits = [...new Set([...LIMITS, limit])].sort((a, b) => a - b);
  return (
    <>
      <ul className="catalogs">
        {catalogs.map((catalog, at) => (
          <CatalogItem
            key={catalog.id}
            catalog={catalog}
            isFirst={at === 0}
            isLast={at === catalogs.length - 1}
            looking={looking.has(catalog.id)}
            browsing={browsed?.id === catalog.id}
            {...actions}
          >
            {browsed?.id === catalog.id && browsed.titles}
          </CatalogItem>
        ))}
      </ul>
      <p className="facts catalog-limit">
        <label htmlFor={id}>{i18n.t('catalog.limit')}</label>
        <select id={id} value={limit} onChange={({ target }) => onLimit(Number(target.value))}>
          {limits.map((bytes) => (
            <option key={bytes} value={bytes}>
              {sizeText(bytes)}
            </option>
          ))}
        </select>
      </p>
    </>
  );
}
