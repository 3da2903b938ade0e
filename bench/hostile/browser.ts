import type { HostileBackup } from './backups.ts';
import type { HostileNote } from './notes.ts';
import type { HostileTranscript } from './transcripts.ts';
import type { UsageWatch } from './usage.ts';

/** A browser with the extension, its panel open beside a video, as the soak drives it. Everything fails after some seconds. */
export interface SoakBrowser {
  /** Adds a note in the library and waits for the report. */
  addNote(note: HostileNote): Promise<void>;
  /** Whether the library has a note for this video. */
  hasNote(video: string): Promise<boolean>;
  /** Goes to a video within the page, and waits until the panel shows its note, or that there is none. */
  show(video: string, hasNote: boolean): Promise<void>;
  /** Opens every section in the panel, and searches in it. */
  usePanel(): Promise<void>;
  /**
   * Types in the popup.
   *
   * @param isReal The toolbar button's own, which takes the browser half a second to open; otherwise its page, open in a tab,
   *   which follows the video as the panel does.
   */
  usePopup(isReal: boolean): Promise<void>;
  /** Asks the background for suggestions, as the address bar does. */
  useBackground(): Promise<void>;
  /** Drops a transcript on the panel; resolves with what the panel says became of it. */
  dropTranscript(transcript: HostileTranscript): Promise<string>;
  /** Opens the panel anew, with what it keeps. */
  reopenPanel(): Promise<void>;
  /** Takes back a transcript that was kept. */
  forgetTranscript(): Promise<void>;
  /** Resets everything in the options, which opens them the first time. */
  reset(): Promise<void>;
  /** Restores a backup; resolves with what the options say. */
  restore(backup: HostileBackup): Promise<string>;
  /** `null`: it cannot be watched. */
  readonly usage: UsageWatch | null;
  close(): Promise<void>;
}

/** Longer than anything may take; what takes longer hangs. */
export const PATIENCE_MS = 15_000;

export function within<T>(what: string, work: Promise<T>, milliseconds = PATIENCE_MS): Promise<T> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error(`${what}: nothing within ${milliseconds / 1000} s`)), milliseconds);
  });
  return Promise.race([work, late]).finally(() => clearTimeout(timer));
}
