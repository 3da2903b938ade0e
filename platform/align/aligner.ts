import type { Edition, EpisodeEdition } from '../../core/note/episode.ts';
import { noteKey } from '../../core/note/note-id.ts';
import { alignCacheKey } from '../../core/timeline/align-cache-key.ts';
import { alignQuickly } from '../../core/timeline/align-quickly.ts';
import type { Anchor, Evidence, Timeline } from '../../core/timeline/timeline.ts';
import type { AlignAnswer, AlignRequest } from './align-request.ts';
import type { KeptTimelines } from './kept-timelines.ts';

/** Timeout: the longest talks take some seconds. After it the quick timeline stays. */
const PATIENCE_MS = 30_000;
/** Timelines kept: the editions of a few videos, with and without the last correction. */
const KEPT = 12;

export interface Aligner {
  /**
   * Query: the timeline of an edition. Cached by revision, note, evidence, anchors and algorithm; computed in a
   * worker when there are chapters or a transcript. Rejects only after {@link Aligner.destroy}, with an `AbortError`.
   */
  align(edition: EpisodeEdition, revision: string, evidence: Evidence, anchors: readonly Anchor[]): Promise<Timeline>;
  /** Command: terminates the worker and drops pending work. */
  destroy(): void;
}

interface Waiting {
  readonly request: AlignRequest;
  readonly resolve: (timeline: Timeline) => void;
  readonly reject: (reason: unknown) => void;
}

/**
 * Makes the one aligner of a page. The worker starts with the first alignment that needs it.
 * @param shared Timelines shared between our pages; without it each page computes its own.
 */
export function createAligner(shared?: KeptTimelines): Aligner {
  const kept = new Map<string, Promise<Timeline>>();
  const waiting = new Map<number, Waiting>();
  let worker: Worker | null = null;
  // In development Chromium kills an extension page that starts a worker from the server's address.
  let broken = import.meta.env.DEV;
  let destroyed = false;
  let next = 1;

  /** Where workers cannot run, times by the length of the text must do. */
  const giveUpOnWorker = () => {
    broken = true;
    worker?.terminate();
    worker = null;
    const left = [...waiting.values()];
    waiting.clear();
    for (const { request, resolve, reject } of left) {
      alignHere(request.edition, request.evidence, request.anchors).then(resolve, reject);
    }
  };

  const startWorker = (): Worker | null => {
    if (worker || broken) return worker;
    try {
      worker = new Worker(new URL('./align.worker.ts', import.meta.url), { type: 'module' });
    } catch {
      broken = true;
      return null;
    }
    worker.addEventListener('message', ({ data }: MessageEvent<AlignAnswer>) => {
      const job = waiting.get(data.id);
      waiting.delete(data.id);
      if ('timeline' in data) job?.resolve(data.timeline);
      else job?.reject(new Error(data.failure));
    });
    worker.addEventListener('error', giveUpOnWorker);
    worker.addEventListener('messageerror', giveUpOnWorker);
    return worker;
  };

  /** Terminates a worker that exceeds the timeout; its pending requests go to a new one. */
  const giveUpOn = (id: number) => {
    const job = waiting.get(id);
    if (!job) return;
    waiting.delete(id);
    worker?.terminate();
    worker = null;
    job.reject(new Error('The alignment took too long.'));
    for (const { request } of waiting.values()) startWorker()?.postMessage(request);
  };

  const alignThere = (edition: Edition, evidence: Evidence, anchors: readonly Anchor[]): Promise<Timeline> => {
    const thread = startWorker();
    if (!thread) return alignHere(edition, evidence, anchors);
    return new Promise((resolve, reject) => {
      const request: AlignRequest = { id: next++, edition, evidence, anchors };
      waiting.set(request.id, { request, resolve, reject });
      // Requests are processed one after the other.
      setTimeout(() => giveUpOn(request.id), PATIENCE_MS * waiting.size);
      thread.postMessage(request);
    });
  };

  /** For work that needs the worker, check the shared cache first. A failed write only means computing it again. */
  const alignOnce = async (key: string, edition: Edition, evidence: Evidence, anchors: readonly Anchor[]) => {
    const known = await shared?.read(key).catch(() => null);
    if (known) return known;
    if (destroyed) throw aborted();
    const timeline = await alignThere(edition, evidence, anchors);
    shared?.add(key, timeline).catch(() => undefined);
    return timeline;
  };

  return {
    align(edition, revision, evidence, anchors) {
      if (destroyed) return Promise.reject(aborted());
      const key = alignCacheKey(revision, noteKey(edition.note), evidence, anchors);
      const known = kept.get(key);
      // Moved to the end: the first entry of the map is the least recently used.
      kept.delete(key);
      const timeline =
        known ??
        (needsWorker(evidence) ? alignOnce(key, edition, evidence, anchors) : alignHere(edition, evidence, anchors));
      kept.set(key, timeline);
      if (!known) timeline.catch(() => kept.delete(key));
      for (const oldest of kept.keys()) {
        if (kept.size <= KEPT) break;
        kept.delete(oldest);
      }
      return timeline;
    },
    destroy() {
      destroyed = true;
      worker?.terminate();
      worker = null;
      for (const { reject } of waiting.values()) reject(aborted());
      waiting.clear();
      kept.clear();
    },
  };
}

/**
 * Without the worker. Packages hold the code for transcripts and chapters in the worker alone; the development server,
 * where it cannot run, gives it to the page, but without the lexicon.
 */
async function alignHere(edition: Edition, evidence: Evidence, anchors: readonly Anchor[]): Promise<Timeline> {
  if (!import.meta.env.DEV || !needsWorker(evidence)) return alignQuickly(edition, evidence, anchors);
  const { align } = await import('../../core/timeline/align.ts');
  return align(edition, evidence, anchors);
}

const needsWorker = ({ transcript, chapters }: Evidence) => transcript !== null || chapters.length > 0;

function aborted(): DOMException {
  return new DOMException('The aligner was destroyed.', 'AbortError');
}
