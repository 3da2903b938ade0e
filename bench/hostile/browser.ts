import type { HostileBackup } from './backups.ts';
import type { HostileNote } from './notes.ts';
import type { HostileTranscript } from './transcripts.ts';
import type { UsageWatch } from './usage.ts';

/** A browser with the extension and its panel open beside a video, for the soak. Every call rejects after {@link PATIENCE_MS}. */
export interface SoakBrowser {
  /** Adds a note in the library and waits for the report. */
  addNote(note: HostileNote): Promise<void>;
  /** Whether the library has a note for this video. */
  hasNote(video: string): Promise<boolean>;
  /** Navigates to a video within the page, and waits until the panel shows its note, or that there is none. */
  show(video: string, hasNote: boolean): Promise<void>;
  /** Opens every section in the panel, and searches in it. */
  usePanel(): Promise<void>;
  /**
   * Types in the popup.
   *
   * @param isReal Whether to open the toolbar button's own popup, which takes half a second, or to use its page in a tab, which
   *   follows the video as the panel does.
   */
  usePopup(isReal: boolean): Promise<void>;
  /** Requests suggestions from the background, as the address bar does. */
  useBackground(): Promise<void>;
  /** Drops a transcript on the panel; resolves to the outcome that the panel shows. */
  dropTranscript(transcript: HostileTranscript): Promise<string>;
  /** Reloads the panel, with its stored state. */
  reopenPanel(): Promise<void>;
  /** Removes a stored transcript. */
  forgetTranscript(): Promise<void>;
  /** Resets everything in the options, which opens them the first time. */
  reset(): Promise<void>;
  /** Restores a backup; resolves to the message on the options page. */
  restore(backup: HostileBackup): Promise<string>;
  /** `null` where it cannot be measured. */
  readonly usage: UsageWatch | null;
  close(): Promise<void>;
}

/** The timeout after which a step counts as hanging. */
export const PATIENCE_MS = 15_000;

export function within<T>(what: string, work: Promise<T>, milliseconds = PATIENCE_MS): Promise<T> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error(`${what}: nothing within ${milliseconds / 1000} s`)), milliseconds);
  });
  return Promise.race([work, late]).finally(() => clearTimeout(timer));
}
