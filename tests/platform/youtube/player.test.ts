// @vitest-environment happy-dom
// @vitest-environment-options { "url": "https://www.youtube.com/watch?v=aaaaaaaaaaa" }
import { beforeEach, describe, expect, test, vi } from 'vitest';
import { toVideoId, type VideoId } from '../../../core/video/video-id.ts';
import { askClock, askFacts, askHello } from '../../../platform/youtube/ask-player.ts';
import { findInPlayer, findPlayer, findVideo } from '../../../platform/youtube/player.ts';
import { ASK, TELL } from '../../../platform/youtube/player-questions.ts';
import { answerQuestions } from '../../../platform/youtube/player-world.ts';
import { fakePage } from './fake-page.ts';
import { element, nextResponse } from './fixtures.ts';

const A = toVideoId('aaaaaaaaaaa') as VideoId;
const player = (id: string) =>
  element('div', { id }, [document.createElement('video'), element('i', { class: 'bar' })]);

beforeEach(() => {
  document.body.replaceChildren();
  history.replaceState(null, '', '/watch?v=aaaaaaaaaaa');
});

describe('the page’s own player', () => {
  test('of Shorts is theirs, even if that of the last watch page still exists', () => {
    document.body.append(player('movie_player'), player('shorts-player'));
    expect(findPlayer()?.id).toBe('movie_player');
    history.replaceState(null, '', '/shorts/aaaaaaaaaaa');
    expect(findPlayer()?.id).toBe('shorts-player');
    document.getElementById('shorts-player')?.remove();
    expect(findPlayer()?.id).toBe('movie_player');
  });

  test('is searched for bar and buttons, not the hover preview before it', () => {
    document.body.append(element('ytd-video-preview', {}, [player('inline-preview-player')]), player('movie_player'));
    expect(findInPlayer('.bar')?.parentElement?.id).toBe('movie_player');
    expect(findVideo()?.parentElement?.id).toBe('movie_player');
  });
});

describe('the page-world script', () => {
  /** The number of answers to a request. */
  function answersTo(detail: string): number {
    let answers = 0;
    const count = () => answers++;
    document.addEventListener(TELL, count);
    document.dispatchEvent(new CustomEvent(ASK, { detail }));
    document.removeEventListener(TELL, count);
    return answers;
  }

  test('answers the first content script that sends a request, and no script of the page', () => {
    fakePage(A);
    expect(askClock()).toMatchObject({ id: A });
    for (const from of ['', ',"guessed"', ',null']) expect(answersTo(`[7,{"ask":"clock"}${from}]`)).toBe(0);
    for (const nonsense of ['{}', '', 'null', '[', '7']) expect(answersTo(nonsense)).toBe(0);
    expect(askClock()).toMatchObject({ id: A });
  });

  test('injected twice, answers each content script once', () => {
    fakePage(A);
    askHello();
    answerQuestions();
    expect(answersTo('[1,{"ask":"hello"},"the second content script"]')).toBe(1);
    const warn = vi.spyOn(console, 'warn').mockImplementation(() => {});
    expect(askClock()).toMatchObject({ id: A });
    expect(warn).not.toHaveBeenCalled();
    expect(answersTo('[2,{"ask":"clock"},"the second content script"]')).toBe(1);
  });

  test('reads the description from the page’s data where the player has none, and only this video’s', () => {
    const page = fakePage(A);
    Object.assign(page.player, { getPlayerResponse: undefined });
    const details = (videoId: string) => ({ videoDetails: { videoId, shortDescription: `about ${videoId}` } });
    Object.assign(window, { ytInitialPlayerResponse: details('bbbbbbbbbbb') });
    expect(askFacts(A)?.description).toBe('');
    Object.assign(window, { ytInitialPlayerResponse: details(A) });
    expect(askFacts(A)?.description).toBe(`about ${A}`);
    Object.assign(window, { ytInitialPlayerResponse: undefined });
    const detail = {
      response: { playerResponse: details(A), response: nextResponse(A, [{ start: 0, title: 'One' }]) },
    };
    document.dispatchEvent(new CustomEvent('yt-navigate-finish', { detail }));
    expect(askFacts(A)).toMatchObject({ description: `about ${A}`, chapters: [{ start: 0, title: 'One' }] });
  });
});
