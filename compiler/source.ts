import { readVideoAddress } from '../core/video/video-address.ts';
import type { VideoId } from '../core/video/video-id.ts';
import type { FrontMatter } from './front-matter.ts';
import type { Reporter } from './reporter.ts';
import { sourceForeign } from './rules/source-foreign.ts';
import { sourceMissing } from './rules/source-missing.ts';
import { sourceVideoId } from './rules/source-video-id.ts';

/** The video a note is about; `null` (and an error reported) when it names none we could find. */
export function readSource({ source }: FrontMatter['data'], report: Reporter): VideoId | null {
  const written = typeof source === 'string' ? source.trim() : '';
  const address = readVideoAddress(written);
  if (address.kind === 'video') return address.videoId;
  const finding =
    written === '' ? sourceMissing() : address.kind === 'elsewhere' ? sourceForeign(written) : sourceVideoId(written);
  report.key(finding, 'source');
  return null;
}
