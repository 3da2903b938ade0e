import { shown, warning } from './rule.ts';

/** Links a browser would run or that lead nowhere from here. */
export const linkDropped = warning(
  'link-dropped',
  (href: string) => `only http, https and mailto links are kept; the words stay: ${shown(href)}`,
);
