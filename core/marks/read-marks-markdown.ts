import { parseClock } from '../time/clock-text.ts';
import { videoIdInAddress } from '../video/video-address.ts';
import type { MarkInFile } from './mark-title.ts';

const HEADING = /^#{1,6} \[((?:[^\\\]]|\\.)*)\]\((\S+)\)$/u;
const ITEM = /^[-*+] \[([\d:]+)\]\((\S+)\)(?: (.*))?$/u;

/**
 * Reads marks from Markdown as `marksMarkdown` writes it: items that begin with a time which opens a video, with what is
 * indented below them. Everything else is left out. Linear.
 */
export function readMarksMarkdown(text: string): readonly MarkInFile[] {
  const titles = new Map<string, string>();
  const marks: MarkInFile[] = [];
  let item: { readonly mark: MarkInFile; readonly words: string[]; readonly heard: string[] } | null = null;
  const finish = () => {
    if (!item) return;
    const { mark, words, heard } = item;
    const quote = heard.length > 0 ? ({ kind: 'caption', text: heard.join('\n') } as const) : null;
    marks.push({ ...mark, words: words.join('\n').trim(), quote });
    item = null;
  };
  for (const line of text.split(/\r\n?|\n/u)) {
    const [, title, address] = HEADING.exec(line) ?? [];
    const video = videoIdInAddress(address ?? '');
    if (video && title !== undefined) {
      finish();
      titles.set(video, title.replaceAll(/\\(.)/gu, '$1'));
      continue;
    }
    const started = itemOf(line);
    if (started) {
      finish();
      item = started;
    } else if (item && (line === '' || line.startsWith('  '))) {
      const [, heard] = /^ {2}> ?(.*)$/u.exec(line) ?? [];
      if (heard !== undefined) item.heard.push(heard);
      else item.words.push(unescapedStart(line.slice(2)));
    } else finish();
  }
  finish();
  return marks.map((mark) => ({ ...mark, videoTitle: titles.get(mark.video) ?? '' }));
}

function itemOf(line: string) {
  const [, clock = '', address = '', rest = ''] = ITEM.exec(line) ?? [];
  const video = videoIdInAddress(address);
  const at = Number(/[?&]t=(\d+)/u.exec(address)?.[1] ?? Number.NaN);
  const time = Number.isNaN(at) ? parseClock(clock) : at;
  if (!video || time === null) return null;
  const starred = /^★(?: |$)/u.test(rest);
  const words = starred ? rest.slice(2) : rest;
  const mark: MarkInFile = { video, videoTitle: '', at: time, words: '', quote: null, starred };
  return { mark, words: [unescapedStart(words)], heard: [] };
}

const unescapedStart = (line: string) => line.replace(/^\\(?=\\*[>★])/u, '');
