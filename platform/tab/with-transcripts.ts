import { videoOf } from '../../core/session/session.ts';
import type { Transcript } from '../../core/transcript/cue.ts';
import type { VideoId } from '../../core/video/video-id.ts';
import type { PageEvent, PagePort, TranscriptsPort } from '../ports.ts';

/** The page, with the transcripts the viewer has brought in place of those that lie open on it. */
export function withTranscripts(page: PagePort, transcripts: TranscriptsPort): PagePort {
  return { ...page, subscribe: (listener) => listen(page, transcripts, listener) };
}

function listen(page: PagePort, transcripts: TranscriptsPort, listener: (event: PageEvent) => void): () => void {
  let videoId: VideoId | null = null;
  let kept: Transcript | null = null;
  let open: Extract<PageEvent, { type: 'evidence' }> | null = null;

  const tell = () => {
    if (open) listener(kept ? { ...open, evidence: { ...open.evidence, transcript: kept } } : open);
  };

  async function look(): Promise<void> {
    const asked = videoId;
    const found = asked && (await transcripts.read(asked));
    if (videoId !== asked || (!found && !kept)) return;
    kept = found?.transcript ?? null;
    tell();
  }

  const stopTranscripts = transcripts.subscribe((changed) => changed === videoId && void look());
  const stopPage = page.subscribe((event) => {
    if (event.type === 'evidence') {
      open = event;
      tell();
      return;
    }
    listener(event);
    if (event.type !== 'page' || videoOf(event.page) === videoId) return;
    videoId = videoOf(event.page);
    kept = null;
    open = null;
    void look();
  });
  return () => {
    stopPage();
    stopTranscripts();
  };
}
