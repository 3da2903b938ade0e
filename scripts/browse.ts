/** `npm start` with a display: opens a browser with the extension on the page of a bundled episode. */
import { launchChromium } from '../tests/browser/chromium.ts';
import { buildExtension } from './build-extension.ts';
import { serveCatalog, subscribe } from './catalog-folder.ts';

const ADDRESS = 'https://www.youtube.com/watch?v=v0gjI__RyCY';

/** Whether YouTube itself can be reached. */
async function youtubeAnswers(): Promise<boolean> {
  try {
    const answer = await fetch('https://www.youtube.com/generate_204', { signal: AbortSignal.timeout(4000) });
    return answer.ok;
  } catch {
    return false;
  }
}

const extension = buildExtension('chrome');
const real = await youtubeAnswers();
const browser = await launchChromium({ extension, headless: false, standIn: !real });
const { SLEEVENOTES_CATALOG: folder } = process.env;
if (folder) {
  const { host, catalog, episode } = await serveCatalog(folder);
  await subscribe(browser, host.address);
  await browser.open(`https://www.youtube.com/watch?v=${episode.videoId}`);
  console.log(`Subscribed to «${catalog.title}» at ${host.address} and opened one of its videos.`);
}
await browser.open(ADDRESS);
console.log(real ? `Opened ${ADDRESS}.` : 'YouTube cannot be reached: opened a stand-in page under its name.');
console.log('Click ♪ Notes below the title. Close the browser to end.');
await new Promise((resolve) => browser.context.on('close', resolve));
