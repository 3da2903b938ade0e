import type { PageEvent, PagePort } from '../ports.ts';

/** The page, whose presses of the mark's key are kept from now on for the first listener of what is returned. */
export function keepPresses(page: PagePort): PagePort {
  const presses: PageEvent[] = [];
  const stop = page.subscribe((event) => event.type === 'mark' && presses.push(event));
  return {
    ...page,
    subscribe(listener) {
      const unsubscribe = page.subscribe(listener);
      stop();
      for (const press of presses.splice(0)) listener(press);
      return unsubscribe;
    },
  };
}
