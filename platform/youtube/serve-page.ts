import { browser } from 'wxt/browser';
import type { PressedMoment } from '../../core/session/page.ts';
import type { Settings } from '../../core/settings/settings.ts';
import { formatClock } from '../../core/time/clock-text.ts';
import type { VideoId } from '../../core/video/video-id.ts';
import { readMarkAnswer, readNoteAnswer, readOpenAnswer, type ToBackground } from '../messaging/background-messages.ts';
import { type FromPage, PAGE_PORT, readToPage, type ToPage } from '../messaging/page-messages.ts';
import type { ClockReading, Marker, PageState } from '../ports.ts';
import { askClock, askGuard, askHello } from './ask-player.ts';
import { createCaptionAction } from './caption-action.ts';
import { createClock } from './clock.ts';
import { createClockTeller } from './clock-teller.ts';
import { createEvidence } from './evidence.ts';
import { onPageSignals, videoOnPage } from './identity.ts';
import { watchKeys } from './keys.ts';
import { createMarkPress } from './mark-press.ts';
import { createMarkerLayer } from './markers.ts';
import { createPageButton, type PageButtonTexts, type PressOutcome } from './page-button.ts';
import { findVideo } from './player.ts';
import { ALIVE } from './player-questions.ts';
import { rarely } from './rarely.ts';
import { createSeeker } from './seek.ts';
import { selectedText } from './selection.ts';

export interface PageTexts extends PageButtonTexts {
  /** The button's hint where a newer version of the extension has made the library. */
  readonly newer: string;
  /** How the viewer can open the sidebar, where a page cannot (Firefox); `null` elsewhere. */
  readonly howToOpen: string | null;
  /** Shown when the browser accepted and opened nothing (Arc), with the label of the alternative. */
  readonly nothingShown: string;
  readonly openTab: string;
  /** Shown when the extension was removed or updated: reload the page. */
  readonly reload: string;
  /** Shown when a moment was marked, with its time as a viewer reads it. */
  marked(clock: string, isPrivate: boolean): string;
  /** Shown when it could not be stored. */
  readonly notMarked: string;
  /** Shown when a moment is marked during an ad and its time is not known before the end of that. */
  readonly markAfterAd: string;
}

type Port = ReturnType<typeof browser.runtime.connect>;

/** YouTube renders its title and loads its data at unknown times; retry after these delays. */
const LOOK_AGAIN_MS = [250, 1000, 3000, 8000];

/**
 * `timeupdate` fires every 250 ms. Once a second is enough: anything but steady playback has an event of its own,
 * except an ad that starts without one, which is noticed up to a second late.
 */
const STEADY_MS = 900;

/**
 * Everything the content script does: tells the background which video is here, draws the button when there is a note,
 * and serves the extension pages that connect. While none is connected it listens to navigations and nothing else.
 */
