import type { ReactNode } from 'react';
import { i18n } from '#i18n';

interface Props {
  /** The file it came from. */
  readonly name: string;
  readonly onForget: () => void;
}

/** Says that the times rest on a transcript of the viewer's own, and lets go of it. */
export function KeptTranscriptLine({ name, onForget }: Props): ReactNode {
  return (
    <p className="facts" data-transcript="">
      {i18n.t('panel.transcript.from', [name])}{' '}
      <button type="button" className="quiet" onClick={onForget}>
        {i18n.t('panel.transcript.forget')}
      </button>
    </p>
  );
}
