import type { TranscriptRow } from '../../core/transcript/transcript-from-rows.ts';
import type { VideoId } from '../../core/video/video-id.ts';
import {
  CLASSIC_ROW,
  CLASSIC_TEXT,
  CLASSIC_TIME,
  MODERN_ROW,
  MODERN_TEXT,
  MODERN_TIME,
  ROW_LISTS,
} from './selectors.ts';

/** YouTube fills the panel a while after the viewer opened it; a click anywhere may have been that. */
const LOOK_AFTER_CLICK_MS = [400, 1500, 4000];
/** Rows come in bursts; one reading after each burst is enough. */
const BURST_MS = 400;
/** A talk of a day has about this many rows; more is not a transcript. */
const MOST_ROWS = 30_000;

/** Rows of the transcript panel, while and because the viewer has it open. */
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
  let stale: { readonly owner: VideoId; readonly keys: ReadonlySet<string> } | null = null;

  function read(videoId: VideoId): readonly TranscriptRow[] {
    if (seenFor !== videoId) {
      seen = new Map();
      seenFor = videoId;
    }
    const now = rowsOnPage();
    const old = stale !== null && stale.owner !== videoId ? stale.keys : null;
    if (!isMostly(old, now)) {
      for (const row of now) {
        if (seen.size < MOST_ROWS && !old?.has(keyOf(row))) seen.set(keyOf(row), row);
      }
    }
    return [...seen.values()];
  }

  function watch(changed: () => void, signal: AbortSignal): void {
    let list: Element | null = null;
    let burst: ReturnType<typeof setTimeout> | undefined;
    const observer = new MutationObserver(() => {
      clearTimeout(burst);
      burst = setTimeout(changed, BURST_MS);
    });

    // Only the list itself is observed, and only once it is there: never the whole document.
    function findList(): void {
      if (signal.aborted) return;
      const found = firstRow()?.closest(ROW_LISTS) ?? null;
      if (found === list && (found === null || found.isConnected)) return;
      observer.disconnect();
      list = found;
      if (!found) return;
      observer.observe(found, { childList: true, subtree: true, characterData: true });
      changed();
    }

    findList();
    document.addEventListener(
      'click',
      () => {
        for (const delay of LOOK_AFTER_CLICK_MS) setTimeout(findList, delay);
      },
      { capture: true, signal },
    );
    document.addEventListener('yt-navigate-finish', findList, { signal });
    signal.addEventListener('abort', () => {
      clearTimeout(burst);
      observer.disconnect();
    });
  }

  function leave(videoId: VideoId): void {
    const rows = rowsOnPage();
    // Rows that were stale on this video already still belong to the one before.
    if (isMostly(stale?.keys ?? null, rows)) return;
    stale = rows.length > 0 ? { owner: videoId, keys: new Set(rows.map(keyOf)) } : null;
  }

  return { read, watch, leave };
}

/** Every row on the page now, of either shape. */
export function rowsOnPage(): readonly TranscriptRow[] {
  const classic = readRows(CLASSIC_ROW, CLASSIC_TIME, CLASSIC_TEXT);
  return classic.length > 0 ? classic : readRows(MODERN_ROW, MODERN_TIME, MODERN_TEXT);
}

function readRows(tag: string, time: string, text: string): readonly TranscriptRow[] {
  return [...document.getElementsByTagName(tag)].slice(0, MOST_ROWS).flatMap((row) => {
    const shown = textOf(row, time);
    const said = textOf(row, text);
    return shown && said ? [{ time: shown, text: said }] : [];
  });
}

function textOf(row: Element, selector: string): string {
  return (row.querySelector(selector)?.textContent ?? '').replace(/\s+/g, ' ').trim();
}

function firstRow(): Element | undefined {
  return document.getElementsByTagName(CLASSIC_ROW)[0] ?? document.getElementsByTagName(MODERN_ROW)[0];
}

function keyOf({ time, text }: TranscriptRow): string {
  return `${time} ${text}`;
}

/** More than half: two videos share a line ("0:00 [Music]"), never half of them. */
function isMostly(keys: ReadonlySet<string> | null, rows: readonly TranscriptRow[]): boolean {
  return keys !== null && rows.filter((row) => keys.has(keyOf(row))).length * 2 > rows.length;
}
