import { answerQuestions } from '../../../platform/youtube/player-world.ts';
import { element } from './fixtures.ts';

/** A small watch page in the test's DOM: a player with YouTube's methods, and its `<video>`. */
export interface FakePage {
  readonly video: HTMLVideoElement;
  readonly player: HTMLElement;
  /** The values returned by the player's methods, which a test may change. */
  readonly says: {
    videoId: unknown;
    title: unknown;
    time: unknown;
    duration: unknown;
    live: boolean;
    adState: number;
    description: string;
  };
  go(path: string): void;
}

let answering = false;

export function fakePage(videoId: string, { pageWorld = true } = {}): FakePage {
  document.body.replaceChildren();
  const video = document.createElement('video');
  const player = element('div', { id: 'movie_player' }, [video, element('div', { class: 'ytp-progress-bar' })]);
  document.body.append(player);
  const says = {
    videoId,
    title: 'A title',
    time: 10,
    duration: 600,
    live: false,
    adState: -1,
    description: '',
  } as FakePage['says'];
  if (pageWorld) {
    Object.assign(player, {
      getVideoData: () => ({ video_id: says.videoId, title: says.title, isLive: says.live }),
      getCurrentTime: () => says.time,
      getDuration: () => says.duration,
      getAdState: () => says.adState,
      getPlayerResponse: () => ({ videoDetails: { videoId: says.videoId, shortDescription: says.description } }),
      seekTo: (time: number) => {
        says.time = time;
        // Real players fire this a little later; firing it here proves that nested requests do not mix up answers.
        video.dispatchEvent(new Event('seeking'));
      },
    });
  }
  if (!answering) answerQuestions();
  answering = true;
  return { video, player, says, go: (path) => history.replaceState(null, '', path) };
}