export function servePage(texts: PageTexts): void {
  askHello();
  // Injected into a page that already has this script (Firefox does so on install).
  const world = globalThis as { sleevenotesAlive?: () => boolean };
  if (world.sleevenotesAlive?.()) return;
  world.sleevenotesAlive = () => alive();
  // An orphaned earlier instance removes itself and what it drew when asked.
  document.dispatchEvent(new CustomEvent(ALIVE, { cancelable: true }));

  const life = new AbortController();
  const { signal } = life;
  const clock = createClock();
  const seeker = createSeeker(clock, signal);
  const evidence = createEvidence(clock);
  const { captions } = evidence;
  const action = createCaptionAction({
    clock,
    captions,
    tell: (videoId, asking) => send({ type: 'asking', videoId, asking }),
  });
  const markers = createMarkerLayer();
  const button = createPageButton(texts, press);
  const marks = createMarkPress(
    { clock, isFollowed: () => ports.size > 0, take: mark, onWait: () => button.say(texts.markAfterAd) },
    signal,
  );
  // A message costs the page more than everything else here.
  const sendClock = rarely((reading: ClockReading, at: number) => send({ type: 'clock', reading, at }));
  const teller = createClockTeller((reading) => sendClock(reading, Date.now()));
  const ports = new Set<Port>();

  let seenAddress = location.href;
  let shown: { videoId: VideoId | null; title: string | null } | null = null;
  /** The button's hint; `null` while there is nothing to show. */
  let hint: string | null = null;
  let wanted: { readonly videoId: VideoId; readonly markers: readonly Marker[] } | null = null;
  let keys: Settings['keys'] = { previous: '', next: '', mark: '' };
  let watching: AbortController | null = null;
  /** Lives as long as the page shows a video with a note. */
  let noted: AbortController | null = null;

  // ── Life ──────────────────────────────────────────────────────────────────────────────────────

  const alive = () => browser.runtime?.id !== undefined;

  function end(): void {
    life.abort();
    action.drop();
    marks.drop();
    button.hide();
    markers.remove();
  }

  document.addEventListener(
    ALIVE,
    (event) => {
      if (!alive()) end();
      // Where nothing is drawn a page must not notice that we are there.
      else if (hint !== null || (wanted && wanted.videoId === shown?.videoId)) event.preventDefault();
    },
    { signal },
  );

  // ── What page is this ─────────────────────────────────────────────────────────────────────────

  function look(): void {
    if (!alive()) {
      end();
      return;
    }
    refresh();
    if (hint !== null) button.show(hint);
    teller.forget();
    tick();
    sendEvidence();
  }

  function refresh(): void {
    seenAddress = location.href;
    const videoId = videoOnPage();
    const player = videoId && ports.size > 0 ? askClock() : null;
    const title = player?.id === videoId ? (player?.title ?? null) : null;
    if (shown?.videoId !== videoId) {
      if (shown?.videoId) {
        clock.leave(shown.videoId);
        seeker.drop();
        action.drop();
        marks.drop();
        evidence.leave(shown.videoId);
      }
      shown = { videoId, title };
      enter(videoId);
    } else if (title !== null && shown.title !== title) {
      shown = { videoId, title };
      send({ type: 'page', page: pageState() });
    }
  }

  function enter(videoId: VideoId | null): void {
    hint = null;
    noted?.abort();
    noted = null;
    button.hide();
    markers.remove();
    send({ type: 'page', page: pageState() });
    announce(videoId);
    for (const delay of LOOK_AGAIN_MS) setTimeout(() => shown?.videoId === videoId && !signal.aborted && look(), delay);
  }

  function announce(videoId: VideoId | null): void {
    void tellBackground({ type: 'video', videoId }).then((answer) => {
      if (shown?.videoId !== videoId || signal.aborted) return;
      const { note = false, newer = false, markKey = '' } = readNoteAnswer(answer) ?? {};
      keys = { ...keys, mark: markKey };
      if (!note && !newer) return;
      hint = newer ? texts.newer : texts.hint;
      button.show(hint);
      if (!note) return;
      noted ??= new AbortController();
      evidence.prepare(AbortSignal.any([noted.signal, signal]));
      askGuard();
    });
  }

  function pageState(): PageState {
    const { videoId = null, title = null } = shown ?? {};
    return videoId ? { kind: 'video', videoId, title } : { kind: 'no-video' };
  }

  async function tellBackground(message: ToBackground): Promise<unknown> {
    try {
      return await browser.runtime.sendMessage(message);
    } catch {
      if (!alive()) end();
      return null;
    }
  }

  // ── Marks ─────────────────────────────────────────────────────────────────────────────────────

  /** An open panel makes the mark, with the section and what is heard; otherwise it is made of what the page knows. */
  function mark(moment: PressedMoment): void {
    if (ports.size > 0) {
      send({ type: 'mark', ...moment });
      return;
    }
    const player = askClock();
    const title = player?.id === moment.videoId ? (player.title ?? '') : '';
    void tellBackground({ type: 'mark', ...moment, title }).then((answer) => {
      const at = readMarkAnswer(answer)?.at ?? null;
      if (alive() && shown?.videoId === moment.videoId)
        button.say(at === null ? texts.notMarked : texts.marked(formatClock(at), browser.extension.inIncognitoContext));
    });
  }

  /** The keys that mean something now: those for sections only while something follows the page. */
  function presentKeys(): Partial<Settings['keys']> {
    if (!shown?.videoId) return {};
    return ports.size > 0 ? keys : { mark: keys.mark };
  }

  watchKeys(
    presentKeys,
    (name) => {
      const videoId = shown?.videoId;
      if (!videoId) return;
      if (name === 'mark') marks.press(videoId);
      else send({ type: 'step', videoId, by: name === 'next' ? 1 : -1 });
    },
    signal,
  );

  // ── The button ────────────────────────────────────────────────────────────────────────────────

  async function press(): Promise<PressOutcome | null> {
    if (!alive()) return { text: texts.reload };
    if (texts.howToOpen) return { text: texts.howToOpen };
    const answer = readOpenAnswer(await tellBackground({ type: 'open-panel' }));
    if (answer?.result === 'shown') return null;
    return {
      text: texts.nothingShown,
      action: { label: texts.openTab, run: () => void tellBackground({ type: 'open-tab' }) },
    };
  }

  // ── Extension pages that watch ────────────────────────────────────────────────────────────────

  function send(message: FromPage): void {
    for (const port of [...ports]) post(port, message);
  }

  function post(port: Port, message: FromPage): void {
    try {
      port.postMessage(message);
    } catch {
      // Firefox closes the ports of a page that enters the back/forward cache, without an event.
      drop(port);
    }
  }

  function drop(port: Port): void {
    ports.delete(port);
    if (ports.size > 0) return;
    watching?.abort();
    watching = null;
    wanted = null;
    markers.remove();
  }

  function tick(): void {
    if (ports.size === 0 || !shown?.videoId) return;
    if (location.href !== seenAddress) {
      look();
      return;
    }
    const reading = clock.read(shown.videoId);
    if (!reading) return;
    teller.tell(reading);
    markers.setHidden(reading.ad);
    if (wanted?.videoId === shown.videoId) markers.draw(wanted.markers, reading.duration);
  }

  function sendEvidence(): void {
    if (ports.size === 0 || !shown?.videoId) return;
    const changed = evidence.readChanged(shown.videoId);
    if (changed) send({ type: 'evidence', videoId: shown.videoId, evidence: changed });
  }

  function handle(port: Port, message: ToPage): void {
    switch (message.type) {
      case 'seek': {
        const { ask, time } = message;
        const videoId = videoOnPage();
        const result =
          videoId === null || videoId !== message.videoId
            ? ({ ok: false, reason: 'video-changed' } as const)
            : seeker.seek(videoId, time);
        post(port, { type: 'sought', ask, result });
        break;
      }
      case 'captions':
        if (videoOnPage() === message.videoId) action.ask(message.videoId as VideoId, message.wanted);
        break;
      case 'markers':
        wanted = { videoId: message.videoId as VideoId, markers: message.markers };
        markers.remove();
        askGuard();
        tick();
        break;
      case 'keys':
        keys = message;
        break;
      case 'play': {
        const video = videoOnPage() === message.videoId ? findVideo() : null;
        if (!message.playing) video?.pause();
        // A browser that lets no script play it has reasons of its own.
        else video?.play().catch(() => {});
        break;
      }
    }
  }

  browser.runtime.onConnect.addListener((port) => {
    if (port.name !== PAGE_PORT || signal.aborted) return;
    ports.add(port);
    // Whatever kept it from opening is past.
    button.quiet();
    port.onMessage.addListener((data: unknown) => {
      const message = readToPage(data);
      if (message) handle(port, message);
    });
    port.onDisconnect.addListener(() => drop(port));
    if (!watching) {
      watching = new AbortController();
      const until = AbortSignal.any([watching.signal, signal]);
      clock.watch(tick, until, STEADY_MS);
      evidence.watch(() => shown?.videoId ?? null, sendEvidence, until);
    }
    refresh();
    post(port, { type: 'page', page: pageState() });
    const selected = selectedText();
    if (selected !== '') post(port, { type: 'selection', text: selected });
    if (shown?.videoId) post(port, { type: 'asking', videoId: shown.videoId, asking: action.read(shown.videoId) });
    evidence.restart();
    look();
  });

  // For the browser a page restored from the back/forward cache is new: its badge is gone.
  window.addEventListener(
    'pageshow',
    (event) => {
      if (!event.persisted) return;
      shown = null;
      // Firefox clears the badge a moment after the page is restored.
      for (const delay of LOOK_AGAIN_MS.slice(0, 2)) setTimeout(() => shown && announce(shown.videoId), delay);
    },
    { signal },
  );
  // A note may have been added in another tab meanwhile.
  document.addEventListener(
    'visibilitychange',
    ({ isTrusted }) => isTrusted && !document.hidden && hint === null && shown?.videoId && announce(shown.videoId),
    { signal },
  );
  // With the settings the key may have become another one.
  browser.storage.sync.onChanged.addListener(() => shown && !signal.aborted && announce(shown.videoId));
  onPageSignals(look, signal);
  look();
}
