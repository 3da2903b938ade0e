import type { ReactNode } from 'react';
import { i18n } from '#i18n';
import { type Neighbour, type Neighbours, READING_ORDERS, type ReadingOrder } from '../../core/library/neighbours.ts';
import { readingAddress } from '../../core/library/reading-address.ts';
import { useInScript } from '../shared/chinese-context.ts';
import { inLanguage } from '../shared/in-language.ts';

interface NeighbourLinksProps extends Neighbours {
  readonly order: ReadingOrder;
  readonly onOrder: (order: ReadingOrder) => void;
}

/** Links to the notes before and after this one, and the choice of their order. */
export function NeighbourLinks({ previous, next, order, onOrder }: NeighbourLinksProps): ReactNode {
  return (
    <nav className="neighbours" aria-label={i18n.t('reading.neighbours')}>
      <label>
        {i18n.t('library.order')}{' '}
        <select
          className="note-choice"
          value={order}
          onChange={({ target }) => onOrder(READING_ORDERS.find((each) => each === target.value) ?? order)}
        >
          {READING_ORDERS.map((each) => (
            <option key={each} value={each}>
              {i18n.t(`reading.orders.${each}`)}
            </option>
          ))}
        </select>
      </label>
      <ul>
        {previous && <NeighbourLink neighbour={previous} order={order} rel="prev" label={i18n.t('reading.previous')} />}
        {next && <NeighbourLink neighbour={next} order={order} rel="next" label={i18n.t('reading.next')} />}
      </ul>
    </nav>
  );
}

interface NeighbourLinkProps {
  readonly neighbour: Neighbour;
  readonly order: ReadingOrder;
  readonly rel: 'prev' | 'next';
  readonly label: string;
}

function NeighbourLink({ neighbour, order, rel, label }: NeighbourLinkProps): ReactNode {
  const inScript = useInScript();
  const { text, language } = inScript(neighbour.title, neighbour.language ?? '');
  return (
    <li data-rel={rel}>
      <a href={readingAddress({ videoId: neighbour.videoId, order })} rel={rel}>
        <span className="facts">{label}</span> <span {...inLanguage(language)}>{text}</span>
      </a>
    </li>
  );
}
