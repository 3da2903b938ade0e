import { warning } from './rule.ts';

/** No request leaves the extension, so no picture is fetched. */
export const imageDropped = () => warning('image-dropped', [], 'pictures are not shown; their description stays');
