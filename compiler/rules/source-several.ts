import { watchAddress } from '../../core/video/video-address.ts';
import type { VideoId } from '../../core/video/video-id.ts';
import type { Finding } from './rule.ts';

/** Guessing among videos would show a note beside the wrong one. */
export const sourceSeveral = (videoIds: readonly VideoId[]): Finding => {
  const named = videoIds.slice(0, 5).map((id) => watchAddress(id)).join(', ');
  return {
    severity: 'error',
    rule: 'source-several',
    sentence: null,
    values: [named],
    message: `the note could be about any of several videos (${named}): say which with a line \`source: …\` in the front matter`,
  };
};
