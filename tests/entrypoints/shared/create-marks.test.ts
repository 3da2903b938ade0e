import 'fake-indexeddb/auto';
import { IDBFactory } from 'fake-indexeddb';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { NoteOfMarks } from '../../../core/export/note-of-marks.ts';
import { NO_CORRECTIONS } from '../../../core/timeline/corrections.ts';
import type { Evidence } from '../../../core/timeline/timeline.ts';
import type { MarkFault } from '../../../platform/ports.ts';
import { mark } from '../../core/marks/made-up.ts';
import { beExtensionPage } from '../../platform/storage/fake-extension.ts';
import { EDITION, OTHER, VIDEO, world } from '../../platform/watch/world.ts';

const CUES = { language: 'en', cues: [0, 10, 20, 30, 40].map((start) => ({ start, text: `line at ${start}` })) };

beforeEach(async () => {
  globalThis.indexedDB = new IDBFactory();
  await beExtensionPage(false);
  // Of the modules as they are now.
  (await import('../../components/i18n.ts')).speak('en');
});
afterEach(() => void vi.useRealTimers());

interface Beside {
  readonly evidence?: Partial<Evidence>;
  readonly drivesPage?: boolean;
  readonly fault?: MarkFault;
}

async function beside({ evidence = {}, drivesPage = true, fault }: Beside = {}) {
  const made = world({ drivesPage });
  const { createMarks } = await import('../../../entrypoints/shared/create-marks.ts');
  const { createMarksPort } = await import('../../../platform/marks/marks.ts');
  const said: string[] = [];
  const asked: NoteOfMarks[] = [];
  const real = createMarksPort();
  const port = fault ? { ...real, put: async () => fault } : real;
  const marks = createMarks({
    watch: made.watch,
    port,
    page: made.page,
    say: (text) => said.push(text),
    makeNote: async (about) => {
      asked.push(about);
      return null;
    },
    drivesPage,
  });
  await made.ready(NO_CORRECTIONS, evidence);
  const shown = () => marks.read().marks;
  const stored = () => port.byVideo(VIDEO);
  const settled = (count: number) => vi.waitFor(() => expect(shown()).toHaveLength(count));
  return { ...made, marks, port, said, asked, shown, stored, settled };
}

test('a mark takes the moment some seconds back, its section and what was heard', async () => {
  const { marks, plays, settled, shown } = await beside({ evidence: { transcript: CUES } });
  plays(27);
  marks.markNow();
  expect(marks.read().asked).toMatchObject({ at: 22, words: '' });
  await settled(1);
  expect(shown()).toMatchObject([
    { video: VIDEO, at: 22, quote: { kind: 'caption', text: 'line at 20' }, section: { title: 'One' } },
  ]);
});

test('at double speed as many seconds of the viewer’s are twice as many of the video', async () => {
  const { marks, tell, settled, shown } = await beside();
  const reading = { videoId: VIDEO, time: 40, duration: 600, playing: true, rate: 2, ad: false, live: false };
  tell({ type: 'clock', reading });
  marks.markNow();
  await settled(1);
  expect(shown()[0]?.at).toBe(30);
});

test('words are stored as they are typed; Escape takes them back', async () => {
  const { marks, settled, stored } = await beside();
  marks.markNow();
  await settled(1);
  marks.write('a th');
  marks.write('a thought');
  await vi.waitFor(async () => expect(await stored()).toMatchObject([{ words: 'a thought' }]));
  marks.answer(false);
  expect(marks.read().asked).toBeNull();
  await vi.waitFor(async () => expect(await stored()).toMatchObject([{ words: '' }]));
});

test('the next mark keeps the words of the one before', async () => {
  const { marks, plays, settled, stored } = await beside();
  marks.markNow();
  await settled(1);
  marks.write('first');
  plays(100);
  marks.markNow();
  await settled(2);
  await vi.waitFor(async () => expect((await stored()).map(({ words }) => words)).toEqual(['first', '']));
});

test('typing stops the video only where the viewer wants it, and lets it go on afterwards', async () => {
  const { marks, settled, watch, played } = await beside();
  marks.markNow();
  await settled(1);
  marks.write('a');
  marks.answer(true);
  expect(played).toEqual([]);
  await watch.update({ markPauses: true });
  marks.markNow();
  marks.write('a');
  marks.write('ab');
  marks.answer(true);
  expect(played).toEqual([
    { videoId: VIDEO, playing: false },
    { videoId: VIDEO, playing: true },
  ]);
});

test('the page’s key marks in the panel, once however many panels hear it', async () => {
  const one = await beside();
  const id = crypto.randomUUID();
  const press = { type: 'mark', videoId: VIDEO, id, time: 50, rate: 1 } as const;
  one.tell(press);
  one.tell(press);
  one.tell({ ...press, id: crypto.randomUUID(), videoId: OTHER });
  await one.settled(1);
  expect(one.shown()).toMatchObject([{ id, at: 45 }]);
});

test('the popup leaves the page’s key to the panel', async () => {
  const { tell, marks } = await beside({ drivesPage: false });
  tell({ type: 'mark', videoId: VIDEO, id: crypto.randomUUID(), time: 50, rate: 1 });
  expect(marks.read().asked).toBeNull();
});

