import { readFileSync } from 'node:fs';
import { expect, test } from '@playwright/test';
import type { World } from './world.ts';

const WITH_NOTE = 'v0gjI__RyCY';
const WITHOUT_NOTE = 'noNoteHere1';
const PLAIN = 'plainVideo2';
const watch = (id: string) => `https://www.youtube.com/watch?v=${id}`;

interface Message {
  readonly type: string;
  readonly result?: unknown;
  readonly videoId?: string;
  readonly reading?: {
    readonly videoId: string;
    readonly time: number;
    readonly ad: boolean;
    readonly duration: number | null;
    readonly live: boolean;
  };
  readonly asking?: { readonly step: string };
  readonly evidence?: {
    readonly duration: number | null;
    readonly chapters: readonly { readonly start: number; readonly title: string }[];
    readonly chapterOrigin: string;
    readonly transcript: {
      readonly language: string | null;
      readonly cues: readonly { start: number; text: string }[];
    } | null;
  };
}

interface Track {
  readonly languageCode: string;
  readonly kind?: 'asr';
}

/** The stand-in's controls, in its own page (tests/stand-in/README.md). */
declare const standIn: {
  ad(on: boolean): void;
  stitch(seconds: number): void;
  stitchedAd(on: boolean): void;
  live(): void;
  length(seconds: number): void;
  describe(text: string): void;
  automaticChapters(): void;
  lazyChapters(on: boolean): void;
  mute(): void;
  transcript(shape: 'classic' | 'modern' | 'nameless', rows: readonly (readonly [string, string])[]): void;
  captions(on: boolean, track?: Track): Promise<void>;
  captionsAre(told: {
    readonly tracks?: readonly Track[];
    readonly original?: string;
    readonly sounds?: readonly string[];
    readonly answer?: 'always' | 'once' | 'never';
    readonly by?: 'xhr' | 'fetch' | 'unread';
    readonly module?: boolean;
    readonly translations?: 'limited';
  }): void;
  hoverPreview(id: string): Promise<void>;
};

/** A transcript of the note read aloud, at an even pace through the first half of the video. */
function transcriptOfNote(): string {
  const note = readFileSync(new URL(`../../content/${WITH_NOTE}.zh-Hans.md`, import.meta.url), 'utf8');
  const [, , body = ''] = note.split(/^---$/m);
  const lines = body.split('\n').filter((line) => line.trim() !== '' && !line.startsWith('#'));
  const total = lines.join('').length;
  let before = 0;
  const cues = lines.map((line) => {
    const at = new Date((before / total) * 4000_000).toISOString().slice(11, 23);
    before += line.length;
    return `${at} --> ${at}\n${line}`;
  });
  return ['WEBVTT', ...cues].join('\n\n');
}

/** The part of the extension API that tests use in the panel. */
interface ExtensionApi {
  readonly storage: {
    readonly sync: { get(name: string): Promise<{ settings?: object }>; set(values: object): Promise<void> };
  };
  readonly action: { getBadgeText(of: { tabId: number }): Promise<string> };
  readonly runtime: { readonly onMessage: { addListener(listen: (message: { readonly type: string }) => void): void } };
  readonly tabs: {
    query(of: { active: true; currentWindow: true }): Promise<readonly { id: number }[]>;
    connect(
      tabId: number,
      how: { name: string; frameId: number },
    ): {
      onMessage: { addListener(listen: (message: Message) => void): void };
      postMessage(message: unknown): void;
      disconnect(): void;
    };
  };
}

/**
 * The situations of docs/youtube.md, by its numbers. Asserts what a viewer sees in the panel and on the page; where nothing is
 * visible (evidence), the messages.
 */
