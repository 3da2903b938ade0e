import type { Notice } from './read-package.ts';

/** A licence text, and the packages under it with their holders and remarks. */
interface Licence {
  readonly words: string;
  readonly packages: Map<string, Set<string>>;
}

const COPYRIGHT = /^\s*(?:copyright\b(?! notice| holder| owner| license)|\(c\)|©|based on )/i;
/** The licence's title above its first sentence, in any of its spellings. */
const TITLE =
  /^\W*(?:(?:the )?(?:mit|isc|bsd)\b.{0,40}licen[cs]e\b.{0,12}|\w+ core license|\w+ is released under the \w+ license:)$/i;

/** Splits a licence text into the lines that name its holders and the text that many packages have in common. */
function partLicence(text: string): { readonly holders: readonly string[]; readonly words: string } {
  const lines = text.replaceAll('\r\n', '\n').split('\n');
  // The text of the Apache License contains an example of such a line, and is the same for all.
  const apache = /Apache License\s+Version 2\.0/.test(text);
  const holders = apache ? [] : lines.filter((line) => COPYRIGHT.test(line)).map((line) => line.trim());
  const rest = apache ? lines : lines.filter((line) => !COPYRIGHT.test(line) && !TITLE.test(line));
  return { holders, words: rest.join('\n').trim() };
}

/** Equal for texts that differ only in spaces, line breaks or marks around words. */
const keyOf = (words: string) =>
  words
    .replaceAll(/[\s*_"'“”‘’`#>-]+/g, ' ')
    .toLowerCase()
    .trim();

const escapeHtml = (text: string) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');

/** Each licence text once, with the packages under it: the page that ships with the extension. */
export function noticesPage(own: string, notices: readonly Notice[]): string {
  const licences = new Map<string, Licence>();
  const sorted = notices.toSorted((one, other) => (one.name < other.name ? -1 : 1));
  for (const { name, version, texts, remark } of sorted) {
    for (const text of texts) {
      const { holders, words } = partLicence(text);
      const licence = licences.get(keyOf(words)) ?? { words, packages: new Map<string, Set<string>>() };
      licences.set(keyOf(words), licence);
      const title = `${name} ${version}`;
      const said = licence.packages.get(title) ?? new Set<string>();
      for (const each of [...holders, ...(remark === undefined ? [] : [remark])]) said.add(each);
      licence.packages.set(title, said);
    }
  }
  const sections = [...licences.values()].map(({ words, packages }) => {
    const items = [...packages].map(([title, said]) => `<li>${escapeHtml([title, ...said].join('\n'))}</li>`);
    return `<ul>\n${items.join('\n')}\n</ul>\n<pre>${escapeHtml(words)}</pre>`;
  });
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8" />
<meta name="viewport" content="width=device-width" />
<title>Sleevenotes: licences</title>
<link rel="stylesheet" href="/notices.css" />
</head>
<body>
<h1>Sleevenotes</h1>
<pre>${escapeHtml(own.trim())}</pre>
<h1>What it is made of</h1>
<p>${notices.length} packages are part of Sleevenotes, each under the licence below its name.</p>
${sections.join('\n')}
</body>
</html>
`;
}
