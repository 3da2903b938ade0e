/** Something that goes by itself after a while, unless it is held. */
export interface Fading {
  /** Begins the time again. */
  start(): void;
  stop(): void;
  /** While held it does not go; afterwards its time begins again. */
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
