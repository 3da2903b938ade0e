import type { ReactNode } from 'react';
import { i18n } from '#i18n';
import type { Watched } from '../../core/session/watched.ts';
import { usePanel, useWatched } from './panel-model.ts';

const keptOf = ({ kept }: Watched) => kept ?? null;

/** Says that the times rest on a transcript of the viewer's own, and offers to stop using it. */
export function KeptTranscriptLine(): ReactNode {
  const { forgetTranscript } = usePanel();
  const kept = useWatched(keptOf);
  return (
    kept !== null && (
      <p className="facts" data-transcript="">
        {i18n.t(kept.transcript ? 'panel.transcript.from' : 'panel.transcript.unreadable', [kept.name])}{' '}
        <button type="button" className="quiet" onClick={forgetTranscript}>
          {i18n.t('panel.transcript.forget')}
        </button>
      </p>
    )
  );
}
