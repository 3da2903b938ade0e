import { expect, test } from 'vitest';
import type { EpisodeEdition } from '../../../core/note/episode.ts';
import { align } from '../../../core/timeline/align.ts';
import { answerAlignRequest } from '../../../platform/align/align-request.ts';
import { createAligner } from '../../../platform/align/aligner.ts';
import { editionOf as compiled, evidenceOf, heard, makeTalk } from '../../core/timeline/made-up-talk.ts';

const editionOf = (...made: Parameters<typeof compiled>): EpisodeEdition => ({
  ...compiled(...made),
  note: { origin: 'own', source: 'files', path: 'en/talk.md' },
});
const talk = makeTalk({ sections: 4, sentences: 8 });
const edition = editionOf(
  talk.sections.map(({ title, said }) => ({ title, note: said })),
  { language: 'en' },
);
const evidence = evidenceOf({ duration: talk.duration, transcript: heard(talk.cues) });

test('gives the same timeline as aligning directly, cached until something changes', async () => {
  const aligner = createAligner();
  const first = aligner.align(edition, 'r1', evidence, []);
  expect(await first).toEqual(align(edition, evidence, []));
  expect(aligner.align(edition, 'r1', evidence, [])).toBe(first);
  expect(aligner.align(edition, 'r2', evidence, [])).not.toBe(first);
  aligner.destroy();
});

test('in development, where workers cannot run, long talks are aligned on the page', async () => {
  const long = makeTalk({ sections: 20, sentences: 30 });
  const note = editionOf(
    long.sections.map(({ title, said }) => ({ title, note: said })),
    { language: 'en' },
  );
  const all = evidenceOf({ duration: long.duration, transcript: heard(long.cues) });
  const aligner = createAligner();
  expect(await aligner.align(note, 'r1', all, [])).toEqual(align(note, all, []));
  aligner.destroy();
});

test('the worker’s answer carries the request’s number', async () => {
  expect(await answerAlignRequest({ id: 7, edition, evidence, anchors: [] })).toEqual({
    id: 7,
    timeline: align(edition, evidence, []),
  });
});

test('aligns nothing after it was ended', async () => {
  const aligner = createAligner();
  aligner.destroy();
  await expect(aligner.align(edition, 'r1', evidence, [])).rejects.toMatchObject({ name: 'AbortError' });
});
