import { englishOf } from '../../../build/english.ts';
import { compileNote } from '../../../compiler/compile.ts';
import type { Edition } from '../../../core/note/episode.ts';
import type { Timeline, TimeSource } from '../../../core/timeline/timeline.ts';
import { toVideoId, type VideoId } from '../../../core/video/video-id.ts';

/** A note of our own, compiled by the real compiler. */
export function editionOf(body: string, frontMatter = ''): Edition {
  const { edition, problems } = compileNote({
    file: 'made-up.md',
    text: `---\nsource: https://www.youtube.com/watch?v=clockmaker1\ntitle: A talk on clocks\n${frontMatter}---\n${body}`,
  });
  if (!edition) throw new Error(problems.map(englishOf).join('\n'));
  return edition;
}

export const VIDEO = toVideoId('clockmaker1') as VideoId;

/** Times for an edition's sections, in order. */
export function timelineOf(edition: Edition, starts: readonly number[], source: TimeSource = 'transcript'): Timeline {
  const sections = edition.sections.map(({ id }, at) => {
    const start = starts[at] ?? 0;
    return { section: id, start, earliest: start, latest: start, source };
  });
  return { sections, duration: Math.max(600, ...starts.map((start) => start + 60)), ordered: true };
}
