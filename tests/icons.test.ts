import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { inflateSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';

type Color = readonly [red: number, green: number, blue: number, opacity: number];

/** The pixels of a PNG with 8 bits per channel and alpha, as browsers write it. */
function pixelsOf(png: Buffer): { readonly size: number; readonly at: (x: number, y: number) => Color } {
  const size = png.readUInt32BE(16);
  expect([png[24], png[25], png[28]], 'eight bits, with opacity, not interlaced').toEqual([8, 6, 0]);
  const parts: Buffer[] = [];
  for (let at = 8; at < png.length; at += png.readUInt32BE(at) + 12) {
    if (png.toString('latin1', at + 4, at + 8) === 'IDAT') {
      parts.push(png.subarray(at + 8, at + 8 + png.readUInt32BE(at)));
    }
  }
  const raw = inflateSync(Buffer.concat(parts));
  const line = size * 4;
  const pixels = Buffer.alloc(line * size);
  for (let y = 0; y < size; y++) {
    const filter = raw[y * (line + 1)];
    for (let x = 0; x < line; x++) {
      const left = x >= 4 ? (pixels[y * line + x - 4] ?? 0) : 0;
      const up = y > 0 ? (pixels[(y - 1) * line + x] ?? 0) : 0;
      const corner = x >= 4 && y > 0 ? (pixels[(y - 1) * line + x - 4] ?? 0) : 0;
      const guess = [0, left, up, (left + up) >> 1, paeth(left, up, corner)][filter ?? 0] ?? 0;
      pixels[y * line + x] = ((raw[y * (line + 1) + 1 + x] ?? 0) + guess) & 255;
    }
  }
  return { size, at: (x, y) => [...pixels.subarray((y * size + x) * 4, (y * size + x) * 4 + 4)] as never };
}

function paeth(left: number, up: number, corner: number): number {
  const [a, b, c] = [left, up, corner].map((each) => Math.abs(left + up - corner - each)) as [number, number, number];
  return a <= b && a <= c ? left : b <= c ? up : corner;
}

const luminance = (color: readonly number[]) => {
  const [red = 0, green = 0, blue = 0] = color.map((each) => {
    const share = each / 255;
    return share <= 0.03928 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
};
/** The contrast of a pixel over a background, as defined by WCAG. */
function contrast([red, green, blue, opacity]: Color, background: readonly [number, number, number]): number {
  const seen = [red, green, blue].map((each, at) => (each * opacity + (background[at] ?? 0) * (255 - opacity)) / 255);
  const [low = 0, high = 0] = [luminance(seen), luminance(background)].sort((a, b) => a - b);
  return (high + 0.05) / (low + 0.05);
}

const TOOLBARS = { light: [255, 255, 255], 'Chromium, dark': [60, 60, 60], 'Firefox, dark': [43, 42, 51] } as const;

describe.each([16, 32, 48, 128])('the icon of %i pixels', (size) => {
  const icon = pixelsOf(readFileSync(join(import.meta.dirname, `../public/icon/${size}.png`)));

  test.each(Object.entries(TOOLBARS))('stands out with sleeve and record on a toolbar: %s', (_, background) => {
    expect(icon.size).toBe(size);
    const best = (from: number, to: number) => {
      const columns = Array.from({ length: Math.ceil((to - from) * size) }, (_, at) => Math.floor(from * size) + at);
      return Math.max(...columns.map((x) => contrast(icon.at(x, size / 2), background)));
    };
    // On the line through the middle: the sleeve's left half, and the record's edge to its right.
    expect(best(0.05, 0.5)).toBeGreaterThan(3);
    expect(best(0.85, 1)).toBeGreaterThan(3);
  });
});
