import { shown, warning } from './rule.ts';

/** Raw HTML other than details, summary and br is never rendered. */
export const htmlDropped = (html: string) => {
  const value = shown(html.trim());
  return warning('html-dropped', [value], `HTML is not rendered, its text is kept: ${value}`);
};
