import { compareMarks, type Mark } from '../marks/mark.ts';
import { byVideo } from '../marks/mark-title.ts';
import { titleOfVideo } from '../marks/search-marks.ts';
import { formatClock } from '../time/clock-text.ts';
import { shortAddress } from '../video/video-address.ts';

/**
 * Marks as Markdown: a heading for each video, and an item for each mark with its time, which opens the video there, the
 * viewer's words as they stand, for they may be Markdown, and what was heard as a quotation. `readMarksMarkdown` reads it back.
 */
export function marksMarkdown(marks: readonly Mark[]): string {
  const parts = [...byVideo(marks)].map(([video, some]) => {
    const title = inLink(titleOfVideo(some));
    return `## [${title}](${shortAddress(video)})\n\n${some.toSorted(compareMarks).map(markItem).join('')}`;
  });
  return parts.join('\n');
}

/** One mark as an item of a list. */
export function markItem({ video, at, words, quote, starred }: Mark): string {
  const link = `[${formatClock(at)}](${shortAddress(video, at)})`;
  const [first = '', ...more] = linesOf(words);
  const head = ['-', link, ...(starred ? ['★'] : []), escapedStart(first)].join(' ').trimEnd();
  const own = more.map((line) => (line === '' ? '' : `  ${escapedStart(line)}`));
  const heard = quote ? linesOf(quote.text).map((line) => `  > ${line}`) : [];
  return `${[head, ...own, ...heard].join('\n')}\n`;
}

/** Without blank lines at the ends; a line of white space is a blank one. */
const linesOf = (text: string): readonly string[] =>
  text
    .trim()
    .split(/\r\n?|\n/u)
    .map((line) => (line.trim() === '' ? '' : line));

/** What would be read as the star or as a quotation. */
const escapedStart = (line: string) => line.replace(/^\\*[>★]/u, '\\$&');

/** A text between the brackets of a link, on one line. */
const inLink = (text: string) => text.replaceAll(/\s+/gu, ' ').replaceAll(/[\\`*_[\]<>&]/gu, '\\$&');
