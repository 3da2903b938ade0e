import { useEffect, useState } from 'react';
import { emptySession, reduceSession, type Session, type SessionEvent, videoOf } from '../../core/session/session.ts';
import { defaultSettings } from '../../core/settings/migrations.ts';
import type { Settings } from '../../core/settings/settings.ts';
import type { VideoId } from '../../core/video/video-id.ts';
import type { LibraryPort, PagePort, SettingsPort, Unsubscribe } from '../../platform/ports.ts';

/**
 * A value that changes by itself. It begins to be followed when it is made, not when React first draws it: what has to be
 * asked for is then on its way while React gets ready.
 */
export interface Followed<T> {
  read(): T;
  subscribe(listener: () => void): Unsubscribe;
}

/** Not `useSyncExternalStore`, which draws every single change at once: several come together, and one picture shows them all. */
export function useFollowed<T>({ subscribe, read }: Followed<T>): T {
  const [value, setValue] = useState(read);
  useEffect(() => {
    // Read while React draws, whose boundary catches what it throws.
    const take = () => setValue(read);
    take();
    return subscribe(take);
  }, [subscribe, read]);
  return value;
}

export interface FollowedSession extends Followed<Session> {
  dispatch(event: SessionEvent): void;
}

/**
 * The session of the video in the active tab, kept up to date by the page and the library for as long as our page is open.
 * While the library fails to answer for the video, reading throws why: whoever draws it shows the page's failure.
 */
export function followSession(page: PagePort, library: LibraryPort): FollowedSession {
  const session = changing(emptySession);
  let failure: { readonly videoId: VideoId; readonly reason: unknown } | null = null;
  let finds = 0;

  function dispatch(event: SessionEvent): void {
    const before = videoOf(session.read().page);
    session.change(reduceSession(session.read(), event));
    if (videoOf(session.read().page) !== before) find();
  }

  function find(): void {
    const videoId = videoOf(session.read().page);
    finds += 1;
    const mine = finds;
    failure = null;
    if (!videoId) return;
    library.find(videoId).then(
      // An answer from before the library's last change may come after the one that knows of it.
      (episode) => mine === finds && dispatch({ type: 'episode', videoId, episode }),
      (reason: unknown) => {
        if (mine !== finds) return;
        failure = { videoId, reason };
        session.change(session.read());
      },
    );
  }

  page.subscribe(dispatch);
  library.subscribe(find);
  return {
    read() {
      if (failure) throw failure.reason;
      return session.read();
    },
    subscribe: session.subscribe,
    dispatch,
  };
}

export interface FollowedSettings extends Followed<Settings | null> {
  readonly update: SettingsPort['update'];
}

/** The viewer's settings; `null` until they are read. */
export function followSettings(port: SettingsPort): FollowedSettings {
  const { read, change, subscribe } = changing<Settings | null>(null);
  // Whoever cannot be asked what he prefers gets what everybody gets.
  const first = (settings: Settings) => read() ?? change(settings);
  port.read().then(first, () => first(defaultSettings));
  port.subscribe(change);
  return { read, subscribe, update: port.update };
}

function changing<T>(first: T): Followed<T> & { change(value: T): void } {
  let value = first;
  const listeners = new Set<() => void>();
  return {
    read: () => value,
    change(changed) {
      value = changed;
      for (const listener of [...listeners]) listener();
    },
    subscribe(listener) {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
  };
}

/**
 * Resolves once it is known what the tab shows, whether a video there has a note, and what the viewer prefers; or cannot be
 * known; at the latest after `milliseconds`.
 */
export function whenKnown(session: FollowedSession, settings: FollowedSettings, milliseconds: number): Promise<void> {
  const isKnown = () => {
    try {
      const { page, episode } = session.read();
      return settings.read() !== null && page !== null && (videoOf(page) === null || episode !== undefined);
    } catch {
      return true;
    }
  };
  return new Promise((resolve) => {
    const look = () => {
      if (isKnown()) done();
    };
    const stops = [session.subscribe(look), settings.subscribe(look)];
    const timer = setTimeout(done, milliseconds);
    function done(): void {
      clearTimeout(timer);
      for (const stop of stops) stop();
      resolve();
    }
    look();
  });
}
