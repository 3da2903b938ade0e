// The stand-in's single-page application: YouTube's element names, events and player methods, around a real <video>.
// README.md lists what it imitates and how to switch it on.
const VIDEOS = __VIDEOS__;
/** The server's responses to in-page navigations, by video. */
const INITIAL_DATA = __INITIAL_DATA__;
const CLIP = __CLIP__;

const element = (name, properties = {}, ...children) => {
  const made = document.createElement(name);
  for (const [key, value] of Object.entries(properties)) {
    if (key === 'class') made.className = value;
    else made.setAttribute(key, value);
  }
  made.append(...children);
  return made;
};
const fire = (name, detail) => document.dispatchEvent(new CustomEvent(name, { bubbles: true, detail }));
const find = (selector) => document.querySelector(selector);

/** An embedded playlist and a channel's live stream hide the id, behind words as long as one. */
const hidesId = (url) => /^\/(?:clip\/|embed\/(?:videoseries|live_stream))/.test(url.pathname);

const idOf = (url) =>
  url.searchParams.get('v') ??
  (hidesId(url) ? CLIP : null) ??
  /^\/(?:live|shorts|embed)\/([\w-]{11})/.exec(url.pathname)?.[1] ??
  null;

// ── The player ──────────────────────────────────────────────────────────────────────────────────

/** The player's simulated state, which is reset with each video. */
let mode = {};
/** The video in the player. */
let video = null;
/** One player for all watch pages and one for all Shorts: like YouTube, each loads the next video into the same player. */
const players = {};
/** The captions module of each player (captions.js). */
const captionsOf = new Map();

/** YouTube's player object: an element with methods. Its clock never counts a stitched-in advertisement. */
function makePlayer(id) {
  const media = element('video', { class: 'video-stream html5-main-video', preload: 'auto', muted: '' });
  media.muted = true;
  const button = (kind, label) => element('button', { class: `ytp-button ytp-${kind}-button`, 'aria-label': label });
  const subtitles = button('subtitles', 'Subtitles (c)');
  subtitles.setAttribute('aria-pressed', 'false');
  const player = element(
    'div',
    { id, class: 'html5-video-player' },
    element('div', { class: 'html5-video-container' }, media),
    element(
      'div',
      { class: 'ytp-chrome-bottom' },
      element('div', { class: 'ytp-progress-bar-container' }, element('div', { class: 'ytp-progress-bar' })),
      element(
        'div',
        { class: 'ytp-right-controls' },
        subtitles,
        button('miniplayer', 'Miniplayer (i)'),
        button('size', 'Theatre mode (t)'),
        button('fullscreen', 'Full screen (f)'),
      ),
    ),
  );
  const stitched = () => mode.stitched ?? 0;
  player.getCurrentTime = () => Math.max(0, media.currentTime - stitched());
  player.getDuration = () => (mode.ad ? 15 : (mode.duration ?? video.duration));
  player.seekTo = (time) => {
    if (!mode.ad) media.currentTime = time + stitched();
  };
  player.playVideo = () => media.play();
  player.pauseVideo = () => media.pause();
  player.getAdState = () => (mode.ad || mode.stitchedAd ? 1 : -1);
  player.getVideoData = () => ({
    video_id: video.id,
    title: video.title,
    author: video.channel,
    isLive: mode.live ?? video.live === true,
  });
  captionsOf.set(
    player,
    window.addCaptions(player, () => ({ id: video.id, ad: mode.ad, captions: mode.captions })),
  );
  player.getPlayerResponse = () => ({
    videoDetails: {
      videoId: video.id,
      title: video.title,
      lengthSeconds: String(video.duration),
      shortDescription: mode.description ?? '',
    },
    ...captionsOf.get(player).response(),
  });
  player.getVolume = () => media.volume * 100;
  media.addEventListener('ended', nextInPlaylist);
  return player;
}

function load(next) {
  const id = location.pathname.startsWith('/shorts/') ? 'shorts-player' : 'movie_player';
  players[id] ??= makePlayer(id);
  const length = new URLSearchParams(location.search).get('length');
  mode = length ? { duration: Number(length) } : {};
  video = next;
  players[id].className = 'html5-video-player';
  captionsOf.get(players[id]).reset();
  players[id].querySelector('video').src = `/stand-in/long-${next.duration}.webm`;
  return players[id];
}

