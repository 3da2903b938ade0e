/** A note as read: its text, and its path or name, which may also name the video, title or transcript. */
export interface NoteFile {
  readonly file: string;
  readonly text: string;
}
