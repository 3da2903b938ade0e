import { connect, type Socket } from 'node:net';

type Answer = readonly [
  type: 1,
  id: number,
  error: { error: string; message: string } | null,
  result: { value?: unknown } | null,
];

/**
 * A client for Marionette, the remote control built into Firefox: frames of `LENGTH:JSON` over TCP. Debian has no
 * driver package for it, and what we need is small.
 */
export class Marionette {
  readonly #socket: Socket;
  readonly #waiting = new Map<number, (answer: Answer) => void>();
  #ids = 0;
  #received = Buffer.alloc(0);

  private constructor(socket: Socket) {
    this.#socket = socket;
    socket.on('data', (chunk) => this.#read(chunk));
  }

  static connect(port: number): Promise<Marionette> {
    return new Promise((resolve, reject) => {
      const socket = connect(port, '127.0.0.1');
      const client = new Marionette(socket);
      socket.once('error', reject);
      // The server greets first; it takes no command before.
      socket.once('data', () => resolve(client));
    });
  }

  #read(chunk: Buffer): void {
    this.#received = Buffer.concat([this.#received, chunk]);
    for (;;) {
      const colon = this.#received.indexOf(':');
      if (colon < 0) return;
      const length = Number(this.#received.subarray(0, colon).toString());
      const end = colon + 1 + length;
      if (this.#received.length < end) return;
      const message: unknown = JSON.parse(this.#received.subarray(colon + 1, end).toString());
      this.#received = this.#received.subarray(end);
      if (!Array.isArray(message)) continue;
      const answer = message as unknown as Answer;
      this.#waiting.get(answer[1])?.(answer);
      this.#waiting.delete(answer[1]);
    }
  }

  /** Sends a command (`WebDriver:Navigate`, `Addon:Install`, …) and returns its value. */
  async send(name: string, parameters: object = {}): Promise<unknown> {
    const id = ++this.#ids;
    const text = JSON.stringify([0, id, name, parameters]);
    const [, , error, result] = await new Promise<Answer>((resolve) => {
      this.#waiting.set(id, resolve);
      this.#socket.write(`${Buffer.byteLength(text)}:${text}`);
    });
    if (error) throw new Error(`${name}: ${error.error}: ${error.message}`);
    return result && 'value' in result ? result.value : result;
  }

  close(): void {
    this.#socket.destroy();
  }
}
