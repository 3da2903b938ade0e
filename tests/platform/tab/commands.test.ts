import { expect, test } from 'vitest';
import { defaultSettings } from '../../../core/settings/migrations.ts';
import { toVideoId, type VideoId } from '../../../core/video/video-id.ts';
import type { ToPage } from '../../../platform/messaging/page-messages.ts';
import { createCommands } from '../../../platform/tab/commands.ts';

const VIDEO = toVideoId('v0gjI__RyCY') as VideoId;

function world() {
  const posted: ToPage[] = [];
  let open = true;
  const commands = createCommands(
    {
      open: () => {},
      close: () => {},
      isOpen: () => open,
      ready: async () => {},
      post(message) {
        if (open) posted.push(message);
        return open;
      },
    },
    { read: async () => defaultSettings, update: async () => {}, subscribe: () => () => {} },
  );
  return { commands, posted, close: () => (open = false) };
}

test('each jump gets its own answer, whatever the order', async () => {
  const { commands, posted } = world();
  const jumps = [commands.seek(VIDEO, 1), commands.seek(VIDEO, 2)];
  await Promise.resolve();
  const asks = posted.map((message) => (message.type === 'seek' ? message.ask : 0));
  commands.hear({ type: 'sought', ask: asks[1] ?? 0, result: { ok: true, time: 2 } });
  commands.hear({ type: 'sought', ask: asks[0] ?? 0, result: { ok: false, reason: 'ad-playing' } });
  expect(await Promise.all(jumps)).toEqual([
    { ok: false, reason: 'ad-playing' },
    { ok: true, time: 2 },
  ]);
});

test('closing the page resolves pending jumps', async () => {
  const { commands, close } = world();
  const jump = commands.seek(VIDEO, 1);
  await Promise.resolve();
  commands.giveUp();
  expect(await jump).toEqual({ ok: false, reason: 'no-answer' });
  close();
  expect(await commands.seek(VIDEO, 1)).toEqual({ ok: false, reason: 'no-answer' });
});

test('a page that connects later gets the current markers and keys', async () => {
  const { commands, posted } = world();
  commands.setMarkers(VIDEO, [{ start: 3, title: 'One' }]);
  posted.length = 0;
  commands.repeat();
  await Promise.resolve();
  expect(posted).toEqual([
    { type: 'markers', videoId: VIDEO, markers: [{ start: 3, title: 'One' }] },
    { type: 'keys', ...defaultSettings.keys },
  ]);
});
