import { hasRecorded, recordedJson } from '../platform/youtube/recorded.ts';
import { answerStandIn } from '../stand-in/site.ts';
import { EPISODE, expect, test } from './fixtures.ts';

const RECORDED = 'KI7fMGRg0Wk';
const SCRIPT = 'https://www.youtube.com/stand-in/page.js';

test('on a page with a recorded response of YouTube, the panel shows its 13 chapters', async ({
  browserWithExtension,
}) => {
  test.skip(!hasRecorded, 'The recorded responses are not available.');
  const { context } = browserWithExtension;
  const video = { id: RECORDED, title: 'A recorded page', channel: 'Stand-in', duration: 8135, chapters: [] };
  await context.route(SCRIPT, async (route) => {
    const answer = await answerStandIn(SCRIPT, null);
    const data = recordedJson(`newpipe/streamsegmentstagesschau__${RECORDED}__next.json`);
    const body = String(answer?.body)
      .replace('const VIDEOS = [', () => `const VIDEOS = [${JSON.stringify(video)},`)
      .replace(
        'const INITIAL_DATA = {',
        () => `const INITIAL_DATA = {${JSON.stringify(RECORDED)}:${JSON.stringify(data)},`,
      );
    await route.fulfill({ contentType: 'text/javascript', body });
  });
  const page = await browserWithExtension.open(EPISODE);
  const panel = await browserWithExtension.openPanel(page);
  await page.locator(`a[data-id="${RECORDED}"]`).first().click();
  await expect(panel.getByRole('heading', { level: 1 })).toHaveText('No note for this video');
  await expect(panel.locator('.chapters li')).toHaveCount(13);
});
