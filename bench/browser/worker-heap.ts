import type { CDPSession } from '@playwright/test';

/** Bytes of the service worker's heap and buffers after a garbage collection, by the DevTools protocol: Playwright has no session for it. */
export async function workerHeap(browser: CDPSession): Promise<number> {
  const { targetInfos } = await browser.send('Target.getTargets');
  const target = targetInfos.find(({ type, url }) => type === 'service_worker' && url.endsWith('/background.js'));
  if (!target) throw new Error('the service worker does not run');
  const { sessionId } = await browser.send('Target.attachToTarget', { targetId: target.targetId, flatten: false });
  let last = 0;
  const ask = (method: string) =>
    new Promise<{ readonly usedSize?: number; readonly backingStorageSize?: number }>((answer) => {
      const id = ++last;
      const listen = ({ sessionId: of, message }: { readonly sessionId: string; readonly message: string }) => {
        const data = JSON.parse(message);
        if (of !== sessionId || data.id !== id) return;
        browser.off('Target.receivedMessageFromTarget', listen);
        answer(data.result);
      };
      browser.on('Target.receivedMessageFromTarget', listen);
      void browser.send('Target.sendMessageToTarget', { sessionId, message: JSON.stringify({ id, method }) });
    });
  await ask('HeapProfiler.collectGarbage');
  const { usedSize = Number.NaN, backingStorageSize = 0 } = await ask('Runtime.getHeapUsage');
  await browser.send('Target.detachFromTarget', { sessionId });
  return usedSize + backingStorageSize;
}
