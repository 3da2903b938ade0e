import { expect, test } from '@playwright/test';
import { addVideo } from '../../stand-in/videos.ts';
import { VIOLATIONS } from './axe.ts';
import { besideTheEpisode, type FirefoxWithExtension } from './firefox.ts';

/** The five things a viewer most needs, as in `../journeys.spec.ts`, in one Firefox. */

const EPISODE = 'https://www.youtube.com/watch?v=v0gjI__RyCY';
const [TAB, ENTER] = ['\uE004', '\uE007'];
/** Another bundled episode. */
const ANOTHER = 'wEZBlmvxx4o';
addVideo(ANOTHER, 'Another talk');

let firefox: FirefoxWithExtension;
test.beforeAll(async () => {
  firefox = await besideTheEpisode();
});
test.afterAll(() => firefox?.close());

const click = (selector: string) => firefox.inSidebar(`document.querySelector('${selector}').click();`);
const press = (words: string) =>
  firefox.inSidebar(
    `[...document.querySelectorAll('button')].find((button) => button.textContent.startsWith('${words}')).click();`,
  );
const text = (selector: string) =>
  firefox.inSidebar<string>(`return document.querySelector('${selector}')?.textContent ?? '';`);
const title = () => text('h1');
const is = (what: string, condition: string) => firefox.until(what, () => firefox.inSidebar(`return ${condition};`));
const moveTo = (seconds: number) => firefox.inPage(`document.querySelector('video').currentTime = ${seconds};`);
const tabs = () =>
  firefox.inBrowser<string[]>('return [...window.gBrowser.tabs].map((tab) => tab.linkedBrowser.currentURI.spec);');

const violations = () => firefox.inSidebarWorld<readonly string[]>(VIOLATIONS);

async function reopen(): Promise<void> {
  await firefox.inBrowser('window.SidebarController.hide();');
  await firefox.openSidebar();
  await firefox.until('the note', title);
}

test('in Firefox the first page was opened once', async () => {
  expect((await tabs()).filter((address) => address === `${firefox.origin}/welcome.html`)).toHaveLength(1);
});

test("1: in Firefox the note opens in the browser's language; one chosen is kept, and preferred elsewhere", async () => {
  const browserSpeaks = (languages: string) =>
    firefox.inBrowser('Services.prefs.setCharPref("intl.accept_languages", args[0]);', languages);
  expect(await title()).toContain('会长大');
  for (const [languages, words] of [
    ['zh-TW, en', '會長大'],
    ['en-US, en', 'Jeff Dean and Noam'],
    ['zh-CN, en', '会长大'],
  ] as const) {
    await browserSpeaks(languages);
    await reopen();
    await firefox.until(words, async () => (await title()).includes(words));
  }
  await press('English');
  await firefox.until('English', async () => (await title()).includes('Jeff Dean and Noam'));
  await firefox.goto(`https://www.youtube.com/watch?v=${ANOTHER}`);
  await is(
    'the next note in English',
    'document.querySelector("h1[lang=en]") && !/Jeff/.test(document.querySelector("h1").textContent)',
  );
  await firefox.openPopup();
  await firefox.until('the popup in English', () =>
    firefox.inPopup<boolean>('return document.querySelector("[role=option] [lang]")?.lang === "en";'),
  );
  await firefox.press('\uE00C');
  await firefox.goto(EPISODE);
  await firefox.until('the first note', async () => (await title()).includes('Jeff Dean and Noam'));
  await press('简体中文');
  await firefox.until('Chinese again', async () => (await title()).includes('会长大'));
});

test('2: in Firefox a guess says what it rests on, becomes exact, and that is said', async () => {
  const basis = () => text('.basis');
  expect(await basis()).toBe('Times given in the note');
  expect(await text('.approx')).toBe('');
  // Another cut of the video, so that the author's times are unsure.
  await firefox.goto(`${EPISODE}&length=7900`);
  await firefox.until('the guess', async () => /^Times given in the note, about ± \d+ min$/.test(await basis()));
  expect(await text('.approx')).toContain('≈');
  // A guess seen for less than some seconds is not worth a message when it goes.
  await new Promise((done) => setTimeout(done, 4200));
  await click('.exact button');
  await firefox.until('what has changed', async () => (await text('.message')).includes('exact now'));
  expect(await basis()).toContain('Times from the transcript');
  await firefox.goto(EPISODE);
  await firefox.until('the length of the note', async () => (await text('.approx')) === '');
});

