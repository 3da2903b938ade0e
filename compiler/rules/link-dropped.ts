import { excerpt, warning } from '../../core/note/problem.ts';

/** Only http, https and mailto links are kept: others may run code, or lead nowhere from a panel. */
export const linkDropped = (href: string) => warning('link-dropped', { address: excerpt(href) });
