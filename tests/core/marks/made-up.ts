import type { Mark } from '../../../core/marks/mark.ts';
import { toVideoId, type VideoId } from '../../../core/video/video-id.ts';
import fc from '../../fast-check.ts';

export const video = (text: string): VideoId => {
  const id = toVideoId(text);
  if (!id) throw new Error(text);
  return id;
};

/** A mark of which only this matters. */
export const mark = (part: Partial<Mark> = {}): Mark => ({
  id: 'a',
  video: video('lens-talk-1'),
  videoTitle: 'How a lens is ground',
  at: 65,
  words: '',
  quote: null,
  section: null,
  starred: false,
  created: 1_790_000_000_000,
  changed: 1_790_000_000_000,
  deleted: null,
  ...part,
});

const text = fc.oneof(
  fc.string({ unit: 'grapheme', maxLength: 60 }),
  fc.constantFrom(
    '=1+1',
    '# heading',
    '1. item',
    '[a](b)',
    'two\nlines',
    '\n\n---\n',
    '<b>&amp;',
    '--> 0:01',
    '“透镜”',
    ',',
  ),
);

/** Any mark there can be, of a few videos and ids, so that some meet. */
export const anyMark: fc.Arbitrary<Mark> = fc.record({
  id: fc.stringMatching(/^[a-f]{1,2}$/),
  video: fc.constantFrom(video('lens-talk-1'), video('clocks-talk')),
  videoTitle: text,
  at: fc.oneof(fc.nat(40_000), fc.double({ min: 0, max: 40_000, noNaN: true })),
  words: text,
  quote: fc.option(fc.record({ kind: fc.constantFrom('caption', 'note', 'term'), text })),
  section: fc.option(fc.record({ note: fc.constant('own folder:walks lens.md'), id: text, title: text })),
  starred: fc.boolean(),
  created: fc.nat(),
  changed: fc.nat(5),
  deleted: fc.option(fc.nat()),
});
