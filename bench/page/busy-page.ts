/**
 * A synthetic busy watch page: a playing video, YouTube's element names, and about as much activity as on the real page (some
 * 15,000 elements, a list rerendered twenty times a second, new comments, a request every second). Deterministic, so that two
 * runs can be subtracted.
 */
export const BUSY_PAGE = `<!doctype html>
<html><head><meta charset="utf-8"><title>A talk - YouTube</title>
<meta http-equiv="Content-Security-Policy" content="require-trusted-types-for 'script'"></head>
<body>
<ytd-app><ytd-watch-flexy>
<div id="movie_player" class="html5-video-player"><video muted width="640" height="360"></video>
<div class="ytp-progress-bar-container"><div class="ytp-progress-bar" style="position:relative;height:6px"></div></div></div>
<ytd-watch-metadata><div id="title"><h1>A talk</h1></div></ytd-watch-metadata>
<div id="related"></div><ytd-comments id="comments"></ytd-comments>
</ytd-watch-flexy></ytd-app>
<script>
const player = document.getElementById('movie_player');
const video = player.querySelector('video');
const idNow = () => new URL(location.href).searchParams.get('v');
player.getVideoData = () => ({ video_id: idNow(), title: 'Talk ' + idNow(), isLive: false });
player.getCurrentTime = () => video.currentTime;
player.getDuration = () => Number(new URL(location.href).searchParams.get('length') ?? 8135);
player.getAdState = () => -1;
player.seekTo = () => {};
let captionsLoaded = false;
let track = {};
player.getOptions = () => (captionsLoaded ? ['captions'] : []);
player.loadModule = () => { captionsLoaded = true; };
player.unloadModule = () => { captionsLoaded = false; };
player.getOption = (module, option) => !captionsLoaded ? undefined : option === 'tracklist' ? [{ languageCode: 'en', kind: 'asr' }] : track;
player.setOption = (module, option, value) => {
  track = value;
  if (!value.languageCode) return;
  const asked = new XMLHttpRequest();
  asked.open('GET', '/api/timedtext?v=' + idNow() + '&lang=en&kind=asr&fmt=json3');
  asked.send();
};
const lines = [];
for (let i = 0; i < 40; i++) lines.push(Math.floor(i / 6) + ':' + (i % 6) + '0 Chapter ' + i);
player.getPlayerResponse = () => ({ videoDetails: { videoId: idNow(), shortDescription: lines.join('\\n') } });
const chapters = lines.map((line, i) => ({ chapterRenderer: { title: { simpleText: line }, timeRangeStartMillis: i * 1e4 } }));
const dataFor = (id) => ({ currentVideoEndpoint: { watchEndpoint: { videoId: id } }, playerOverlays: { playerOverlayRenderer: {
  decoratedPlayerBarRenderer: { decoratedPlayerBarRenderer: { playerBar: { multiMarkersPlayerBarRenderer: { markersMap: [
    { key: 'DESCRIPTION_CHAPTERS', value: { chapters } }] } } } } } } });
window.ytInitialData = dataFor(idNow());

const canvas = document.createElement('canvas');
canvas.width = 64; canvas.height = 36;
const paint = canvas.getContext('2d');
let hue = 0;
setInterval(() => { paint.fillStyle = 'hsl(' + (hue += 9) + ' 60% 50%)'; paint.fillRect(0, 0, 64, 36); }, 100);
paint.fillRect(0, 0, 64, 36);
video.srcObject = canvas.captureStream(10);
video.play();

const related = document.getElementById('related');
for (let i = 0; i < 400; i++) {
  const row = document.createElement('ytd-compact-video-renderer');
  for (let j = 0; j < 30; j++) { const span = document.createElement('span'); span.className = 'style-scope yt'; span.textContent = i + ' ' + j; row.append(span); }
  related.append(row);
}
const comments = document.getElementById('comments');
let n = 0;
setInterval(() => {
  const row = related.children[n++ % 400];
  for (const span of row.children) span.textContent = 'again ' + n;
  row.toggleAttribute('hovered');
}, 50);
setInterval(() => {
  const comment = document.createElement('ytd-comment-thread-renderer');
  comment.textContent = 'comment ' + n;
  comments.append(comment);
  if (comments.children.length > 60) comments.firstChild.remove();
  fetch('/busy/' + n).catch(() => {});
}, 1000);
window.go = (id) => {
  document.dispatchEvent(new CustomEvent('yt-navigate-start'));
  history.pushState({}, '', '/watch?v=' + id);
  setTimeout(() => document.dispatchEvent(new CustomEvent('yt-navigate-finish', { detail: { response: { response: dataFor(id) } } })), 30);
};
</script></body></html>`;
