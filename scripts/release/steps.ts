/** Names that lead nowhere, for examples only (RFC 2606). */
const RESERVED = /(?:^|\.)(?:example|invalid|test|localhost|example\.(?:com|net|org))$/;

/** What to say of the homepage that stores and browsers show; `null` where it can be somebody's. */
export function homepageWarning(homepage: string): string | null {
  if (!RESERVED.test(new URL(homepage).hostname)) return null;
  return `!!! THE HOMEPAGE IS STILL AN EXAMPLE: ${homepage}
!!! These packages are good for a rehearsal only. Before you upload, set “homepage” in package.json to the address of the
!!! repository, commit, and release again.`;
}

/** The steps left to do by hand. */
export function nextSteps(version: string, folder: string, warning: string | null): string {
  return `
✓ Version ${version} is committed and tagged v${version}. Everything is in ${folder}:

  SHA256SUMS                            checksums of the three packages
  sleevenotes-${version}-chromium.zip   Chrome Web Store and Edge Add-ons
  sleevenotes-${version}-firefox.zip    Firefox Add-ons
  sleevenotes-${version}-sources.zip    Firefox Add-ons, as the source code
  listing/                              texts and pictures, a folder a language

Next:
  1. git push --follow-tags             the forge tests the tag and attaches the packages to it
  2. https://chrome.google.com/webstore/devconsole     upload the chromium zip; texts and pictures from listing/
  3. https://partner.microsoft.com/dashboard/microsoftedge   the same zip; logo and notes for certification from listing/
  4. https://addons.mozilla.org/developers/            the firefox zip, then the sources zip; notes from listing/reviewers.md
docs/releasing.md has each step with what to answer.
${warning === null ? '' : `\n${warning}\n`}`;
}