/** The title and the description stay mounted, too, and get the next video's text. */
function describePage() {
  const metadata =
    find('ytd-watch-metadata') ??
    element(
      'ytd-watch-metadata',
      {},
      element('div', { id: 'title' }, element('h1', {}, element('yt-formatted-string', {}))),
      element('div', { id: 'owner' }),
    );
  metadata.querySelector('yt-formatted-string').textContent = video.title;
  metadata.querySelector('#owner').textContent = video.channel;
  return metadata;
}

/** Sets the width of the controls in pixels, as YouTube does for each size of the player, with wider margins in fullscreen. */
function layOut() {
  const player = findPlayer();
  const bottom = player?.querySelector('.ytp-chrome-bottom');
  if (!bottom) return;
  const margin = player.classList.contains('ytp-fullscreen') ? 24 : 12;
  bottom.style.left = `${margin}px`;
  bottom.style.width = `${Math.max(0, player.clientWidth - 2 * margin)}px`;
}
addEventListener('resize', layOut);

const findPlayer = () => find('#movie_player, #shorts-player');
const media = () => findPlayer()?.querySelector('video');
/** The player fires its own events, but a changed mode needs one, too. */
const tell = (name) => media()?.dispatchEvent(new Event(name));

// ── Sizes ───────────────────────────────────────────────────────────────────────────────────────

/** In theatre mode and fullscreen YouTube moves the player into a container above the columns. */
function placePlayer() {
  const flexy = find('ytd-watch-flexy');
  const player = findPlayer();
  const wide = flexy?.hasAttribute('theater') || flexy?.hasAttribute('fullscreen');
  find(wide ? '#full-bleed-container' : '#player')?.append(player);
  player?.classList.toggle('ytp-fullscreen', flexy?.hasAttribute('fullscreen') === true);
  layOut();
}

function theatre() {
  find('ytd-watch-flexy')?.toggleAttribute('theater');
  placePlayer();
}

async function fullscreen() {
  if (document.fullscreenElement) await document.exitFullscreen();
  else await document.documentElement.requestFullscreen();
}
document.addEventListener('fullscreenchange', () => {
  find('ytd-watch-flexy')?.toggleAttribute('fullscreen', document.fullscreenElement !== null);
  placePlayer();
});

/** The video goes on in a corner of the home page. */
function miniplayer() {
  const player = findPlayer();
  if (!player || !idOf(new URL(location.href))) return;
  const playing = idOf(new URL(location.href));
  const mini = element('ytd-miniplayer', { 'video-id': playing, active: '' });
  mini.append(player);
  find('ytd-app').append(mini);
  navigate(new URL('/', location.href), true);
}

// ── Controls of the viewer ──────────────────────────────────────────────────────────────────────

const TRANSCRIPT_PANELS = {
  classic: 'engagement-panel-searchable-transcript',
  modern: 'PAmodern_transcript_view',
  nameless: null,
};

function row(shape, time, text) {
  if (shape === 'classic') {
    return element(
      'ytd-transcript-segment-renderer',
      {},
      element(
        'div',
        { class: 'segment', role: 'button', tabindex: '0' },
        element('div', { class: 'segment-start-offset' }, element('div', { class: 'segment-timestamp' }, ` ${time} `)),
        element('yt-formatted-string', { class: 'segment-text' }, text),
      ),
    );
  }
  const segment = element(
    'transcript-segment-view-model',
    { class: 'ytwTranscriptSegmentViewModelHost' },
    element('div', { class: 'ytwTranscriptSegmentViewModelTimestamp', 'aria-hidden': 'true' }, time),
    element('div', { class: 'ytwTranscriptSegmentViewModelTimestampA11yLabel' }, `at ${time}`),
    element('span', { class: 'ytAttributedStringHost', role: 'text' }, text),
  );
  const item = element('timeline-item-view-model', {}, element('div', {}, segment));
  return element('div', {}, element('macro-markers-panel-item-view-model', { role: 'button' }, item));
}

/** The transcript panel, as after a click on "Show transcript"; called again it gets further rows. */
function transcript(shape, rows) {
  let panel = find(`#panels [data-shape=${shape}]`);
  if (!panel) {
    const id = TRANSCRIPT_PANELS[shape];
    const list =
      shape === 'classic'
        ? element('ytd-transcript-renderer', {}, element('div', { id: 'segments-container' }))
        : element('div', { class: 'ytSectionListRendererContents' });
    panel = element(
      'ytd-engagement-panel-section-list-renderer',
      { ...(id ? { 'target-id': id } : {}), 'data-shape': shape, visibility: 'ENGAGEMENT_PANEL_VISIBILITY_EXPANDED' },
      list,
    );
    find('#panels').append(panel);
  }
  const list = panel.querySelector('#segments-container') ?? panel.firstElementChild;
  list.append(...rows.map(([time, text]) => row(shape, time, text)));
  // It is opened by a click of the viewer.
  document.body.click();
}

