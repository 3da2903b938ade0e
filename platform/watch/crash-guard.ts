import type { KeptTranscript } from '../../core/transcript/kept-transcript.ts';
import type { VideoId } from '../../core/video/video-id.ts';
import type { CatalogNotesPort, LibraryPort, TranscriptsPort, Unsubscribe } from '../ports.ts';

/**
 * Records what a page has started to use and not finished with. Without it, a page that hangs on a note or a transcript and
 * is closed by the viewer would hang again every time, with the button that removes the cause inside it.
 */
export interface CrashGuard {
  /**
   * Whether it may be used: not when a page that is closed, or has hung for long, started it and never finished. If it may, it
   * counts as started until this page has proved responsive.
   */
  begin(what: string): Promise<boolean>;
  /** It came to nothing: there was no such thing to use. */
  end(what: string): void;
  /** Whether {@link begin} has last said that it may not be used. */
  isRefused(what: string): boolean;
  /** Allows it to be used again. */
  forgive(what: string): void;
  /** Event: something was allowed again in this page. */
  subscribe(listener: () => void): Unsubscribe;
}

/**
 * Milliseconds after which a responsive page counts as finished. Drawing begins at once, so a page that hangs does not get
 * this far; and no viewer closes a panel so soon, which would go unnoticed.
 */
const STEADY_MS = 600;
/** Milliseconds after which an unfinished page counts as hanging. */
const HANGS_MS = 15_000;
const PREFIX = 'unfinished:';
const PAGE_LOCK = 'sleevenotes-page-';

interface Begun {
  readonly page: string;
  readonly at: number;
}

function readBegun(text: string): Begun | null {
  try {
    const { page, at } = JSON.parse(text) as Partial<Begun>;
    return typeof page === 'string' && typeof at === 'number' ? { page, at } : null;
  } catch {
    return null;
  }
}

/**
 * @param storage Must write synchronously: a page that hangs cannot write later. `null` in a private window, where nothing is kept.
 * @param locks A page holds one as long as it exists; the browser releases it however the page ends.
 */
export function createCrashGuard(storage: Promise<Storage | null>, locks: LockManager): CrashGuard {
  const page = crypto.randomUUID();
  const begun = new Set<string>();
  const refused = new Set<string>();
  const listeners = new Set<() => void>();
  void locks.request(PAGE_LOCK + page, () => new Promise(() => undefined));

  const isAlive = async (other: string) =>
    (await locks.query()).held?.some(({ name }) => name === PAGE_LOCK + other) === true;

  // A page that is closed normally was responsive. Nothing may be awaited here: the page is gone then.
  let ready: Storage | null = null;
  void storage.then((kept) => {
    ready = kept;
  });
  globalThis.addEventListener?.('pagehide', () => {
    for (const what of begun) ready?.removeItem(PREFIX + what);
    begun.clear();
  });

  const end = (what: string) => {
    if (begun.delete(what)) ready?.removeItem(PREFIX + what);
  };

  return {
    async begin(what) {
      const kept = await storage;
      if (!kept || begun.has(what)) return true;
      const mark = readBegun(kept.getItem(PREFIX + what) ?? '');
      if (mark && (Date.now() - mark.at > HANGS_MS || !(await isAlive(mark.page)))) {
        refused.add(what);
        return false;
      }
      begun.add(what);
      kept.setItem(PREFIX + what, JSON.stringify({ page, at: Date.now() } satisfies Begun));
      setTimeout(end, STEADY_MS, what);
      return true;
    },
    end,
    isRefused: (what) => refused.has(what),
    forgive(what) {
      refused.delete(what);
      void storage.then((kept) => {
        kept?.removeItem(PREFIX + what);
        for (const listener of [...listeners]) listener();
      });
    },
    subscribe(listener) {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
  };
}

export const ownNotesOf = (videoId: string) => `notes ${videoId}`;
export const catalogNotesOf = (videoId: string) => `catalog notes ${videoId}`;
export const transcriptOf = (videoId: string) => `transcript ${videoId}`;

/** The catalogs' notes, without those on a video that a page did not finish with: reading them is part of it. */
function guardedCatalogNotes(notes: CatalogNotesPort, guard: CrashGuard): CatalogNotesPort {
  return {
    ...notes,
    async find(videoId) {
      const what = catalogNotesOf(videoId);
      if (!(await guard.begin(what))) return null;
      const episode = await notes.find(videoId);
      if (!episode) guard.end(what);
      return episode;
    },
  };
}

/**
 * The library, without notes on a video that a page did not finish with: the viewer's own ones, and those of catalogs.
 * @param open Makes the library from the catalogs it is to use.
 */
export function guardedLibrary(
  guard: CrashGuard,
  catalogs: CatalogNotesPort,
  open: (catalogs: CatalogNotesPort) => LibraryPort,
): LibraryPort {
  const library = open(guardedCatalogNotes(catalogs, guard));
  let unfinished = false;
  return {
    ...library,
    async find(videoId) {
      const episode = await library.find(videoId);
      unfinished = guard.isRefused(catalogNotesOf(videoId));
      if (!episode?.editions.some(({ note }) => note.origin === 'own')) return episode;
      if (await guard.begin(ownNotesOf(videoId))) return episode;
      unfinished = true;
      const [first, ...rest] = episode.editions.filter(({ note }) => note.origin !== 'own');
      return first ? { ...episode, editions: [first, ...rest] } : null;
    },
    trouble: () => (unfinished ? 'unfinished' : library.trouble()),
    subscribe(listener) {
      const stops = [library.subscribe(listener), guard.subscribe(listener)];
      return () => {
        for (const stop of stops) stop();
      };
    },
  };
}

/** The viewer's transcripts, without one that a page did not finish with: its name is shown, and it can be removed. */
export function guardedTranscripts(port: TranscriptsPort, guard: CrashGuard): TranscriptsPort {
  const asked = new Set<VideoId>();
  return {
    ...port,
    async read(videoId): Promise<KeptTranscript | null> {
      asked.add(videoId);
      const kept = await port.read(videoId);
      if (!kept?.transcript || (await guard.begin(transcriptOf(videoId)))) return kept;
      return { name: kept.name, transcript: null, isUnfinished: true };
    },
    async keep(videoId, kept) {
      guard.forgive(transcriptOf(videoId));
      await port.keep(videoId, kept);
    },
    async forget(videoId) {
      await port.forget(videoId);
      guard.forgive(transcriptOf(videoId));
    },
    subscribe(listener) {
      const stops = [
        port.subscribe(listener),
        guard.subscribe(() => {
          for (const videoId of asked) listener(videoId);
        }),
      ];
      return () => {
        for (const stop of stops) stop();
      };
    },
  };
}
