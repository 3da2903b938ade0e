import { beforeEach, expect, test } from 'vitest';
import type { EpisodeEdition } from '../../../core/note/episode.ts';
import { noteKey } from '../../../core/note/note-id.ts';
import { alignCacheKey } from '../../../core/timeline/align-cache-key.ts';
import { editionOf as compiled, evidenceOf, heard, makeTalk } from '../../core/timeline/made-up-talk.ts';
import { beExtensionPage, stored } from '../storage/fake-extension.ts';

const editionOf = (...made: Parameters<typeof compiled>): EpisodeEdition => ({
  ...compiled(...made),
  note: { origin: 'own', source: 'files', path: 'en/talk.md' },
});
const talk = makeTalk({ sections: 20, sentences: 30 });
const edition = editionOf(
  talk.sections.map(({ title, said }) => ({ title, note: said })),
  { language: 'en' },
);
const evidence = evidenceOf({ duration: talk.duration, transcript: heard(talk.cues) });
const timelineOf = (start: number) => ({
  sections: [{ section: 'one', start, earliest: start, latest: start, source: 'transcript' as const }],
  duration: talk.duration,
  ordered: true,
});

async function modules() {
  const { createKeptTimelines } = await import('../../../platform/align/kept-timelines.ts');
  const { createAligner } = await import('../../../platform/align/aligner.ts');
  return { createKeptTimelines, createAligner };
}

beforeEach(() => beExtensionPage(false));

test('a timeline computed by one page is available to another, and gone when the browser ends', async () => {
  const { createKeptTimelines, createAligner } = await modules();
  const panel = createAligner(createKeptTimelines());
  const timeline = await panel.align(edition, 'r1', evidence, []);
  const key = alignCacheKey('r1', noteKey(edition.note), evidence, []);
  await expect.poll(() => createKeptTimelines().read(key)).toEqual(timeline);

  // An impossible result, to prove that it comes from the cache.
  await createKeptTimelines().add(key, timelineOf(3));
  const popup = createAligner(createKeptTimelines());
  expect(await popup.align(edition, 'r1', evidence, [])).toEqual(timelineOf(3));
  expect(await popup.align(edition, 'r2', evidence, [])).toEqual(timeline);
  expect(await stored()).toEqual([{}, {}]);
});

test('only the last few are kept, and invalid records are computed again', async () => {
  const { createKeptTimelines, createAligner } = await modules();
  const kept = createKeptTimelines();
  for (let number = 0; number < 20; number += 1) await kept.add(`k${number}`, timelineOf(number));
  expect(await kept.read('k19')).toEqual(timelineOf(19));
  expect(await kept.read('k0')).toBeNull();

  const { browser } = await import('wxt/browser');
  await browser.storage.session.set({ timelines: [['k19', { sections: 'all' }]] });
  expect(await kept.read('k19')).toBeNull();
  expect((await createAligner(kept).align(edition, 'r1', evidence, [])).sections).toHaveLength(20);
});
