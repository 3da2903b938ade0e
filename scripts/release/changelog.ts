/** CHANGELOG.md with the unreleased section turned into a version, and that section's lines. */
export interface Released {
  readonly text: string;
  readonly lines: string;
}

const HEADING = /^## (.*)$/gm;
const UNRELEASED = /^(?:[\d.]+ )?\(?unreleased\)?$/i;

/**
 * Gives the "unreleased" section its version and date (`YYYY-MM-DD`) and adds an empty one above it. Throws when there is no
 * such section, or when it is empty.
 */
export function releaseChangelog(text: string, version: string, date: string): Released {
  const headings = [...text.matchAll(HEADING)];
  const at = headings.findIndex(([, title = '']) => UNRELEASED.test(title.trim()));
  const heading = headings[at];
  if (!heading) throw new Error('CHANGELOG.md has no section “## Unreleased”: add it, with a line on what is new.');
  const start = heading.index + heading[0].length;
  const end = headings[at + 1]?.index ?? text.length;
  const lines = text.slice(start, end).trim();
  if (!/^- .{10,}/m.test(lines)) {
    throw new Error('“Unreleased” in CHANGELOG.md is empty: say in a line or two what a viewer or author will notice.');
  }
  const rest = text.slice(end);
  const released = `## Unreleased\n\n## ${version} (${date})\n\n${lines}\n`;
  return { text: `${text.slice(0, heading.index)}${released}${rest === '' ? '' : `\n${rest}`}`, lines };
}
