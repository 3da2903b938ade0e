import type { ReactNode } from 'react';
import { i18n } from '#i18n';
import type { Watched } from '../../core/session/watched.ts';
import { usePanel, useWatched } from './panel-model.ts';

const keptName = ({ kept }: Watched) => kept?.name ?? null;

/** Says that the times rest on a transcript of the viewer's own, and offers to stop using it. */
export function KeptTranscriptLine(): ReactNode {
  const { watch } = usePanel();
  const name = useWatched(keptName);
  return (
    name !== null && (
      <p className="facts" data-transcript="">
        {i18n.t('panel.transcript.from', [name])}{' '}
        <button type="button" className="quiet" onClick={() => void watch.forgetTranscript()}>
          {i18n.t('panel.transcript.forget')}
        </button>
      </p>
    )
  );
}
