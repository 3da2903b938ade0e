import { excerpt, warning } from '../../core/note/problem.ts';

/** Raw HTML other than details, summary and br is never rendered. */
export const htmlDropped = (html: string) => warning('html-dropped', { html: excerpt(html.trim()) });
