import type { CatalogFault } from '../catalog/fault.ts';
import type { CatalogName } from '../note/episode.ts';

/** A catalog whose notes for a video are not kept here, and the request that would fetch them. */
export interface MissingNotes extends CatalogName {
  readonly host: string;
  /** The address of the one file. */
  readonly request: string;
}

/** Notes of a catalog that could not be fetched. */
export interface FailedNotes {
  /** The catalog's title. */
  readonly title: string;
  readonly fault: CatalogFault;
}

/** State of notes for the video that are not kept here. `asks`: nothing is fetched until the viewer wants it. */
export type Elsewhere =
  | { readonly state: 'nothing' }
  | { readonly state: 'fetching'; readonly missing: readonly MissingNotes[] }
  | { readonly state: 'asks'; readonly missing: readonly MissingNotes[] }
  | { readonly state: 'failed'; readonly failures: readonly FailedNotes[] };
