import { expect, test } from 'vitest';
import { emptyReader, isFollowing, isOpen, type ReaderEvent, reduceReader } from '../../../core/session/reader.ts';
import { defaultSettings } from '../../../core/settings/migrations.ts';
import { toVideoId, type VideoId } from '../../../core/video/video-id.ts';

const VIDEO = toVideoId('v0gjI__RyCY') as VideoId;
const after = (...events: readonly ReaderEvent[]) => events.reduce(reduceReader, emptyReader);

test('another video resets the state, except for the view', () => {
  const reader = after(
    { type: 'view', view: 'glossary' },
    { type: 'toggle', section: 'one' },
    { type: 'browse', browsing: true },
    { type: 'video', videoId: VIDEO },
  );
  expect(reader).toEqual({ ...emptyReader, videoId: VIDEO, view: 'glossary' });
});

test('the same video again changes nothing', () => {
  const reader = after({ type: 'video', videoId: VIDEO }, { type: 'toggle', section: 'one' });
  expect(reduceReader(reader, { type: 'video', videoId: VIDEO })).toBe(reader);
});

test('the reader’s scrolling ends following; a jump or the button resumes it', () => {
  expect(isFollowing(after({ type: 'take-over' }), defaultSettings)).toBe(false);
  expect(isFollowing(after({ type: 'take-over' }, { type: 'jump' }), defaultSettings)).toBe(true);
  const resumed = after({ type: 'take-over' }, { type: 'view', view: 'summary' }, { type: 'resume' });
  expect(resumed.view).toBe('outline');
  expect(isFollowing(resumed, defaultSettings)).toBe(true);
});

test('there is no following in glossary and summary, or when the viewer has switched it off', () => {
  const away = after({ type: 'view', view: 'summary' }, { type: 'take-over' });
  expect(away.following).toBe(true);
  expect(isFollowing(away, defaultSettings)).toBe(false);
  expect(isFollowing(emptyReader, { ...defaultSettings, follow: false })).toBe(false);
});

test('a section opens and closes', () => {
  const opened = after({ type: 'toggle', section: 'one' }, { type: 'toggle', section: 'two' });
  expect([...opened.open]).toEqual(['one', 'two']);
  expect([...reduceReader(opened, { type: 'toggle', section: 'one' }).open]).toEqual(['two']);
});

test('reading along opens one section at a time, besides those that the reader has opened', () => {
  const first = after({ type: 'toggle', section: 'mine' }, { type: 'along', section: 'one' });
  expect(['mine', 'one', 'two'].filter((id) => isOpen(first, id))).toEqual(['mine', 'one']);
  const second = reduceReader(first, { type: 'along', section: 'two' });
  expect(['mine', 'one', 'two'].filter((id) => isOpen(second, id))).toEqual(['mine', 'two']);
});

test('closing the section being read along stops reading along, until the reader resumes', () => {
  const closed = after({ type: 'along', section: 'one' }, { type: 'toggle', section: 'one' });
  expect(isOpen(closed, 'one')).toBe(false);
  expect(isFollowing(closed, defaultSettings)).toBe(false);
  expect(isFollowing(reduceReader(closed, { type: 'resume' }), defaultSettings)).toBe(true);
});

test('all sections open and close at once', () => {
  const all = after({ type: 'open', sections: ['one', 'two'] }, { type: 'open', sections: ['three'] });
  expect([...all.open]).toEqual(['one', 'two', 'three']);
  expect(reduceReader(all, { type: 'close-all' })).toEqual(emptyReader);
});
