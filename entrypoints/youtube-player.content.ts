import { defineContentScript } from 'wxt/utils/define-content-script';
import { YOUTUBE_PAGES } from '../platform/youtube/pages.ts';
import { answerQuestions } from '../platform/youtube/player-world.ts';

export default defineContentScript({
  matches: [...YOUTUBE_PAGES],
  world: 'MAIN',
  runAt: 'document_start',
  main: answerQuestions,
});
