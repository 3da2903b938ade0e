import { compareMarks, type Mark } from '../marks/mark.ts';
import { byVideo } from '../marks/mark-title.ts';
import { titleOfVideo } from '../marks/search-marks.ts';
import { formatClock } from '../time/clock-text.ts';
import { shortAddress } from '../video/video-address.ts';

/** Marks for mails and chats: the video with its address, then each mark on a line with its time. */
export function marksText(marks: readonly Mark[]): string {
  const parts = [...byVideo(marks)].map(([video, some]) => {
    const lines = some.toSorted(compareMarks).map((mark) => {
      const { at, words, quote, starred } = mark;
      const heard = quote ? `“${oneLine(quote.text)}”` : '';
      return [starred ? '★' : '', formatClock(at), oneLine(words), heard].filter(Boolean).join(' ');
    });
    return `${oneLine(titleOfVideo(some))}\n${shortAddress(video)}\n${lines.join('\n')}\n`;
  });
  return parts.join('\n');
}

const oneLine = (text: string) => text.replaceAll(/\s+/gu, ' ').trim();
