import { type ReactNode, useEffect, useRef, useState } from 'react';
import { TranscriptMessage, type TranscriptOutcome } from '../../components/panel/transcript-message.tsx';
import { videoOf } from '../../core/session/session.ts';
import type { VideoId } from '../../core/video/video-id.ts';
import { mayHoldNotes } from '../../platform/files/input.ts';
import { isTranscriptFile, readTranscriptFile } from '../../platform/files/read-transcript.ts';
import type { PagePort, TranscriptsPort } from '../../platform/ports.ts';

interface Props {
  readonly page: PagePort;
  readonly transcripts: TranscriptsPort;
}

/** A transcript dropped on the panel is kept for the video it shows. Notes are left to the library. */
export function TranscriptDrop({ page, transcripts }: Props): ReactNode {
  const [outcome, setOutcome] = useState<TranscriptOutcome | null>(null);
  const videoId = useRef<VideoId | null>(null);

  useEffect(
    () =>
      page.subscribe((event) => {
        if (event.type !== 'page' || videoOf(event.page) === videoId.current) return;
        videoId.current = videoOf(event.page);
        setOutcome(null);
      }),
    [page],
  );

  useEffect(() => {
    const listening = new AbortController();
    const drop = (event: DragEvent) => {
      const files = [...(event.dataTransfer?.files ?? [])];
      if (files.length === 0) return;
      // Otherwise the browser would show the file in the panel's place.
      event.preventDefault();
      void take(files, videoId.current, transcripts).then(setOutcome);
    };
    addEventListener('drop', drop, { signal: listening.signal });
    return () => listening.abort();
  }, [transcripts]);

  return outcome && <TranscriptMessage {...outcome} onClose={() => setOutcome(null)} />;
}

/** Takes the first file that is meant as a transcript; `null` when all are notes. */
async function take(
  files: readonly File[],
  videoId: VideoId | null,
  transcripts: TranscriptsPort,
): Promise<TranscriptOutcome | null> {
  for (const file of files) {
    const { name } = file;
    if (!(await isTranscriptFile(file))) {
      if (mayHoldNotes(name)) continue;
      return { kind: 'damaged', name };
    }
    if (!videoId) return { kind: 'noVideo', name };
    const read = await readTranscriptFile(file);
    if (read === 'damaged') return { kind: 'damaged', name };
    if (read === 'too-large') return { kind: 'tooLarge', name };
    const saved = await transcripts.keep(videoId, read).then(
      () => true,
      () => false,
    );
    return { kind: saved ? 'kept' : 'unsaved', name };
  }
  return null;
}
