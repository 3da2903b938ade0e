import { useEffect, useState } from 'react';
import { NO_PREFERENCE, type NotePreference } from '../../core/session/note-preference.ts';
import type { VideoId } from '../../core/video/video-id.ts';
import type { NoteChoicesPort } from '../../platform/ports.ts';

/** Which of several notes about a video is wanted; no preference until it is read. */
export function useNotePreference(port: NoteChoicesPort, videoId: VideoId | null): NotePreference {
  const [read, setRead] = useState<{ readonly videoId: VideoId; readonly preference: NotePreference } | null>(null);
  useEffect(() => {
    if (!videoId) return;
    let current = true;
    const look = () => void port.read(videoId).then((preference) => current && setRead({ videoId, preference }));
    look();
    const stop = port.subscribe(look);
    return () => {
      current = false;
      stop();
    };
  }, [port, videoId]);
  return read && read.videoId === videoId ? read.preference : NO_PREFERENCE;
}
