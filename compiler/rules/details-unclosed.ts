import { warning } from './rule.ts';

/** An open block would swallow the sections below it. */
export const detailsUnclosed = () =>
  warning('details-unclosed', [], 'this `<details>` never closes: add `</details>` before the next heading');
