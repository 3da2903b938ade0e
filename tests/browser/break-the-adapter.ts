/**
 * Shows that the situations of docs/youtube.md would notice: breaks the adapter on purpose in a copy of the project, one
 * thing at a time, and expects the situations named to fail in Chromium. `npm run check:breaks`, not part of `npm test`.
 */
import { spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join, resolve } from 'node:path';

const ROOT = resolve(import.meta.dirname, '../..');
const LEFT_OUT = new Set(['node_modules', '.git', '.output', 'artifacts']);

type Edit = readonly [file: string, find: string | RegExp, replace: string];
interface Break {
  readonly situations: readonly string[];
  readonly edits: readonly Edit[];
}

const IDENTITY = 'platform/youtube/identity.ts';
const ADDRESS = 'core/video/video-address.ts';
const CLOCK = 'platform/youtube/clock.ts';
const SERVE = 'platform/youtube/serve-page.ts';
const PORT = 'platform/panel/page-port.ts';

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
    situations: ['10', '11', '12', '15'],
    edits: [
      [IDENTITY, 'signal: AbortSignal): void {', 'signal: AbortSignal): void { if (signal) return;'],
      // Looking again by the clock alone would notice within a second.
      [SERVE, 'of LOOK_AGAIN_MS', 'of LOOK_AGAIN_MS.slice(9)'],
      [PORT, 'if (tabId !== following?.tabId) return;', 'return;'],
    ],
  },
  {
    situations: ['13', '14'],
    edits: [[PORT, 'fixed === null && active.windowId', 'fixed !== null && active.windowId']],
  },
  { situations: ['16'], edits: [[IDENTITY, "address.kind === 'clip'", 'false']] },
  {
    situations: ['17'],
    edits: [
      [PORT, 'void afterDisconnect(tabId, signal);', ''],
      [PORT, 'if (tabId !== following?.tabId) return;', 'return;'],
    ],
  },
  { situations: ['18'], edits: [['platform/youtube/chapters.ts', '!== videoId) return null;', '=== 1) return null;']] },
  { situations: ['20', '21', '24', '27'], edits: [[SERVE, "send({ type: 'clock', reading });", '']] },
  {
    situations: ['22'],
    edits: [
      ['platform/youtube/player.ts', 'return player !== null &&', 'return false && player !== null &&'],
      ['platform/youtube/player-world.ts', '=== 1', '=== 99'],
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
        'platform/youtube/player.ts',
        'export function findVideo(): HTMLVideoElement | null {',
        "export function findVideo(): HTMLVideoElement | null { if (document) return document.querySelector('video');",
      ],
      [CLOCK, 'told?.time ?? video.currentTime', 'video.currentTime'],
    ],
  },
  {
    situations: ['31'],
    edits: [
      [CLOCK, "if (!video) return { ok: false, reason: 'no-player' };", 'if (!video) return { ok: true, time };'],
    ],
  },
  { situations: ['32'], edits: [['core/video/recut.ts', 'return difference > 60', 'return difference > 6000']] },
  { situations: ['40'], edits: [['platform/youtube/player-world.ts', 'if (found) return found;', '']] },
  { situations: ['41'], edits: [['platform/youtube/chapters.ts', "? 'automatic'", "? 'uploader'"]] },
  { situations: ['42'], edits: [['platform/youtube/evidence.ts', 'described.length > 0', 'described.length > 99']] },
  {
    situations: ['43', '45'],
    edits: [['platform/youtube/selectors.ts', "'ytd-transcript-segment-renderer'", "'ytd-renamed'"]],
  },
  {
    situations: ['44'],
    edits: [['platform/youtube/selectors.ts', "'transcript-segment-view-model'", "'renamed-model'"]],
  },
  { situations: ['45'], edits: [['platform/youtube/evidence.ts', 'rows.leave(videoId);', '']] },
  {
    situations: ['46'],
    edits: [['platform/youtube/caption-request.ts', 'void readAgain(videoId, found.address);', 'void readAgain;']],
  },
  { situations: ['47'], edits: [['platform/youtube/caption-request.ts', "!== 'false'", "!== 'never'"]] },
  {
    situations: ['48'],
    edits: [['platform/youtube/caption-request.ts', "address.searchParams.get('v') !== current || ", '']],
  },
  {
    situations: ['49'],
    edits: [['platform/panel/with-transcripts.ts', 'listener(kept ?', 'listener(!kept && kept ?']],
  },
  {
    situations: ['50'],
    edits: [[SERVE, 'button.hide();\n    markers.remove();\n    send', 'markers.remove();\n    send']],
  },
  { situations: ['51'], edits: [['platform/youtube/markers.ts', 'toFixed(4)}%', 'toFixed(4)}px']] },
  {
    situations: ['52'],
    edits: [[SERVE, 'button.hide();\n    markers.remove();\n    send', 'button.hide();\n    send']],
  },
  {
    situations: ['53'],
    edits: [['platform/youtube/keys.ts', 'by === null || isTyping(event)', 'by === null || !isTyping']],
  },
  { situations: ['54'], edits: [[SERVE, 'if (alive()) event.preventDefault();\n      else end();', 'end();']] },
  {
    situations: ['55'],
    edits: [
      [
        'platform/youtube/ask-player.ts',
        /return typeof value === 'number' && value >= 0 && value <= LONGEST_VIDEO \? value : null;/,
        'return value as number | null;',
      ],
    ],
  },
  {
    situations: ['57'],
    edits: [['platform/youtube/player-world.ts', 'if (alive) return;', 'if (guard) return;']],
  },
];

