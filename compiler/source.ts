import { readVideoAddress, watchAddress } from '../core/video/video-address.ts';
import { findVideo } from './find-video.ts';
import type { FoundVideo } from './found-video.ts';
import type { FrontMatter } from './front-matter.ts';
import type { Reporter } from './reporter.ts';
import { sourceForeign } from './rules/source-foreign.ts';
import { sourceMissing } from './rules/source-missing.ts';
import { sourceSeveral } from './rules/source-several.ts';
import { sourceVideoId } from './rules/source-video-id.ts';

/** The most videos listed in a message. */
const MOST_NAMED = 5;

/** The video a note is about; `null` (and an error reported) when it names none, or several equally clearly. */
export function readSource(
  front: FrontMatter,
  file: string,
  report: Reporter,
): Extract<FoundVideo, { kind: 'video' }> | null {
  const found = findVideo(front, file);
  if (found.kind === 'video') return found;
  if (found.kind === 'several') {
    const named = found.videoIds.slice(0, MOST_NAMED).map((id) => watchAddress(id));
    const several = sourceSeveral(`${named.join(', ')}${found.videoIds.length > MOST_NAMED ? ', …' : ''}`);
    if (found.key === null) report.place(several, found.line + front.bodyLine - 1);
    else report.key(several, found.key);
    return null;
  }
  const { source } = front.data;
  const written = typeof source === 'string' ? source.trim() : '';
  const elsewhere = readVideoAddress(written).kind === 'elsewhere';
  report.key(written === '' ? sourceMissing() : elsewhere ? sourceForeign(written) : sourceVideoId(written), 'source');
  return null;
}
