/** A note as it was read: its path (for messages only) and its text. */
export interface NoteFile {
  readonly file: string;
  readonly text: string;
}
