import { browser } from 'wxt/browser';
import type { Mark } from '../../core/marks/mark.ts';
import { inTurn } from '../storage/item.ts';
import type { MarkPlace, MarkTable } from './mark-table.ts';

/** What the names of the marks of private windows begin with; the window's id follows. */
const PRIVATE_MARKS = 'private-marks:';

interface Held {
  readonly marks: readonly Mark[];
  /** What marks were before a change, the last one last. */
  readonly journal: readonly Mark[];
}

/**
 * Marks of a private window. They are in the browser's memory, which the window's panel, its popup and the background share
 * and which is never written to a disk, until the window closes; see {@link forgetPrivateMarks}.
 */
export function privateMarks(windowId: number): MarkPlace {
  const name = PRIVATE_MARKS + windowId;
  const { session } = browser.storage;
  const turn = inTurn('sleevenotes-private-marks');
  const read = async (): Promise<Held> =>
    ((await session.get(name))[name] as Held | undefined) ?? { marks: [], journal: [] };

  return {
    byVideo: async (video) => (await read()).marks.filter((mark) => mark.video === video),
    all: async () => (await read()).marks,
    change: (work) =>
      turn(async () => {
        const held = await read();
        const marks = new Map(held.marks.map((mark) => [mark.id, mark]));
        const journal = [...held.journal];
        const result = await work(tableOf(marks, journal));
        await session.set({ [name]: { marks: [...marks.values()], journal } satisfies Held });
        return result;
      }),
    clear: () => turn(() => session.remove(name)),
  };
}

function tableOf(marks: Map<string, Mark>, journal: Mark[]): MarkTable {
  return {
    get: async (id) => marks.get(id) ?? null,
    put: async (mark) => void marks.set(mark.id, mark),
    drop: async (id) => void marks.delete(id),
    remember: async (before) => void journal.push(before),
    async recall(id) {
      const at = journal.findLastIndex((mark) => mark.id === id);
      return at === -1 ? null : (journal.splice(at, 1)[0] ?? null);
    },
  };
}

/** Whether a value of `storage.session` is the marks of a private window. */
export const arePrivateMarks = (name: string): boolean => name.startsWith(PRIVATE_MARKS);

/** Command of the background: a window was closed. */
export const forgetPrivateMarks = (windowId: number): Promise<void> =>
  browser.storage.session.remove(PRIVATE_MARKS + windowId);
