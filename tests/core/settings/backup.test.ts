import { describe, expect, it } from 'vitest';
import { noteKey } from '../../../core/note/note-id.ts';
import { type Kept, readBackup, withBackup, writeBackup } from '../../../core/settings/backup.ts';
import { defaultSettings } from '../../../core/settings/migrations.ts';
import { toVideoId, type VideoId } from '../../../core/video/video-id.ts';
import fc from '../../fast-check.ts';
import { mark } from '../marks/made-up.ts';

const video = (text: string): VideoId => {
  const id = toVideoId(text);
  if (!id) throw new Error(text);
  return id;
};
const RIVERS = noteKey({ origin: 'own', source: 'folder:walks', path: 'rivers.md' });
const kept: Kept = {
  settings: { ...defaultSettings, languages: ['en', 'zh-Hant'], textSize: 'large' },
  corrections: new Map([
    [video('talk-talk-1'), { byNote: { [RIVERS]: [{ section: 'opening', start: 12.5, at: 7 }] }, unassigned: [] }],
  ]),
  chosenNotes: new Map([[video('talk-talk-1'), [RIVERS]]]),
  chosenFolders: ['own folder:walks '],
  times: new Map([
    [
      video('talk-talk-1'),
      {
        [RIVERS]: {
          text: 'abc',
          duration: 600,
          ordered: true,
          sections: [{ section: 'opening', start: 2.5, earliest: 2, latest: 4, source: 'transcript' }],
          heard: { language: 'en', original: 'yes', translated: false },
          at: 7,
        },
      },
    ],
  ]),
  chosenLanguages: new Map([[video('talk-talk-1'), 'zh-Hant']]),
  places: [[video('talk-talk-1'), { view: 'glossary', open: ['opening'], following: false, tops: { glossary: 40 } }]],
  marks: [mark({ words: 'Look this up', quote: { kind: 'caption', text: 'ground by hand' } })],
  recents: [{ term: '反向传播', language: 'zh-Hans', videoId: video('talk-talk-1'), entryId: 'backprop' }],
};
const problemOf = (text: string) => {
  const reading = readBackup(text);
  return reading.ok ? null : reading.problem;
};

describe('a backup', () => {
  it('restores everything', () => {
    expect(readBackup(writeBackup(kept))).toEqual({ ok: true, kept });
  });

  it('of a version that stored a default order of languages is read', () => {
    const old = { ...defaultSettings, languages: ['zh-Hans', 'en'], version: 1 };
    const text = JSON.stringify({ sleevenotes: 'backup', format: 1, settings: old, anchors: {}, recents: [] });
    expect(readBackup(text)).toMatchObject({ ok: true, kept: { settings: defaultSettings } });
  });

  it('reports the line at which a file stops being JSON', () => {
    const text = writeBackup(kept).replace('"settings": {', '"settings": {,');
    expect(problemOf(text)).toEqual({ kind: 'no-json', where: '4:16' });
    expect(problemOf('')?.kind).toBe('no-json');
  });

  it('is distinguished from any other JSON file, and from a backup of a newer version', () => {
    expect(problemOf('{"name": "something else"}')).toEqual({ kind: 'no-backup' });
    expect(problemOf('[]')).toEqual({ kind: 'no-backup' });
    expect(problemOf(writeBackup(kept).replace('"format": 2', '"format": 99'))).toEqual({ kind: 'newer' });
  });

  it.each([
    ['a time that is none', '12.5', '"noon"', `corrections.talk-talk-1.byNote.${RIVERS}.0.start`],
    ['a time after the end of any video', '12.5', '5184001', `corrections.talk-talk-1.byNote.${RIVERS}.0.start`],
    ['a video id that is none', '"talk-talk-1": [', '"talk": [', 'talk'],
    ['a theme nobody knows', '"theme": "system"', '"theme": "purple"', 'settings.theme'],
    ['a mark with words without end', '"Look this up"', JSON.stringify('x'.repeat(10_001)), 'marks.0.words'],
    ['a term without its video', '"entryId": "backprop"', '"other": 1', 'recents.0.entryId'],
  ])('with %s is refused as a whole, and says where', (_, from, to, where) => {
    const text = writeBackup(kept);
    expect(text).toContain(from);
    expect(problemOf(text.replace(from, to))).toEqual({ kind: 'damaged', where });
  });

  it('of the version without note ids keeps its corrections', () => {
    const { settings, recents } = JSON.parse(writeBackup(kept));
    const anchors = { 'talk-talk-1': [{ section: 'opening', start: 12.5, by: 'viewer' }] };
    const reading = readBackup(JSON.stringify({ sleevenotes: 'backup', format: 1, settings, anchors, recents }));
    expect(reading.ok && reading.kept.corrections.get(video('talk-talk-1'))).toEqual({
      byNote: {},
      unassigned: [{ section: 'opening', start: 12.5 }],
    });
  });

  it('of a version without remembered times has none', () => {
    const { times: _, ...older } = JSON.parse(writeBackup(kept));
    const reading = readBackup(JSON.stringify(older));
    expect(reading.ok && [...reading.kept.times]).toEqual([]);
  });

  it('of before there were marks has none, and its page keys are as they were', () => {
    const { marks: _, settings, ...older } = JSON.parse(writeBackup(kept));
    const keys = { previous: 'X', next: 'y' };
    const reading = readBackup(JSON.stringify({ ...older, settings: { ...settings, version: 2, keys } }));
    expect(reading).toMatchObject({ ok: true, kept: { marks: [], settings: { keys: { ...keys, mark: '' } } } });
  });

  it('never fails, whatever the file', () => {
    fc.assert(fc.property(fc.oneof(fc.string(), fc.json()), (text) => void readBackup(text)));
  });

  it('keeps corrections and recents made since', () => {
    const since: Kept = {
      settings: defaultSettings,
      corrections: new Map([
        [video('talk-talk-1'), { byNote: { [RIVERS]: [{ section: 'a', start: 1, at: 9 }] }, unassigned: [] }],
        [video('other-one-2'), { byNote: {}, unassigned: [{ section: 'a', start: 1 }] }],
      ]),
      chosenNotes: new Map(),
      chosenFolders: ['own folder:other '],
      chosenLanguages: new Map([[video('talk-talk-1'), 'en']]),
      places: [],
      marks: [mark({ words: 'Looked up', changed: 1_790_000_000_001 }), mark({ id: 'b' })],
      times: new Map([[video('other-one-2'), {}]]),
      recents: [{ term: 'TPU', videoId: video('other-one-2'), entryId: 'tpu' }, ...kept.recents],
    };
    const both = withBackup(since, kept);
    expect(both.settings).toBe(kept.settings);
    expect(both.marks.map(({ words }) => words)).toEqual(['Looked up', '']);
    expect([both.chosenLanguages, both.places]).toEqual([kept.chosenLanguages, kept.places]);
    expect(both.corrections.get(video('talk-talk-1'))?.byNote[RIVERS]?.map(({ section }) => section)).toEqual([
      'opening',
      'a',
    ]);
    expect(both.corrections.has(video('other-one-2'))).toBe(true);
    expect(both.chosenFolders).toEqual(['own folder:walks ', 'own folder:other ']);
    expect([...both.times.keys()]).toEqual(['other-one-2', 'talk-talk-1']);
    expect(both.recents.map(({ term }) => term)).toEqual(['反向传播', 'TPU']);
  });
});
