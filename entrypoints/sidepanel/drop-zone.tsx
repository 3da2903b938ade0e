import { type ReactNode, useEffect, useState } from 'react';
import { DropLayer, type DropState } from '../../components/library/drop-layer.tsx';
import { TranscriptMessage, type TranscriptOutcome } from '../../components/panel/transcript-message.tsx';
import { useSlice } from '../../components/shared/use-slice.ts';
import type { Watch } from '../../core/session/watch.ts';
import type { Watched } from '../../core/session/watched.ts';
import { sortDrop } from '../../platform/files/sort-drop.ts';

const videoIdOf = ({ videoId }: Watched) => videoId;

/** Takes what is dropped on the panel: notes for the library, a transcript for the video shown. */
export function DropZone({ watch }: { readonly watch: Watch }): ReactNode {
  const videoId = useSlice(watch, videoIdOf, undefined);
  const [notes, setNotes] = useState<DropState | null>(null);
  const [transcript, setTranscript] = useState<TranscriptOutcome | null>(null);
  // What became of a transcript is about the video it was dropped on.
  // biome-ignore lint/correctness/useExhaustiveDependencies: runs for another video
  useEffect(() => setTranscript(null), [videoId]);

  useEffect(() => {
    const listening = new AbortController();
    const { signal } = listening;
    const over = (event: DragEvent) => {
      if (!event.dataTransfer?.types.includes('Files')) return;
      event.preventDefault();
      setNotes((now) => (now === 'adding' ? now : 'over'));
    };
    const end = () => setNotes((now) => (now === 'over' ? null : now));
    const drop = (event: DragEvent) => {
      end();
      if (!event.dataTransfer?.types.includes('Files')) return;
      // Otherwise the browser would show the file in the panel's place.
      event.preventDefault();
      void sortDrop(event.dataTransfer).then(async (dropped) => {
        const { addNotes, keepTranscript } = await import('./take-drop.ts');
        if (dropped.notes.length > 0) void addNotes(dropped.notes, setNotes);
        void keepTranscript(dropped, watch).then((outcome) => outcome && setTranscript(outcome));
      });
    };
    addEventListener('dragover', over, { signal });
    addEventListener('dragleave', (event) => event.relatedTarget === null && end(), { signal });
    addEventListener('drop', drop, { signal });
    return () => listening.abort();
  }, [watch]);

  return (
    <>
      {notes && <DropLayer state={notes} onClose={() => setNotes(null)} />}
      {transcript && <TranscriptMessage {...transcript} onClose={() => setTranscript(null)} />}
    </>
  );
}
