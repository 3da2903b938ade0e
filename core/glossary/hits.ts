/** The best hit per entry. `order` breaks ties within a reason: less is better, 0 to 255. */
export class Hits {
  readonly reasons: Uint8Array;
  readonly orders: Uint8Array;
  /** Which of the entry's names or readings it was. */
  readonly places: Uint8Array;
  readonly found: number[] = [];

  constructor(size: number) {
    this.reasons = new Uint8Array(size).fill(255);
    this.orders = new Uint8Array(size);
    this.places = new Uint8Array(size);
  }

  add(entry: number, reason: number, order: number, place: number): void {
    const known = this.reasons[entry] ?? 255;
    const capped = Math.min(order, 255);
    if (known < reason || (known === reason && (this.orders[entry] ?? 0) <= capped)) return;
    if (known === 255) this.found.push(entry);
    this.reasons[entry] = reason;
    this.orders[entry] = capped;
    this.places[entry] = place;
  }
}
