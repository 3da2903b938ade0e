import type { LanguageTag } from '../note/episode.ts';

/** From the smallest to the largest. */
export const TEXT_SIZES = ['verySmall', 'small', 'medium', 'large', 'veryLarge'] as const;
export const LINE_SPACINGS = ['close', 'normal', 'wide'] as const;

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
  /** Page keys for the previous and the next section, as `KeyboardEvent.key`; empty switches one off. */
  readonly keys: { readonly previous: string; readonly next: string };
}
