import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { convertIndexedToRgb, decode } from 'fast-png';
import { describe, expect, test } from 'vitest';

type Color = readonly [red: number, green: number, blue: number, opacity: number];

/** The pixels of a PNG, with a palette or without. */
function pixelsOf(file: Buffer): { readonly size: number; readonly at: (x: number, y: number) => Color } {
  const png = decode(file);
  const { data, channels } = png.palette
    ? { data: convertIndexedToRgb(png), channels: png.palette[0]?.length ?? 0 }
    : png;
  expect([png.depth <= 8, channels], 'eight bits at most, with opacity').toEqual([true, 4]);
  return {
    size: png.width,
    at: (x, y) => Array.from(data.subarray((y * png.width + x) * 4, (y * png.width + x) * 4 + 4)) as never,
  };
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

describe.each([
  [16, 0],
  [32, 0],
  [48, 0],
  [96, 0],
  [128, 16],
])('the icon of %i pixels', (size, margin) => {
  const icon = pixelsOf(readFileSync(join(import.meta.dirname, `../public/icon/${size}.png`)));

  test.each(Object.entries(TOOLBARS))('stands out with sleeve and record on a toolbar: %s', (_, background) => {
    expect(icon.size).toBe(size);
    const art = size - 2 * margin;
    const best = (from: number, to: number) => {
      const columns = Array.from({ length: Math.ceil((to - from) * art) }, (_, at) => Math.floor(from * art) + at);
      return Math.max(...columns.map((x) => contrast(icon.at(margin + x, size / 2), background)));
    };
    // The line through the middle: the sleeve's left half, and the record's edge right of it.
    expect(best(0.05, 0.5)).toBeGreaterThan(3);
    expect(best(0.85, 1)).toBeGreaterThan(3);
  });

  test('leaves its margin free', () => {
    for (let x = 0; x < size; x++) {
      for (let depth = 0; depth < margin; depth++) {
        const around = [
          icon.at(x, depth),
          icon.at(x, size - 1 - depth),
          icon.at(depth, x),
          icon.at(size - 1 - depth, x),
        ];
        expect(around.every(([, , , opacity]) => opacity === 0)).toBe(true);
      }
    }
  });
});
