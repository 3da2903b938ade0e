import { error, excerpt } from '../../core/note/problem.ts';

/** A YouTube address without a usable video id: a channel, a clip, a truncated id. */
export const sourceVideoId = (source: unknown) => error('source-video-id', { value: excerpt(source) });
