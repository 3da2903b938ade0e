import { afterEach, beforeAll, beforeEach, expect, test, vi } from 'vitest';
import { changing } from '../../../core/session/followed.ts';
import type { ReaderPlace } from '../../../core/session/reader.ts';
import { NO_CORRECTIONS } from '../../../core/timeline/corrections.ts';
import { timeOf } from '../../../core/timeline/timeline.ts';
import { createPanel } from '../../../entrypoints/sidepanel/create-panel.ts';
import type { ReadersPort } from '../../../platform/ports.ts';
import { speak } from '../../components/i18n.ts';
import { editionOf, evidenceOf, heard, makeTalk } from '../../core/timeline/made-up-talk.ts';
import { EDITION, EPISODE, OTHER, VIDEO, world } from '../../platform/watch/world.ts';

const [, second] = EDITION.sections;
const SECOND = second?.id ?? '';

// The aligner imports this when it needs it, for which fake time does not wait.
beforeAll(() => import('../../../core/timeline/align.ts'));
beforeEach(() => {
  kept.clear();
  speak('en');
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'performance'] });
});
afterEach(() => void vi.useRealTimers());

/** Waits until a correction is stored, and so shown. */
const stored = () => vi.advanceTimersByTimeAsync(10);

const kept = new Map<string, ReaderPlace>();
const readers: ReadersPort = {
  read: async (videoId) => kept.get(videoId) ?? null,
  keep: async (videoId, place) => void kept.set(videoId, place),
};

async function panelWithNote(evidence = {}) {
  const made = world();
  const panel = createPanel(made.watch, changing(null), { forgive: () => {} }, readers, { list: async () => [] });
  const ready = made.ready(NO_CORRECTIONS, evidence);
  await vi.advanceTimersByTimeAsync(10);
  await ready;
  return { ...made, panel };
}

test('undo is offered for some seconds, longer while the viewer interacts with it, or until it is dismissed', async () => {
  const { panel } = await panelWithNote();
  const offers = () => panel.reader.read().offersBack;
  panel.seekTo(SECOND);
  await vi.advanceTimersByTimeAsync(0);
  expect(offers()).toBe(true);
  panel.hold(true);
  await vi.advanceTimersByTimeAsync(60_000);
  expect(offers()).toBe(true);
  panel.hold(false);
  await vi.advanceTimersByTimeAsync(60_000);
  expect(offers()).toBe(false);
  panel.seekTo(SECOND);
  await vi.advanceTimersByTimeAsync(0);
  panel.dismiss('back');
  expect(offers()).toBe(false);
});

test('undoing several corrections of a section restores the state before the first', async () => {
  const { panel, watch, plays } = await panelWithNote();
  const start = () => timeOf(watch.read().timeline, SECOND);
  const before = start();
  plays(50);
  panel.startsNow(SECOND);
  panel.correct(SECOND, 51);
  panel.correct(SECOND, 52);
  await stored();
  expect(start()).toMatchObject({ start: 52, source: 'viewer' });
  expect(panel.reader.read().corrected).toEqual({ section: SECOND, before: null, after: 52 });
  panel.undo();
  await stored();
  expect(start()).toEqual(before);
  expect(panel.reader.read().corrected).toBeNull();
});

test('a removed correction can be restored, and the offer expires', async () => {
  const { panel, watch } = await panelWithNote();
  panel.correct(SECOND, 51);
  await stored();
  panel.dismiss('undo');
  panel.correct(SECOND, null);
  await stored();
  expect(timeOf(watch.read().timeline, SECOND)?.source).toBe('duration');
  panel.undo();
  await stored();
  expect(timeOf(watch.read().timeline, SECOND)?.start).toBe(51);
  panel.correct(SECOND, null);
  await vi.advanceTimersByTimeAsync(60_000);
  expect(panel.reader.read().corrected).toBeNull();
});

test('a removal right after corrections is undone by itself: the time removed is back', async () => {
  const { panel, watch } = await panelWithNote();
  for (const start of [51, 52, null]) {
    panel.correct(SECOND, start);
    await stored();
  }
  expect(panel.reader.read().corrected).toEqual({ section: SECOND, before: 52, after: null });
  panel.undo();
  await stored();
  expect(timeOf(watch.read().timeline, SECOND)).toMatchObject({ start: 52, source: 'viewer' });
});

