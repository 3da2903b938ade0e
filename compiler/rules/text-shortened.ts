import { warning } from '../../core/note/problem.ts';

/** Marks that stand on one letter. Real writing has at most five; thousands are only there to stall who reads them. */
export const MOST_MARKS = 30;
/** Characters of a name or title; the longest name of the real archive has 114. */
export const LONGEST_NAME = 200;
export const LONGEST_TITLE = 1000;

/** More marks stand on one letter than any writing has. */
export const marksShortened = () => warning('text-shortened.marks', { most: MOST_MARKS });

/** What a list of the front matter calls a name is too long to be one. */
export const nameTooLong = (count: number) => warning('text-shortened.name', { count, most: LONGEST_NAME });

/** A heading, or the note's title, is as long as a page. */
export const titleShortened = (count: number) => warning('text-shortened.title', { count, most: LONGEST_TITLE });
