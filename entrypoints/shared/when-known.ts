import type { Watch } from '../../core/session/watch.ts';

/**
 * Resolves once the tab's page, its note and the settings are known, or the library has failed; at the latest after
 * `milliseconds`.
 */
export function whenKnown(watch: Watch, milliseconds: number): Promise<void> {
  const isKnown = () => {
    const { page, settings, videoId, episode, elsewhere, language, failure } = watch.read();
    const found = episode === null ? elsewhere : episode;
    const note = videoId === null || (found !== undefined && language !== undefined);
    return failure !== null || (page !== null && settings !== null && note);
  };
  return new Promise((resolve) => {
    const stop = watch.subscribe(() => isKnown() && done());
    const timer = setTimeout(done, milliseconds);
    function done(): void {
      clearTimeout(timer);
      stop();
      resolve();
    }
    if (isKnown()) done();
  });
}
