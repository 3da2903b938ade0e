import { useEffect, useState } from 'react';
import type { VideoId } from '../../core/video/video-id.ts';
import type { KeptTranscript, TranscriptsPort } from '../../platform/ports.ts';

/** The transcript the viewer has brought for a video; `null` when there is none, or no video. */
export function useTranscript(port: TranscriptsPort, videoId: VideoId | null): KeptTranscript | null {
  const [found, setFound] = useState<{ videoId: VideoId; kept: KeptTranscript | null } | null>(null);
  useEffect(() => {
    if (!videoId) return;
    let current = true;
    const read = () => void port.read(videoId).then((kept) => current && setFound({ videoId, kept }));
    read();
    const stop = port.subscribe((changed) => changed === videoId && read());
    return () => {
      current = false;
      stop();
    };
  }, [port, videoId]);
  return found?.videoId === videoId ? found.kept : null;
}
