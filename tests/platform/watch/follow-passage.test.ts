import { expect, test, vi } from 'vitest';
import { defaultSettings } from '../../../core/settings/migrations.ts';
import { NO_CORRECTIONS } from '../../../core/timeline/corrections.ts';
import { createAligner } from '../../../platform/align/aligner.ts';
import { followPassage } from '../../../platform/watch/follow-passage.ts';
import { editionOf } from '../../core/export/made-up.ts';
import { evidenceOf, heard, makeTalk } from '../../core/timeline/made-up-talk.ts';
import { answered, EDITION, EPISODE, VIDEO, world } from './world.ts';

/** One section whose paragraphs are a talk's sections, so that the transcript gives the time of each. */
const talk = makeTalk({ sections: 4, sentences: 8 });
const { starts } = talk;
const NOTE = editionOf(
  `### All of it\n\n${talk.sections.map(({ said }) => said.join(' ')).join('\n\n')}\n`,
  'lang: en\n',
);
const [SECTION] = NOTE.sections;

async function reading(transcript: boolean) {
  const made = world();
  const passage = followPassage(made.watch, createAligner());
  made.settings.resolve({ ...defaultSettings, readAlong: true });
  made.shows(VIDEO);
  made.episodes[0]?.resolve({ ...EPISODE, editions: [{ ...NOTE, note: EDITION.note }] });
  made.anchors[0]?.resolve(NO_CORRECTIONS);
  made.transcripts[0]?.resolve(null);
  made.languages[0]?.resolve(null);
  const evidence = evidenceOf({ duration: talk.duration, transcript: transcript ? heard(talk.cues) : null });
  made.tell({ type: 'evidence', videoId: VIDEO, evidence });
  made.plays(1);
  await answered();
  return { ...made, passage };
}

test('a transcript gives the paragraph', async () => {
  const { passage, plays } = await reading(true);
  await vi.waitFor(() => {
    plays(2);
    expect(passage.read()?.exact).toBe(true);
  });
  for (const [block, start] of starts.entries()) {
    plays(start + 3);
    expect(passage.read()).toEqual({ section: SECTION.id, block, exact: true });
  }
});

test('without one the progress within the section gives it, less reliably', async () => {
  const { passage, plays } = await reading(false);
  const blocks = [0.01, 0.4, 0.99].map((share) => {
    plays(talk.duration * share);
    return passage.read();
  });
  expect(blocks.map((each) => each?.exact)).toEqual([false, false, false]);
  expect(blocks[0]?.block).toBe(0);
  expect(blocks[2]?.block).toBe(talk.sections.length - 1);
});

test('nothing is highlighted unless the viewer reads along', async () => {
  const { passage, watch } = await reading(true);
  await watch.update({ readAlong: false });
  expect(passage.read()).toBeNull();
});
