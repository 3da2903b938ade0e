/**
 * What "Make the times exact" costs: the longest tasks of the page and of the panel, from the click until the times are exact,
 * by Chromium's trace. The captions are of a talk of over two hours, each word timed, like YouTube's automatic captions.
 */
import type { CDPSession, Page } from '@playwright/test';
import { chineseEnglishLexicon } from '../../core/timeline/lexicon-zh-en.ts';

/** In milliseconds, of tasks in which a script of the extension ran. */
export interface ActionCost {
  readonly page: number;
  readonly panel: number;
}

/** Differs from the note's duration, so that the author's times are only hints and the panel offers to make them exact. */
export const RECUT_SECONDS = 7900;
const WORDS_A_SECOND = 2.8;
const WORDS_A_LINE = 8;

/** Captions in the form that YouTube's player receives: events of a few words, each with its offset. */
export function recognisedCaptions(): string {
  const words = [...chineseEnglishLexicon().words.values()].flatMap(([best]) => (best ? [best[0]] : []));
  let random = 1;
  const next = () => {
    random = (random * 48_271) % 0x7fffffff;
    return words[random % words.length] ?? '';
  };
  const step = Math.round((WORDS_A_LINE / WORDS_A_SECOND) * 1000);
  const events = Array.from({ length: Math.floor((RECUT_SECONDS * 1000) / step) }, (_, line) => ({
    tStartMs: line * step,
    dDurationMs: step + 1500,
    wWinId: 1,
    segs: Array.from({ length: WORDS_A_LINE }, (_, word) => ({
      utf8: `${word > 0 ? ' ' : ''}${next()}`,
      tOffsetMs: Math.round((word * step) / WORDS_A_LINE),
      acAsrConf: 0,
    })),
  }));
  return JSON.stringify({ wireMagic: 'pb3', pens: [{}], wsWinStyles: [{}], wpWinPositions: [{}], events });
}

interface TraceEvent {
  readonly name: string;
  readonly pid: number;
  readonly tid: number;
  readonly ts: number;
  readonly dur?: number;
  /** The processor time within `dur`, which on a busy machine includes waiting. */
  readonly tdur?: number;
  readonly args?: { readonly name?: string; readonly data?: { readonly url?: string } };
}

/** Clicks the panel's button and measures until the times rest on the transcript, or the panel shows a failure. */
export async function measureAction(page: Page, panel: Page): Promise<ActionCost> {
  const stop = await startTrace(await page.context().newCDPSession(page));
  await panel.locator('.exact button').first().click();
  await panel.waitForFunction(
    () => ['read', 'failed', undefined].includes(document.querySelector<HTMLElement>('.exact')?.dataset.exact),
    undefined,
    { timeout: 60_000 },
  );
  // The page restores its captions for two seconds, and the panel draws the new times.
  await panel.waitForTimeout(3000);
  const events = await stop();
  return {
    page: longest(events, (url) => url.includes('/content-scripts/') || url.includes('player-world')),
    panel: longest(events, (url) => !url.includes('/content-scripts/') && !url.includes('player-world')),
  };
}

/** Starts a trace of the whole browser; the result stops it. */
async function startTrace(session: CDPSession): Promise<() => Promise<readonly TraceEvent[]>> {
  const events: TraceEvent[] = [];
  session.on('Tracing.dataCollected', ({ value }) => {
    for (const event of value as unknown as TraceEvent[]) events.push(event);
  });
  await session.send('Tracing.start', {
    transferMode: 'ReportEvents',
    traceConfig: { includedCategories: ['devtools.timeline', 'disabled-by-default-devtools.timeline', 'toplevel'] },
  });
  return async () => {
    const ended = new Promise<void>((done) => session.once('Tracing.tracingComplete', () => done()));
    await session.send('Tracing.end');
    await ended;
    return events;
  };
}

/** The longest task of a main thread in which one of these scripts of the extension ran. */
function longest(events: readonly TraceEvent[], isMeant: (url: string) => boolean): number {
  const main = new Set(
    events.filter(({ name, args }) => name === 'thread_name' && args?.name === 'CrRendererMain').map(threadOf),
  );
  const scripts = events.filter(({ args }) => {
    const url = args?.data?.url ?? '';
    return url.startsWith('chrome-extension://') && isMeant(url);
  });
  const tasks = events.filter(({ name, dur = 0 }) => name === 'RunTask' && dur > 1000);
  const holding = tasks.filter((task) =>
    scripts.some((one) => threadOf(one) === threadOf(task) && one.ts >= task.ts && one.ts <= task.ts + (task.dur ?? 0)),
  );
  return Math.max(
    0,
    ...holding.filter((task) => main.has(threadOf(task))).map(({ dur = 0, tdur = dur }) => tdur / 1000),
  );
}

const threadOf = ({ pid, tid }: TraceEvent) => `${pid}/${tid}`;
