import { readFile } from 'node:fs/promises';
import { CLIP, type StandInVideo, VIDEOS } from './videos.ts';

export interface StandInAnswer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string | Buffer;
}

const HOSTS = new Set([
  'www.youtube.com',
  'm.youtube.com',
  'music.youtube.com',
  'youtu.be',
  'www.youtube-nocookie.com',
  'consent.youtube.com',
  'youtube.com',
]);

/** Trusted Types as YouTube enforces them: turning a string into elements throws. */
const CSP = "require-trusted-types-for 'script'; trusted-types youtube-stand-in";

const here = (path: string) => new URL(path, import.meta.url);

/** The response to a request for one of YouTube's hosts; `null` for any other host. */
export async function answerStandIn(address: string, range: string | null = null): Promise<StandInAnswer | null> {
  const url = new URL(address);
  if (!HOSTS.has(url.hostname)) return null;
  if (url.hostname === 'youtu.be') {
    // With its moment, as YouTube does.
    const location = `https://www.youtube.com/watch?v=${url.pathname.slice(1)}${url.search.replace('?', '&')}`;
    return { status: 302, headers: { location }, body: '' };
  }
  const media = /^\/stand-in\/(long-\d+\.webm)$/.exec(url.pathname);
  if (media?.[1]) return partOf(await readFile(here(`media/${media[1]}`)), range);
  if (url.pathname === '/stand-in/page.js') {
    return {
      status: 200,
      headers: { 'content-type': 'text/javascript' },
      body: `${await readFile(here('captions.js'), 'utf8')}\n${await readFile(here('page.js'), 'utf8')}`
        .replace('__VIDEOS__', JSON.stringify(VIDEOS))
        .replace('__CLIP__', JSON.stringify(CLIP))
        .replace(
          '__INITIAL_DATA__',
          JSON.stringify(Object.fromEntries(VIDEOS.map((each) => [each.id, initialData(each)]))),
        ),
    };
  }
  if (url.hostname === 'consent.youtube.com') {
    return {
      status: 302,
      headers: { location: url.searchParams.get('continue') ?? 'https://www.youtube.com/' },
      body: '',
    };
  }
  if (url.searchParams.has('consent')) return html(consent(url));
  if (url.pathname === '/api/timedtext' && url.searchParams.has('limited')) {
    return { status: 429, headers: { 'content-type': 'text/html' }, body: '<!doctype html><title>Error 429</title>' };
  }
  if (url.pathname === '/api/timedtext') {
    return { status: 200, headers: { 'content-type': 'application/json' }, body: await captions(url) };
  }
  if (/\.\w+$/.test(url.pathname)) return { status: 404, headers: {}, body: '' };
  return html(document(url));
}

function html(body: string): StandInAnswer {
  const headers = { 'content-type': 'text/html; charset=utf-8', 'content-security-policy': CSP };
  return { status: 200, headers, body };
}

/** The consent page, at the address of the requested page and without a player. */
function consent(url: URL): string {
  const wanted = new URL(url);
  wanted.searchParams.delete('consent');
  return `<!doctype html>
<html lang="en"><head><meta charset="utf-8"><title>Before you continue to YouTube</title></head>
<body><h1>Before you continue to YouTube</h1>
<form action="https://consent.youtube.com/save"><input type="hidden" name="continue" value="${wanted.href.replaceAll('&', '&amp;').replaceAll('"', '&quot;')}">
<button id="accept">Accept all</button></form></body></html>`;
}

/** Addresses that answer only once, and have done so. */
const answered = new Set<string>();

/** Captions: the video's note in that language, read aloud; without a note, a few lines that name their language. */
async function captions({ searchParams: asked }: URL): Promise<string> {
  const answer = asked.get('answer') ?? '';
  if (answer.startsWith('never') || answered.has(answer)) return '';
  if (answer.startsWith('once')) answered.add(answer);
  const language = asked.get('tlang') ?? asked.get('lang') ?? '';
  const note = await readFile(here(`../../content/${asked.get('v')}.${language}.md`), 'utf8').catch(() => null);
  const events = (note ? readAloud(note) : LINES.map((utf8, i) => ({ at: i * 4000, utf8 }))).map(({ at, utf8 }) => ({
    tStartMs: at,
    dDurationMs: 4000,
    segs: [{ utf8: `${utf8}${note || language === 'en' ? '' : ` (${language})`}` }],
  }));
  return JSON.stringify({ wireMagic: 'pb3', events });
}

const LINES = ['Good evening to both of you.', 'It is a long story.', 'Then tell it from the start.', 'Gladly.'];

