import { excerpt, warning } from '../../core/note/problem.ts';

/** Raw HTML is never rendered. Tags that lose nothing (see html.ts) are dropped without a warning. */
export const htmlDropped = (html: string) => warning('html-dropped', { html: excerpt(html.trim()) });
