import { warning } from '../../core/note/problem.ts';

/** The most combining marks on one letter. Real writing has at most five; thousands would stall rendering. */
export const MOST_MARKS = 30;
/** The longest name and title, in UTF-16 code units; the longest name of the real archive has 114. */
export const LONGEST_NAME = 200;
export const LONGEST_TITLE = 1000;

/** A letter has more combining marks than any writing system needs. */
export const marksShortened = () => warning('text-shortened.marks', { most: MOST_MARKS });

/** An item in a list of names is too long to be a name. */
export const nameTooLong = (count: number) => warning('text-shortened.name', { count, most: LONGEST_NAME });

/** A heading, or the note's title, is as long as a page. */
export const titleShortened = (count: number) => warning('text-shortened.title', { count, most: LONGEST_TITLE });
