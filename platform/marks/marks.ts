import { browser } from 'wxt/browser';
import { changedMark, compareMarks, type Mark } from '../../core/marks/mark.ts';
import { isSameMark } from '../../core/marks/merge-marks.ts';
import type { MarksPort } from '../ports.ts';
import { isPrivate } from '../storage/private-window.ts';
import { ownWindow } from '../tab/own-window.ts';
import { onMarksChanged, tellMarksChanged } from './changes.ts';
import { keepMark, type MergedMark, marksOfWindow, mergeInto, tried } from './keep-mark.ts';
import type { MarkPlace, MarkTable } from './mark-table.ts';
import { arePrivateMarks } from './private-marks.ts';

/** Words are stored while they are typed; what follows a change so soon is part of it, in milliseconds. */
const SAME_CHANGE_MS = 5000;

/** The viewer's marks, those of this page's window. */
export function createMarksPort(): MarksPort {
  let place: Promise<MarkPlace> | null = null;
  const here = () => {
    place ??= isPrivate().then(async (alone) => marksOfWindow(alone ? ((await ownWindow())?.id ?? 0) : null));
    return place;
  };

  /** Changes one mark, as it is by now, to what `change` makes of it; `null` leaves it as it is. */
  const edit = (id: string, change: (mark: Mark, table: MarkTable) => Mark | null | Promise<Mark | null>) =>
    tried(async () => {
      const video = await (await here()).change(async (table) => {
        const mark = await table.get(id);
        const changed = mark && (await change(mark, table));
        if (!mark || !changed) return null;
        await table.put(changed);
        return mark.video;
      });
      if (video) tellMarksChanged([video]);
    });

  return {
    byVideo: async (video) =>
      (await (await here()).byVideo(video)).filter(({ deleted }) => deleted === null).sort(compareMarks),
    all: async () => (await here()).all(),
    put: async (mark) => keepMark(await here(), mark),
    change: (id, change) =>
      edit(id, async (mark, table) => {
        const now = Date.now();
        const changed = changedMark(mark, change, now);
        const differs = changed.words !== mark.words || changed.at !== mark.at;
        if (differs && now - mark.changed >= SAME_CHANGE_MS) await table.remember(mark);
        return changed;
      }),
    undoChange: (id) =>
      edit(id, async (mark, table) => {
        const before = await table.recall(id);
        // Later than what it undoes, or a backup of that would count more.
        return before && { ...before, changed: Math.max(Date.now(), mark.changed + 1) };
      }),
    remove: (id) =>
      edit(id, async (mark, table) => {
        await table.remember(mark);
        return { ...mark, deleted: Date.now() };
      }),
    restore: (id) => edit(id, (mark) => ({ ...mark, deleted: null })),
    async merge(marks) {
      const merged = await (await here()).change(async (table) => {
        const list: MergedMark[] = [];
        for (const mark of marks) {
          const one = await mergeInto(table, mark);
          if (one) list.push(one);
        }
        return list;
      });
      const videos = [...new Set(marks.map(({ video }) => video))];
      tellMarksChanged(videos);
      return async () => {
        await (await here()).change(async (table) => {
          for (const { before, after } of merged) {
            const present = await table.get(after.id);
            // What was changed since stays.
            if (!present || !isSameMark(present, after)) continue;
            if (before) await table.put(before);
            else await table.drop(after.id);
          }
        });
        tellMarksChanged(videos);
      };
    },
    async clear() {
      await (await here()).clear();
      tellMarksChanged([]);
    },
    isKept: async () => !(await isPrivate()),
    subscribe(listener) {
      // In a private window the channel may not reach the background.
      const onMemory = (changes: Record<string, unknown>, area: string) => {
        if (area === 'session' && Object.keys(changes).some(arePrivateMarks)) listener([]);
      };
      browser.storage.onChanged.addListener(onMemory);
      const stop = onMarksChanged(listener);
      return () => {
        browser.storage.onChanged.removeListener(onMemory);
        stop();
      };
    },
  };
}
