import { useEffect, useState } from 'react';
import { emptySession, reduceSession, type Session, type SessionEvent, videoOf } from '../../core/session/session.ts';
import type { Settings } from '../../core/settings/settings.ts';
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
    const take = () => setValue(read);
    take();
    return subscribe(take);
  }, [subscribe, read]);
  return value;
}

export interface FollowedSession extends Followed<Session> {
  dispatch(event: SessionEvent): void;
}

/** The session of the video in the active tab, kept up to date by the page and the library for as long as our page is open. */
export function followSession(page: PagePort, library: LibraryPort): FollowedSession {
  const { read, change, subscribe } = changing(emptySession);

  function dispatch(event: SessionEvent): void {
    const before = videoOf(read().page);
    change(reduceSession(read(), event));
    if (videoOf(read().page) !== before) find();
  }

  function find(): void {
    const videoId = videoOf(read().page);
    if (videoId) void library.find(videoId).then((episode) => dispatch({ type: 'episode', videoId, episode }));
  }

  page.subscribe(dispatch);
  library.subscribe(find);
  return { read, subscribe, dispatch };
}

export interface FollowedSettings extends Followed<Settings | null> {
  readonly update: SettingsPort['update'];
}

/** The viewer's settings; `null` until they are read. */
export function followSettings(port: SettingsPort): FollowedSettings {
  const { read, change, subscribe } = changing<Settings | null>(null);
  void port.read().then(change);
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

/** Resolves once `ready` holds, at the latest after `milliseconds`. */
export function until(
  ready: () => boolean,
  followed: readonly Followed<unknown>[],
  milliseconds: number,
): Promise<void> {
  return new Promise((resolve) => {
    const stops: Unsubscribe[] = [];
    const done = () => {
      clearTimeout(timer);
      for (const stop of stops) stop();
      resolve();
    };
    const timer = setTimeout(done, milliseconds);
    const look = () => ready() && done();
    stops.push(...followed.map(({ subscribe }) => subscribe(look)));
    look();
  });
}
