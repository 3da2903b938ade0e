/**
 * Mutation tests for the situations of docs/youtube.md: breaks the adapter on purpose in a copy of the project, one thing at a
 * time, and expects the given situations to fail in Chromium. `npm run check:breaks`, not part of `npm test`; with numbers of
 * situations or names of files (`-- 99 markers.ts`) only their breaks.
 */
import { spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { ROOT, tool } from '../../scripts/programs.mjs';

const LEFT_OUT = new Set(['node_modules', '.git', '.output', 'artifacts']);

type Edit = readonly [file: string, find: string | RegExp, replace: string];
interface Break {
  readonly situations: readonly string[];
  readonly edits: readonly Edit[];
  /** What only Firefox has; everything else is broken in Chromium. */
  readonly firefox?: true;
}

const IDENTITY = 'platform/youtube/identity.ts';
const ADDRESS = 'core/video/video-address.ts';
const CLOCK = 'platform/youtube/clock.ts';
const SERVE = 'platform/youtube/serve-page.ts';
const PORT = 'platform/tab/page-port.ts';
const TAB = 'platform/tab/follow-tab.ts';
const SEEK = 'platform/youtube/seek.ts';

const WORLD = 'platform/youtube/player-world.ts';
const ASK = 'platform/youtube/ask-player.ts';
const ACTION = 'platform/youtube/caption-action.ts';
const CAPTIONS_WORLD = 'platform/youtube/captions-world.ts';
const TRACKS = 'core/transcript/choose-track.ts';
const CAPTIONS = 'platform/youtube/caption-request.ts';
const CHAPTERS = 'platform/youtube/chapters.ts';
const EVIDENCE = 'platform/youtube/evidence.ts';
const PLAYER = 'platform/youtube/player.ts';
const SELECTORS = 'platform/youtube/selectors.ts';
const ROWS = 'platform/youtube/transcript-rows.ts';

/** The page is also checked periodically, which would hide some breaks within a second or so. */
const LOOK_ONCE: Edit = [SERVE, 'of LOOK_AGAIN_MS', 'of LOOK_AGAIN_MS.slice(9)'];
/** Only the first answer to a question counts, which is our own script's. Without that rule, the checks after it are tested. */
const LAST_ANSWER: Edit = [ASK, "if (answered) return logOnce('a second answer to one question');", ''];

const NOT_FOLLOWING: Edit = [TAB, 'fixed === null && (active.windowId', 'fixed !== null && (active.windowId'];

const BREAKS: readonly Break[] = [
  // Without these the panel cannot even be opened: nothing runs.
  { situations: ['01', '02'], edits: [[IDENTITY, "if (address.kind === 'video') return address.videoId;", '']] },
  { situations: ['03'], edits: [[ADDRESS, '(?:live|', '(?:']] },
  { situations: ['04'], edits: [[ADDRESS, '|shorts|', '|']] },
  { situations: ['05', '06'], edits: [[ADDRESS, '|embed|', '|']] },
  { situations: ['07'], edits: [[ADDRESS, '(?:www|m|music)', '(?:www|music)']] },
  { situations: ['08'], edits: [[ADDRESS, '(?:www|m|music)', '(?:www|m)']] },
  { situations: ['09'], edits: [[ADDRESS, "query.split('&')", "query.split('&').slice(-1)"]] },
  {
    situations: ['10', '11', '12', '15', '19'],
    edits: [
      [IDENTITY, 'signal: AbortSignal): void {', 'signal: AbortSignal): void { if (signal) return;'],
      LOOK_ONCE,
      [TAB, 'if (tabId === followed) onUpdate(', 'if (tabId === null) onUpdate('],
    ],
  },
  // One at a time: a failure leaves its other tab open.
  { situations: ['13'], edits: [NOT_FOLLOWING] },
  { situations: ['14'], edits: [NOT_FOLLOWING] },
  { situations: ['16'], edits: [[IDENTITY, "address.kind === 'clip'", 'false']] },
  { situations: ['17'], edits: [[SERVE, 'if (!event.persisted) return;', 'if (event) return;']] },
  { situations: ['18'], edits: [[CHAPTERS, '!== videoId) return null;', '=== 1) return null;']] },
  {
    situations: ['20', '21', '24', '27'],
    edits: [[SERVE, 'sendClock(reading, Date.now())', 'void reading']],
  },
  // A jump that is taken for normal playback.
  {
    situations: ['21'],
    edits: [['core/session/extrapolate.ts', 'return (\n', 'return expected === null && (\n'], LOOK_ONCE],
  },
  {
    situations: ['22'],
    edits: [
      [PLAYER, 'return player !== null &&', 'return false && player !== null &&'],
      [WORLD, '=== 1', '=== 99'],
    ],
  },
  { situations: ['23'], edits: [[CLOCK, 'told?.time ?? video.currentTime', 'video.currentTime']] },
  { situations: ['25'], edits: [[CLOCK, 'told?.live ??', 'false ??']] },
  {
    situations: ['26'],
    edits: [[CLOCK, /!live && length && Number\.isFinite\(length\) && length > 0/, '!live && length !== undefined']],
  },
  {
    situations: ['28'],
    edits: [[CLOCK, 'const told = askClock();', 'const told = askClock(); if (!told) return null;']],
  },
  {
    situations: ['29'],
    edits: [[SERVE, 'videoId === null || videoId !== message.videoId', 'videoId === null']],
  },
  {
    situations: ['30'],
    edits: [
      [
        PLAYER,
        'export function findVideo(): HTMLVideoElement | null {',
        "export function findVideo(): HTMLVideoElement | null { if (document) return document.querySelector('video');",
      ],
      [CLOCK, 'told?.time ?? video.currentTime', 'video.currentTime'],
    ],
  },
  {
    situations: ['31', '60'],
    edits: [[SEEK, "if (!video) return { ok: false, reason: 'no-player' };", 'if (!video) return { ok: true, time };']],
  },
  {
    situations: ['32'],
    edits: [['core/video/recut.ts', 'if (noted === null', 'if (noted !== null) return false; if (noted === null']],
  },
  { situations: ['32'], edits: [['core/video/recut.ts', 'Math.abs(difference) > nothing || ', '']] },
  { situations: ['33'], edits: [[WORLD, '=== 1', '=== 99']] },
  {
    situations: ['34'],
    edits: [
      [PLAYER, 'return player !== null &&', 'return false && player !== null &&'],
      [WORLD, '=== 1', '=== 99'],
    ],
  },
  { situations: ['35'], edits: [[CLOCK, 'rate: video.playbackRate', 'rate: 1']] },
  { situations: ['36'], edits: [[CLOCK, 'told?.time ?? video.currentTime', 'told && !live ? told.time ?? 0 : 0']] },
  { situations: ['40'], edits: [[WORLD, 'if (found) return found;', '']] },
  { situations: ['41'], edits: [[CHAPTERS, "? 'automatic'", "? 'uploader'"]] },
  { situations: ['42'], edits: [[EVIDENCE, 'described.length > 0', 'described.length > 99']] },
  { situations: ['43', '45'], edits: [[SELECTORS, "'ytd-transcript-segment-renderer'", "'ytd-renamed'"]] },
  { situations: ['44', '62'], edits: [[SELECTORS, "'transcript-segment-view-model'", "'renamed-model'"]] },
  { situations: ['45'], edits: [[EVIDENCE, 'rows.leave(videoId);', '']] },
  { situations: ['46'], edits: [[CAPTIONS, 'const earlier =', 'if (address) return; const earlier =']] },
  { situations: ['47'], edits: [[CAPTIONS, "!== 'false'", "!== 'never'"]] },
  { situations: ['47'], edits: [[PLAYER, '(findPlayer() ?? document).querySelector', 'document.querySelector']] },
  {
    situations: ['48'],
    edits: [[CAPTIONS, "toVideoId(address?.searchParams.get('v') ?? '')", 'toVideoId(current?.() ?? name)']],
  },
  {
    situations: ['49'],
    edits: [
      ['core/session/watched.ts', 'if (evidence && kept?.transcript) return', 'if (evidence === null && kept) return'],
    ],
  },
  {
    situations: ['50'],
    edits: [[SERVE, 'button.hide();\n    markers.remove();\n    send', 'markers.remove();\n    send']],
  },
  { situations: ['51'], edits: [['platform/youtube/markers.ts', 'toFixed(4)}%', 'toFixed(4)}px']] },
  {
    situations: ['52'],
    edits: [
      [SERVE, 'button.hide();\n    markers.remove();\n    send', 'button.hide();\n    send'],
      [SERVE, 'markers.remove();\n        askGuard();', 'askGuard();'],
      // The panel may reconnect on a navigation; messages without a receiver are dropped.
      [SERVE, 'wanted = null;\n    markers.remove();', 'wanted = null;'],
    ],
  },
  { situations: ['58'], edits: [['platform/watch/create-watch.ts', '[...sections, ...marks]', '[...sections]']] },
  { situations: ['59'], edits: [[PORT, '!isOpening && videoId && to', 'isOpening && videoId && to']] },
  {
    situations: ['53'],
    edits: [['platform/youtube/keys.ts', '!pressed || isTyping(event)', '!pressed || !isTyping']],
  },
  { situations: ['54'], edits: [[SERVE, 'if (!alive()) end();', 'end();']] },
  {
    situations: ['55'],
    edits: [
      [
        ASK,
        /return typeof value === 'number' && value >= 0 && value <= LONGEST_VIDEO \? value : null;/,
        'return value as number | null;',
      ],
    ],
  },
  // A string turned into elements in the page's own world, where YouTube enforces Trusted Types.
  {
    situations: ['56'],
    edits: [[WORLD, 'let number: unknown;', "let number: unknown; document.createElement('i').innerHTML = 'x';"]],
  },
  {
    situations: ['57'],
    edits: [
      [WORLD, 'guard ??= setInterval(', 'if (question) return null; guard ??= setInterval('],
      // A new content script tells the old one to end.
      [SERVE, 'if (!alive()) end();', 'if (!alive()) return;'],
      // The content script checks again within eight seconds of a navigation, and ends.
      [SERVE, 'if (!alive()) {\n      end();\n      return;', 'if (!alive()) {\n      return;'],
    ],
  },
  {
    situations: ['61'],
    edits: [[IDENTITY, "'yt-page-data-updated', ", ''], LOOK_ONCE],
  },
  {
    situations: ['62'],
    edits: [
      [
        ROWS,
        'const elements of listsOnPage().values()) {',
        'const elements of [[...listsOnPage().values()].flat()]) {',
      ],
    ],
  },
  { situations: ['80', '81'], edits: [[CAPTIONS_WORLD, 'if (isOurs && ', 'if (isOurs && now === track && ']] },
  // Captions restored once, and then no longer watched.
  { situations: ['80'], edits: [[CAPTIONS_WORLD, 'if (Date.now() < until)', 'if (until < 0)']] },
  { situations: ['82'], edits: [[ACTION, 'await rest(CLEARED_MS, signal);', '']] },
  { situations: ['83'], edits: [['platform/youtube/original-sound.ts', 'original/.test(text)', 'dubbed/.test(text)']] },
  { situations: ['84'], edits: [[TRACKS, 'languages.size === 1', 'languages.size > 0']] },
  { situations: ['85'], edits: [[ACTION, '&& !translated.has(videoId)', '']] },
  { situations: ['85'], edits: [[TRACKS, 'translate && !understands(any)', '!understands(any)']] },
  { situations: ['86'], edits: [[ACTION, "if (listed.tracks.length === 0) return ended('no-captions');", '']] },
  { situations: ['87'], edits: [[ACTION, '!reading.ad && (', '(']] },
  { situations: ['88'], edits: [[ACTION, "if (reading.live) return ended('live');", '']] },
  {
    situations: ['89'],
    edits: [
      [CAPTIONS, "text === '' || ", ''],
      [CAPTIONS, 'if (!decoded) return null;', 'if (!decoded) return { language: null, cues: [] };'],
    ],
  },
  {
    situations: ['90'],
    edits: [[ACTION, 'if (!address || !fits(address)) continue;', 'if (address) continue;']],
  },
  { situations: ['91'], edits: [[ACTION, 'track.translateTo ? null : await', 'track ? null : await']] },
  { situations: ['100'], edits: [[ACTION, 'found?.status === LIMITED', 'found?.status === 999']] },
  {
    situations: ['100'],
    edits: [['platform/watch/exact-times.ts', 'nextTranslation(translations, note, Date.now()) === null', 'true']],
  },
  { situations: ['92'], edits: [[ACTION, 'if (!first.module)', 'if (first.module === null)']] },
  { situations: ['93'], edits: [[SERVE, 'action.drop();\n        marks', 'marks']] },
  { situations: ['94'], edits: [[CAPTIONS_WORLD, 'ours.some((each) => isSame(each, now))', 'true']] },
  {
    situations: ['97'],
    edits: [['core/timeline/remembered.ts', 'if (!remembered || isStale(', 'if (remembered || isStale(']],
  },
  { situations: ['97'], edits: [['core/timeline/remembered.ts', 'Math.abs(now - then) > SAME_LENGTH', 'now < 0']] },
  { situations: ['98'], edits: [['platform/watch/exact-times.ts', '!settings?.askCaptions', 'settings?.askCaptions']] },
  { situations: ['95'], edits: [[PLAYER, 'isForeign(controls) ? null : controls', 'controls ? null : document']] },
  { situations: ['96'], edits: [[ADDRESS, 'if (HIDDEN.test(path))', "if (path.startsWith('/clip/'))"]] },
  { situations: ['99'], edits: [[WORLD, 'if (asker !== from) return;', '']] },
  { situations: ['99'], edits: [[SERVE, 'else if (hint !== null || (wanted', 'else if (alive() || (wanted']] },
  { situations: ['99'], edits: [['platform/youtube/markers.ts', "mode: 'closed'", "mode: 'open'"]] },
  { situations: ['99'], edits: [['platform/youtube/page-button.ts', '!event.isTrusted || ', '']] },
  { situations: ['99'], edits: [['platform/youtube/keys.ts', '!event.isTrusted || ', '']] },
  { situations: ['63', '68'], edits: [LAST_ANSWER] },
  { situations: ['64'], edits: [LAST_ANSWER, [ASK, '? toVideoId(id) : null', '? (id as VideoId) : null']] },
  { situations: ['65'], edits: [LAST_ANSWER, [ASK, 'time: secondsOf(time),', 'time: time as number,']] },
  { situations: ['66'], edits: [LAST_ANSWER, [ASK, ' || detail.length > longest', '']] },
  {
    situations: ['67'],
    edits: [
      LAST_ANSWER,
      [
        ASK,
        '} = told as Readonly<Record<string, unknown>>;',
        '} = Object.assign({}, told) as Record<string, unknown>;',
      ],
      [ASK, " && Object.hasOwn(told, 'id')", ''],
      [ASK, ' || (told as { id?: unknown }).id === undefined', ''],
    ],
  },
  { situations: ['69'], edits: [[PORT, "allowed ? 'elsewhere'", "allowed || tab ? 'elsewhere'"]], firefox: true },
  {
    situations: ['71'],
    edits: [['platform/background/serve-background.ts', "command !== 'toggle-panel'", "command !== 'renamed'"]],
  },
  {
    situations: ['70'],
    edits: [['platform/background/serve-background.ts', "command !== 'toggle-panel'", "command !== 'renamed'"]],
    firefox: true,
  },
];

const isFile = (word: string) => word.endsWith('.ts');
const only = process.argv.slice(2).filter((word) => !isFile(word));
const onlyIn = process.argv.slice(2).filter(isFile);
const copy = mkdtempSync(join(tmpdir(), 'sleevenotes-breaks-'));
let unnoticed = 0;
try {
  cpSync(ROOT, copy, { recursive: true, filter: (path) => !LEFT_OUT.has(basename(path)) });
  symlinkSync(join(ROOT, 'node_modules'), join(copy, 'node_modules'), 'junction');
  // Known before half an hour has gone by.
  for (const [file, find] of BREAKS.flatMap(({ edits }) => edits)) {
    const text = readFileSync(join(copy, file), 'utf8');
    if (text.replace(find, '') === text) throw new Error(`Nothing to break in ${file}: ${find}`);
  }
  // A situation that fails without a break proves nothing.
  const asked = BREAKS.filter(
    ({ situations }) => only.length === 0 || situations.some((each) => only.includes(each)),
  ).filter(({ edits }) => onlyIn.length === 0 || edits.some(([file]) => onlyIn.includes(basename(file))));
  for (const firefox of [false, true]) {
    const all = asked.filter((each) => (each.firefox ?? false) === firefox).flatMap(({ situations }) => situations);
    if (all.length === 0) continue;
    const ill = run([...new Set(all)], firefox).filter(([, failed]) => failed);
    if (ill.length > 0) throw new Error(`Fails unbroken: ${ill.map(([number]) => number).join(', ')}`);
    console.log(`unbroken, all ${new Set(all).size} pass in ${firefox ? 'Firefox' : 'Chromium'}`);
  }
  for (const { situations, edits, firefox = false } of asked) {
    const before = edits.map(([file]) => [file, readFileSync(join(copy, file), 'utf8')] as const);
    for (const [file, find, replace] of edits) {
      const text = readFileSync(join(copy, file), 'utf8');
      const broken = text.replace(find, () => replace);
      if (broken === text) throw new Error(`Nothing to break in ${file}: ${find}`);
      writeFileSync(join(copy, file), broken);
    }
    for (const [number, failed] of run(situations, firefox)) {
      if (!failed) unnoticed++;
      console.log(`${number} ${failed ? 'notices' : 'DOES NOT NOTICE'}: ${edits.map(([file]) => file).join(', ')}`);
    }
    for (const [file, text] of before.reverse()) writeFileSync(join(copy, file), text);
  }
} finally {
  rmSync(copy, { recursive: true, force: true });
}
process.exitCode = unnoticed > 0 ? 1 : 0;

/** Builds the broken copy and runs the given situations; returns those that did not pass. */
function run(situations: readonly string[], firefox: boolean): readonly (readonly [string, boolean])[] {
  const how = { cwd: copy, encoding: 'utf8' as const };
  const { status } = spawnSync(...tool('wxt', 'build', '-b', firefox ? 'firefox' : 'chrome'), how);
  if (status !== 0) throw new Error('The broken copy does not build; a break must be a change of behaviour.');
  const pattern = situations.map((number) => ` ${number} `).join('|');
  const arguments_ = [
    'test',
    firefox ? '--project=firefox' : '--project=chromium',
    ...(firefox ? ['firefox/page.spec'] : ['youtube.spec', 'shortcuts.spec']),
    '-g',
    pattern,
    '--timeout=25000',
    '--reporter=list',
  ];
  const { stdout } = spawnSync(...tool('@playwright/test', ...arguments_), {
    ...how,
    env: {
      ...process.env,
      CI: '1',
      SLEEVENOTES_EXTENSION: join(copy, '.output', firefox ? 'firefox-mv3' : 'chrome-mv3'),
    },
  });
  return situations.map((number) => [number, !new RegExp(`✓ .*› ${number} `).test(stdout)] as const);
}
