import { compareMarks, type Mark } from '../marks/mark.ts';
import { byVideo, markTitle } from '../marks/mark-title.ts';
import { titleOfVideo } from '../marks/search-marks.ts';
import { formatClock } from '../time/clock-text.ts';
import { watchAddress } from '../video/video-address.ts';
import { csvCell, csvFile } from './csv.ts';

/** The words a viewer reads for the columns, in the language of the interface. */
export type MarkColumns = readonly [quote: string, words: string, link: string, section: string, video: string];

/** A card's front may hold as much as a quotation. */
const LONGEST_FRONT = 1000;

/**
 * Marks as CSV that Anki imports without further settings, as `glossaryCsv` writes it. A card needs a front: where nothing was
 * heard it is what stands for the mark in a line, at least its time.
 */
export function marksCsv(marks: readonly Mark[], columns: MarkColumns): string {
  const rows = [...byVideo(marks)].flatMap(([video, some]) => {
    const title = titleOfVideo(some);
    return some.toSorted(compareMarks).map((mark) => {
      const { quote, words, at, section } = mark;
      const front = quote?.text || markTitle(mark, LONGEST_FRONT) || formatClock(at);
      return [front, words, watchAddress(video, at), section?.title ?? '', title];
    });
  });
  const headers = ['#separator:Comma', '#html:false', `#columns:${columns.map(csvCell).join(',')}`];
  return csvFile([...headers, ...rows.map((row) => row.map(csvCell).join(','))]);
}
