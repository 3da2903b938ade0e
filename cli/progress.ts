/** A progress bar on standard error, only on a terminal and for more than 20 notes. */
export function createProgress(total: number): { step(): void; end(): void } {
  const shown = process.stderr.isTTY && total > 20;
  let done = 0;
  return {
    step() {
      done++;
      if (!shown || (done % 10 !== 0 && done !== total)) return;
      const filled = Math.round((done / total) * 30);
      process.stderr.write(`\r${'█'.repeat(filled)}${'░'.repeat(30 - filled)} ${done}/${total} notes`);
    },
    end() {
      if (shown) process.stderr.write('\r\x1b[K');
    },
  };
}