test('a correction that cannot be stored is reported, and no undo is offered', async () => {
  const { panel, answer } = await panelWithNote();
  answer.full = true;
  panel.correct(SECOND, 51);
  await stored();
  expect(panel.reader.read()).toMatchObject({ corrected: null, message: expect.stringContaining('did not store') });
});

test('a language that cannot be stored is said', async () => {
  const { panel, answer } = await panelWithNote();
  answer.full = true;
  panel.chooseLanguage('de');
  await stored();
  expect(panel.reader.read().message).toContain('did not store');
});

test('a place that cannot be kept is said, once', async () => {
  const { panel } = await panelWithNote();
  const keeping = vi.spyOn(readers, 'keep').mockRejectedValue(new Error('QUOTA_BYTES quota exceeded'));
  const message = () => panel.reader.read().message;
  panel.move({ type: 'view', view: 'glossary' });
  await vi.advanceTimersByTimeAsync(1000);
  expect(message()).toContain('did not store where you are');
  await vi.advanceTimersByTimeAsync(10_000);
  panel.move({ type: 'view', view: 'summary' });
  await vi.advanceTimersByTimeAsync(1000);
  expect(keeping).toHaveBeenCalledTimes(2);
  expect(message()).toBeNull();
  keeping.mockRestore();
});

test('another video takes offers and messages along', async () => {
  const { panel, shows } = await panelWithNote();
  panel.seekTo(SECOND);
  await vi.advanceTimersByTimeAsync(0);
  panel.correct(SECOND, 51);
  shows(OTHER);
  expect(panel.reader.read()).toMatchObject({ videoId: OTHER, offersBack: false, corrected: null, message: null });
});

const talk = makeTalk({ sections: 4, sentences: 8 });
const note = editionOf(
  talk.sections.map(({ title, said }) => ({ title, note: said })),
  { language: 'en' },
);

test.each([
  ['that was seen', 30_000, true],
  ['that was hardly there', 100, false],
])('a guess %s gives way to exact times', async (_, after, said) => {
  const { panel, tell, watch, episodes, changeLibrary } = await panelWithNote();
  changeLibrary();
  episodes[1]?.resolve({ ...EPISODE, revision: 'talk', editions: [{ ...note, note: EDITION.note }] });
  await vi.advanceTimersByTimeAsync(after);
  expect(watch.read().timeline?.sections.at(-1)?.source).toBe('duration');
  const evidence = evidenceOf({ duration: talk.duration, transcript: heard(talk.cues) });
  tell({ type: 'evidence', videoId: VIDEO, evidence });
  await vi.advanceTimersByTimeAsync(100);
  expect(watch.read().timeline?.sections.at(-1)?.source).toBe('transcript');
  expect(panel.reader.read().message).toEqual(said ? expect.stringContaining('exact now') : null);
});

test('tab, open sections and scroll position are restored when the panel is reopened', async () => {
  const { panel } = await panelWithNote();
  panel.move({ type: 'toggle', section: SECOND });
  panel.move({ type: 'take-over' });
  panel.move({ type: 'scrolled', view: 'outline', top: 340 });
  panel.move({ type: 'view', view: 'summary' });
  await vi.advanceTimersByTimeAsync(1000);
  const { panel: again } = await panelWithNote();
  const { view, open, following, tops, restored } = again.reader.read();
  expect({ view, open: [...open], following, tops, restored }).toEqual({
    view: 'summary',
    open: [SECOND],
    following: false,
    tops: { outline: 340 },
    restored: true,
  });
});

test('a link to a moment leads from another view to the outline, the same link once more as well', async () => {
  const { panel, tell } = await panelWithNote();
  for (const _ of ['first', 'again']) {
    panel.move({ type: 'view', view: 'glossary' });
    tell({ type: 'sent', videoId: VIDEO, to: 42 });
    expect(panel.reader.read().view).toBe('outline');
  }
});

test('the kept state of one video is not used for another', async () => {
  const { panel, shows } = await panelWithNote();
  panel.move({ type: 'toggle', section: SECOND });
  await vi.advanceTimersByTimeAsync(1000);
  shows(OTHER);
  await vi.advanceTimersByTimeAsync(1000);
  expect([...panel.reader.read().open]).toEqual([]);
  shows(VIDEO);
  await vi.advanceTimersByTimeAsync(1000);
  expect([...panel.reader.read().open]).toEqual([SECOND]);
});
