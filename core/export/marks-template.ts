import { compareMarks, type Mark } from '../marks/mark.ts';
import { titleOfVideo } from '../marks/search-marks.ts';
import { formatClock } from '../time/clock-text.ts';
import { shortAddress, watchAddress } from '../video/video-address.ts';

/**
 * A text for a vault, with placeholders in double braces. Of the video: `title`, `video` (its id), `url`, `count`. Between
 * `{{marks}}` and `{{/marks}}`, which is written once for each mark, also `time`, `link` (the time as a Markdown link), `words`,
 * `quote`, `section`, `star`, `date` (the day it was made).
 */
export const VIDEO_PLACEHOLDERS = ['title', 'video', 'url', 'count'] as const;
export const MARK_PLACEHOLDERS = ['time', 'link', 'words', 'quote', 'section', 'star', 'date'] as const;

/** An example to begin with. */
export const EXAMPLE_TEMPLATE = `---
title: "{{title}}"
source: {{url}}
---

{{marks}}
- {{link}} {{star}} {{words}}
  > {{quote}}
{{/marks}}
`;

type Values = Readonly<Record<string, string>>;

const BLOCK = /^\{\{marks\}\}\r?\n?|\r?\n?^\{\{\/marks\}\}\r?\n?/gmu;
const PLACEHOLDER = /\{\{(\/?[\w-]{1,40})\}\}/gu;

/**
 * The marks of one video, written by a template. A line of a mark's block all of whose placeholders are empty is left out; a
 * value of several lines keeps the line's indentation and quotation signs. A placeholder in double quotes is escaped for YAML.
 * Linear in the template for each mark.
 *
 * @param dayOf The day of a moment in milliseconds since 1970, where the viewer is.
 */
export function marksByTemplate(template: string, marks: readonly Mark[], dayOf: (moment: number) => string): string {
  const ofVideo = valuesOfVideo(marks);
  // Odd pieces are blocks.
  return template
    .split(BLOCK)
    .map((piece, at) => {
      if (at % 2 === 0) return fill(piece, ofVideo, false);
      const each = marks
        .toSorted(compareMarks)
        .map((mark) => fill(piece, { ...ofVideo, ...valuesOfMark(mark, dayOf) }, true));
      return each.map((text) => `${text}\n`).join('');
    })
    .join('');
}

/** Placeholders that a template has and nothing stands for, each once. */
export function unknownPlaceholders(template: string): readonly string[] {
  const known = new Set<string>([...VIDEO_PLACEHOLDERS, ...MARK_PLACEHOLDERS, 'marks', '/marks']);
  return [...new Set([...template.matchAll(PLACEHOLDER)].map(([, name = '']) => name))].filter(
    (name) => !known.has(name),
  );
}

function valuesOfVideo(marks: readonly Mark[]): Values {
  const video = marks[0]?.video;
  return {
    title: oneLine(titleOfVideo(marks)),
    video: video ?? '',
    url: video ? watchAddress(video) : '',
    count: String(marks.length),
  };
}

function valuesOfMark({ video, at, words, quote, section, starred, created }: Mark, dayOf: (moment: number) => string) {
  const time = formatClock(at);
  return {
    time,
    link: `[${time}](${shortAddress(video, at)})`,
    words: words.trim(),
    quote: quote?.text.trim() ?? '',
    section: oneLine(section?.title ?? ''),
    star: starred ? '★' : '',
    date: dayOf(created),
  };
}

const oneLine = (text: string) => text.replaceAll(/\s+/gu, ' ').trim();

function fill(piece: string, values: Values, leaveOutEmpty: boolean): string {
  const lines = piece.split(/\r?\n/u).flatMap((line) => {
    const names = [...line.matchAll(PLACEHOLDER)].map(([, name = '']) => name).filter((name) => name in values);
    if (leaveOutEmpty && names.length > 0 && names.every((name) => values[name] === '')) return [];
    // Two spaces remain where a value between two others is empty.
    const filled = fillLine(line, values);
    return [names.some((name) => values[name] === '') ? filled.replace(/(\S) {2,}(?=\S)/gu, '$1 ').trimEnd() : filled];
  });
  return lines.join('\n');
}

function fillLine(line: string, values: Values): string {
  const [start = ''] = /^[\s>]*(?:[-*+] )?/u.exec(line) ?? [];
  const further = start.replace(/[-*+]/u, ' ');
  return line.replace(PLACEHOLDER, (placeholder, name: string, at: number) => {
    const value = Object.hasOwn(values, name) ? (values[name] ?? '') : placeholder;
    const quoted = line[at - 1] === '"' && line[at + placeholder.length] === '"';
    if (quoted) return JSON.stringify(value).slice(1, -1);
    return value.split(/\r\n?|\n/u).join(`\n${further}`);
  });
}
