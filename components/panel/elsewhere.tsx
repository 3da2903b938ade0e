import type { ReactNode } from 'react';
import { i18n } from '#i18n';
import type { Elsewhere } from '../../core/session/elsewhere.ts';
import type { Watched } from '../../core/session/watched.ts';
import { catalogFaultText } from '../shared/catalog-fault.ts';
import { catalogText } from '../shared/origin-text.ts';
import { usePanel, useWatched } from './panel-model.ts';

const elsewhereOf = ({ elsewhere }: Watched) => elsewhere;

/** Notes of catalogs that are not here: what is being done about them, or what the viewer can do. */
export function ElsewhereNotice(): ReactNode {
  const { fetchNotes } = usePanel().watch;
  const elsewhere = useWatched(elsewhereOf);
  const said = elsewhere && sentencesOf(elsewhere);
  if (!said) return null;
  return (
    <div className="notice" role="status">
      {said.sentences.map((sentence) => (
        <p key={sentence}>{sentence}</p>
      ))}
      {said.action && (
        <button type="button" className="action" onClick={() => void fetchNotes()}>
          {said.action}
        </button>
      )}
    </div>
  );
}

function sentencesOf(
  elsewhere: Elsewhere,
): { readonly sentences: readonly string[]; readonly action: string | null } | null {
  switch (elsewhere.state) {
    case 'nothing':
      return null;
    case 'fetching':
      return {
        sentences: elsewhere.missing.map((one) => i18n.t('catalog.fetching', [catalogText(one)])),
        action: null,
      };
    case 'asks':
      return {
        sentences: elsewhere.missing.map((one) => i18n.t('catalog.asks', [catalogText(one), one.host, one.request])),
        action: i18n.t('catalog.open'),
      };
    case 'failed':
      return {
        sentences: elsewhere.failures.map(({ title, fault }) =>
          i18n.t('catalog.failed', [title, catalogFaultText(fault)]),
        ),
        action: i18n.t('catalog.again'),
      };
  }
}
