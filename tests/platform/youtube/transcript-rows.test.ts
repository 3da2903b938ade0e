// @vitest-environment happy-dom
import { beforeEach, describe, expect, test } from 'vitest';
import { toVideoId, type VideoId } from '../../../core/video/video-id.ts';
import { createTranscriptRows, rowsOnPage } from '../../../platform/youtube/transcript-rows.ts';
import { classicRow, element, modernRow } from './fixtures.ts';
import { hasRecorded, recorded } from './recorded.ts';

const A = toVideoId('aaaaaaaaaaa') as VideoId;
const B = toVideoId('bbbbbbbbbbb') as VideoId;

let list: HTMLElement;
beforeEach(() => {
  list = element('div', { id: 'segments-container' });
  document.body.replaceChildren(list);
});

describe.each([
  ['classic', classicRow],
  ['modern', modernRow],
] as const)('rows of the %s shape', (_, row) => {
  const first = [row('0:01', 'Good morning.'), row('0:04', 'And to you.'), row('1:02:03', 'Well then.')];
  const second = [row('0:00', 'Another talk.'), row('0:09', 'It goes on.'), row('0:20', 'It ends.')];

  test('are read with time and text', () => {
    list.append(...first);
    expect(createTranscriptRows().read(A)).toEqual([
      { time: '0:01', text: 'Good morning.' },
      { time: '0:04', text: 'And to you.' },
      { time: '1:02:03', text: 'Well then.' },
    ]);
  });

  test('add up when the list shows only those near the scroll position', () => {
    const rows = createTranscriptRows();
    list.replaceChildren(...first);
    rows.read(A);
    list.replaceChildren(...second);
    expect(rows.read(A)).toHaveLength(6);
  });

  test('left over from the previous video are refused, new ones taken', () => {
    const rows = createTranscriptRows();
    list.replaceChildren(...first);
    rows.read(A);
    rows.leave(A);
    expect(rows.read(B)).toEqual([]);
    list.replaceChildren(...second);
    expect(rows.read(B).map(({ text }) => text)).toEqual(['Another talk.', 'It goes on.', 'It ends.']);
  });

  test('that stayed while a video without a transcript was shown belong to their own video again', () => {
    const rows = createTranscriptRows();
    list.replaceChildren(...first);
    rows.leave(A);
    expect(rows.read(B)).toEqual([]);
    rows.leave(B);
    expect(rows.read(A)).toHaveLength(3);
  });
});

test('rows without a time or a text are left out', () => {
  list.append(classicRow('', 'x'), classicRow('0:01', ' '), classicRow('0:02', 'y'));
  expect(rowsOnPage()).toEqual([{ time: '0:02', text: 'y' }]);
});

test('a closed transcript panel gives nothing', () => {
  document.body.replaceChildren();
  expect(createTranscriptRows().read(A)).toEqual([]);
});

describe.skipIf(!hasRecorded)('recorded transcript panels', () => {
  const mount = (path: string) => {
    const parsed = new DOMParser().parseFromString(recorded(path), 'text/html');
    document.body.replaceChildren(...parsed.body.children);
  };

  test('classic: 32 rows', () => {
    mount('dom/classic_transcript_panel.html');
    const rows = rowsOnPage();
    expect(rows).toHaveLength(32);
    expect(rows[0]).toEqual({ time: '0:01', text: '-[ Sighs ]' });
  });

  test('modern: the complete row, not the one that was cut off', () => {
    mount('dom/modern_transcript_segment.html');
    const rows = rowsOnPage();
    expect(rows).toHaveLength(1);
    expect(rows[0]?.time).toBe('29:08');
    expect(rows[0]?.text).toMatch(/^his head from the back/);
  });
});
