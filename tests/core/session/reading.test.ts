import { expect, test } from 'vitest';
import { emptyReading, isFollowing, type ReadingEvent, reduceReading } from '../../../core/session/reading.ts';
import { defaultSettings } from '../../../core/settings/migrations.ts';
import { toVideoId, type VideoId } from '../../../core/video/video-id.ts';

const VIDEO = toVideoId('v0gjI__RyCY') as VideoId;
const after = (...events: readonly ReadingEvent[]) => events.reduce(reduceReading, emptyReading);

test('another video begins afresh, in the view the reader is in', () => {
  const reading = after(
    { type: 'view', view: 'glossary' },
    { type: 'toggle', section: 'one' },
    { type: 'browse', browsing: true },
    { type: 'video', videoId: VIDEO },
  );
  expect(reading).toEqual({ ...emptyReading, videoId: VIDEO, view: 'glossary' });
});

test('the same video again changes nothing', () => {
  const reading = after({ type: 'video', videoId: VIDEO }, { type: 'toggle', section: 'one' });
  expect(reduceReading(reading, { type: 'video', videoId: VIDEO })).toBe(reading);
});

test('the reader’s scrolling ends following; a jump or a wish resumes it', () => {
  expect(isFollowing(after({ type: 'take-over' }), defaultSettings)).toBe(false);
  expect(isFollowing(after({ type: 'take-over' }, { type: 'jump' }), defaultSettings)).toBe(true);
  const resumed = after({ type: 'take-over' }, { type: 'view', view: 'summary' }, { type: 'resume' });
  expect(resumed.view).toBe('outline');
  expect(isFollowing(resumed, defaultSettings)).toBe(true);
});

test('nothing follows in glossary and summary, nor where the viewer switched it off', () => {
  const away = after({ type: 'view', view: 'summary' }, { type: 'take-over' });
  expect(away.following).toBe(true);
  expect(isFollowing(away, defaultSettings)).toBe(false);
  expect(isFollowing(emptyReading, { ...defaultSettings, follow: false })).toBe(false);
});

test('a section opens and closes', () => {
  const opened = after({ type: 'toggle', section: 'one' }, { type: 'toggle', section: 'two' });
  expect([...opened.open]).toEqual(['one', 'two']);
  expect([...reduceReading(opened, { type: 'toggle', section: 'one' }).open]).toEqual(['two']);
});
