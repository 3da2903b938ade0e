import 'fake-indexeddb/auto';
import { IDBFactory } from 'fake-indexeddb';
import { beforeEach, describe, expect, test, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { mark, video } from '../../core/marks/made-up.ts';
import { beExtensionPage } from '../storage/fake-extension.ts';

const lens = video('lens-talk-1');
const port = async () => (await import('../../../platform/marks/marks.ts')).createMarksPort();

describe.each([
  ['in a normal window', false],
  ['in a private window', true],
])('%s', (_, incognito) => {
  beforeEach(async () => {
    globalThis.indexedDB = new IDBFactory();
    await beExtensionPage(incognito);
  });

  test('a kept mark is there for its video, in the order of the moments', async () => {
    const marks = await port();
    expect(await marks.put(mark({ id: 'late', at: 90 }))).toBeNull();
    expect(await marks.put(mark({ id: 'soon', at: 3 }))).toBeNull();
    expect(await marks.put(mark({ id: 'else', video: video('clocks-talk') }))).toBeNull();
    expect((await marks.byVideo(lens)).map(({ id }) => id)).toEqual(['soon', 'late']);
    expect(await marks.all()).toHaveLength(3);
  });

  test('two windows change one mark, and neither change is lost', async () => {
    const [one, other] = [await port(), await port()];
    await one.put(mark({ words: 'first' }));
    await Promise.all([one.change('a', { words: 'second' }), other.change('a', { starred: true })]);
    expect(await one.byVideo(lens)).toMatchObject([{ words: 'second', starred: true }]);
  });

  test('twenty windows mark at once, and every mark is there', async () => {
    const windows = await Promise.all(Array.from({ length: 20 }, port));
    await Promise.all(windows.map((each, at) => each.put(mark({ id: `m${at}`, at }))));
    expect(await windows[0]?.byVideo(lens)).toHaveLength(20);
  });

  test('a deleted mark comes back as it was', async () => {
    const marks = await port();
    await marks.put(mark({ words: 'mine', starred: true }));
    const before = await marks.byVideo(lens);
    await marks.remove('a');
    expect(await marks.byVideo(lens)).toEqual([]);
    expect(await marks.all()).toHaveLength(1);
    await marks.restore('a');
    expect(await marks.byVideo(lens)).toEqual(before);
  });

  test('changed words come back, and then those of before', async () => {
    const marks = await port();
    vi.useFakeTimers({ toFake: ['Date'] });
    const later = () => vi.setSystemTime(Date.now() + 6000);
    await marks.put(mark({ words: 'first' }));
    later();
    for (const words of ['s', 'seco', 'second']) await marks.change('a', { words });
    await marks.change('a', { starred: true });
    later();
    await marks.change('a', { words: 'third' });
    await marks.undoChange('a');
    expect(await marks.byVideo(lens)).toMatchObject([{ words: 'second', starred: true }]);
    await marks.undoChange('a');
    expect(await marks.byVideo(lens)).toMatchObject([{ words: 'first' }]);
    await marks.undoChange('a');
    expect(await marks.byVideo(lens)).toMatchObject([{ words: 'first' }]);
    vi.useRealTimers();
  });

  test('a file brings marks without doubling them and without taking newer words, and can be taken out again', async () => {
    const marks = await port();
    await marks.put(mark({ id: 'mine', words: 'newer', changed: 9 }));
    const out = await marks.merge([mark({ id: 'mine', words: 'older', changed: 5 }), mark({ id: 'theirs', at: 70 })]);
    expect((await marks.byVideo(lens)).map(({ words }) => words)).toEqual(['newer', '']);
    await marks.put(mark({ id: 'since', at: 80 }));
    await out();
    expect((await marks.byVideo(lens)).map(({ id }) => id)).toEqual(['mine', 'since']);
  });

  test('what was changed since a file was read stays when the file is taken out', async () => {
    const marks = await port();
    const out = await marks.merge([mark()]);
    await marks.change('a', { words: 'mine by now' });
    await out();
    expect(await marks.byVideo(lens)).toMatchObject([{ words: 'mine by now' }]);
  });

  test('another page hears which video it was', async () => {
    const [one, other] = [await port(), await port()];
    const heard = vi.fn();
    const stop = other.subscribe(heard);
    await one.put(mark());
    await vi.waitFor(() => expect(heard).toHaveBeenCalledWith([lens]));
    stop();
  });
});

describe('of private windows', () => {
  beforeEach(async () => {
    globalThis.indexedDB = new IDBFactory();
    await beExtensionPage(true);
  });

  test('no mark is stored, and all are gone when the window closes', async () => {
    const marks = await port();
    expect(await marks.isKept()).toBe(false);
    await marks.put(mark({ words: 'secret' }));
    expect(await indexedDB.databases()).toEqual([]);
    expect(JSON.stringify(await fakeBrowser.storage.local.get(null))).not.toContain('secret');
    const { forgetPrivateMarks } = await import('../../../platform/marks/private-marks.ts');
    await forgetPrivateMarks(0);
    expect(await marks.all()).toEqual([]);
  });
});

describe('when the browser refuses', () => {
  beforeEach(async () => {
    globalThis.indexedDB = new IDBFactory();
    await beExtensionPage(false);
  });

  test('for want of room, it is said, and what is there stays', async () => {
    const marks = await port();
    await marks.put(mark({ words: 'kept' }));
    const put = vi.spyOn(IDBObjectStore.prototype, 'put').mockImplementation(() => {
      throw new DOMException('no room', 'QuotaExceededError');
    });
    expect(await marks.change('a', { words: 'lost' })).toBe('full');
    await expect(marks.merge([mark({ id: 'b' })])).rejects.toThrow('no room');
    put.mockRestore();
    expect(await marks.all()).toMatchObject([{ words: 'kept' }]);
    await marks.undoChange('a');
    expect(await marks.all()).toMatchObject([{ words: 'kept' }]);
  });

  test('because a newer version has made the marks, that is said', async () => {
    await new Promise((resolve) => {
      indexedDB.open('sleevenotes-marks', 99).onsuccess = ({ target }) => {
        (target as IDBOpenDBRequest).result.close();
        resolve(null);
      };
    });
    expect(await (await port()).put(mark())).toBe('newer');
  });
});

test('the library of the build of 2026-11-25 is as it was, and marks are kept beside it', async () => {
  globalThis.indexedDB = new IDBFactory();
  await beExtensionPage(false);
  const { leftByBuild, putLibrary } = await import('../store/old-library.ts');
  const left = await leftByBuild('2026-11-25');
  await putLibrary(left);
  expect(await (await port()).put(mark())).toBeNull();
  expect(await (await port()).byVideo(lens)).toHaveLength(1);
  const library = (await indexedDB.databases()).find(({ name }) => name === 'sleevenotes-library');
  expect(library?.version).toBe(left.version);
});

describe('sweeping', () => {
  beforeEach(async () => {
    globalThis.indexedDB = new IDBFactory();
    await beExtensionPage(false);
  });

  test('forgets a deleted mark after thirty days of use, and nothing else', async () => {
    const { marksConnection } = await import('../../../platform/marks/database.ts');
    const { sweepMarks } = await import('../../../platform/marks/sweep-marks.ts');
    const database = await marksConnection()();
    const marks = await port();
    await marks.put(mark({ id: 'gone' }));
    await marks.put(mark({ id: 'edited', words: 'first' }));
    await marks.change('edited', { words: 'second' });
    await marks.remove('gone');
    await sweepMarks(database, 5);
    await sweepMarks(database, 35);
    expect(await marks.all()).toHaveLength(2);
    await sweepMarks(database, 36);
    expect(await marks.all()).toMatchObject([{ id: 'edited', words: 'second' }]);
  });

  test('leaves alone what was deleted again since', async () => {
    const { marksConnection } = await import('../../../platform/marks/database.ts');
    const { sweepMarks } = await import('../../../platform/marks/sweep-marks.ts');
    const database = await marksConnection()();
    const marks = await port();
    await marks.put(mark());
    await marks.remove('a');
    await sweepMarks(database, 1);
    await marks.restore('a');
    await marks.remove('a');
    await sweepMarks(database, 40);
    expect(await marks.all()).toHaveLength(1);
  });
});
