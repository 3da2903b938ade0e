import { useEffect, useState } from 'react';

/** Longest wait, in milliseconds: a page that is not in sight has no picture. */
const LATEST_MS = 300;

/**
 * Resolves once the page's first words are on the screen, or after 300 ms. What can come after them should wait for it: until
 * then the browser's processes share the processor with every line that runs here.
 */
export const firstPicture: Promise<void> = new Promise((resolve) => {
  const painted = new PerformanceObserver((entries) => {
    if (entries.getEntriesByName('first-contentful-paint').length > 0) done();
  });
  const timer = setTimeout(done, LATEST_MS);
  function done(): void {
    clearTimeout(timer);
    painted.disconnect();
    resolve();
  }
  painted.observe({ type: 'paint', buffered: true });
});

/** Whether {@link firstPicture} has resolved. */
export function useFirstPicture(): boolean {
  const [there, setThere] = useState(false);
  useEffect(() => {
    let isMounted = true;
    void firstPicture.then(() => isMounted && setThere(true));
    return () => {
      isMounted = false;
    };
  }, []);
  return there;
}
