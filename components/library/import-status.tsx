import type { ReactNode } from 'react';
import { i18n } from '#i18n';
import { type ImportProgress, timeLeft } from '../../core/library/import.ts';
import { numberText } from '../shared/locale.ts';
import { durationText, sizeText } from './wording.ts';

interface ImportStatusProps {
  /** `waiting`: another window is importing. `null`: begun, nothing known yet. */
  readonly progress: ImportProgress | 'waiting' | null;
  readonly onPause: () => void;
  readonly onGoOn: () => void;
  readonly onCancel: () => void;
}

/** Progress of the import, with pause and cancel. */
export function ImportStatus({ progress, onPause, onGoOn, onCancel }: ImportStatusProps): ReactNode {
  const known = progress === 'waiting' ? null : progress;
  const left = known && timeLeft(known);
  const files =
    known &&
    (known.totalFiles === null
      ? i18n.t('library.progressOpen', [numberText(known.files), '', sizeText(known.bytes)])
      : i18n.t('library.progress', [numberText(known.files), numberText(known.totalFiles), sizeText(known.bytes)]));
  return (
    <section className="import-status" aria-label={i18n.t('library.importing')}>
      <progress aria-label={i18n.t('library.importing')} max={1} {...(known && { value: known.share })} />
      <p role="status">
        {progress === 'waiting' ? i18n.t('library.waiting') : (files ?? i18n.t('library.importing'))}
        {known?.paused ? ` · ${i18n.t('library.pausedNow')}` : ''}
        {left !== null && !known?.paused ? ` · ${i18n.t('library.left', [durationText(left)])}` : ''}
      </p>
      <p className="buttons">
        {known && (
          <button type="button" onClick={known.paused ? onGoOn : onPause}>
            {i18n.t(known.paused ? 'library.goOn' : 'library.pause')}
          </button>
        )}
        <button type="button" onClick={onCancel}>
          {i18n.t('library.cancel')}
        </button>
      </p>
    </section>
  );
}
