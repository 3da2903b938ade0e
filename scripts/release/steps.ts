/** What is left to do by hand: what goes where. */
export function nextSteps(version: string, folder: string): string {
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
  3. https://partner.microsoft.com/dashboard/microsoftedge   the same zip; notes for certification from listing/reviewers.md
  4. https://addons.mozilla.org/developers/            the firefox zip, then the sources zip; notes from listing/reviewers.md
docs/releasing.md has each step with what to answer.
`;
}
