import type { LanguageTag } from '../note/episode.ts';
import type { Seconds } from '../time/seconds.ts';

/** From the smallest to the largest. */
export const TEXT_SIZES = ['verySmall', 'small', 'medium', 'large', 'veryLarge'] as const;
export const LINE_SPACINGS = ['close', 'normal', 'wide'] as const;
/** Characters: all settings together may take 8 kB in the browser's synchronised storage. */
export const LONGEST_TEMPLATE = 1500;
/** The longest time that a mark can go back, in seconds. */
export const LONGEST_BACK: Seconds = 60;

/** What a viewer can choose. Kept in `storage.sync`; see migrations.ts for how old versions are read. */
export interface Settings {
  /**
   * Note languages, most wanted first. A language not listed is used when nothing listed exists. Stored empty while the
   * viewer has not ordered them; the settings port then supplies the browser's languages.
   */
  readonly languages: readonly LanguageTag[];
  /** For notes that carry the talk's own words. */
  readonly bilingual: 'translation' | 'original' | 'both';
  /** For notes that are here in two languages with the same sections: both side by side. */
  readonly parallel: boolean;
  /** In notes converted to traditional script: exchange what Taiwan calls otherwise (內存 → 記憶體). */
  readonly taiwanWords: boolean;
  readonly theme: 'system' | 'light' | 'dark';
  readonly textSize: (typeof TEXT_SIZES)[number];
  readonly lineSpacing: (typeof LINE_SPACINGS)[number];
  /** Keep the section playing now in view. */
  readonly follow: boolean;
  /** Open the section playing and light the passage being spoken. */
  readonly readAlong: boolean;
  /** Draw section starts on the player's progress bar. */
  readonly markers: boolean;
  /** Ask YouTube's player for its captions on every video with a note whose times are not exact, as soon as it plays. */
  readonly askCaptions: boolean;
  /** Announce the section playing now to screen readers. */
  readonly announce: boolean;
  /** Draw marks on the player's progress bar, too. */
  readonly markMarkers: boolean;
  /** How long before the viewer acts the moment was that a mark keeps: seconds of their own time, 0 to {@link LONGEST_BACK}. */
  readonly markBack: Seconds;
  /** Pause the video while words are typed for a mark. */
  readonly markPauses: boolean;
  /** How marks are written for a vault; see core/export/marks-template.ts. Empty: as plain Markdown. */
  readonly markTemplate: string;
  /** Page keys for the previous and the next section, and for a mark, as `KeyboardEvent.key`; empty switches one off. */
  readonly keys: { readonly previous: string; readonly next: string; readonly mark: string };
}
