import { readTranscriptFile } from './read-transcript.ts';

/** The worker's only job: a dropped file in, what it holds out. */
addEventListener('message', async ({ data }: MessageEvent<File>) => postMessage(await readTranscriptFile(data)));