export function describeSituations(launch: () => Promise<World>): void {
  let world: World;
  test.beforeAll(async () => {
    world = await launch();
    await world.visit(watch(WITH_NOTE));
  });
  test.afterAll(async () => world?.close());

  // ── What the viewer sees ──────────────────────────────────────────────────────────────────────

  const heading = () => world.inPanel(() => document.querySelector('h1')?.textContent ?? '');
  const sections = () => world.inPanel(() => document.querySelectorAll('[data-section]').length);
  const chaptersShown = () =>
    world.inPanel(() => [...document.querySelectorAll('.outline .section-title')].map((title) => title.textContent));
  const current = () =>
    world.inPanel(() => document.querySelector('[data-section][aria-current]')?.getAttribute('data-section') ?? null);
  const nth = (index: number) =>
    world.inPanel((i) => document.querySelectorAll('[data-section]')[i]?.getAttribute('data-section') ?? null, index);
  const notice = () =>
    world.inPanel(() => [...document.querySelectorAll('.notice, .message')].map((said) => said.textContent).join(' '));
  /** As soon as the note is there: while the page changes, the panel may be without one for a moment. */
  const clickSection = (index: number) =>
    expect
      .poll(() =>
        world.inPanel((i) => {
          const row = document.querySelectorAll<HTMLButtonElement>('[data-section] .section-seek')[i];
          row?.click();
          return row !== undefined;
        }, index),
      )
      .toBe(true);
  const videoTime = () => world.inPage(() => document.querySelector('video')?.currentTime ?? -1);
  const drawn = (kind: string) =>
    world.inPage((name) => document.querySelectorAll(`[data-sleevenotes="${name}"]`).length, kind);
  /**
   * The positions of our markers by hit testing, as fractions of the bar's width: they are in a closed shadow root, of which a
   * script can find out no more.
   */
  const markersOn = (bar: string) =>
    world.inPage((selector) => {
      const { x, y, width, height } = document.querySelector(selector)?.getBoundingClientRect() ?? new DOMRect();
      const layer = document.querySelector('[data-sleevenotes=markers]');
      const shares: number[] = [];
      let isInside = false;
      for (let at = -2; layer && at < width + 2; at += 0.5) {
        const isHit = document.elementFromPoint(x + at, y + height / 2) === layer;
        if (isHit && !isInside) shares.push(at / width);
        isInside = isHit;
      }
      return { width, shares };
    }, bar);
  const bar = () => markersOn('.ytp-progress-bar');
  const markers = async () => (await bar()).shares.length;

  const showsNote = () => expect.poll(sections, { message: 'the note with its 32 sections' }).toBe(32);
  const showsNoNote = () =>
    expect.poll(heading, { message: 'the panel says there is no note' }).toBe('No note for this video');
  const showsNoVideo = () => expect.poll(heading, { message: 'the panel asks for a video' }).toBe('Open a video');

  // ── What the viewer does ──────────────────────────────────────────────────────────────────────

  const follow = (id: string) =>
    world.inPage((to) => document.querySelector<HTMLElement>(`a[data-id="${to}"]`)?.click(), id);
  /** The uploader has taken four minutes out of the video. */
  const cutAnew = () => world.inPage(() => standIn.length(7900));
  const seekByViewer = (time: number) =>
    world.inPage((to) => {
      const video = document.querySelector('video');
      if (video) video.currentTime = to;
    }, time);

  /** What the panel's field for a mark's words says: when the moment was. */
  const marked = () => world.inPanel(() => document.querySelector('.mark-field label')?.textContent ?? '');
  const marksShown = () => world.inPanel(() => document.querySelectorAll('[data-mark]').length);
  /** Presses the key for marks until the page knows it. */
  const pressMark = () =>
    expect
      .poll(async () => {
        await world.press('x');
        return marked();
      })
      .not.toBe('');
  /** Deletes all marks by the panel's own buttons, for the situations that follow. */
  const forgetMarks = () =>
    expect
      .poll(async () => {
        await world.inPanel(() => {
          for (const button of document.querySelectorAll<HTMLElement>('.mark-field button')) button.click();
          for (const toggle of document.querySelectorAll<HTMLElement>('[data-mark] [aria-expanded=false]'))
            toggle.click();
          for (const last of document.querySelectorAll<HTMLElement>('.mark-tools button:last-child')) last.click();
        });
        return marksShown();
      })
      .toBe(0);

  /** The toolbar button's badge for the tab the panel follows. */
  const badge = () =>
    world.inPanel(async () => {
      const scope = globalThis as unknown as { browser?: ExtensionApi; chrome: ExtensionApi };
      const extension = scope.browser ?? scope.chrome;
      const [tab] = await extension.tabs.query({ active: true, currentWindow: true });
      return extension.action.getBadgeText({ tabId: tab?.id ?? 0 });
    });

  /** Collects the messages from the page to an extension page for a while, in the panel. */
  const listen = (milliseconds = 1200) =>
    world.inPanel(async (duration): Promise<Message[]> => {
      const scope = globalThis as unknown as { browser?: ExtensionApi; chrome: ExtensionApi };
      const extension = scope.browser ?? scope.chrome;
      const [tab] = await extension.tabs.query({ active: true, currentWindow: true });
      const port = extension.tabs.connect(tab?.id ?? 0, { name: 'sleevenotes:page', frameId: 0 });
      const heard: Message[] = [];
      port.onMessage.addListener((message: Message) => heard.push(message));
      await new Promise((done) => setTimeout(done, duration));
      port.disconnect();
      return heard;
    }, milliseconds);
  const evidence = async () => (await listen()).findLast(({ type }) => type === 'evidence')?.evidence;
  const reading = async () => (await listen()).findLast(({ type }) => type === 'clock')?.reading;

  test.describe('identity', () => {
    for (const [number, name, url] of [
      ['01', 'a watch address', watch(WITH_NOTE)],
      ['02', 'a youtu.be address', `https://youtu.be/${WITH_NOTE}`],
      ['03', 'a live address', `https://www.youtube.com/live/${WITH_NOTE}`],
      ['04', 'a Shorts address', `https://www.youtube.com/shorts/${WITH_NOTE}`],
      ['05', 'an embed address opened in a tab', `https://www.youtube.com/embed/${WITH_NOTE}`],
      ['06', 'an embed on youtube-nocookie', `https://www.youtube-nocookie.com/embed/${WITH_NOTE}`],
      ['07', 'the mobile site', `https://m.youtube.com/watch?v=${WITH_NOTE}`],
      ['08', 'YouTube Music', `https://music.youtube.com/watch?v=${WITH_NOTE}`],
      ['09', 'a video in a playlist', `${watch(WITH_NOTE)}&list=PLabc&index=4`],
    ] as const) {
      test(`${number} ${name} shows its note and a badge`, async () => {
        await world.visit(url);
        await showsNote();
        await expect.poll(badge).toBe('♪');
      });
    }

    test('10 in-page navigation to a video without a note and on to one with a note', async () => {
      await world.visit(watch(WITH_NOTE));
      await showsNote();
      await follow(WITHOUT_NOTE);
      await showsNoNote();
      await expect.poll(badge).toBe('');
      await follow(WITH_NOTE);
      await showsNote();
      await expect.poll(badge).toBe('♪');
    });

    test('11 back and forward through in-page history', async () => {
      await world.visit(watch(WITH_NOTE));
      await follow(WITHOUT_NOTE);
      await showsNoNote();
      await world.inPage(() => history.back());
      await showsNote();
      await world.inPage(() => history.forward());
      await showsNoNote();
    });

    test('12 the home page has no video, whatever the miniplayer plays; the next video page has its own', async () => {
      await world.visit(watch(WITH_NOTE));
      await showsNote();
      await seekByViewer(500);
      await world.press('i');
      await showsNoVideo();
      await expect.poll(badge).toBe('');
      expect(await videoTime()).toBeGreaterThanOrEqual(500);
      await follow(WITHOUT_NOTE);
      await showsNoNote();
      await expect.poll(reading).toMatchObject({ videoId: WITHOUT_NOTE, duration: 600 });
    });

    test('13 the panel follows the active tab, and shows the position of a paused video when it comes back', async () => {
      await world.visit(watch(WITH_NOTE));
      await showsNote();
      await seekByViewer(8000);
      await expect.poll(current).toBe(await nth(31));
      await world.inOtherTab(watch(WITHOUT_NOTE), showsNoNote);
      await showsNote();
      await expect.poll(current).toBe(await nth(31));
    });

    test('14 a tab that is not YouTube', async () => {
      await world.visit(watch(WITH_NOTE));
      await showsNote();
      await world.inOtherTab('about:blank', showsNoVideo);
      await showsNote();
    });

    test('15 a navigation that fires none of YouTube’s own events', async () => {
      await world.visit(watch(WITH_NOTE));
      await showsNote();
      await world.inPage((to) => history.pushState({}, '', `/watch?v=${to}`), WITHOUT_NOTE);
      await showsNoNote();
    });

    test('16 a clip hides its id; the player names it', async () => {
      await world.visit('https://www.youtube.com/clip/UgkxStandIn');
      // The note is shown already, beside the page before.
      await expect.poll(async () => (await reading())?.videoId).toBe(WITH_NOTE);
      await showsNote();
      await clickSection(10);
      await expect.poll(videoTime).toBeGreaterThan(600);
    });

    test('17 away to another site and back, out of the back/forward cache', async () => {
      await world.visit(watch(WITH_NOTE));
      await showsNote();
      await world.inPage(() => Object.assign(window, { sameDocument: true }));
      await world.visit('about:blank');
      await showsNoVideo();
      await world.back();
      await showsNote();
      await expect.poll(badge).toBe('♪');
      expect(await world.inPage(() => 'sameDocument' in window), 'the page was kept').toBe(true);
      await clickSection(10);
      await expect.poll(videoTime).toBeGreaterThan(600);
    });

    test('18 inline data that still names the first video lends its chapters to no other', async () => {
      await world.visit(watch(WITHOUT_NOTE));
      await expect.poll(chaptersShown).toEqual(['Start', 'Middle', 'End']);
      await follow(PLAIN);
      await showsNoNote();
      await expect.poll(chaptersShown).toEqual([]);
      expect((await evidence())?.chapters).toEqual([]);
    });

    test('19 a playlist goes on to its next video by itself', async () => {
      await world.visit(`${watch(WITH_NOTE)}&list=PLabc&index=1`);
      await showsNote();
      await world.inPage(() => document.querySelector('video')?.dispatchEvent(new Event('ended')));
      await showsNoNote();
      expect(await world.inPage(() => location.search)).toBe(`?v=${WITHOUT_NOTE}&list=PLabc&index=2`);
      await expect.poll(reading).toMatchObject({ videoId: WITHOUT_NOTE });
    });

    test('60 the consent page in place of the video: the note without a player, and everything works after consent', async () => {
      await world.visit(`${watch(WITH_NOTE)}&consent=1`);
      await showsNote();
      // The panel may still be connected to the previous page, which had a player.
      const noticeAfterClick = async () => {
        await clickSection(10);
        return notice();
      };
      await expect.poll(noticeAfterClick).toMatch(/no player/i);
      await world.inPage(() => document.querySelector<HTMLElement>('#accept')?.click());
      await expect.poll(reading, { message: 'the page with its player' }).toMatchObject({ duration: 8135 });
      await expect.poll(() => drawn('button')).toBe(1);
      await clickSection(10);
      await expect.poll(videoTime).toBeGreaterThan(600);
    });
  });

  test.describe('the clock', () => {
    test.beforeEach(async () => {
      await world.visit(watch(WITH_NOTE));
      await showsNote();
    });

    test('20 a click on a section moves the player, and the section becomes the one playing', async () => {
      await clickSection(10);
      await expect.poll(videoTime).toBeGreaterThan(600);
      await expect.poll(current).toBe(await nth(10));
    });

    test('21 the section playing follows the viewer’s own jumps', async () => {
      await seekByViewer(8000);
      await expect.poll(current).toBe(await nth(31));
      await seekByViewer(1);
      await expect.poll(current).toBe(await nth(0));
      // Reported at once, not only by the next regular reading.
      await world.inPage(() => {
        setTimeout(() => {
          const video = document.querySelector('video');
          if (video) video.currentTime = 4000;
        }, 700);
      });
      const times = (await listen(2000)).flatMap(({ reading }) => (reading ? [reading.time] : []));
      expect(times.at(0)).toBe(1);
      expect(times.at(-1)).toBe(4000);
    });

    test('22 an ad in the page stops the clock, and a jump waits for its end', async () => {
      await seekByViewer(8000);
      await expect.poll(current).toBe(await nth(31));
      await world.inPage(() => standIn.ad(true));
      await expect.poll(async () => (await reading())?.ad).toBe(true);
      expect(await current()).toBe(await nth(31));
      await clickSection(10);
      await expect.poll(notice).toMatch(/ad/i);
      expect(await videoTime()).toBeLessThan(10);
      await world.inPage(() => standIn.ad(false));
      await expect.poll(current).toBe(await nth(10));
      expect(await videoTime()).toBeLessThan(8000);
    });

    test('23 an ad stitched into the stream is counted by <video>, not by us', async () => {
      await seekByViewer(1000);
      await world.inPage(() => standIn.stitch(30));
      await expect.poll(async () => (await reading())?.time).toBe(1000);
      expect(await videoTime()).toBe(1030);
      await clickSection(10);
      await expect.poll(current).toBe(await nth(10));
      const time = (await reading())?.time ?? 0;
      expect(await videoTime()).toBeCloseTo(time + 30, 0);
    });

    test('33 while a stitched-in ad is showing, a jump waits, too', async () => {
      await seekByViewer(8000);
      await expect.poll(current).toBe(await nth(31));
      await world.inPage(() => standIn.stitchedAd(true));
      await clickSection(10);
      await expect.poll(notice).toMatch(/ad/i);
      expect(await videoTime()).toBe(8000);
      await world.inPage(() => standIn.stitchedAd(false));
      await expect.poll(current).toBe(await nth(10));
    });

    test('24 at double speed the section still changes where it should', async () => {
      const start = (await evidenceOfSecondSection()) - 1;
      await world.inPage((from) => {
        const video = document.querySelector('video') as HTMLVideoElement;
        video.currentTime = from;
        video.playbackRate = 2;
        void video.play();
      }, start);
      await expect.poll(current).toBe(await nth(1));
      await world.inPage(() => document.querySelector('video')?.pause());
    });

    test('25 a live stream has no length, can be rewound, and is not reported as re-cut', async () => {
      await world.inPage(() => standIn.live());
      await expect.poll(reading).toMatchObject({ live: true, duration: null });
      await clickSection(31);
      await expect.poll(current).toBe(await nth(31));
      await clickSection(10);
      await expect.poll(current).toBe(await nth(10));
      await expect.poll(videoTime).toBeLessThan(4000);
      expect(await notice()).toBe('');
    });

    test('26 a premiere that has no length yet', async () => {
      await world.inPage(() => standIn.length(0));
      await expect.poll(reading).toMatchObject({ duration: null });
      expect(await sections()).toBe(32);
      expect(await notice()).toBe('');
    });

    test('27 at the very end the last section is the current one', async () => {
      await seekByViewer(8135);
      await expect.poll(current).toBe(await nth(31));
    });

    test('28 a player that does not answer: <video> is the clock and seeks', async () => {
      await world.inPage(() => standIn.mute());
      await clickSection(10);
      await expect.poll(videoTime).toBeGreaterThan(600);
      await expect.poll(current).toBe(await nth(10));
    });

    test('29 a click made for one video never moves the next', async () => {
      await follow(PLAIN);
      await showsNoNote();
      // On a slow machine the panel may still send an earlier click.
      const answer = await world.inPanel(async (videoId) => {
        const scope = globalThis as unknown as { browser?: ExtensionApi; chrome: ExtensionApi };
        const extension = scope.browser ?? scope.chrome;
        const [tab] = await extension.tabs.query({ active: true, currentWindow: true });
        const port = extension.tabs.connect(tab?.id ?? 0, { name: 'sleevenotes:page', frameId: 0 });
        return new Promise<unknown>((resolve) => {
          port.onMessage.addListener((message) => message.type === 'sought' && resolve(message.result));
          port.postMessage({ type: 'seek', ask: 1, videoId, time: 500 });
        });
      }, WITH_NOTE);
      expect(answer).toEqual({ ok: false, reason: 'video-changed' });
      expect(await videoTime()).toBeLessThan(5);
    });

    test('30 a hover preview that plays beside the video does not touch the clock', async () => {
      await seekByViewer(8000);
      await expect.poll(current).toBe(await nth(31));
      await world.inPage((id) => standIn.hoverPreview(id), PLAIN);
      expect((await reading())?.time).toBe(8000);
      expect(await current()).toBe(await nth(31));
    });

    test('31 no player at all: a click says so', async () => {
      await world.inPage(() => document.getElementById('movie_player')?.remove());
      await clickSection(10);
      await expect.poll(notice).toMatch(/no player/i);
    });

    test('32 a video of another length than the note’s: the panel says by how much, or that it was re-cut, and marks the times', async () => {
      await world.inPage(() => standIn.length(8165));
      await expect.poll(notice).toContain('30 s longer');
      await cutAnew();
      await expect.poll(notice).toMatch(/re-cut/);
      await expect
        .poll(() => world.inPanel(() => document.querySelectorAll('.time[data-unsure]').length))
        .toBeGreaterThan(25);
    });

    test('34 the key marks a moment by the video’s own time during an ad', async () => {
      await seekByViewer(759);
      await expect.poll(async () => (await reading())?.time).toBe(759);
      await world.inPage(() => standIn.ad(true));
      await pressMark();
      expect(await marked()).toContain('12:34');
      await world.inPage(() => standIn.ad(false));
      await forgetMarks();
    });

    test('35 a mark at double speed lies twice as far back', async () => {
      await world.inPage(() => {
        const video = document.querySelector('video') as HTMLVideoElement;
        video.currentTime = 764;
        video.playbackRate = 2;
      });
      await expect.poll(async () => (await reading())?.time).toBe(764);
      await pressMark();
      expect(await marked()).toContain('12:34');
      await forgetMarks();
    });

    test('36 a live stream is marked by its own time', async () => {
      await world.inPage(() => standIn.live());
      await seekByViewer(759);
      await expect.poll(reading).toMatchObject({ live: true, time: 759 });
      await pressMark();
      expect(await marked()).toContain('12:34');
      await forgetMarks();
    });

    async function evidenceOfSecondSection(): Promise<number> {
      await clickSection(1);
      await expect.poll(videoTime).toBeGreaterThan(10);
      return videoTime();
    }
  });

  test.describe('evidence', () => {
    const addRows = (shape: 'classic' | 'modern' | 'nameless', rows: readonly (readonly [string, string])[]) =>
      world.inPage(({ kind, lines }) => standIn.transcript(kind, lines), { kind: shape, lines: rows });
    const captionRequests = () =>
      world.inPage(
        () => performance.getEntriesByType('resource').filter(({ name }) => name.includes('timedtext')).length,
      );
    const spoken = async () => (await evidence())?.transcript?.cues.map(({ text }) => text) ?? null;
    const LINES = [
      ['0:01', 'Good morning to everyone.'],
      ['0:05', 'We begin with the past.'],
      ['0:11', 'Then comes what is left.'],
    ] as const;

    test('40 chapters of the uploader', async () => {
      await world.visit(watch(WITHOUT_NOTE));
      await expect.poll(evidence).toMatchObject({
        chapterOrigin: 'uploader',
        duration: 600,
        chapters: [{ start: 0 }, { start: 120 }, { start: 400 }],
      });
      await expect.poll(chaptersShown).toEqual(['Start', 'Middle', 'End']);
    });

    test('41 chapters YouTube guessed are marked as such', async () => {
      await world.visit(watch(WITHOUT_NOTE));
      await world.inPage(() => standIn.automaticChapters());
      await expect.poll(async () => (await evidence())?.chapterOrigin).toBe('automatic');
    });

    test('42 chapters only written into the description', async () => {
      await world.visit(watch(PLAIN));
      await world.inPage(() => standIn.describe('Contents\n0:00 First\n2:00 Second\n4:30 Third'));
      await expect.poll(evidence).toMatchObject({
        chapterOrigin: 'uploader',
        chapters: [
          { start: 0, title: 'First' },
          { start: 120, title: 'Second' },
          { start: 270, title: 'Third' },
        ],
      });
    });

    test('43 transcript rows in the classic shape, once the viewer has them open', async () => {
      await world.visit(watch(PLAIN));
      expect(await spoken()).toBeNull();
      await addRows('classic', LINES);
      await expect.poll(spoken).toEqual(LINES.map(([, text]) => text));
    });

    test('44 transcript rows in the shape of 2026, more of them as the viewer scrolls', async () => {
      await world.visit(watch(PLAIN));
      await addRows('modern', LINES);
      await expect.poll(spoken).toHaveLength(3);
      await addRows('modern', [['0:20', 'And this came while scrolling.']]);
      await expect.poll(spoken).toHaveLength(4);
    });

    test('45 rows of the previous video that stay on the page are refused', async () => {
      await world.visit(watch(PLAIN));
      await addRows('classic', LINES);
      await expect.poll(spoken).toHaveLength(3);
      await follow(WITHOUT_NOTE);
      await showsNoNote();
      expect(await spoken()).toBeNull();
      expect(await world.inPage(() => document.getElementsByTagName('ytd-transcript-segment-renderer').length)).toBe(3);
    });

    test('46 the player’s own caption request is read once more', async () => {
      await world.visit(watch(PLAIN));
      await showsNoNote();
      await world.press('c');
      await expect.poll(async () => (await evidence())?.transcript?.language).toBe('en');
      await expect.poll(async () => (await spoken())?.length ?? 0).toBeGreaterThan(2);
      expect(await captionRequests()).toBeLessThanOrEqual(2);
    });

    test('47 with captions switched off nothing is asked for', async () => {
      await world.visit(watch(PLAIN));
      await showsNoNote();
      await world.inPage(async () => {
        const once = standIn.captions(true);
        await Promise.all([once, standIn.captions(false)]);
      });
      // A hover preview has its own captions switched on.
      await world.inPage((id) => standIn.hoverPreview(id), WITHOUT_NOTE);
      expect(await spoken()).toBeNull();
      await expect.poll(captionRequests).toBe(2);
    });

    test('48 captions of a hover preview are another video’s', async () => {
      await world.visit(watch(PLAIN));
      await showsNoNote();
      await world.inPage((id) => {
        // The viewer has captions on, but this video has none.
        document.querySelector('#movie_player .ytp-subtitles-button')?.setAttribute('aria-pressed', 'true');
        return standIn.hoverPreview(id);
      }, WITH_NOTE);
      expect(await spoken()).toBeNull();
      await expect.poll(captionRequests).toBe(1);
    });

    test('61 chapters that arrive a second after the page', async () => {
      await world.visit(watch(PLAIN));
      await showsNoNote();
      await world.inPage(() => standIn.lazyChapters(true));
      await follow(WITHOUT_NOTE);
      await expect.poll(chaptersShown).toEqual(['Start', 'Middle', 'End']);
    });

    test('62 rows in a panel without a name, beside a longer one left over from the previous video', async () => {
      await world.visit(watch(WITHOUT_NOTE));
      await showsNoNote();
      const old = ['1:00', '1:10', '1:20', '1:30'].map((time) => [time, `Something old at ${time}.`] as const);
      await addRows('classic', [...LINES, ...old]);
      await expect.poll(spoken).toHaveLength(7);
      await follow(PLAIN);
      await expect.poll(spoken).toBeNull();
      const other = LINES.map(([time, text]) => [time, `${text} Not at all.`] as const);
      await addRows('nameless', other);
      await expect.poll(spoken).toEqual(other.map(([, text]) => text));
    });
  });

  test.describe('asking the player for captions', () => {
    /** The viewer's state, which must be unchanged afterwards. */
    const theViewers = () =>
      world.inPage(() => {
        const player = document.querySelector('#movie_player') as HTMLElement & {
          getOption?(module: string, option: string): object | undefined;
          getOptions?(): readonly string[];
          getVolume(): number;
        };
        return {
          on: player.querySelector('.ytp-subtitles-button')?.getAttribute('aria-pressed'),
          picture: player.querySelector('.ytp-caption-window-container')?.textContent,
          track: player.getOption?.('captions', 'track') ?? null,
          modules: player.getOptions?.() ?? null,
          volume: player.getVolume(),
          kept: JSON.stringify(localStorage),
          functions: [XMLHttpRequest.prototype.send, Response.prototype.text, window.fetch].map(String),
          sheets: document.adoptedStyleSheets.length,
        };
      });
    const captionAddresses = () =>
      world.inPage(() =>
        performance
          .getEntriesByType('resource')
          .map(({ name }) => new URL(name).searchParams)
          .filter((asked) => asked.has('v') && asked.has('fmt'))
          .map((asked) => [asked.get('lang'), asked.get('kind'), asked.get('tlang')].filter(Boolean).join(' ')),
      );
    /** Sends the request as the panel does, and collects messages from then on. */
    const begin = (videoId: string, note = 'en', translate = true) =>
      world.inPanel(
        async ({ videoId, ...wanted }) => {
          const scope = globalThis as unknown as { browser?: ExtensionApi; chrome: ExtensionApi };
          const extension = scope.browser ?? scope.chrome;
          const [tab] = await extension.tabs.query({ active: true, currentWindow: true });
          const port = extension.tabs.connect(tab?.id ?? 0, { name: 'sleevenotes:page', frameId: 0 });
          const heard: Message[] = [];
          const { dataset } = document.documentElement;
          const mine = String(Math.random());
          Object.assign(dataset, { heard: '[]', listener: mine });
          port.onMessage.addListener((message: Message) => {
            // A new listener.
            if (dataset.listener !== mine) {
              port.disconnect();
              return;
            }
            heard.push(message);
            dataset.heard = JSON.stringify(heard);
          });
          port.postMessage({ type: 'captions', videoId, wanted });
        },
        { videoId, note, understood: note.startsWith('zh') ? ['zh', 'en'] : [note], translate, whenPlaying: false },
      );
    const heardSoFar = async () => {
      const heard: readonly Message[] = JSON.parse(
        await world.inPanel(() => document.documentElement.dataset.heard ?? '[]'),
      );
      return { heard, steps: heard.flatMap(({ asking }) => asking ?? []) };
    };
    /** Waits for the end, and returns all messages received. */
    const over = async () => {
      await expect
        .poll(
          async () => {
            const steps = (await heardSoFar()).steps.map(({ step }) => step);
            // The first message may be the result of the previous request.
            const begun = steps.some((step) => step === 'asking' || step === 'ad');
            return begun && (steps.at(-1) === 'read' || steps.at(-1) === 'failed');
          },
          { timeout: 20_000 },
        )
        .toBe(true);
      return heardSoFar();
    };
    const ask = async (videoId: string, note = 'en', translate = true) => {
      await begin(videoId, note, translate);
      return over();
    };
    const spokenIn = ({ heard }: { heard: readonly Message[] }) =>
      heard.flatMap(({ evidence }) => (evidence?.transcript ? [evidence.transcript.language] : []));
    /** Waits until the player has finished loading, then asserts that its state is unchanged. */
    const isAsBefore = async (before: unknown) => {
      await new Promise((done) => setTimeout(done, 2300));
      expect(await theViewers()).toEqual(before);
    };
    const enter = async (told: Parameters<typeof standIn.captionsAre>[0] = {}) => {
      await world.visit(watch(PLAIN));
      await showsNoNote();
      await expect.poll(reading).toMatchObject({ videoId: PLAIN });
      await world.inPage((captions) => standIn.captionsAre(captions), told);
      return theViewers();
    };

    test('80 captions off and none loaded: one request, and everything as it was', async () => {
      const before = await enter();
      const told = await ask(PLAIN);
      expect(told.steps).toEqual([
        { step: 'asking' },
        { step: 'read', language: 'en', original: 'yes', translated: false },
      ]);
      expect(spokenIn(told)).toEqual(['en']);
      expect(await captionAddresses()).toEqual(['en']);
      await isAsBefore(before);
    });

    test('81 captions on in another language stay on in it', async () => {
      await enter({ tracks: [{ languageCode: 'en' }, { languageCode: 'de' }] });
      await world.inPage(() => standIn.captions(true, { languageCode: 'de' }));
      const before = await theViewers();
      expect(before).toMatchObject({ on: 'true', track: { languageCode: 'de' } });
      expect(spokenIn(await ask(PLAIN))).toContain('en');
      await isAsBefore(before);
    });

    test('82 captions on in the very track wanted: cleared, asked for, and on again', async () => {
      await enter({ answer: 'once' });
      await world.inPage(() => standIn.captions(true));
      const before = await theViewers();
      expect((await ask(PLAIN)).steps.at(-1)).toMatchObject({ step: 'read', language: 'en' });
      await isAsBefore(before);
    });

    test('83 the first track belongs to a dub: the original’s is requested, by the tags of the audio', async () => {
      const heard = (languageCode: string) => ({ languageCode, kind: 'asr' }) as const;
      await enter({ tracks: [heard('de'), heard('fr'), heard('en')], sounds: ['de', 'fr', 'en'], original: 'en' });
      expect((await ask(PLAIN, 'zh-Hans')).steps.at(-1)).toMatchObject({
        step: 'read',
        language: 'en',
        original: 'yes',
      });
      expect(await captionAddresses()).toEqual(['en asr']);
    });

    test('84 the original is unknown: the panel says so and offers both tracks', async () => {
      const heard = (languageCode: string) => ({ languageCode, kind: 'asr' }) as const;
      await enter({ tracks: [heard('de'), heard('fr'), heard('en')], sounds: ['de', 'fr', 'en'] });
      const told = await ask(PLAIN, 'zh-Hans');
      expect(told.steps.at(-1)).toMatchObject({ step: 'read', language: 'en', original: 'unknown' });
      expect(new Set(spokenIn(told))).toEqual(new Set(['en', 'de']));
    });

    test('85 a language that cannot be compared: translated on a click, once, and never without a click', async () => {
      const before = await enter({ tracks: [{ languageCode: 'de', kind: 'asr' }] });
      expect((await ask(PLAIN, 'en', false)).steps.at(-1)).toMatchObject({ step: 'read', translated: false });
      await isAsBefore(before);
      expect((await ask(PLAIN, 'en')).steps.at(-1)).toMatchObject({ step: 'read', language: 'de', translated: true });
      await isAsBefore(before);
      expect((await ask(PLAIN, 'en')).steps.at(-1)).toMatchObject({ step: 'read', translated: false });
      expect((await captionAddresses()).filter((each) => each === 'de asr en')).toHaveLength(1);
    });

    test('86 no captions', async () => {
      const before = await enter({ tracks: [] });
      expect((await ask(PLAIN)).steps.at(-1)).toEqual({ step: 'failed', why: 'no-captions' });
      await isAsBefore(before);
    });

    test('87 while an ad is playing it waits, and asks when it is over', async () => {
      await enter();
      await world.inPage(() => standIn.ad(true));
      await begin(PLAIN);
      await expect.poll(async () => (await heardSoFar()).steps).toEqual([{ step: 'ad' }]);
      await world.inPage(() => standIn.ad(false));
      expect((await over()).steps.map(({ step }) => step)).toEqual(['ad', 'asking', 'read']);
    });

    test('88 a live stream’s captions are incomplete', async () => {
      await enter();
      await world.inPage(() => standIn.live());
      expect((await ask(PLAIN)).steps.at(-1)).toEqual({ step: 'failed', why: 'live' });
      expect(await captionAddresses()).toEqual([]);
    });

    test('89 the request is blocked: 200, and nothing in it', async () => {
      const before = await enter({ answer: 'never' });
      expect((await ask(PLAIN)).steps.at(-1)).toEqual({ step: 'failed', why: 'nothing-came' });
      await isAsBefore(before);
    });

    test('90 the address answers once: the player’s own response is read, whichever function requested it', async () => {
      for (const by of ['xhr', 'fetch'] as const) {
        const before = await enter({ answer: 'once', by });
        expect((await ask(PLAIN)).steps.at(-1), by).toMatchObject({ step: 'read', language: 'en' });
        expect(await captionAddresses()).toEqual(['en']);
        await isAsBefore(before);
      }
    });

    test('91 a response that cannot be intercepted: its address is requested once more', async () => {
      await enter({ by: 'unread' });
      expect((await ask(PLAIN)).steps.at(-1)).toMatchObject({ step: 'read', language: 'en' });
    });

    test('92 a player without a captions module', async () => {
      const before = await enter({ module: false });
      // Without a module there can be no response, so nothing is intercepted either.
      await world.inPage(() => {
        const { send } = XMLHttpRequest.prototype;
        const { dataset } = document.documentElement;
        Object.defineProperty(XMLHttpRequest.prototype, 'send', {
          get: () => send,
          set: () => {
            dataset.replaced = 'yes';
          },
        });
      });
      expect((await ask(PLAIN)).steps.at(-1)).toEqual({ step: 'failed', why: 'nothing-came' });
      expect(await world.inPage(() => document.documentElement.dataset.replaced ?? 'no')).toBe('no');
      await isAsBefore(before);
    });

    test('93 navigation during the request: it is dropped, and the next video has its captions off', async () => {
      await enter({ answer: 'never' });
      await begin(PLAIN);
      await expect.poll(captionAddresses).toEqual(['en']);
      await follow(WITHOUT_NOTE);
      await showsNoNote();
      await expect.poll(async () => (await theViewers()).on).toBe('false');
      await new Promise((done) => setTimeout(done, 2300));
      expect(await theViewers()).toMatchObject({ on: 'false', picture: '', modules: [], sheets: 0 });
      expect((await heardSoFar()).steps).toEqual([{ step: 'asking' }]);
      expect((await ask(WITHOUT_NOTE)).steps.at(-1)).toMatchObject({ step: 'read' });
    });

    // Re-cut, so that the author's own times no longer hold.
    const RECUT = `${watch(WITH_NOTE)}&length=7900`;
    const basis = () =>
      world.inPanel(() => [...document.querySelectorAll('.basis')].map((line) => line.textContent).join(' '));
    const isExact = () => expect.poll(basis, { timeout: 20_000 }).toMatch(/^Times from the transcript(?!.*Make)/);

    test('97 one click makes the times exact, and they are exact at once on the next visit', async () => {
      await world.visit(RECUT);
      await showsNote();
      await expect.poll(basis).toContain('Make the times exact');
      const before = await theViewers();
      await world.inPanel(() => document.querySelector<HTMLElement>('.exact button')?.click());
      await expect.poll(basis).toContain('Asking YouTube');
      expect(await notice()).toContain('re-cut');
      await isExact();
      expect(await notice()).not.toContain('re-cut');
      await isAsBefore(before);
      expect(await captionAddresses()).toEqual(['en']);
      await world.visit(RECUT);
      await showsNote();
      await isExact();
      await expect.poll(reading).toMatchObject({ duration: 7900 });
      await isExact();
      expect(await captionAddresses()).toEqual([]);
      // Another length: it may be another cut.
      await world.visit(watch(WITHOUT_NOTE));
      await showsNoNote();
      await world.visit(`${watch(WITH_NOTE)}&length=7800`);
      await showsNote();
      await expect.poll(basis).toContain('Make the times exact');
    });

    test('100 YouTube limits translations: said, with when one can be asked for again, and not asked for twice', async () => {
      const german = { tracks: [{ languageCode: 'de', kind: 'asr' }], translations: 'limited' } as const;
      const click = async () => {
        await world.visit(`${watch(WITH_NOTE)}&length=7750`);
        await showsNote();
        await world.inPage((captions) => standIn.captionsAre(captions), german);
        await expect.poll(basis).toContain('Make the times exact');
        await world.inPanel(() => document.querySelector<HTMLElement>('.exact button')?.click());
      };
      await click();
      await expect
        .poll(basis)
        .toMatch(/YouTube refuses for now.*not asked for another before.*\d.*Make the times exact/);
      expect(await captionAddresses()).toEqual(['de asr zh-Hans']);
      // The page, with all that it knew, is gone.
      await click();
      await expect.poll(basis, { timeout: 15_000 }).toMatch(/Deutsch do not say enough.*not asked for another before/);
      expect(await captionAddresses()).toEqual(['de asr']);
    });

    test('98 with the viewer’s option the request is automatic once the video plays, and only then', async () => {
      const choose = (askCaptions: boolean) =>
        world.inPanel(async (chosen) => {
          const scope = globalThis as unknown as { browser?: ExtensionApi; chrome: ExtensionApi };
          const { sync } = (scope.browser ?? scope.chrome).storage;
          const { settings } = await sync.get('settings');
          await sync.set({ settings: { ...settings, askCaptions: chosen } });
        }, askCaptions);
      const play = () => world.inPage(() => document.querySelector('video')?.play());
      const url = `${watch(WITH_NOTE)}&length=7850`;
      await world.visit(url);
      await showsNote();
      await play();
      await expect.poll(basis).toContain('Make the times exact');
      await new Promise((done) => setTimeout(done, 1500));
      expect(await captionAddresses()).toEqual([]);
      await choose(true);
      try {
        await world.visit(url);
        await showsNote();
        await expect.poll(reading).toMatchObject({ duration: 7850 });
        expect(await captionAddresses()).toEqual([]);
        await play();
        await isExact();
        expect(await captionAddresses()).toEqual(['en']);
      } finally {
        await choose(false);
      }
    });

    test('94 the viewer’s choice of captions during the request stays', async () => {
      await enter({ tracks: [{ languageCode: 'en' }, { languageCode: 'fr' }], answer: 'never' });
      await begin(PLAIN);
      await expect.poll(captionAddresses).toEqual(['en']);
      await world.inPage(() => standIn.captions(true, { languageCode: 'fr' }));
      await over();
      await new Promise((done) => setTimeout(done, 2300));
      expect(await theViewers()).toMatchObject({ on: 'true', track: { languageCode: 'fr' }, sheets: 0 });
    });
  });

  test.describe('a transcript of the viewer’s own', () => {
    const dropOnPanel = (name: string, text: string) =>
      world.inPanel(
        (file) => {
          const dataTransfer = new DataTransfer();
          dataTransfer.items.add(new File([file.text], file.name));
          for (const type of ['dragover', 'drop']) {
            document.body.dispatchEvent(new DragEvent(type, { dataTransfer, bubbles: true, cancelable: true }));
          }
        },
        { name, text },
      );
    const said = () =>
      world.inPanel(() => [...document.querySelectorAll('.drop-layer')].map((layer) => layer.textContent).join(' '));
    const heardSections = () =>
      world.inPanel(() => {
        const reasons = [...document.querySelectorAll('[data-section] [role=tooltip]')];
        return reasons.filter(({ textContent }) => textContent?.includes('Found in the transcript')).length;
      });

    test('49 dropped on the panel it gives the times, until the viewer removes it; a damaged one is refused', async () => {
      await world.visit(watch(WITH_NOTE));
      await showsNote();
      // The author's times no longer apply then.
      await cutAnew();
      await dropOnPanel('talk.vtt', 'WEBVTT\n\nno times at all');
      await expect.poll(said).toContain('talk.vtt” holds no timed lines');
      await dropOnPanel('talk.vtt', transcriptOfNote());
      await expect.poll(heardSections).toBeGreaterThan(20);
      await follow(PLAIN);
      await showsNoNote();
      await follow(WITH_NOTE);
      await showsNote();
      await cutAnew();
      await expect.poll(heardSections, { message: 'remembered for this video' }).toBeGreaterThan(20);
      await world.inPanel(() => document.querySelector<HTMLElement>('[data-transcript] button')?.click());
      await expect.poll(heardSections).toBe(0);
    });
  });

  test.describe('on the page', () => {
    test('50 one button beside the title, only where there is a note', async () => {
      await world.visit(watch(WITH_NOTE));
      await expect.poll(() => drawn('button')).toBe(1);
      await follow(WITHOUT_NOTE);
      await expect.poll(() => drawn('button')).toBe(0);
      await follow(WITH_NOTE);
      await expect.poll(() => drawn('button')).toBe(1);
    });

    test('51 section markers lie on the bar at their share of it, in default, theatre and fullscreen', async () => {
      await world.visit(watch(WITH_NOTE));
      await expect.poll(markers).toBe(32);
      const widths = new Set<number>();
      const { shares } = await bar();
      expect(shares.at(-1)).toBeGreaterThan(0.8);
      for (const key of ['', 't', 'f']) {
        if (key) await world.press(key);
        await expect
          .poll(async () => widths.has((await bar()).width), { message: `another size after ${key || 'loading'}` })
          .toBe(false);
        const now = await bar();
        widths.add(now.width);
        expect(now.shares).toHaveLength(32);
        for (const [i, share] of now.shares.entries()) expect(share).toBeCloseTo(shares[i] ?? -1, 2);
      }
      await world.press('f');
      await expect.poll(async () => (await bar()).width).toBe([...widths][1]);
    });

    test('95 the embedded player of 2026: markers on its own bar, the clock, one button', async () => {
      await world.visit(`https://www.youtube.com/embed/${WITH_NOTE}`);
      await showsNote();
      const line = () => markersOn('.ytProgressBarLineHost');
      await expect.poll(async () => (await line()).shares.length).toBe(32);
      const { shares } = await line();
      expect(shares[0]).toBeCloseTo(0, 1);
      expect(shares.at(-1)).toBeGreaterThan(0.8);
      await expect.poll(() => drawn('button')).toBe(1);
      await clickSection(10);
      await expect.poll(videoTime).toBeGreaterThan(600);
      await expect.poll(current).toBe(await nth(10));
    });

    test('96 an embedded playlist hides the id behind a word as long as one; the player names it', async () => {
      await world.visit('https://www.youtube.com/embed/videoseries?list=PLabc');
      await showsNote();
      await expect.poll(reading).toMatchObject({ videoId: WITH_NOTE });
    });

    test('52 markers disappear with the video, and come back with it', async () => {
      await world.visit(watch(WITH_NOTE));
      await expect.poll(markers).toBe(32);
      await follow(WITHOUT_NOTE);
      await expect.poll(markers).toBe(0);
      await follow(WITH_NOTE);
      await expect.poll(markers).toBe(32);
    });

    test('58 a mark has a marker of its own on the bar, and it goes with the mark', async () => {
      await world.visit(watch(WITH_NOTE));
      await expect.poll(markers).toBe(32);
      const { shares } = await bar();
      // In the middle of the longest section, where it touches no other marker.
      const gaps = shares.map((share, at) => ({ share, gap: (shares[at + 1] ?? share) - share }));
      const { share, gap } = gaps.reduce((a, b) => (a.gap > b.gap ? a : b));
      await seekByViewer((share + gap / 2) * 8135 + 5);
      await pressMark();
      await expect.poll(markers).toBe(33);
      await forgetMarks();
      await expect.poll(markers).toBe(32);
    });

    test('59 a link to a moment leads the open panel there, whatever was read before', async () => {
      await world.visit(watch(WITH_NOTE));
      await showsNote();
      await world.inPanel(() => document.querySelector<HTMLElement>('#glossary')?.click());
      await world.visit('about:blank');
      await showsNoVideo();
      await world.visit(`https://youtu.be/${WITH_NOTE}?t=754`);
      await showsNote();
      await expect
        .poll(() => world.inPanel(() => document.querySelector('[role=tab][aria-selected=true]')?.id))
        .toBe('outline');
      // The same link once more, which loads the page again.
      await world.inPanel(() => document.querySelector<HTMLElement>('#glossary')?.click());
      await world.visit(`https://youtu.be/${WITH_NOTE}?t=754`);
      await expect
        .poll(() => world.inPanel(() => document.querySelector('[role=tab][aria-selected=true]')?.id))
        .toBe('outline');
    });

    test('53 the page keys step through the sections, but not while typing', async () => {
      await world.visit(watch(WITH_NOTE));
      await showsNote();
      await seekByViewer(1);
      await expect.poll(current).toBe(await nth(0));
      await world.press(']');
      await expect.poll(current).toBe(await nth(1));
      await world.press('[');
      await expect.poll(current).toBe(await nth(0));
      for (const field of ['#search', '#contenteditable-root']) {
        await world.inPage((selector) => document.querySelector<HTMLElement>(selector)?.focus(), field);
        await world.press(']');
        await world.press('x');
      }
      expect(await current()).toBe(await nth(0));
      expect(await marked()).toBe('');
      expect(await world.inPage(() => (document.querySelector('#search') as HTMLInputElement).value)).toContain(']');
    });

    const FORGED: Readonly<Record<string, unknown>> = {
      'another video’s id': { id: WITHOUT_NOTE, videoId: WITHOUT_NOTE, time: 1 },
      'an id that is none': { id: 'nope', videoId: 'nope', time: 1 },
      'a time that is no number': { id: WITH_NOTE, videoId: WITH_NOTE, time: 'NaN', duration: 'Infinity' },
      'ten megabytes': { id: WITH_NOTE, videoId: WITH_NOTE, time: 1, title: 'x'.repeat(10_000_000) },
      'keys of the prototype': `{"__proto__":{"id":"${WITH_NOTE}","time":1},"constructor":{"prototype":{"id":1}}}`,
      'a plausible answer': { id: WITH_NOTE, videoId: WITH_NOTE, time: 1, ad: true, live: true, sought: true },
    };
    for (const [number, [name, lie]] of Object.entries(FORGED).entries()) {
      test(`${63 + number} the page forges ${name}: nothing changes, logged at most once`, async () => {
        await world.visit(watch(WITH_NOTE));
        await showsNote();
        await seekByViewer(8000);
        await expect.poll(current).toBe(await nth(31));
        const before = (await world.complaints()).length;
        await world.inPage((told) => {
          const text = typeof told === 'string' ? told : JSON.stringify(told);
          const events = ['sleevenotes:tell:3', 'sleevenotes:ask:3', 'sleevenotes:alive'];
          const signals = ['yt-navigate-start', 'yt-navigate-finish', 'yt-page-data-updated', 'yt-player-updated'];
          for (const detail of [told, text, `[1,${text}]`]) {
            for (const type of [...events, ...signals]) {
              document.dispatchEvent(new CustomEvent(type, { detail, cancelable: true }));
            }
            window.postMessage({ type: 'seek', ask: 1, told }, '*');
          }
          // And answers in place of YouTube's player, twice, so that it could be logged twice.
          document.addEventListener('sleevenotes:ask:3', (event) => {
            const [asked] = JSON.parse((event as CustomEvent<string>).detail) as [number];
            const answer = (detail: unknown) =>
              document.dispatchEvent(new CustomEvent('sleevenotes:tell:3', { detail }));
            answer(`[${asked},${text}]`);
            answer(`[${asked + 1},${text}]`);
            answer(text);
            answer({ asked, told });
          });
          for (let i = 0; i < 2; i++) document.querySelector('video')?.dispatchEvent(new Event('seeked'));
        }, lie);
        await expect.poll(reading).toMatchObject({ videoId: WITH_NOTE, time: 8000, ad: false });
        expect(await sections()).toBe(32);
        expect(await current()).toBe(await nth(31));
        expect(await videoTime()).toBe(8000);
        expect(await world.inPage(() => ({}) as { id?: unknown }).then((object) => object.id)).toBeUndefined();
        const said = (await world.complaints()).slice(before).filter((each) => each.includes('Sleevenotes ignored'));
        expect(said.length).toBe(new Set(said).size);
      });
    }

    test('54 hundreds of forged events and requests change nothing', async () => {
      await world.visit(watch(WITH_NOTE));
      await showsNote();
      await seekByViewer(8000);
      await expect.poll(current).toBe(await nth(31));
      await world.inPage(() => {
        const signals = ['yt-navigate-start', 'yt-navigate-finish', 'yt-page-data-updated', 'sleevenotes:alive'];
        for (let i = 0; i < 100; i++) {
          for (const type of signals) document.dispatchEvent(new CustomEvent(type, { detail: null, cancelable: true }));
        }
      });
      await expect.poll(reading).toMatchObject({ time: 8000, ad: false });
      expect(await sections()).toBe(32);
      expect(await current()).toBe(await nth(31));
    });

    test('99 a script of the page finds nothing of ours without a note; with one no title, and nothing to click or press', async () => {
      /** Everything by which a script could detect the extension. */
      const found = () =>
        world.inPage(() => {
          let answers = 0;
          const count = () => answers++;
          for (const version of ['', ':2', ':3']) document.addEventListener(`sleevenotes:tell${version}`, count);
          for (const question of ['[1,{"ask":"clock"}]', '[1,{"ask":"clock"},"x"]', '{}']) {
            for (const version of ['', ':2', ':3']) {
              document.dispatchEvent(new CustomEvent(`sleevenotes:ask${version}`, { detail: question }));
            }
          }
          for (const version of ['', ':2', ':3']) document.removeEventListener(`sleevenotes:tell${version}`, count);
          const isAlive = !document.dispatchEvent(new CustomEvent('sleevenotes:alive', { cancelable: true }));
          return { answers, isAlive, drawn: document.querySelectorAll('[data-sleevenotes]').length };
        });
      await world.visit(watch(WITHOUT_NOTE));
      await showsNoNote();
      expect(await found()).toEqual({ answers: 0, isAlive: false, drawn: 0 });

      await world.visit(watch(WITH_NOTE));
      await expect.poll(markers).toBe(32);
      await expect.poll(() => drawn('button')).toBe(1);
      expect(await found()).toEqual({ answers: 0, isAlive: true, drawn: 2 });
      const titles = await world.inPanel(() =>
        [...document.querySelectorAll('[data-section] .section-title')].map((title) => title.textContent),
      );
      // Sections far below are rendered later.
      expect(titles.length).toBeGreaterThan(20);
      const read = await world.inPage(() => {
        const layer = document.querySelector('[data-sleevenotes=markers]') as HTMLElement;
        const { x, y, width, height } = layer.getBoundingClientRect();
        const hit = Array.from({ length: 2000 }, (_, at) =>
          document.elementFromPoint(x + (at / 2000) * width, y + height / 2),
        );
        const all = [...document.querySelectorAll('*'), ...hit, ...document.querySelectorAll('[data-sleevenotes] *')];
        const attributes = all.flatMap((each) => [...(each?.attributes ?? [])].map(({ value }) => value));
        const inside = layer.shadowRoot?.innerHTML;
        return [inside, layer.innerHTML, layer.innerText, layer.textContent, ...attributes].join('\n');
      });
      expect(titles.filter((title) => title && title.length > 3 && read.includes(title))).toEqual([]);

      // What a click on the button asks the background for; the panel is open already.
      await world.inPanel(() => {
        const scope = globalThis as unknown as { browser?: ExtensionApi; chrome: ExtensionApi };
        // In the document: Firefox runs each of these in a scope of its own.
        const { dataset } = document.documentElement;
        dataset.asked = '-';
        (scope.browser ?? scope.chrome).runtime.onMessage.addListener(({ type }) => {
          dataset.asked += ` ${type}`;
        });
      });
      await seekByViewer(1);
      await expect.poll(current).toBe(await nth(0));
      await world.inPage(() => {
        for (let times = 0; times < 10; times++) {
          document.querySelector<HTMLElement>('[data-sleevenotes=button] button')?.click();
          for (const type of ['keydown', 'keypress', 'keyup']) {
            for (const key of [']', 'x']) {
              document.body.dispatchEvent(new KeyboardEvent(type, { key, bubbles: true, cancelable: true }));
            }
          }
        }
      });
      // A real click or key would have had its effect by then.
      await new Promise((done) => setTimeout(done, 500));
      const asked = await world.inPanel(() => document.documentElement.dataset.asked);
      expect(asked).toMatch(/^-/);
      expect(asked).not.toContain('open-panel');
      expect(await marked()).toBe('');
      expect(await current()).toBe(await nth(0));
    });

    test('55 a page that lies about its numbers is not believed', async () => {
      await world.visit(watch(WITH_NOTE));
      await showsNote();
      await seekByViewer(8000);
      await world.inPage(() => {
        const player = document.getElementById('movie_player') as unknown as Record<string, unknown>;
        player.getCurrentTime = () => ({ toJSON: () => 'NaN' });
        player.getDuration = () => -1;
        document.querySelector('video')?.dispatchEvent(new Event('seeked'));
      });
      // <video> is read instead.
      await expect.poll(reading).toMatchObject({ time: 8000 });
      expect(await current()).toBe(await nth(31));
    });

    test('56 nothing violates YouTube’s Trusted Types, and no console has an error', async () => {
      const ours = (await world.complaints()).filter((text) =>
        /sleevenotes|extension:|TrustedHTML|Content Security/i.test(text),
      );
      // Firefox itself logs a pending request when its page is closed or enters the back/forward cache.
      expect(ours.filter((text) => !/ignored|after context unloaded|context is inactive/.test(text))).toEqual([]);
      // Each kind of invalid message of the situations above was logged at most once per page.
      expect(ours.length).toBeLessThan(12);
    });

    test('57 when the extension is disabled under an open page, everything it added disappears', async () => {
      await world.visit(watch(WITH_NOTE));
      await expect.poll(markers).toBe(32);
      await expect.poll(() => drawn('button')).toBe(1);
      await world.switchOff();
      await expect
        .poll(() => world.inPage(() => document.querySelectorAll('[data-sleevenotes]').length), { timeout: 15_000 })
        .toBe(0);
    });
  });
}
