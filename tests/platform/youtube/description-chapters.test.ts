import { describe, expect, test } from 'vitest';
import { chaptersInDescription } from '../../../platform/youtube/description-chapters.ts';
import { hasRecorded, recordedJson } from './recorded.ts';

describe('chapters in a description', () => {
  test.each([
    ['time first', '0:00 One\n1:00 Two\n1:02:03 Three'],
    ['in brackets, with dashes', 'Chapters:\n(0:00) – One\n(1:00) – Two\n(1:02:03) – Three\nThanks!'],
    ['as a list', '- 00:00: One\n- 01:00: Two\n- 01:02:03: Three'],
    ['time last', 'One - 0:00\nTwo - 1:00\nThree - 1:02:03'],
    ['with arrows', '► 0:00 One\n► 1:00 Two\n► 1:02:03 Three'],
  ])('%s', (_, description) => {
    expect(chaptersInDescription(description)).toEqual([
      { start: 0, title: 'One' },
      { start: 60, title: 'Two' },
      { start: 3723, title: 'Three' },
    ]);
  });

  test.each([
    ['a single time is a reference', 'Watch the moment at 12:34 again\n'],
    ['two are too few', '0:00 One\n1:00 Two'],
    ['a list that does not begin at zero', '1:00 One\n2:00 Two\n3:00 Three'],
    ['a list that goes back', '0:00 One\n3:00 Two\n2:00 Three'],
    ['nothing', ''],
    ['a line of a megabyte', `0:00 ${'x'.repeat(1_000_000)}\n1:00 Two\n2:00 Three`],
  ])('%s: none', (_, description) => {
    expect(chaptersInDescription(description)).toEqual([]);
  });

  test.skipIf(!hasRecorded)('a recorded description gives the same chapters as YouTube', () => {
    const player = recordedJson('newpipe/streamsegmentstagesschau__KI7fMGRg0Wk__player.json') as {
      videoDetails?: { shortDescription?: string };
    };
    const web = recordedJson(
      'newpipe/streamsegmentstagesschau__KI7fMGRg0Wk__player_web_metadata_only.json',
    ) as typeof player;
    const description = player.videoDetails?.shortDescription ?? web.videoDetails?.shortDescription ?? '';
    const found = chaptersInDescription(description);
    expect(found.map(({ start }) => start)).toHaveLength(13);
    expect(found[0]?.start).toBe(0);
  });
});
