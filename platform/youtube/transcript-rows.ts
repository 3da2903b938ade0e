import type { TranscriptRow } from '../../core/transcript/transcript-from-rows.ts';
import type { VideoId } from '../../core/video/video-id.ts';
import { ROW_LISTS, TRANSCRIPT_ROWS } from './selectors.ts';

/** YouTube fills the panel some time after the viewer opens it; any click may have opened it. */
const LOOK_AFTER_CLICK_MS = [400, 1500, 4000];
/** Rows come in bursts; one reading after each burst is enough. */
const BURST_MS = 400;
/** Enough for a day of speech; more is not a transcript. */
const MOST_ROWS = 30_000;
/** Characters of a row's text; a message with all rows must stay below the browser's limit for one. */
const LONGEST_ROW = 1000;

/** Rows of the transcript panel while the viewer has it open. */
export interface TranscriptRows {
  /** All rows of this video seen so far, in the page's order; lists that show only a window of rows add up. */
  read(videoId: VideoId): readonly TranscriptRow[];
  /** Calls `changed` when rows came, until the signal aborts. */
  watch(changed: () => void, signal: AbortSignal): void;
  /** The page no longer shows this video: rows still there are its, not the next one's. */
  leave(videoId: VideoId): void;
}

export function createTranscriptRows(): TranscriptRows {
  let seen = new Map<string, TranscriptRow>();
  let seenFor: VideoId | null = null;
  /** Rows that were open when a video was left, by list: YouTube unmounts them later. */
  let left: readonly { readonly owner: VideoId; readonly keys: ReadonlySet<string> }[] = [];

  function read(videoId: VideoId): readonly TranscriptRow[] {
    if (seenFor !== videoId) {
      seen = new Map();
      seenFor = videoId;
    }
    const stale = left.filter(({ owner }) => owner !== videoId).map(({ keys }) => keys);
    for (const elements of listsOnPage().values()) {
      const rows = elements.flatMap(readRow);
      // A list of the previous video may still be filling: its new rows are that video's, too.
      if (stale.some((keys) => isMostly(keys, rows))) continue;
      for (const row of rows) {
        const key = keyOf(row);
        if (seen.size < MOST_ROWS && !stale.some((keys) => keys.has(key))) seen.set(key, row);
      }
    }
    return [...seen.values()];
  }

  function watch(changed: () => void, signal: AbortSignal): void {
    let lists: readonly Element[] = [];
    let burst: ReturnType<typeof setTimeout> | undefined;
    const observer = new MutationObserver(() => {
      clearTimeout(burst);
      burst = setTimeout(changed, BURST_MS);
    });

    // Only the lists themselves are observed, and only once they are there: never the whole document.
    function findLists(): void {
      if (signal.aborted) return;
      const found = [...listsOnPage().keys()].filter((list) => list !== document.body);
      if (found.length === lists.length && found.every((list, i) => list === lists[i])) return;
      observer.disconnect();
      lists = found;
      for (const list of found) observer.observe(list, { childList: true, subtree: true, characterData: true });
      if (found.length > 0) changed();
    }

    findLists();
    document.addEventListener(
      'click',
      () => {
        for (const delay of LOOK_AFTER_CLICK_MS) setTimeout(findLists, delay);
      },
      { capture: true, signal },
    );
    document.addEventListener('yt-navigate-finish', findLists, { signal });
    signal.addEventListener('abort', () => {
      clearTimeout(burst);
      observer.disconnect();
      lists = [];
    });
  }

  function leave(videoId: VideoId): void {
    left = [...listsOnPage().values()].flatMap((elements) => {
      const rows = elements.flatMap(readRow);
      // Rows that were stale on this video before still belong to the previous one.
      const before = left.find(({ keys }) => isMostly(keys, rows));
      return rows.length > 0 ? [before ?? { owner: videoId, keys: new Set(rows.map(keyOf)) }] : [];
    });
  }

  return { read, watch, leave };
}

/** Every row on the page now, of either shape. */
export function rowsOnPage(): readonly TranscriptRow[] {
  return [...listsOnPage().values()].flat().flatMap(readRow);
}

/** The rows by the list that holds them: a panel left open by the previous video may lie beside a new one. */
function listsOnPage(): ReadonlyMap<Element, readonly Element[]> {
  const lists = new Map<Element, Element[]>();
  let list: Element | undefined;
  for (const { row: tag } of TRANSCRIPT_ROWS) {
    for (const row of [...document.getElementsByTagName(tag)].slice(0, MOST_ROWS)) {
      // Rows are adjacent: usually this is the previous row's list.
      if (!list?.contains(row)) list = row.closest(ROW_LISTS) ?? aroundSeveral(row, tag);
      const rows = lists.get(list);
      if (rows) rows.push(row);
      else lists.set(list, [row]);
    }
  }
  return lists;
}

/** In an unknown panel: the element that contains this row and another one. */
function aroundSeveral(row: Element, tag: string): Element {
  let around = row.parentElement ?? document.body;
  while (around !== document.body && around.getElementsByTagName(tag).length < 2) {
    around = around.parentElement ?? document.body;
  }
  return around;
}

function readRow(row: Element): readonly TranscriptRow[] {
  const shape = TRANSCRIPT_ROWS.find(({ row: tag }) => tag === row.localName);
  const time = shape ? textOf(row, [shape.time]) : '';
  const text = shape ? textOf(row, shape.text) : '';
  return time && text ? [{ time, text }] : [];
}

function textOf(row: Element, selectors: readonly string[]): string {
  for (const selector of selectors) {
    const found = row.querySelector(selector);
    if (found) return (found.textContent ?? '').slice(0, LONGEST_ROW).replace(/\s+/g, ' ').trim();
  }
  return '';
}

function keyOf({ time, text }: TranscriptRow): string {
  return `${time} ${text}`;
}

/** More than half: two videos share a line ("0:00 [Music]"), never half of them. */
function isMostly(keys: ReadonlySet<string>, rows: readonly TranscriptRow[]): boolean {
  return rows.filter((row) => keys.has(keyOf(row))).length * 2 > rows.length;
}
