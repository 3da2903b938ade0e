import type { DropState } from '../../components/library/drop-layer.tsx';
import { countEntries, NO_COUNTS } from '../../core/library/import.ts';
import type { ImportInput } from '../../platform/files/input.ts';
import { startImport } from '../../platform/import/importer.ts';
import { isPrivate } from '../../platform/storage/private-window.ts';

/** Adds notes to the library, and shows how far that is. */
export async function addNotes(inputs: readonly ImportInput[], show: (state: DropState) => void): Promise<void> {
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
