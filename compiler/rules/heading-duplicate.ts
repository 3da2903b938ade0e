import { excerpt, warning } from '../../core/note/problem.ts';

/** Two sections with the same title look alike in the outline. */
export const headingDuplicate = (title: string) => warning('heading-duplicate', { title: excerpt(title) });
