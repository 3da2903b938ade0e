import type { Asking } from '../../core/session/page.ts';
import { type CaptionsWanted, type ChosenTrack, chooseTracks } from '../../core/transcript/choose-track.ts';
import { toVideoId, type VideoId } from '../../core/video/video-id.ts';
import { askBegin, askCaught, askChoose, askRestore, askTracks, type PlayerTracks } from './ask-player.ts';
import { type CaptionRequest, captionAddress, captionsOf } from './caption-request.ts';
import type { Clock } from './clock.ts';
import { originalLanguage } from './original-sound.ts';

const LOOK_MS = 100;
const AD_MS = 500;
/** A page that has just loaded has no player yet. */
const PLAYER_MS = 5000;
/** Until the player has loaded its captions module, and with it the list of tracks. */
const MODULE_MS = 3000;
/** Chosen sooner after it was cleared, a track is taken for the one still shown, and not asked for. */
const CLEARED_MS = 400;
/** YouTube has been seen to take eight seconds for an answer without anything in it. */
const ANSWER_MS = 9000;
/** A response that can be heard is heard within this time after its request is over. */
const HEARD_MS = 700;
/** Too many requests. */
const LIMITED = 429;

/** Asks YouTube's player for captions, on the viewer's word. One per page, one video at a time. */
export interface CaptionAction {
  /** Begins, unless it is under way. What becomes of it is told. */
  ask(videoId: VideoId, wanted: CaptionsWanted): void;
  /** How far it has come for this video; `null` when it was not asked. */
  read(videoId: VideoId): Asking | null;
  /** Ends what is under way, and puts everything back. */
  drop(): void;
}

interface Services {
  readonly clock: Clock;
  readonly captions: CaptionRequest;
  readonly tell: (videoId: VideoId, asking: Asking) => void;
}

/** Thrown to get out when the page shows another video, or everything ends. */
const DROPPED = Symbol('dropped');

