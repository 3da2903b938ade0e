import { error, excerpt } from '../../core/note/problem.ts';

/** An address of YouTube without a usable video id: a channel, a clip, a shortened id. */
export const sourceVideoId = (source: unknown) => error('source-video-id', { value: excerpt(source) });
