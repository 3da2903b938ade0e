import { type ReactNode, useId } from 'react';
import { i18n } from '#i18n';
import type { BackupProblem } from '../../core/settings/backup.ts';

/** Result of the last command. */
export type BackupNotice =
  | { readonly kind: 'restored' }
  | { readonly kind: 'reset' }
  | { readonly kind: 'undone' }
  | { readonly kind: 'not-stored' }
  | { readonly kind: 'not-read' }
  | { readonly kind: 'refused'; readonly file: string; readonly problem: BackupProblem };

const FAILURES: ReadonlySet<BackupNotice['kind']> = new Set(['refused', 'not-stored', 'not-read']);

interface BackupSectionProps {
  readonly notice: BackupNotice | null;
  readonly onSave: () => void;
  readonly onRestore: (file: File) => void;
  readonly onReset: () => void;
  /** Undoes the last restore or reset. */
  readonly onUndo: () => void;
}

/** Saves, restores and resets all that is kept besides the viewer's own notes. */
export function BackupSection({ notice, onSave, onRestore, onReset, onUndo }: BackupSectionProps): ReactNode {
  const input = useId();
  return (
    <>
      <p className="facts">{i18n.t('options.backupHint')}</p>
      <p className="row">
        <button type="button" onClick={onSave}>
          {i18n.t('options.backupSave')}
        </button>
        <input
          id={input}
          type="file"
          className="unseen"
          accept=".json,application/json"
          onChange={({ target }) => {
            const [file] = target.files ?? [];
            if (file) onRestore(file);
            // The same file can then be chosen again.
            target.value = '';
          }}
        />
        <label className="button" htmlFor={input}>
          {i18n.t('options.backupRestore')}
        </label>
        <button type="button" onClick={onReset}>
          {i18n.t('options.reset')}
        </button>
      </p>
      <p role="status" className={notice !== null && FAILURES.has(notice.kind) ? 'refused' : 'facts'}>
        {notice && noticeText(notice)}{' '}
        {(notice?.kind === 'restored' || notice?.kind === 'reset') && (
          <button type="button" onClick={onUndo}>
            {i18n.t('options.undo')}
          </button>
        )}
      </p>
    </>
  );
}

function noticeText(notice: BackupNotice): string {
  switch (notice.kind) {
    case 'restored':
      return i18n.t('options.restored');
    case 'reset':
      return i18n.t('options.resetDone');
    case 'undone':
      return i18n.t('options.undone');
    case 'not-stored':
      return i18n.t('options.notStored');
    case 'not-read':
      return i18n.t('options.notRead');
    case 'refused': {
      const { file, problem } = notice;
      switch (problem.kind) {
        case 'no-json':
          return i18n.t('options.refused.noJson', [file, problem.where]);
        case 'no-backup':
          return i18n.t('options.refused.noBackup', [file]);
        case 'newer':
          return i18n.t('options.refused.newer', [file]);
        case 'damaged':
          return i18n.t('options.refused.damaged', [file, problem.where]);
      }
    }
  }
}