test('3: in Firefox the section playing opens as it begins; scrolling pauses that, and one action resumes', async () => {
  await moveTo(1400);
  await click('.tool');
  await is('the passage', 'document.querySelector("[aria-current] .block[data-lit]") !== null');
  const section = () => firefox.inSidebar<string>('return document.querySelector("[aria-current]").dataset.section;');
  const first = await section();
  const next = await firefox.inSidebar<number>(
    `const [minutes, seconds] = document.querySelector('[aria-current] + [data-section] .time').textContent.match(/\\d+/g);
     return minutes * 60 + Number(seconds);`,
  );
  await moveTo(next - 1.5);
  await firefox.inPage('return document.querySelector("video").play().then(() => null);');
  await firefox.until('the next section', async () => (await section()) !== first);
  await is(
    'its text alone',
    'document.querySelectorAll(".section-text:not([hidden])").length === 1 && document.querySelector("[aria-current] .block[data-lit]")',
  );
  const paused = await section();
  await firefox.inSidebar(
    'document.querySelector("main").dispatchEvent(new content.WheelEvent("wheel", { bubbles: true, deltaY: 90 }));',
  );
  await is('the way back', 'document.querySelector(".action.primary") !== null');
  expect(await violations()).toEqual([]);
  await moveTo(5000);
  await firefox.until('another section', async () => (await section()) !== paused);
  await is('the text that is read', `!document.querySelector('[data-section="${paused}"] .section-text').hidden`);
  await click('.action.primary');
  await is('the passage again', 'document.querySelector("[aria-current] .block[data-lit]") !== null');
  await click('.tool');
  await is('nothing marked', 'document.querySelector(".block[data-lit]") === null');

  await press('Open all');
  await is('all', 'document.querySelectorAll(".section-text:not([hidden])").length === 32');
  await press('Close all');
  await is('none', 'document.querySelectorAll(".section-text:not([hidden])").length === 0');
  await click('[data-section=cat-neuron] .section-toggle');
  await click('#summary');
  await new Promise((done) => setTimeout(done, 1000));
  await reopen();
  await is(
    'the tab',
    'document.querySelector("#summary").ariaSelected === "true" || document.querySelector("#summary").getAttribute("aria-selected") === "true"',
  );
  await click('#outline');
  await is('the open section', '!document.querySelector("[data-section=cat-neuron] .section-text").hidden');
  await click('[data-section=cat-neuron] .section-toggle');
});

test('5: in Firefox a time is corrected from its row by keyboard, and no notice stays', async () => {
  const time = () => text('[data-section=cat-neuron] .time');
  // It plays since reading along; a second more on the way to the key, and another time would be set.
  await firefox.inPage('document.querySelector("video").pause();');
  await moveTo(1400);
  await is('the section plays', 'document.querySelector("[data-section=cat-neuron][aria-current]") !== null');
  await firefox.inBrowser(
    'document.getElementById("sidebar").contentDocument.getElementById("webext-panels-browser").focus();',
  );
  await firefox.inSidebar(`document.querySelector('[data-section=cat-neuron] .section-seek').focus();`);
  await firefox.press(TAB);
  // Also in the sidebar's default width the row has room for it.
  expect(
    await firefox.inSidebar('return document.activeElement.checkVisibility() && document.activeElement.className;'),
  ).toBe('section-now');
  await firefox.press(ENTER);
  await firefox.until('the corrected time', async () => (await time()) === '23:20');
  await click('[data-section=cat-neuron] .section-toggle');
  await press('−1 s');
  await firefox.until('a second earlier', async () => (await time()) === '23:19');
  await press('Remove your time 23:19');
  await firefox.until('the time of the note', async () => (await time()) === '23:04');
  await press('Undo');
  await firefox.until('the time removed', async () => (await time()) === '23:19');
  await press('Remove your time 23:19');
  await firefox.until('the offer', async () => (await text('.offer')).startsWith('Your time is removed'));
  expect(await violations()).toEqual([]);
  await click('.offer-close');
  await is('no offer', 'document.querySelector(".offer") === null');
  await click('[data-section=five-grams] .section-seek');
  await firefox.until('the way back', async () => (await text('.offer')).includes('Back to 23:'));
  await is('no offer any more', 'document.querySelector(".offer") === null');
  expect(await time()).toBe('23:04');
});

test('4: in Firefox a note is read on a page of its own: searched, in another language, again after a reload', async () => {
  const inPage = (selector: string) =>
    firefox.inPage<string>(`return document.querySelector('${selector}')?.textContent ?? '';`);
  const heading = () => inPage('h1');
  await firefox.open(`${firefox.origin}/library.html`);
  const link = 'a[href*="reading.html"][href*="v0gjI__RyCY"]';
  await firefox.until('the list', () => inPage(link));
  await firefox.goto(await firefox.inPage<string>(`return document.querySelector('${link}').href;`));
  await firefox.until('the note', heading);
  await firefox.until('all of it', () =>
    firefox.inPage<boolean>(
      `const count = (part) => document.querySelectorAll(part).length;
       return count('.contents li') === 32 && count('.read-section') === 32 && count('.summary-text') > 0
         && count('.entry') > 0 && count('.basis') === 1;`,
    ),
  );
  await firefox.inPage(`document.querySelector('.read-section .term').click();`);
  await firefox.until('what it means', () => inPage('.term-definition:not([hidden])'));

  const field = await firefox.command('WebDriver:FindElement', { using: 'css selector', value: '[type=search]' });
  const [id = ''] = Object.values(field as Record<string, string>);
  await firefox.command('WebDriver:ElementSendKeys', { id, text: 'MapReduce' });
  await firefox.until('what was found', () => inPage('.contents .excerpt mark'));
  await firefox.click('.contents .excerpt');
  await firefox.until('the words', () => firefox.inPage<boolean>('return scrollY > 200;'));

  const press = (words: string) =>
    firefox.inPage(
      `[...document.querySelectorAll('.switch button')].find((button) => button.textContent === '${words}').click();`,
    );
  await press('English');
  await firefox.until('English', async () => (await heading()).includes('Jeff Dean and Noam'));
  await press('简体中文');
  await firefox.until('Chinese', async () => (await heading()).includes('会长大'));
  await press('Both');
  await firefox.until('both', () => inPage('.original[lang=en]'));
  await firefox.goto(await firefox.inPage<string>('return location.href;'));
  await firefox.until('Chinese again', async () => (await heading()).includes('会长大'));
  await firefox.until('the next note', () => inPage('.neighbours a'));

  await firefox.click('.read-section .place-button');
  await firefox.until('the video at that moment', async () =>
    (await tabs()).some((address) => /watch\?v=v0gjI__RyCY&t=\d+s/.test(address)),
  );
});
