/** A message that times out, unless the viewer interacts with it. */
export interface Fading {
  /** Restarts the timeout. */
  start(): void;
  stop(): void;
  /** While held it does not time out; afterwards the timeout restarts. */
  hold(held: boolean): void;
}

export function fading(milliseconds: number, go: () => void): Fading {
  let timer: ReturnType<typeof setTimeout> | undefined;
  let isOn = false;
  let isHeld = false;

  function run(): void {
    clearTimeout(timer);
    if (!isOn || isHeld) return;
    timer = setTimeout(() => {
      isOn = false;
      go();
    }, milliseconds);
  }
  return {
    start() {
      isOn = true;
      run();
    },
    stop() {
      isOn = false;
      clearTimeout(timer);
    },
    hold(held) {
      isHeld = held;
      run();
    },
  };
}
