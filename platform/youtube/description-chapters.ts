import { ascends, readChapterLines } from '../../core/timeline/chapter-lines.ts';
import type { Chapter } from '../../core/timeline/timeline.ts';

/** YouTube's own rule for chapters in a description: three at least, starting at zero, ascending. */
const FEWEST = 3;

/**
 * Chapters an uploader wrote into the description, by the rule YouTube itself applies. Empty when the lines do not
 * make a list of chapters: scattered times in a text are references, not chapters.
 */
export function chaptersInDescription(description: string): readonly Chapter[] {
  const chapters = readChapterLines(description);
  return chapters.length >= FEWEST && chapters[0]?.start === 0 && ascends(chapters) ? chapters : [];
}
