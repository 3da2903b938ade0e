import { error, shown } from './rule.ts';

/** An address of YouTube without a usable video id: a channel, a clip, a shortened id. */
export const sourceVideoId = (source: unknown) => {
  const value = shown(source);
  return error('source-video-id', [value], `"${value}" names no video: a watch address holds an id of 11 characters`);
};
