import { type ReactNode, useState } from 'react';
import { type BackupNotice, BackupSection } from '../../components/options/backup-section.tsx';
import { type Kept, readBackup, withBackup, writeBackup } from '../../core/settings/backup.ts';
import { defaultSettings } from '../../core/settings/migrations.ts';
import type { BackupPort } from '../../platform/ports.ts';
import { saveFile } from '../shared/save-file.ts';

const NOTHING: Kept = {
  settings: defaultSettings,
  corrections: new Map(),
  recents: [],
  chosenNotes: new Map(),
  chosenFolders: [],
};

/** Backup, restore and reset; what was replaced can be put back until the page is left. */
export function Backups({ port }: { readonly port: BackupPort }): ReactNode {
  const [notice, setNotice] = useState<BackupNotice | null>(null);
  const [before, setBefore] = useState<Kept | null>(null);

  async function replace(change: (present: Kept) => Kept, done: 'restored' | 'reset'): Promise<void> {
    const present = await port.read();
    try {
      await port.write(change(present));
    } catch {
      setNotice({ kind: 'not-stored' });
      return;
    }
    setBefore(present);
    setNotice({ kind: done });
  }

  async function restore(file: File): Promise<void> {
    const reading = readBackup(await file.text());
    if (reading.ok) await replace((present) => withBackup(present, reading.kept), 'restored');
    else setNotice({ kind: 'refused', file: file.name, problem: reading.problem });
  }

  async function save(): Promise<void> {
    const day = new Date().toISOString().slice(0, 10);
    saveFile(new Blob([writeBackup(await port.read())], { type: 'application/json' }), `sleevenotes-${day}.json`);
  }

  return (
    <BackupSection
      notice={notice}
      onSave={() => void save()}
      onRestore={(file) => void restore(file)}
      onReset={() => void replace(() => NOTHING, 'reset')}
      onUndo={() => {
        if (before) void port.write(before).then(() => setNotice({ kind: 'undone' }));
      }}
    />
  );
}
