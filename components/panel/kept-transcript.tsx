import type { ReactNode } from 'react';
import { i18n } from '#i18n';
import type { Watched } from '../../core/session/watched.ts';
import type { KeptTranscript } from '../../core/transcript/kept-transcript.ts';
import { usePanel, useWatched } from './panel-model.ts';

const keptOf = ({ kept }: Watched) => kept ?? null;

function wordsFor({ transcript, isUnfinished }: KeptTranscript) {
  if (isUnfinished) return 'panel.transcript.unfinished';
  return transcript ? 'panel.transcript.from' : 'panel.transcript.unreadable';
}

/** Shows that the times rest on the viewer's own transcript, and offers to stop using it. */
export function KeptTranscriptLine(): ReactNode {
  const { forgetTranscript, tryAgain } = usePanel();
  const kept = useWatched(keptOf);
  return (
    kept !== null && (
      <p className="facts" data-transcript="">
        {i18n.t(wordsFor(kept), [kept.name])}{' '}
        {kept.isUnfinished && (
          <>
            <button type="button" className="quiet" onClick={tryAgain}>
              {i18n.t('panel.tryAgain')}
            </button>{' '}
          </>
        )}
        <button type="button" className="quiet" onClick={forgetTranscript}>
          {i18n.t('panel.transcript.forget')}
        </button>
      </p>
    )
  );
}
