import { error } from '../../core/note/problem.ts';

/** A guess could show the note beside the wrong video. */
export const sourceSeveral = (videos: string) => error('source-several', { videos });
