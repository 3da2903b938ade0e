import type { ReactNode } from 'react';
import { i18n } from '#i18n';
import '../library/drop-layer.css';

/** What became of a file dropped as a transcript. `unsaved`: in use, but the browser's storage is full. */
export interface TranscriptOutcome {
  readonly kind: 'kept' | 'unsaved' | 'damaged' | 'tooLarge' | 'noVideo';
  readonly name: string;
}

/** A sentence at the panel's foot about the file just dropped, with what to do when it was of no use. */
export function TranscriptMessage({
  kind,
  name,
  onClose,
}: TranscriptOutcome & { readonly onClose: () => void }): ReactNode {
  return (
    <p className="drop-layer" role="status" data-outcome={kind}>
      {i18n.t(`panel.transcript.${kind}`, [name])}{' '}
      <button type="button" onClick={onClose}>
        {i18n.t('panel.transcript.close')}
      </button>
    </p>
  );
}
