import { shown, warning } from './rule.ts';

/** Links a browser would run or that lead nowhere from here. */
export const linkDropped = (href: string) => {
  const value = shown(href);
  return warning('link-dropped', [value], `only http, https and mailto links are kept; the words stay: ${value}`);
};
