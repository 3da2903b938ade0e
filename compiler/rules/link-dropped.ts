import { excerpt, warning } from '../../core/note/problem.ts';

/** Links a browser would run or that lead nowhere from here. */
export const linkDropped = (href: string) => warning('link-dropped', { address: excerpt(href) });
