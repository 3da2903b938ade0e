// The stand-in's single-page application: YouTube's element names, events and player methods, around a real <video>.
const VIDEOS = __VIDEOS__;
/** What YouTube's server answers to an in-page navigation, by video. */
const INITIAL_DATA = __INITIAL_DATA__;

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

const idOf = (url) =>
  url.searchParams.get('v') ?? /^\/(?:live|shorts|embed)\/([\w-]{11})/.exec(url.pathname)?.[1] ?? null;

/** YouTube's player object: an element with methods. Its clock never counts an advertisement. */
function makePlayer(video) {
  const media = element('video', { class: 'video-stream html5-main-video', preload: 'auto', muted: '' });
  media.muted = true;
  media.src = `/stand-in/long-${video.duration}.webm`;
  const player = element(
    'div',
    { id: location.pathname.startsWith('/shorts/') ? 'shorts-player' : 'movie_player', class: 'html5-video-player' },
    element('div', { class: 'html5-video-container' }, media),
    element(
      'div',
      { class: 'ytp-chrome-bottom' },
      element('div', { class: 'ytp-progress-bar-container' }, element('div', { class: 'ytp-progress-bar' })),
    ),
  );
  player.getCurrentTime = () => media.currentTime;
  player.getDuration = () => video.duration;
  player.seekTo = (time) => {
    media.currentTime = time;
  };
  player.playVideo = () => media.play();
  player.pauseVideo = () => media.pause();
  player.getAdState = () => (player.classList.contains('ad-showing') ? 1 : -1);
  player.getVideoData = () => ({
    video_id: video.id,
    title: video.title,
    author: video.channel,
    isLive: video.live === true,
  });
  player.getPlayerResponse = () => ({
    videoDetails: {
      videoId: video.id,
      title: video.title,
      lengthSeconds: String(video.duration),
      shortDescription: '',
    },
  });
  return player;
}

function render() {
  const manager = document.getElementById('page-manager');
  const id = idOf(new URL(location.href));
  const video = VIDEOS.find((each) => each.id === id);
  const links = VIDEOS.map((each) =>
    element('p', {}, element('a', { href: `/watch?v=${each.id}`, 'data-id': each.id }, each.title)),
  );
  if (!video) {
    document.title = 'YouTube';
    manager.replaceChildren(element('ytd-browse', { id: 'home' }, ...links));
    return;
  }
  document.title = `${video.title} - YouTube`;
  const flexy = element(
    'ytd-watch-flexy',
    { 'video-id': video.id },
    element(
      'div',
      { id: 'columns' },
      element(
        'div',
        { id: 'primary' },
        element('div', { id: 'player' }, makePlayer(video)),
        element(
          'ytd-watch-metadata',
          {},
          element('div', { id: 'title' }, element('h1', {}, element('yt-formatted-string', {}, video.title))),
          element('div', { id: 'owner' }, video.channel),
        ),
        element(
          'ytd-comments',
          { id: 'comments' },
          element('div', { contenteditable: 'true', id: 'contenteditable-root' }, 'Add a comment…'),
        ),
      ),
      element('div', { id: 'secondary' }, element('div', { id: 'panels' }), ...links),
    ),
  );
  manager.replaceChildren(flexy);
}

function navigate(url, push) {
  fire('yt-navigate-start', { url: url.href });
  if (push) history.pushState({}, '', url);
  // The inline data keeps the first page's video: that is how YouTube behaves, and why nobody may trust it blindly.
  setTimeout(() => {
    render();
    const id = idOf(url);
    fire('yt-navigate-finish', {
      response: { playerResponse: { videoDetails: { videoId: id } }, response: INITIAL_DATA[id] ?? {} },
    });
    fire('yt-page-data-updated', {});
  }, 30);
}

addEventListener('click', (event) => {
  const link = event.target.closest?.('a[href]');
  if (!link || event.ctrlKey || event.metaKey) return;
  event.preventDefault();
  navigate(new URL(link.href), true);
});
addEventListener('popstate', () => navigate(new URL(location.href), false));
render();
