import type { VideoId } from '../../core/video/video-id.ts';
import type { Unsubscribe } from '../ports.ts';

const CHANNEL = 'sleevenotes-library';

/** Notifies every page and worker of the extension, including this one, that the notes of these videos changed. */
export function announceChange(videos: readonly VideoId[]): void {
  const channel = new BroadcastChannel(CHANNEL);
  channel.postMessage(videos);
  channel.close();
}

export function onChange(listener: (videos: readonly VideoId[]) => void): Unsubscribe {
  const channel = new BroadcastChannel(CHANNEL);
  channel.onmessage = ({ data }) => listener(Array.isArray(data) ? (data as VideoId[]) : []);
  return () => channel.close();
}
