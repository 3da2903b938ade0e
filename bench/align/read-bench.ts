import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { englishOf } from '../../build/english.ts';
import { compileNote } from '../../compiler/compile.ts';
import type { Edition, Section } from '../../core/note/episode.ts';
import { sectionTexts } from '../../core/timeline/note-text.ts';
import type { Chapter } from '../../core/timeline/timeline.ts';
import type { Cue } from '../../core/transcript/cue.ts';

/** One video of a benchmark folder; the format is described in docs/design/alignment.md. */
export interface BenchVideo {
  readonly videoId: string;
  readonly title: string;
  readonly duration: number;
  readonly coverage: number;
  readonly chapters: readonly Chapter[];
  readonly cues: readonly Cue[];
  readonly note: string;
  readonly sections: readonly { readonly title: string; readonly start: number | null }[];
}

export function readBench(folder: string): readonly BenchVideo[] {
  return readdirSync(folder)
    .filter((name) => name.endsWith('.json'))
    .sort()
    .map((name) => JSON.parse(readFileSync(join(folder, name), 'utf8')) as BenchVideo);
}

/** The video's note, compiled. The benchmark's notes have no front matter, so one that names the video is added. */
export function editionOf(video: BenchVideo): Edition {
  const text = `---\nsource: https://www.youtube.com/watch?v=${video.videoId}\n---\n\n${video.note}`;
  const { edition, problems } = compileNote({ file: `${video.videoId}.json`, text });
  if (!edition) throw new Error(`${video.videoId}: ${problems.map(englishOf).join(' ')}`);
  return edition;
}

/**
 * For each section of the benchmark its index in the edition. The benchmark leaves out sections without text, such as a title
 * above the first section; where the counts differ, sections are matched by title, in order. Does not use the known starts.
 */
export function matchSections(video: BenchVideo, edition: Edition): readonly number[] {
  const texts = sectionTexts(edition);
  const all = edition.sections.map((section, index) => ({ index, section }));
  const full = all.filter(({ index }) => texts[index]?.paragraphs.some(({ text }) => text.trim() !== ''));
  for (const candidates of [all, full]) {
    if (candidates.length === video.sections.length) return candidates.map(({ index }) => index);
  }
  let next = 0;
  return video.sections.map(({ title }) => {
    const found = all.findIndex(({ section }, at) => at >= next && sameTitle(section, title));
    if (found < 0) throw new Error(`${video.videoId}: the compiled note has no section "${title}"`);
    next = found + 1;
    return found;
  });
}

function sameTitle(section: Section, title: string): boolean {
  const letters = (text: string) => text.replace(/[^\p{L}\p{N}]/gu, '');
  return letters(section.title) === letters(title);
}
