import { momentBefore, newMark } from '../../core/marks/mark.ts';
import type { PressedMoment } from '../../core/session/page.ts';
import { keepMark, marksOfWindow } from '../marks/keep-mark.ts';
import type { SettingsPort } from '../ports.ts';

/** What the background does about marks: those of pages that no panel follows are made here. */
export interface BackgroundMarks {
  /** Query: the page key that marks a moment; empty when it is switched off. */
  key(): Promise<string>;
  /**
   * Command: keeps a mark, and resolves to its time; to `null` when it could not be stored.
   * @param privateWindow The window's id when it is a private one.
   */
  keep(pressed: PressedMoment, title: string, privateWindow: number | null): Promise<number | null>;
}

export function createBackgroundMarks(settings: Pick<SettingsPort, 'read'>): BackgroundMarks {
  const stored = marksOfWindow(null);
  return {
    key: async () => (await settings.read()).keys.mark,
    async keep({ videoId, id, time, rate }, title, privateWindow) {
      const { markBack } = await settings.read();
      const at = momentBefore(time, markBack, rate);
      const mark = newMark({
        id,
        video: videoId,
        videoTitle: title,
        at,
        words: '',
        quote: null,
        section: null,
        now: Date.now(),
      });
      const place = privateWindow === null ? stored : marksOfWindow(privateWindow);
      return (await keepMark(place, mark)) === null ? at : null;
    },
  };
}
