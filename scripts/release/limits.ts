/** What each store takes at most, by its documentation of 2026. Characters are Unicode's, bytes are the uploaded file's. */
export const LIMITS = {
  chrome: { name: 75, shortName: 12, summary: 132, description: 16_000, justification: 1000, package: 2 * 1024 ** 3 },
  edge: { description: [250, 10_000], certification: 2000, package: 500 * 1024 ** 2 },
  firefox: {
    name: 50,
    manifestName: 45,
    summary: 250,
    description: 15_000,
    changes: 3000,
    reviewers: 3000,
    package: 200 * 1024 ** 2,
  },
} as const;

/** Pictures, in pixels; all three stores take these sizes. */
export const SCREENSHOT = { width: 1280, height: 800 } as const;
export const TILE = { width: 440, height: 280 } as const;
/** Edge's own, beside the package's icons. */
export const LOGO = { width: 300, height: 300 } as const;
export const SCREENSHOTS = 5;

export const lengthOf = (text: string) => [...text].length;

/** As many whole entries of a list as fit, and then where the others are. */
export function shortened(lines: string, most: number, rest: string): string {
  if (lengthOf(lines) <= most) return lines;
  let kept = '';
  for (const entry of lines.split(/\n(?=- )/)) {
    const longer = kept === '' ? entry : `${kept}\n${entry}`;
    if (lengthOf(longer) + lengthOf(rest) + 1 > most) break;
    kept = longer;
  }
  return kept === '' ? rest : `${kept}\n${rest}`;
}
