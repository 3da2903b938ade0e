import { catchResponses } from './catch-responses.ts';
import type { TrackChoice } from './player-questions.ts';
import { CAPTIONS_PICTURE } from './selectors.ts';

/** What is used of the captions module of YouTube's player; any of it may be missing one day. */
export interface CaptionsPlayer {
  getOptions?(): unknown;
  getOption?(module: 'captions', option: string, how?: unknown): unknown;
  setOption?(module: 'captions', option: 'track', value: unknown): void;
  loadModule?(module: 'captions'): void;
  unloadModule?(module: 'captions'): void;
  getPlayerResponse?(): unknown;
}

type Fields = Readonly<Record<string, unknown>>;

/** Beyond this a list is not one of YouTube's. */
const MOST = 300;
/** After that everything is put back, whatever has become of the content script. */
const LONGEST_ACTION_MS = 90_000;
/** The player comes back to a track it was busy loading: so often, and so long, it is told again. */
const AGAIN_MS = 250;
const SETTLED_MS = 2000;

/**
 * The page-world half of asking the player for its captions: lists the tracks, chooses one, hears the response, and puts
 * back what was there before. Does nothing on its own; caption-action.ts decides.
 */
export function createCaptionsWorld() {
  let before: { readonly player: CaptionsPlayer; readonly track: Fields; readonly loaded: boolean } | null = null;
  /** What was chosen here: the player may come back to any of it. */
  let ours: readonly Fields[] = [];
  let cleared = false;
  let stop: (() => void) | null = null;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let caught: { readonly url: string; readonly text: string }[] = [];
  let hiding: CSSStyleSheet | null = null;

  const trackOf = (player: CaptionsPlayer) => fieldsOf(player.getOption?.('captions', 'track'));

  function hide(hidden: boolean): void {
    const others = document.adoptedStyleSheets.filter((sheet) => sheet !== hiding);
    hiding ??= new CSSStyleSheet();
    hiding.replaceSync(`${CAPTIONS_PICTURE}{visibility:hidden!important}`);
    document.adoptedStyleSheets = hidden ? [...others, hiding] : others;
  }

  function hush(): void {
    stop?.();
    stop = null;
    caught = [];
  }

  function putBack(): void {
    if (!before) return;
    const { player, track } = before;
    const now = trackOf(player);
    // What the viewer has chosen meanwhile stays.
    const isOurs = now.languageCode ? ours.some((each) => isSame(each, now)) : cleared;
    cleared = false;
    if (isOurs && !isSame(track, now)) player.setOption?.('captions', 'track', track);
  }

  function end(): void {
    if (before && !before.loaded && !trackOf(before.player).languageCode) before.player.unloadModule?.('captions');
    before = null;
    ours = [];
    hide(false);
  }

  function restore(): void {
    hush();
    clearTimeout(timer);
    // Captions that were on are looked at.
    if (before?.track.languageCode) hide(false);
    const until = Date.now() + SETTLED_MS;
    const again = () => {
      putBack();
      if (Date.now() < until) timer = setTimeout(again, AGAIN_MS);
      else end();
    };
    if (before) again();
  }

  return {
    list: listTracks,
    /** Remembers what is there, hides the picture, loads the module, and hears responses from now on. */
    begin(player: CaptionsPlayer): void {
      const options = player.getOptions?.();
      const loaded = !Array.isArray(options) || options.includes('captions');
      before ??= { player, track: trackOf(player), loaded };
      hush();
      hide(true);
      stop = catchResponses((url, text) => caught.push({ url, text }));
      clearTimeout(timer);
      timer = setTimeout(restore, LONGEST_ACTION_MS);
      if (!loaded) player.loadModule?.('captions');
    },
    /** Chooses a track, or none. */
    choose(player: CaptionsPlayer, choice: TrackChoice | null): void {
      cleared = choice === null;
      if (!choice) {
        player.setOption?.('captions', 'track', {});
        return;
      }
      const { language, automatic, translateTo } = choice;
      const own = playersTracks(player).find((track) => isTrack(track, language, automatic));
      const track = {
        ...(own ?? { languageCode: language, ...(automatic ? { kind: 'asr' } : {}) }),
        ...(translateTo ? { translationLanguage: { languageCode: translateTo } } : {}),
      };
      ours = [...ours, track];
      player.setOption?.('captions', 'track', track);
    },
    /** The next response heard, once. */
    caught: () => caught.shift() ?? null,
    restore,
  };
}

const fieldsOf = (value: unknown): Fields => (typeof value === 'object' && value !== null ? (value as Fields) : {});
const listOf = (value: unknown): readonly Fields[] => (Array.isArray(value) ? value.slice(0, MOST).map(fieldsOf) : []);

function playersTracks(player: CaptionsPlayer): readonly Fields[] {
  return listOf(player.getOption?.('captions', 'tracklist', { includeAsr: true }));
}

const isTrack = (track: Fields, language: string, automatic: boolean) =>
  track.languageCode === language && (track.kind === 'asr') === automatic;

const translationOf = (track: Fields) => fieldsOf(track.translationLanguage).languageCode;

const isSame = (a: Fields, b: Fields) =>
  a.languageCode === b.languageCode &&
  (a.kind === 'asr') === (b.kind === 'asr') &&
  translationOf(a) === translationOf(b);

/** `null` unless the player names this video. */
function listTracks(player: CaptionsPlayer, id: string) {
  const response = fieldsOf(player.getPlayerResponse?.());
  if (fieldsOf(response.videoDetails).videoId !== id) return null;
  const listed = listOf(fieldsOf(fieldsOf(response.captions).playerCaptionsTracklistRenderer).captionTracks);
  const own = playersTracks(player);
  return {
    tracks: (own.length > 0 ? own : listed).map(({ languageCode, kind }) => ({
      language: languageCode,
      automatic: kind === 'asr',
    })),
    sounds: listOf(fieldsOf(response.streamingData).adaptiveFormats).flatMap(({ xtags, audioTrack }) =>
      xtags ? [{ tags: xtags, id: fieldsOf(audioTrack).id ?? '' }] : [],
    ),
    module: typeof player.setOption === 'function' && typeof player.getOption === 'function',
    ready: own.length > 0,
  };
}
