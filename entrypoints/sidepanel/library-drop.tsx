import { type ReactNode, useEffect, useState } from 'react';
import { DropLayer, type DropState } from '../../components/library/drop-layer.tsx';
import { countEntries, NO_COUNTS } from '../../core/library/import.ts';
import { gatherDrop } from '../../platform/files/gather.ts';
import { type ImportInput, mayHoldNotes } from '../../platform/files/input.ts';
import { isTranscriptFile } from '../../platform/files/read-transcript.ts';
import { startImport } from '../../platform/import/importer.ts';
import { isPrivate } from '../../platform/storage/private-window.ts';

/** Notes dropped on the panel go into the library; other files are left to whoever wants them. */
export function LibraryDrop(): ReactNode {
  const [state, setState] = useState<DropState | null>(null);

  useEffect(() => {
    const listening = new AbortController();
    const { signal } = listening;
    const over = (event: DragEvent) => {
      if (!event.dataTransfer?.types.includes('Files')) return;
      event.preventDefault();
      setState((now) => (now === 'adding' ? now : 'over'));
    };
    const leave = (event: DragEvent) => {
      if (event.relatedTarget === null) setState((now) => (now === 'over' ? null : now));
    };
    const drop = (event: DragEvent) => {
      setState((now) => (now === 'over' ? null : now));
      if (!event.dataTransfer || !holdsNotes(event.dataTransfer)) return;
      event.preventDefault();
      void add(event.dataTransfer, setState);
    };
    addEventListener('dragover', over, { signal });
    addEventListener('dragleave', leave, { signal });
    addEventListener('drop', drop, { signal });
    return () => listening.abort();
  }, []);

  return state && <DropLayer state={state} onClose={() => setState(null)} />;
}

/** A transcript (`.vtt`, `.srt`, `.json3`) is not ours. */
function holdsNotes({ files }: DataTransfer): boolean {
  return [...files].some(({ name }) => mayHoldNotes(name));
}

/** The drop's items are gone once its event is over, so they are taken before anything is awaited. */
async function add(transfer: DataTransfer, show: (state: DropState) => void): Promise<void> {
  const files = [...transfer.files];
  const gathered = gatherDrop(transfer);
  // A transcript may be called `.txt`, too.
  if ((await Promise.all(files.map(isTranscriptFile))).every(Boolean)) return;
  const inputs: readonly ImportInput[] = await gathered;
  if (inputs.length === 0) return;
  if (await isPrivate()) return show('private');
  show('adding');
  let counts = NO_COUNTS;
  startImport(inputs, 'all', {
    onWaiting: () => {},
    onProgress: () => {},
    onEntries: (entries) => {
      counts = countEntries(counts, entries);
    },
    onEnd: () => show({ added: counts.added + counts.replaced }),
  });
}
