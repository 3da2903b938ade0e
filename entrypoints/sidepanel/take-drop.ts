import type { DropState } from '../../components/library/drop-layer.tsx';
import type { TranscriptOutcome } from '../../components/panel/transcript-message.tsx';
import { countEntries, NO_COUNTS } from '../../core/library/import.ts';
import type { Watch } from '../../core/session/watch.ts';
import type { ImportInput } from '../../platform/files/input.ts';
import { readTranscriptApart } from '../../platform/files/read-transcript-apart.ts';
import type { Dropped } from '../../platform/files/sort-drop.ts';
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

/** Keeps a dropped transcript for the video shown, and returns the outcome; `null` when only notes were dropped. */
export async function keepTranscript(
  { notes, transcript, unknown }: Dropped,
  watch: Watch,
): Promise<TranscriptOutcome | null> {
  if (!transcript) return unknown && notes.length === 0 ? { kind: 'damaged', name: unknown.name } : null;
  const { name } = transcript;
  const { videoId } = watch.read();
  if (!videoId) return { kind: 'noVideo', name };
  const read = await readTranscriptApart(transcript);
  if (read === 'damaged') return { kind: 'damaged', name };
  if (read === 'too-large') return { kind: 'tooLarge', name };
  return { kind: (await watch.keepTranscript(videoId, read)) ? 'kept' : 'unsaved', name };
}
