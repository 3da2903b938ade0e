import { warning } from '../../core/note/problem.ts';

/** No request leaves the extension, so no picture is fetched. */
export const imageDropped = () => warning('image-dropped');
