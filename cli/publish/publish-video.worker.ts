import { parentPort } from 'node:worker_threads';
import { publishVideo, type VideoToPublish } from './publish-video.ts';

parentPort?.on('message', async (video: VideoToPublish) => {
  parentPort?.postMessage(await publishVideo(video));
});
