import { excerpt, warning } from '../../core/note/problem.ts';

/** Only the note itself is read, not the files beside it. */
export const embedDropped = (file: string) => warning('embed-dropped', { file: excerpt(file) });
