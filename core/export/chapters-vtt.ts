import type { Seconds } from '../time/seconds.ts';
import type { ChapterSpan } from './chapters.ts';

/** Chapters as WebVTT, which players read as a track of the kind `chapters`. */
export function chaptersVtt(chapters: readonly ChapterSpan[]): string {
  const cues = chapters.map(
    ({ start, end, title }, at) => `\n${at + 1}\n${clock(start)} --> ${clock(end)}\n${escaped(title)}\n`,
  );
  return `WEBVTT\n${cues.join('')}`;
}

const two = (number: number) => String(number).padStart(2, '0');

function clock(seconds: Seconds): string {
  const milliseconds = Math.round(seconds * 1000);
  const whole = Math.floor(milliseconds / 1000);
  const fraction = String(milliseconds % 1000).padStart(3, '0');
  return `${two(Math.floor(whole / 3600))}:${two(Math.floor((whole % 3600) / 60))}:${two(whole % 60)}.${fraction}`;
}

const escaped = (title: string) => title.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
