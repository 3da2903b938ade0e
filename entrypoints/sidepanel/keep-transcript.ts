import type { TranscriptOutcome } from '../../components/panel/transcript-message.tsx';
import type { Watch } from '../../core/session/watch.ts';
import { readTranscriptApart } from '../../platform/files/read-transcript-apart.ts';
import type { Dropped } from '../../platform/files/sort-drop.ts';

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
