import { isNoteName } from '../../core/library/note-files.ts';
import { gatherDrop } from './gather.ts';
import type { GivenFile, ImportInput } from './input.ts';
import { isTranscriptFile } from './read-transcript.ts';

/** What was dropped on the panel, sorted by what it is for. */
export interface Dropped {
  /** For the library: notes, folders and archives. */
  readonly notes: readonly ImportInput[];
  /** For the video shown; of several transcripts the first. */
  readonly transcript: File | null;
  /** The first file that is neither. */
  readonly unknown: File | null;
}

/** Sorts a drop. Must be called within the drop event itself: its items are gone afterwards. */
export async function sortDrop(transfer: DataTransfer): Promise<Dropped> {
  return sortInputs(await gatherDrop(transfer));
}

export async function sortInputs(inputs: readonly ImportInput[]): Promise<Dropped> {
  const notes: ImportInput[] = [];
  let transcript: File | null = null;
  let unknown: File | null = null;
  for (const input of inputs) {
    if (input.kind !== 'files') {
      notes.push(input);
      continue;
    }
    const files: GivenFile[] = [];
    for (const given of input.files) {
      // A transcript may be called `.txt`, as a note may.
      if (await isTranscriptFile(given.file)) transcript ??= given.file;
      else if (isNoteName(given.path)) files.push(given);
      else unknown ??= given.file;
    }
    if (files.length > 0) notes.push({ ...input, files });
  }
  return { notes, transcript, unknown };
}
