import { expect, test } from 'vitest';
import { passageMoment } from '../../../core/marks/passage-moment.ts';
import { NO_EVIDENCE, quickTimeline } from '../../../core/session/watched.ts';
import { editionOf } from '../export/made-up.ts';

const text = (count: number) => 'word '.repeat(count).trim();
const edition = {
  note: { origin: 'own', source: 'files', path: 'a.md' } as const,
  ...editionOf(
    `### One\n\n${text(30)}\n\n${text(10)}\n\n### Two\n\n${text(40)}\n`,
    'lang: en\ntimestamps: ["0:00", "1:20"]\n',
  ),
};
const [one, two] = edition.sections.map(({ id }) => id);
const timeline = quickTimeline(edition, { ...NO_EVIDENCE, duration: 160 }, []);

test('a section’s first passage is where the section begins, the next one where its share of the text is', () => {
  expect(passageMoment(edition, timeline, one ?? '', 0)).toBe(0);
  expect(passageMoment(edition, timeline, one ?? '', 1)).toBeCloseTo(60, 5);
  expect(passageMoment(edition, timeline, two ?? '', 0)).toBe(80);
});

test('without a time, or in a section that is not there, it is unknown', () => {
  expect(passageMoment(edition, null, one ?? '', 0)).toBeNull();
  expect(passageMoment(edition, timeline, 'gone', 0)).toBeNull();
});