test('a deleted mark can be taken back', async () => {
  const { marks, settled, shown } = await beside();
  marks.markNow();
  await settled(1);
  marks.remove(shown()[0]?.id ?? '');
  await settled(0);
  expect(marks.read().removed).not.toBeNull();
  marks.takeBack();
  await settled(1);
  expect(marks.read().removed).toBeNull();
});

test('a mark of another window is shown, and another video has its own', async () => {
  const { port, shows, settled, marks } = await beside();
  await port.put(mark({ video: VIDEO }));
  await settled(1);
  shows(OTHER);
  expect(marks.read()).toMatchObject({ videoId: OTHER, marks: [] });
});

test('a mark made while the panel was closed gets its section and what is heard there', async () => {
  const { port, shown } = await beside({ evidence: { transcript: CUES } });
  await port.put(mark({ video: VIDEO, at: 12 }));
  await vi.waitFor(() =>
    expect(shown()).toMatchObject([{ section: { title: 'One' }, quote: { text: 'line at 10' }, words: '' }]),
  );
});

test('in a re-cut video even hundreds of marks are shown where their words are heard now', async () => {
  const lines = Array.from({ length: 400 }, (_, at) => `${at}a ${at}b ${at}c ${at}d ${at}e ${at}f`);
  const cues = lines.map((text, at) => ({ start: at * 4, text }));
  const { port, shown } = await beside({ evidence: { transcript: { language: 'en', cues } } });
  await port.merge(
    Array.from({ length: 300 }, (_, at) =>
      mark({ id: `m${at}`, video: VIDEO, at: at * 4 + 100, quote: { kind: 'caption', text: lines[at] ?? '' } }),
    ),
  );
  await vi.waitFor(() => expect(shown().map(({ at }) => at)).toEqual(cues.slice(0, 300).map(({ start }) => start)));
});

test('marks are drawn beside the section starts, and not where the viewer wants none', async () => {
  const { port, drawn, watch } = await beside();
  await port.put(mark({ video: VIDEO, at: 12, words: 'mine' }));
  await vi.waitFor(() => expect(drawn.at(-1)).toContainEqual({ start: 12, title: 'mine', kind: 'mark' }));
  expect(drawn.at(-1)).toHaveLength(EDITION.sections.length + 1);
  await watch.update({ markMarkers: false });
  expect(drawn.at(-1)).toHaveLength(EDITION.sections.length);
});

test('on a video without a mark nothing is drawn for marks', async () => {
  const { shows, drawn } = await beside();
  const before = drawn.length;
  shows(OTHER);
  await new Promise((done) => setTimeout(done, 50));
  expect(drawn).toHaveLength(before);
});

test('a passage of the note and a term are marked where they are, with their words', async () => {
  const { marks, settled, shown, watch } = await beside();
  const second = watch.read().edition?.sections[1];
  marks.keepPassage(second?.id ?? '', 0, 'a passage');
  await settled(1);
  const start = watch.read().timeline?.sections[1]?.start;
  expect(shown()).toMatchObject([{ at: start, quote: { kind: 'note', text: 'a passage' }, section: { title: 'Two' } }]);
  const entry = { id: 't', term: 'Anchor', aliases: [], definition: 'a fork', explainedIn: second?.id ?? '' };
  marks.keepTerm({ ...entry, kind: 'term', mentionedIn: [] });
  await settled(2);
  expect(shown()[1]).toMatchObject({ at: start, quote: { kind: 'term', text: 'Anchor: a fork' } });
});

test('a note is made of title, length, chapters and marks, and nothing else', async () => {
  const { marks, asked, settled, tell } = await beside();
  tell({ type: 'page', page: { kind: 'video', videoId: VIDEO, title: 'A talk' } });
  marks.markNow();
  await settled(1);
  const chapters = [{ start: 0, title: 'Start' }];
  marks.makeNote(chapters);
  expect(asked).toEqual([{ videoId: VIDEO, title: 'A talk', duration: 600, chapters, marks: marks.read().marks }]);
});

test('what cannot be stored is said, and the field stays for what was typed', async () => {
  const { marks, said } = await beside({ fault: 'full' });
  marks.markNow();
  await vi.waitFor(() => expect(said).toEqual([expect.stringContaining('storage for Sleevenotes is full')]));
  expect(marks.read()).toMatchObject({ asked: { words: '' }, marks: [] });
});

test('a mark moved by seconds in quick succession moves by all of them', async () => {
  const { marks, port, settled, shown, stored } = await beside();
  await port.put(mark({ id: 'one', video: VIDEO, at: 20 }));
  await settled(1);
  const earlier = () => marks.change('one', { at: (shown()[0]?.at ?? 0) - 1 });
  earlier();
  earlier();
  expect(shown()[0]?.at).toBe(18);
  await vi.waitFor(async () => expect((await stored())[0]?.at).toBe(18));
  earlier();
  await vi.waitFor(async () => expect((await stored())[0]?.at).toBe(17));
  expect(shown()[0]?.at).toBe(17);
});
