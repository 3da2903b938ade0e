import { readTranscriptFile } from './read-transcript.ts';

/** The worker's only job: reads a dropped file and posts the result. */
addEventListener('message', async ({ data }: MessageEvent<File>) => postMessage(await readTranscriptFile(data)));
