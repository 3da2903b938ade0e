import { shown, warning } from './rule.ts';

/** Raw HTML other than details, summary and br is never rendered. */
export const htmlDropped = warning(
  'html-dropped',
  (html: string) => `HTML is not rendered, its text is kept: ${shown(html.trim())}`,
);
