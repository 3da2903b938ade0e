import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Kept, readBackup, withBackup, writeBackup } from '../../../core/settings/backup.ts';
import { defaultSettings } from '../../../core/settings/migrations.ts';
import { refuseKey } from '../../../core/settings/page-keys.ts';
import { toVideoId, type VideoId } from '../../../core/video/video-id.ts';

const video = (text: string): VideoId => {
  const id = toVideoId(text);
  if (!id) throw new Error(text);
  return id;
};
const kept: Kept = {
  settings: { ...defaultSettings, languages: ['en', 'zh-Hant'], textSize: 'large' },
  anchors: new Map([[video('talk-talk-1'), [{ section: 'opening', start: 12.5, by: 'viewer' }]]]),
  recents: [{ term: '反向传播', videoId: video('talk-talk-1'), entryId: 'backprop' }],
};
const problemOf = (text: string) => {
  const reading = readBackup(text);
  return reading.ok ? null : reading.problem;
};

describe('a backup', () => {
  it('gives back what went in', () => {
    expect(readBackup(writeBackup(kept))).toEqual({ ok: true, kept });
  });

  it('of a version that stored its own order of languages is as good as any', () => {
    const old = { ...defaultSettings, languages: ['zh-Hans', 'en'], version: 1 };
    const text = JSON.stringify({ sleevenotes: 'backup', format: 1, settings: old, anchors: {}, recents: [] });
    expect(readBackup(text)).toMatchObject({ ok: true, kept: { settings: defaultSettings } });
  });

  it('says at which line a file stops being JSON', () => {
    const text = writeBackup(kept).replace('"settings": {', '"settings": {,');
    expect(problemOf(text)).toEqual({ kind: 'no-json', where: '4:16' });
    expect(problemOf('')?.kind).toBe('no-json');
  });

  it('is told from any other JSON file, and from one of a newer version', () => {
    expect(problemOf('{"name": "something else"}')).toEqual({ kind: 'no-backup' });
    expect(problemOf('[]')).toEqual({ kind: 'no-backup' });
    expect(problemOf(writeBackup(kept).replace('"format": 1', '"format": 99'))).toEqual({ kind: 'newer' });
  });

  it.each([
    ['a time that is none', '12.5', '"noon"', 'anchors.talk-talk-1.0.start'],
    ['a video id that is none', '"talk-talk-1": [', '"talk": [', 'anchors.talk'],
    ['a theme nobody knows', '"theme": "system"', '"theme": "purple"', 'settings.theme'],
    ['a term without its video', '"entryId": "backprop"', '"other": 1', 'recents.0.entryId'],
  ])('with %s is refused as a whole, and says where', (_, from, to, where) => {
    const text = writeBackup(kept);
    expect(text).toContain(from);
    expect(problemOf(text.replace(from, to))).toEqual({ kind: 'damaged', where });
  });

  it('never fails, whatever the file', () => {
    fc.assert(fc.property(fc.oneof(fc.string(), fc.json()), (text) => void readBackup(text)));
  });

  it('keeps corrections and recents made since', () => {
    const since: Kept = {
      settings: defaultSettings,
      anchors: new Map([
        [video('talk-talk-1'), []],
        [video('other-one-2'), [{ section: 'a', start: 1, by: 'viewer' }]],
      ]),
      recents: [{ term: 'TPU', videoId: video('other-one-2'), entryId: 'tpu' }, ...kept.recents],
    };
    const both = withBackup(since, kept);
    expect(both.settings).toBe(kept.settings);
    expect(both.anchors.get(video('talk-talk-1'))).toHaveLength(1);
    expect(both.anchors.has(video('other-one-2'))).toBe(true);
    expect(both.recents.map(({ term }) => term)).toEqual(['反向传播', 'TPU']);
  });
});

describe('a page key', () => {
  it.each([
    ['[', null],
    ['q', null],
    ['F8', null],
    ['ö', null],
    ['k', 'youtube'],
    ['K', 'youtube'],
    [' ', 'youtube'],
    ['7', 'youtube'],
    ['ArrowLeft', 'youtube'],
    [']', 'taken'],
    ['Enter', 'unfit'],
    ['Escape', 'unfit'],
  ] as const)('%s: %s', (key, refusal) => {
    expect(refuseKey(key, ']')).toBe(refusal);
  });
});