const only = process.argv.slice(2);
const copy = mkdtempSync(join(tmpdir(), 'sleevenotes-breaks-'));
let unnoticed = 0;
try {
  cpSync(ROOT, copy, { recursive: true, filter: (path) => !LEFT_OUT.has(basename(path)) });
  symlinkSync(join(ROOT, 'node_modules'), join(copy, 'node_modules'));
  for (const { situations, edits } of BREAKS) {
    if (only.length > 0 && !situations.some((number) => only.includes(number))) continue;
    const before = edits.map(([file]) => [file, readFileSync(join(copy, file), 'utf8')] as const);
    for (const [file, find, replace] of edits) {
      const text = readFileSync(join(copy, file), 'utf8');
      const broken = text.replace(find, () => replace);
      if (broken === text) throw new Error(`Nothing to break in ${file}: ${find}`);
      writeFileSync(join(copy, file), broken);
    }
    for (const [number, failed] of run(situations)) {
      if (!failed) unnoticed++;
      console.log(`${number} ${failed ? 'notices' : 'DOES NOT NOTICE'}: ${edits.map(([file]) => file).join(', ')}`);
    }
    for (const [file, text] of before.reverse()) writeFileSync(join(copy, file), text);
  }
} finally {
  rmSync(copy, { recursive: true, force: true });
}
process.exitCode = unnoticed > 0 ? 1 : 0;

/** Builds the broken copy and runs its situations; tells which of them did not pass. */
function run(situations: readonly string[]): readonly (readonly [string, boolean])[] {
  const how = { cwd: copy, encoding: 'utf8' as const };
  const { status } = spawnSync('wxt', ['build'], how);
  if (status !== 0) throw new Error('The broken copy does not build; a break must be a change of behaviour.');
  const pattern = situations.map((number) => ` ${number} `).join('|');
  const arguments_ = [
    'test',
    '--project=chromium',
    'youtube.spec',
    '-g',
    pattern,
    '--timeout=25000',
    '--reporter=list',
  ];
  const { stdout } = spawnSync('playwright', arguments_, { ...how, env: { ...process.env, CI: '1' } });
  return situations.map((number) => [number, !new RegExp(`✓ .*› ${number} `).test(stdout)] as const);
}
