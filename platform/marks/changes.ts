import type { VideoId } from '../../core/video/video-id.ts';
import type { Unsubscribe } from '../ports.ts';

const CHANNEL = 'sleevenotes-marks';

/** Notifies every page of the extension, including this one, that marks of these videos changed. */
export function tellMarksChanged(videos: readonly VideoId[]): void {
  const channel = new BroadcastChannel(CHANNEL);
  channel.postMessage(videos);
  channel.close();
}

export function onMarksChanged(listener: (videos: readonly VideoId[]) => void): Unsubscribe {
  const channel = new BroadcastChannel(CHANNEL);
  channel.onmessage = ({ data }) => listener(data as readonly VideoId[]);
  return () => channel.close();
}
