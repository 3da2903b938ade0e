/** Marks of a video without a note, as the library saves them. */
export const MARKS_FILE = `## [How a lens is ground](https://youtu.be/noNoteHere1)

- [0:03](https://youtu.be/noNoteHere1?t=3) ★ Begin
- [1:05](https://youtu.be/noNoteHere1?t=65) Look this up
  > ground on wet sand
- [5:00](https://youtu.be/noNoteHere1?t=300) glass
`;
