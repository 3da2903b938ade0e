/** What the icon is drawn on: a grid of 48 to a side, which at 48 and 96 pixels is that of the pixels. */
const GRID = 48;

/**
 * The icon: a record half out of its sleeve, with the notes on the sleeve. Sleeve and lines have their edges on whole pixels,
 * so that they are sharp in a toolbar.
 *
 * @param size Pixels on each side.
 * @param margin Pixels left free on each side.
 */
export function iconArt(size: number, margin = 0): string {
  const scale = (size - 2 * margin) / GRID;
  const onPixel = (units: number) => Math.round(units * scale);
  /** A box with its edges, in units of the grid, moved to whole pixels. */
  const box = (left: number, right: number, top: number, height: number, radius: number) =>
    `<rect x="${onPixel(left)}" y="${top}" width="${onPixel(right) - onPixel(left)}" height="${height}" rx="${radius}"`;
  const line = (index: number, right: number) => {
    const height = Math.max(1, onPixel(4));
    return `${box(8, right, onPixel(14) + index * onPixel(8), height, height / 2)} fill="#fbf1e3"/>`;
  };
  // The rim is for dark toolbars, on which the record would vanish: at least a pixel wide.
  const rim = Math.max(1, 1.75 * scale);
  const disc = `cx="${29 * scale}" cy="${24 * scale}"`;
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${size}" height="${size}" viewBox="${-margin} ${-margin} ${size} ${size}">
  <circle ${disc} r="${18 * scale - rim / 2}" fill="#1c1b1a" stroke="#f1e7d4" stroke-width="${rim}"/>
  <circle ${disc} r="${11.5 * scale}" fill="none" stroke="#45413c" stroke-width="${0.75 * scale}"/>
  <circle ${disc} r="${6.5 * scale}" fill="#e2a03f"/>
  ${box(2, 32, onPixel(6), onPixel(42) - onPixel(6), 3.25 * scale)} fill="#c8462f"/>
  ${line(0, 26)}${line(1, 26)}${line(2, 19)}
</svg>`;
}
