import type { Mark } from '../../core/marks/mark.ts';
import type { VideoId } from '../../core/video/video-id.ts';

/** How long the viewer rests from typing before the words are stored, in milliseconds. */
const RESTS_MS = 400;

/** Lets the viewer type the text of one mark at a time, which is stored already. */
export interface AskForWords {
  ask(mark: Mark): void;
  /** What is typed by now. */
  write(words: string): void;
  /** Asks no more. @param keeps Whether what was typed stays. */
  answer(keeps: boolean): void;
}

interface AskServices {
  readonly store: (id: string, words: string) => void;
  /** Whether the video is playing and should pause while the viewer types. */
  readonly mayPause: () => boolean;
  readonly setPlaying: (video: VideoId, playing: boolean) => void;
  readonly show: (asked: Mark | null) => void;
}

export function askForWords({ store, mayPause, setPlaying, show }: AskServices): AskForWords {
  let asked: Mark | null = null;
  let unsaved: string | null = null;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let hasTyped = false;
  let hasPaused = false;

  function save(): void {
    clearTimeout(timer);
    if (asked && unsaved !== null) store(asked.id, unsaved);
    unsaved = null;
  }

  function answer(keeps: boolean): void {
    if (!asked) return;
    // Some of it may be stored already.
    if (!keeps && hasTyped) unsaved = '';
    save();
    if (hasPaused) setPlaying(asked.video, true);
    hasPaused = false;
    hasTyped = false;
    asked = null;
    show(null);
  }

  // A popup closes as soon as the viewer looks elsewhere.
  globalThis.addEventListener?.('pagehide', save);

  return {
    ask(mark) {
      answer(true);
      asked = mark;
      show(mark);
    },
    write(words) {
      unsaved = words;
      hasTyped = true;
      clearTimeout(timer);
      timer = setTimeout(save, RESTS_MS);
      if (!asked || hasPaused || !mayPause()) return;
      hasPaused = true;
      setPlaying(asked.video, false);
    },
    answer,
  };
}