/** Switches captions on or off as the viewer does: the player requests them, with its token. */
const captions = (on, track) => captionsOf.get(findPlayer()).press(on, track);

/** A preview as over a hovered thumbnail: a separate player, before everything else in the document. */
function hoverPreview(id) {
  const preview = element(
    'ytd-video-preview',
    {},
    element(
      'div',
      { id: 'inline-preview-player', class: 'html5-video-player' },
      element('video', {}),
      element('div', { class: 'ytp-progress-bar' }),
      element('button', { class: 'ytp-subtitles-button', 'aria-pressed': 'true' }),
    ),
  );
  document.body.prepend(preview);
  for (const name of ['loadstart', 'loadedmetadata', 'playing', 'timeupdate']) {
    preview.querySelector('video').dispatchEvent(new Event(name));
  }
  return fetch(`/api/timedtext?v=${id}&lang=en&fmt=json3`).then(() => undefined);
}

// ── Pages ───────────────────────────────────────────────────────────────────────────────────────

/** YouTube keeps the panels across navigations, including rows of the previous video. */
const panels = element('div', { id: 'panels' });

function render() {
  const manager = document.getElementById('page-manager');
  const id = idOf(new URL(location.href));
  const next = VIDEOS.find((each) => each.id === id);
  const links = VIDEOS.map((each) =>
    element('p', {}, element('a', { href: `/watch?v=${each.id}`, 'data-id': each.id }, each.title)),
  );
  if (!next) {
    document.title = 'YouTube';
    manager.replaceChildren(element('ytd-browse', { id: 'home' }, ...links));
    return;
  }
  const player = load(next);
  if (location.pathname.startsWith('/embed/')) {
    document.title = video.title;
    manager.replaceChildren(embedded(player));
    return;
  }
  document.title = `${video.title} - YouTube`;
  find('ytd-miniplayer')?.remove();
  const wide = find('ytd-watch-flexy')?.hasAttribute('theater');
  const flexy = element(
    'ytd-watch-flexy',
    { 'video-id': video.id },
    element('div', { id: 'full-bleed-container' }),
    element(
      'div',
      { id: 'columns' },
      element(
        'div',
        { id: 'primary' },
        element('div', { id: 'player' }, player),
        describePage(),
        element(
          'ytd-comments',
          { id: 'comments' },
          element('div', { contenteditable: 'true', id: 'contenteditable-root' }, 'Add a comment…'),
        ),
      ),
      element('div', { id: 'secondary' }, ...playlistPanel(), panels, ...links),
    ),
  );
  flexy.data = INITIAL_DATA[video.id];
  manager.replaceChildren(flexy);
  if (wide) theatre();
  layOut();
}

/** The embedded player since 2026, with the mobile controls beside the player's element. */
function embedded(player) {
  const captionsButton = player.querySelector('.ytp-subtitles-button');
  captionsButton.className = '';
  player.querySelector('.ytp-chrome-bottom').remove();
  const title = element('a', { class: 'ytmVideoInfoVideoTitle', href: `/watch?v=${video.id}` }, video.title);
  const line = element(
    'div',
    { class: 'ytProgressBarLineHost' },
    element('div', { class: 'ytProgressBarLineProgressBarLine' }),
  );
  return element(
    'div',
    { id: 'player' },
    player,
    element(
      'div',
      { id: 'player-controls' },
      element('div', { class: 'ytmVideoInfoVideoTitleContainer' }, title),
      element('yt-closed-captions-toggle-button', {}, captionsButton),
      element('yt-progress-bar', { class: 'ytPlayerProgressBarHost' }, line),
    ),
  );
}

/** `&list=` shows a playlist of all videos; at the end of one the next begins by itself. */
function playlistPanel() {
  const list = new URLSearchParams(location.search).get('list');
  if (!list) return [];
  const items = VIDEOS.map((each, i) =>
    element('a', { href: `/watch?v=${each.id}&list=${list}&index=${i + 1}`, 'data-next': each.id }, each.title),
  );
  return [element('ytd-playlist-panel-renderer', {}, ...items)];
}

function nextInPlaylist() {
  find(`[data-next="${idOf(new URL(location.href))}"] + [data-next]`)?.click();
}

