import { error } from '../../core/note/problem.ts';

/** Guessing among videos would show a note beside the wrong one. */
export const sourceSeveral = (videos: string) => error('source-several', { videos });
