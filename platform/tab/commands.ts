import type { CaptionsWanted } from '../../core/transcript/choose-track.ts';
import type { VideoId } from '../../core/video/video-id.ts';
import type { FromPage } from '../messaging/page-messages.ts';
import type { Marker, SeekResult, SettingsPort } from '../ports.ts';
import { ANSWER_WITHIN_MS, type Connection } from './connection.ts';

/** Commands to the page. A page that connects later gets the current markers and the viewer's keys. */
export interface Commands {
  seek(videoId: VideoId, time: number): Promise<SeekResult>;
  /** False when no page is connected. */
  askCaptions(videoId: VideoId, wanted: CaptionsWanted): boolean;
  setMarkers(videoId: VideoId, markers: readonly Marker[]): void;
  setPlaying(videoId: VideoId, playing: boolean): void;
  /** Sends the current state to a page that has just connected. */
  repeat(): void;
  /** The page's answer to a command. */
  hear(answer: Extract<FromPage, { readonly type: 'sought' }>): void;
  /** No answer can arrive any more. */
  giveUp(): void;
}

export function createCommands(connection: Connection, settings: SettingsPort): Commands {
  const asked = new Map<number, (result: SeekResult) => void>();
  let asks = 0;
  let markers: { readonly videoId: VideoId; readonly markers: readonly Marker[] } | null = null;

  const noAnswer = { ok: false, reason: 'no-answer' } as const;
  return {
    async seek(videoId, time) {
      // The note may be here before its page has answered: a click made in between waits for it.
      await connection.ready();
      asks += 1;
      const ask = asks;
      if (!connection.post({ type: 'seek', ask, videoId, time })) return noAnswer;
      return new Promise((resolve) => {
        asked.set(ask, resolve);
        setTimeout(() => {
          if (asked.delete(ask)) resolve(noAnswer);
        }, ANSWER_WITHIN_MS);
      });
    },
    askCaptions: (videoId, wanted) => connection.post({ type: 'captions', videoId, wanted }),
    setMarkers(videoId, list) {
      markers = { videoId, markers: list };
      connection.post({ type: 'markers', ...markers });
    },
    setPlaying: (videoId, playing) => void connection.post({ type: 'play', videoId, playing }),
    repeat() {
      if (markers) connection.post({ type: 'markers', ...markers });
      void settings.read().then(({ keys }) => connection.post({ type: 'keys', ...keys }));
    },
    hear({ ask, result }) {
      asked.get(ask)?.(result);
      asked.delete(ask);
    },
    giveUp() {
      for (const answer of asked.values()) answer(noAnswer);
      asked.clear();
    },
  };
}
