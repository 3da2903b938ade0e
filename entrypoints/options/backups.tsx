import { type ReactNode, useState } from 'react';
import { type BackupNotice, BackupSection } from '../../components/options/backup-section.tsx';
import { readBackup, withBackup, writeBackup } from '../../core/settings/backup.ts';
import type { BackupPort } from '../../platform/ports.ts';
import { saveFile } from '../shared/save-file.ts';

/** Bytes; more than the browser lets us keep. */
const LARGEST_BACKUP = 50_000_000;

/** Backup, restore and reset; what was replaced can be put back until the page is left. */
export function Backups({ port }: { readonly port: BackupPort }): ReactNode {
  const [notice, setNotice] = useState<BackupNotice | null>(null);
  const [undo, setUndo] = useState<{ readonly run: () => Promise<void> } | null>(null);

  /** Every command shows its outcome. */
  async function tell(work: () => Promise<BackupNotice>): Promise<void> {
    setNotice(await work().catch((): BackupNotice => ({ kind: 'not-stored' })));
  }

  async function restore(file: File): Promise<BackupNotice> {
    if (file.size > LARGEST_BACKUP) return { kind: 'refused', file: file.name, problem: { kind: 'no-backup' } };
    const reading = readBackup(await file.text());
    if (!reading.ok) return { kind: 'refused', file: file.name, problem: reading.problem };
    const present = await port.read();
    setUndo({ run: await port.write(withBackup(present, reading.kept)) });
    return { kind: 'restored' };
  }

  async function reset(): Promise<BackupNotice> {
    setUndo({ run: await port.reset() });
    return { kind: 'reset' };
  }

  async function save(): Promise<void> {
    const day = new Date().toISOString().slice(0, 10);
    try {
      saveFile(new Blob([writeBackup(await port.read())], { type: 'application/json' }), `sleevenotes-${day}.json`);
    } catch {
      setNotice({ kind: 'not-read' });
    }
  }

  return (
    <BackupSection
      notice={notice}
      onSave={() => void save()}
      onRestore={(file) => void tell(() => restore(file))}
      onReset={() => void tell(reset)}
      onUndo={() =>
        void tell(async () => {
          await undo?.run();
          return { kind: 'undone' };
        })
      }
    />
  );
}