/** Whether the data of a page arrives a second after it, chapters included. */
let lazy = false;

function navigate(url, push) {
  fire('yt-navigate-start', { url: url.href });
  if (push) history.pushState({}, '', url);
  // The inline data stays that of the first page's video, as on YouTube, so it must not be trusted blindly.
  setTimeout(() => {
    render();
    const id = idOf(url);
    const data = INITIAL_DATA[id] ?? {};
    const late = lazy && find('ytd-watch-flexy');
    if (late) {
      late.data = undefined;
      setTimeout(() => {
        late.data = data;
        fire('yt-page-data-updated', {});
      }, 1000);
    }
    fire('yt-navigate-finish', {
      response: { playerResponse: { videoDetails: { videoId: id } }, response: late ? {} : data },
    });
    fire('yt-page-data-updated', {});
  }, 30);
}

addEventListener('click', (event) => {
  const link = event.target.closest?.('a[href]');
  if (link && !event.ctrlKey && !event.metaKey) {
    event.preventDefault();
    navigate(new URL(link.href), true);
  }
  const control = event.target.closest?.('.ytp-button')?.className ?? '';
  if (control.includes('subtitles')) captions(event.target.getAttribute('aria-pressed') !== 'true');
  if (control.includes('size')) theatre();
  if (control.includes('fullscreen')) fullscreen();
  if (control.includes('miniplayer')) miniplayer();
});
addEventListener('popstate', () => navigate(new URL(location.href), false));

/** YouTube's own keys, silent while typing. */
document.addEventListener('keydown', (event) => {
  if (event.target.closest('input, [contenteditable]') || event.ctrlKey || event.altKey || event.metaKey) return;
  if (event.key === 't') theatre();
  if (event.key === 'f') fullscreen();
  if (event.key === 'i') miniplayer();
  if (event.key === 'c') captions(find('.ytp-subtitles-button')?.getAttribute('aria-pressed') !== 'true');
});

// ── Events without a click ──────────────────────────────────────────────────────────────────────

window.standIn = {
  /** An advertisement in the page: the player says so by its class, and <video> plays the advertisement. */
  ad(on) {
    const player = findPlayer();
    if (on) {
      mode.ad = { resume: media().currentTime };
      media().currentTime = 3;
    } else {
      media().currentTime = mode.ad?.resume ?? 0;
      mode.ad = undefined;
    }
    for (const name of ['ad-showing', 'ad-interrupting']) player.classList.toggle(name, on);
    tell('timeupdate');
  },
  /** An advertisement of some seconds stitched into the stream before the current moment: only <video> counts it. */
  stitch(seconds) {
    mode.stitched = seconds;
    media().currentTime += seconds;
  },
  /** While the stitched-in advertisement itself plays, only `getAdState` reports it. */
  stitchedAd(on) {
    mode.stitchedAd = on;
    tell('timeupdate');
  },
  live() {
    const begun = Date.now();
    const { duration } = video;
    mode.live = true;
    Object.defineProperty(mode, 'duration', { get: () => duration + (Date.now() - begun) / 1000 });
    tell('durationchange');
  },
  /** A video of another length: re-cut, or (0) a premiere that has not begun. */
  length(seconds) {
    mode.duration = seconds;
    tell('durationchange');
  },
  describe(text) {
    mode.description = text;
  },
  /** Chapters YouTube guessed in place of the uploader's. */
  automaticChapters() {
    const texts = JSON.stringify(INITIAL_DATA[idOf(new URL(location.href))]);
    const data = JSON.parse(texts.replaceAll('DESCRIPTION_CHAPTERS', 'AUTO_CHAPTERS'));
    window.ytInitialData = data;
    find('ytd-watch-flexy').data = data;
  },
  lazyChapters(on) {
    lazy = on;
  },
  /** Makes the player's methods return nothing. */
  mute() {
    const player = findPlayer();
    for (const name of ['getVideoData', 'getCurrentTime', 'getDuration', 'seekTo', 'getAdState', 'getPlayerResponse']) {
      player[name] = undefined;
    }
  },
  transcript,
  captions,
  /**
   * Configures captions: `tracks`; which of `sounds` is the `original`; whether an address answers `always`, `once` or `never`;
   * the function `by` which the player requests them; whether it has a captions `module`; whether `translations` are `limited` (429).
   */
  captionsAre(told) {
    mode.captions = told;
    captionsOf.get(findPlayer()).reset();
  },
  hoverPreview,
};

render();
