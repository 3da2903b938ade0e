// The captions module of YouTube's player, according to public code; see README.md and docs/youtube.md.

/** YouTube keeps references to network functions from its start, so replacing `fetch` later has no effect. */
const fetchAtStart = window.fetch.bind(window);

/** A track chosen within this time after clearing is shown from the player's cache. */
const CLEARED_MS = 300;
/** Delays until the player has loaded its module, and until it returns to a track that was still loading. */
const MODULE_MS = 150;
const COMES_BACK_MS = 600;

/** The default captions of a video. */
const PLAIN = {
  tracks: [{ languageCode: 'en' }],
  original: null,
  answer: 'always',
  by: 'xhr',
  module: true,
  translations: 'always',
};

/**
 * Adds the captions module to a player.
 * @param video Returns the video in the player, with its configured captions.
 */
window.addCaptions = (player, video) => {
  const button = player.querySelector('.ytp-subtitles-button');
  const picture = document.createElement('div');
  picture.className = 'ytp-caption-window-container';
  player.append(picture);

  let loaded = false;
  let track = {};
  let last = { key: '', clearedAt: 0 };
  let requests = 0;
  let comingBack;

  const told = () => ({ ...PLAIN, ...video().captions });
  const keyOf = ({ languageCode = '', kind = '', translationLanguage }) =>
    [languageCode, kind, translationLanguage?.languageCode ?? ''].join(' ');
  const vssId = ({ languageCode, kind }) => `${kind === 'asr' ? 'a' : ''}.${languageCode}`;

  function show(next) {
    track = next;
    button.setAttribute('aria-pressed', String(keyOf(track).trim() !== ''));
    picture.textContent = track.languageCode ? `captions: ${keyOf(track).trim()}` : '';
  }

  /** The address has a token; a second request may get an empty response. */
  function addressOf({ languageCode, kind, translationLanguage }) {
    requests += 1;
    const query = new URLSearchParams({ v: video().id, lang: languageCode, fmt: 'json3', pot: 'stand-in' });
    if (kind) query.set('kind', kind);
    if (translationLanguage) query.set('tlang', translationLanguage.languageCode);
    if (translationLanguage && told().translations === 'limited') query.set('limited', '1');
    if (told().answer !== 'always') query.set('answer', `${told().answer}-${performance.timeOrigin}-${requests}`);
    return `/api/timedtext?${query}`;
  }

  async function request(wanted) {
    const address = addressOf(wanted);
    if (told().by === 'fetch') return (await fetchAtStart(address)).text();
    // Read in a way that cannot be intercepted.
    if (told().by === 'unread') return (await fetchAtStart(address)).body?.getReader().read();
    return new Promise((done) => {
      const asked = new XMLHttpRequest();
      asked.open('GET', address);
      asked.addEventListener('loadend', () => done(asked.responseText));
      asked.send();
    });
  }

  /** Chooses a track: shows it at once, and requests it unless it is already shown; ignored during an advertisement. */
  function choose(next) {
    if (!next?.languageCode) {
      if (track.languageCode) last = { key: keyOf(track), clearedAt: performance.now() };
      show({});
      return undefined;
    }
    const key = keyOf(next);
    const same = key === keyOf(track) || (key === last.key && performance.now() - last.clearedAt < CLEARED_MS);
    const { languageCode, kind, translationLanguage } = next;
    const chosen = { languageCode, ...(kind && { kind }), ...(translationLanguage && { translationLanguage }) };
    show(chosen);
    if (same || video().ad) return undefined;
    // It returns to the track that was still loading, whatever a script has chosen since.
    comingBack = setTimeout(() => show(chosen), COMES_BACK_MS);
    return request(chosen);
  }

  const methods = {
    getOptions: () => (loaded ? ['captions'] : []),
    loadModule: (name) => {
      if (name === 'captions') setTimeout(() => (loaded = true), MODULE_MS);
    },
    unloadModule: (name) => {
      if (name !== 'captions') return;
      show({});
      loaded = false;
    },
    getOption: (name, option) => {
      if (name !== 'captions' || !loaded) return undefined;
      if (option === 'tracklist') return told().tracks.map((each) => ({ kind: '', ...each, vss_id: vssId(each) }));
      // While captions are off there is none.
      return option === 'track' ? { ...track } : null;
    },
    setOption: (name, option, value) => {
      if (name === 'captions' && option === 'track' && loaded) void choose(value);
    },
  };
  Object.assign(player, methods);

  return {
    /** Handles a change of video: captions stay on in the same language. */
    reset() {
      const without = !told().module;
      for (const name of Object.keys(methods)) player[name] = without ? undefined : methods[name];
      last = { key: '', clearedAt: 0 };
    },
    /** The viewer's caption button, which is remembered for thirty days. Resolves when the captions have loaded. */
    async press(on, wanted = told().tracks[0]) {
      const month = Date.now() + 30 * 24 * 3600 * 1000;
      localStorage.setItem('yt-player-sticky-caption', JSON.stringify({ data: String(on), expiration: month }));
      loaded = true;
      clearTimeout(comingBack);
      if (!on || !wanted) choose({});
      else await choose(wanted);
    },
    /** The part of the player's response about captions and audio. */
    response() {
      const { tracks, original, sounds = [] } = told();
      const captionTracks = tracks.map((each) => ({
        baseUrl: `/api/timedtext?v=${video().id}&lang=${each.languageCode}&exp=xpe`,
        name: { simpleText: each.languageCode },
        vssId: vssId(each),
        languageCode: each.languageCode,
        ...(each.kind ? { kind: each.kind } : {}),
        isTranslatable: true,
      }));
      // "Default" means the viewer's language, and `isAutoDubbed` is unreliable; only the tags of the audio format identify the original.
      const adaptiveFormats = sounds.map((language, i) => ({
        mimeType: 'audio/mp4; codecs="mp4a.40.2"',
        audioTrack: { id: `${language}.4`, displayName: language, audioIsDefault: i === 0 },
        xtags: language === original ? `acont=original:lang=${language}` : `acont=dubbed-auto:lang=${language}`,
      }));
      return {
        ...(tracks.length > 0 ? { captions: { playerCaptionsTracklistRenderer: { captionTracks } } } : {}),
        streamingData: { adaptiveFormats },
      };
    },
  };
};
