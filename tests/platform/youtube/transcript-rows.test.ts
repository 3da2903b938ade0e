// @vitest-environment happy-dom
import { beforeEach, describe, expect, test, vi } from 'vitest';
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

  test('are cut to a maximum length, because all of them are sent in one message', () => {
    list.append(row('0:01', 'a'.repeat(5_000_000)));
    expect(createTranscriptRows().read(A)[0]?.text.length).toBeLessThanOrEqual(1000);
  });

  test('accumulate when the list renders only those near the scroll position', () => {
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

  test('that stayed during a video without a transcript are accepted again for their own video', () => {
    const rows = createTranscriptRows();
    list.replaceChildren(...first);
    rows.leave(A);
    expect(rows.read(B)).toEqual([]);
    rows.leave(B);
    expect(rows.read(A)).toHaveLength(3);
  });
});

describe('several panels', () => {
  const panel = (rows: readonly Element[]) => element('ytd-engagement-panel-section-list-renderer', {}, rows);
  const words = (count: number, said: string) =>
    Array.from({ length: count }, (_, i) => classicRow(`0:0${i}`, said + i));

  test('with a long panel of the previous video beside a short new one, only the new one is read', () => {
    const rows = createTranscriptRows();
    document.body.replaceChildren(panel(words(9, 'old ')));
    rows.leave(A);
    document.body.append(panel([modernRow('0:01', 'new'), modernRow('0:05', 'and new'), modernRow('0:09', 'again')]));
    expect(rows.read(B).map(({ text }) => text)).toEqual(['new', 'and new', 'again']);
    rows.leave(B);
    expect(rows.read(toVideoId('ccccccccccc') as VideoId)).toEqual([]);
  });

  test('rows added to the old panel belong to the previous video', () => {
    const rows = createTranscriptRows();
    const old = panel(words(5, 'old '));
    document.body.replaceChildren(old);
    rows.leave(A);
    old.append(classicRow('1:00', 'late'), classicRow('1:05', 'later'), classicRow('1:09', 'latest'));
    expect(rows.read(B)).toEqual([]);
  });

  test('rows in a panel of an unknown name are read and followed', async () => {
    const life = new AbortController();
    const rows = createTranscriptRows();
    const wrapped = (row: Element) => element('div', {}, [element('timeline-item', {}, [row])]);
    const holder = element('div', { id: 'renamed' }, [
      wrapped(modernRow('0:01', 'one')),
      wrapped(modernRow('0:02', 'two')),
    ]);
    document.body.replaceChildren(element('main', {}, [holder]));
    const changed = vi.fn();
    rows.watch(changed, life.signal);
    holder.append(wrapped(modernRow('0:03', 'three')));
    await vi.waitFor(() => expect(changed).toHaveBeenCalledTimes(2));
    expect(rows.read(A)).toHaveLength(3);
    life.abort();
  });
});

test('rows without a time or a text are left out', () => {
  list.append(classicRow('', 'x'), classicRow('0:01', ' '), classicRow('0:02', 'y'));
  expect(rowsOnPage()).toEqual([{ time: '0:02', text: 'y' }]);
});

test('a closed transcript panel has no rows', () => {
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