/** A note's text spread evenly over 4000 seconds. */
function readAloud(note: string) {
  const [, , body = ''] = note.split(/^---$/m);
  const lines = body.split('\n').filter((line) => line.trim() !== '' && !line.startsWith('#'));
  const total = lines.join('').length;
  let before = 0;
  return lines.map((utf8) => {
    const at = Math.round((before / total) * 4_000_000);
    before += utf8.length;
    return { at, utf8 };
  });
}

function partOf(file: Buffer, range: string | null): StandInAnswer {
  const headers = { 'content-type': 'video/webm', 'accept-ranges': 'bytes' };
  const asked = /^bytes=(\d+)-(\d*)$/.exec(range ?? '');
  if (!asked) return { status: 200, headers: { ...headers, 'content-length': String(file.length) }, body: file };
  const from = Number(asked[1]);
  const to = Math.min(asked[2] ? Number(asked[2]) : file.length - 1, file.length - 1);
  return {
    status: 206,
    headers: {
      ...headers,
      'content-range': `bytes ${from}-${to}/${file.length}`,
      'content-length': String(to - from + 1),
    },
    body: file.subarray(from, to + 1),
  };
}

function videoOf(url: URL): StandInVideo | undefined {
  const hidden = /^\/(?:clip\/|embed\/(?:videoseries|live_stream))/.test(url.pathname);
  const inPath = /^\/(?:live|shorts|embed)\/([\w-]{11})/.exec(url.pathname)?.[1];
  const id = url.searchParams.get('v') ?? (hidden ? CLIP : inPath);
  return VIDEOS.find((video) => video.id === id);
}

/** The parts of YouTube's inline data for a video that the extension reads. */
function initialData(video: StandInVideo) {
  const chapters = video.chapters.map(({ start, title }) => ({
    chapterRenderer: { title: { simpleText: title }, timeRangeStartMillis: start * 1000 },
  }));
  return {
    currentVideoEndpoint: { watchEndpoint: { videoId: video.id } },
    playerOverlays: {
      playerOverlayRenderer: {
        decoratedPlayerBarRenderer: {
          decoratedPlayerBarRenderer: {
            playerBar: {
              multiMarkersPlayerBarRenderer: {
                markersMap: chapters.length > 0 ? [{ key: 'DESCRIPTION_CHAPTERS', value: { chapters } }] : [],
              },
            },
          },
        },
      },
    },
  };
}

function document(url: URL): string {
  const video = videoOf(url);
  const json = (value: unknown) => JSON.stringify(value).replaceAll('<', '\\u003c');
  const data = video ? initialData(video) : {};
  const player = video
    ? {
        videoDetails: {
          videoId: video.id,
          title: video.title,
          lengthSeconds: String(video.duration),
          shortDescription: '',
        },
      }
    : {};
  return `<!doctype html>
<html lang="en">
<head><meta charset="utf-8"><title>${video?.title ?? 'Home'} - YouTube</title>
<script>var ytInitialData = ${json(data)};</script>
<script>var ytInitialPlayerResponse = ${json(player)};</script>
<style>
  body { margin: 0; font: 14px sans-serif; background: #0f0f0f; color: #f1f1f1 }
  #masthead { padding: 12px 20px; font-weight: bold } #columns { display: flex; gap: 24px; padding: 0 24px }
  #primary { flex: 1 } #secondary { inline-size: 220px }
  .html5-video-player { position: relative; background: #000; aspect-ratio: 16/9 }
  video { inline-size: 100%; block-size: 100% }
  .ytp-chrome-bottom { position: absolute; inset: auto auto 6px 12px }
  .ytp-progress-bar { position: relative; block-size: 4px; background: #777 }
  .ytp-button { font-size: 10px; color: inherit; background: none; border: 0 } .ytp-button::before { content: attr(aria-label) }
  yt-progress-bar { display: block } .ytProgressBarLineHost { position: relative; block-size: 4px; background: #777 }
  #full-bleed-container .html5-video-player { max-block-size: 75vh; inline-size: 100% }
  ytd-watch-flexy, ytd-miniplayer, ytd-video-preview { display: block }
  .html5-video-player.ytp-fullscreen { position: fixed; inset: 0; max-block-size: none !important; z-index: 9 }
  ytd-miniplayer, ytd-video-preview { position: fixed; inset: auto 8px 8px auto; inline-size: 240px; z-index: 5 }
  a { color: #9cf } h1 { font-size: 20px }
</style></head>
<body>
<ytd-app>
<div id="masthead"><a id="logo" href="/">YouTube (stand-in)</a> <input id="search" placeholder="Search"></div>
<div id="page-manager"></div>
</ytd-app>
<script src="/stand-in/page.js"></script>
</body></html>`;
}