export function createCaptionAction({ clock, captions, tell }: Services): CaptionAction {
  let state: { readonly videoId: VideoId; readonly asking: Asking } | null = null;
  let running: AbortController | null = null;
  /** Translations are limited, and asked for once: also where the viewer's window keeps nothing. */
  const translated = new Set<VideoId>();

  function say(videoId: VideoId, asking: Asking): void {
    state = { videoId, asking };
    tell(videoId, asking);
  }

  async function run(videoId: VideoId, wanted: CaptionsWanted, signal: AbortSignal): Promise<Asking> {
    for (;;) {
      await ready(videoId, wanted, signal);
      say(videoId, { step: 'asking' });
      const { asking, ad } = await runOnce(videoId, wanted, signal);
      // What an ad came in the way of is tried again.
      if (asking.step === 'read' || !ad) return asking;
    }
  }

  /** Waits for a page that has just loaded, for the end of an ad, and on the viewer's option for the video to play. */
  async function ready(videoId: VideoId, { whenPlaying }: CaptionsWanted, signal: AbortSignal): Promise<void> {
    const until = Date.now() + PLAYER_MS;
    for (;;) {
      const reading = clock.read(videoId);
      if (reading?.ad && state?.asking.step !== 'ad') say(videoId, { step: 'ad' });
      if (reading ? !reading.ad && (reading.playing || !whenPlaying) : Date.now() > until) return;
      await rest(AD_MS, signal);
    }
  }

  async function runOnce(
    videoId: VideoId,
    wanted: CaptionsWanted,
    signal: AbortSignal,
  ): Promise<{ readonly asking: Asking; readonly ad: boolean }> {
    const ended = (why: Extract<Asking, { step: 'failed' }>['why'], ad = false) =>
      ({ asking: { step: 'failed', why }, ad }) as const;
    const reading = clock.read(videoId);
    if (!reading) return ended('no-player');
    if (reading.live) return ended('live');
    const first = askTracks(videoId);
    if (!first) return ended('no-player');
    if (!first.module) return ended(first.tracks.length > 0 ? 'nothing-came' : 'no-captions');
    captions.pause(true);
    try {
      if (!askBegin(videoId)) return ended('no-player');
      const listed = await listedTracks(videoId, first, signal);
      if (listed.tracks.length === 0) return ended('no-captions');
      const translate = wanted.translate && !translated.has(videoId);
      const { tracks, original } = chooseTracks(listed.tracks, originalLanguage(listed.sounds), {
        ...wanted,
        translate,
      });
      let got: ChosenTrack | null = null;
      let ad = false;
      let limited = false;
      for (const track of tracks) {
        if (track.translateTo) {
          translated.add(videoId);
          say(videoId, { step: 'asking', translateTo: track.translateTo });
        }
        const { transcript, address, ad: seen, limited: refused } = await read(videoId, track, signal);
        ad ||= seen;
        limited ||= refused;
        if (!transcript || !address) continue;
        captions.take(videoId, address, transcript);
        got ??= track;
      }
      if (!got) return ended(limited ? 'limited' : 'nothing-came', ad && !limited);
      const isOriginal = original && got.language.split('-')[0] === original.split('-')[0];
      const told = {
        step: 'read',
        language: got.language,
        original: original === null ? 'unknown' : isOriginal ? 'yes' : 'no',
        translated: got.translateTo !== null,
      } as const;
      return { asking: told, ad: false };
    } finally {
      askRestore();
      captions.pause(false);
    }
  }

  /** Chooses one track and waits for what comes of it. */
  async function read(videoId: VideoId, track: ChosenTrack, signal: AbortSignal) {
    const nothing = { transcript: null, address: null, ad: false, limited: false };
    if (!askChoose(videoId, null)) return nothing;
    await rest(CLEARED_MS, signal);
    if (!askChoose(videoId, track)) return nothing;
    const fits = (address: URL) => isFor(address, videoId, track);
    const chosenAt = Date.now();
    const until = chosenAt + ANSWER_MS;
    let seenAt: number | null = null;
    let ad = false;
    while (Date.now() < until) {
      await rest(LOOK_MS, signal);
      for (let caught = askCaught(); caught; caught = askCaught()) {
        const address = captionAddress(caught.url);
        if (!address || !fits(address)) continue;
        const transcript = await captionsOf(address, caught.text);
        // Sending them on is a task of its own, too.
        await rest(0, signal);
        if (transcript) return { ...nothing, transcript, address, ad };
      }
      ad ||= clock.read(videoId)?.ad === true;
      const found = captions.find(videoId, chosenAt, fits);
      if (found?.status === LIMITED) return { ...nothing, limited: true };
      if (found) seenAt ??= Date.now();
      // A response that could not be heard: its address is read once more, but no translation's.
      if (found && seenAt !== null && Date.now() - seenAt > HEARD_MS) {
        const transcript = track.translateTo ? null : await captions.readOnce(videoId, found.address);
        return { ...nothing, transcript, address: found.address, ad };
      }
    }
    return { ...nothing, ad };
  }

  return {
    ask(videoId, wanted) {
      if (running) return;
      const mine = new AbortController();
      running = mine;
      run(videoId, wanted, mine.signal).then(
        (asking) => {
          if (running !== mine) return;
          running = null;
          say(videoId, asking);
        },
        () => {
          if (running === mine) running = null;
        },
      );
    },
    read: (videoId) => (state?.videoId === videoId ? state.asking : null),
    drop() {
      running?.abort(DROPPED);
      running = null;
      state = null;
    },
  };
}

/** The list of tracks is whole when the module has loaded; without it what the page's data lists must do. */
async function listedTracks(videoId: VideoId, first: PlayerTracks, signal: AbortSignal): Promise<PlayerTracks> {
  const until = Date.now() + MODULE_MS;
  let listed = first;
  while (!listed.ready && Date.now() < until) {
    await rest(LOOK_MS, signal);
    listed = askTracks(videoId) ?? listed;
  }
  return listed;
}

/** Whether a request of the player's is for this track of this video. */
function isFor(
  { searchParams: asked }: URL,
  videoId: VideoId,
  { language, automatic, translateTo }: ChosenTrack,
): boolean {
  return (
    toVideoId(asked.get('v') ?? '') === videoId &&
    asked.get('lang') === language &&
    (asked.get('kind') === 'asr') === automatic &&
    (asked.get('tlang') ?? null) === translateTo
  );
}

function rest(milliseconds: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve, reject) => {
    const stop = () => reject(signal.reason);
    if (signal.aborted) {
      stop();
      return;
    }
    const timer = setTimeout(() => {
      signal.removeEventListener('abort', stop);
      resolve();
    }, milliseconds);
    signal.addEventListener(
      'abort',
      () => {
        clearTimeout(timer);
        stop();
      },
      { once: true },
    );
  });
}
