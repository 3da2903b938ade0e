import type { TakenFrom } from '../compiler/compile.ts';
import type { Edition } from '../core/note/episode.ts';

/** Where each part of a note was found, in one line. */
export function explanation({ sections, glossary, timestamps, transcript }: Edition, taken: TakenFrom | null): string {
  const count = (number: number, one: string) => `${number} ${one}${number === 1 ? '' : 's'}`;
  const timed = Object.keys(timestamps).length;
  const parts = [
    `video from ${taken?.video}`,
    taken?.title ? `title from ${taken.title}` : 'title from the first section',
    count(sections.length, 'section'),
    timed > 0 ? `${count(timed, 'time')} from ${taken?.times ?? 'timestamps:'}` : 'no times',
    taken?.summary ? `summary from ${taken.summary}` : 'no summary',
    ...(transcript ? [`${count(transcript.cues.length, 'cue')} of a transcript from ${taken?.transcript}`] : []),
    count(glossary.length, 'term'),
  ];
  return parts.join(', ');
}
