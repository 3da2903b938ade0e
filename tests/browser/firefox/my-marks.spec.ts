import { fileURLToPath } from 'node:url';
import { expect, test } from '@playwright/test';
import { MARKS_FILE } from '../marks-file.ts';
import { VIOLATIONS } from './axe.ts';
import { FirefoxWithExtension } from './firefox.ts';

const EXTENSION = fileURLToPath(new URL('../../../.output/firefox-mv3', import.meta.url));

/** By WebDriver's own code. */
const ENTER = '\uE007';

let firefox: FirefoxWithExtension;
test.beforeAll(async () => {
  firefox = await FirefoxWithExtension.launch(EXTENSION);
});
test.afterAll(() => firefox?.close());

const isThere = (what: string, script: string) => firefox.until(what, () => firefox.inPage<boolean>(script));
const focus = (selector: string) => firefox.inPage('document.querySelector(arguments[0]).focus();', selector);

test('in Firefox marks are edited by keyboard, deleted and put back, and become a note that is written on', async () => {
  await firefox.goto(`${firefox.origin}/library.html`);
  await isThere('the marks', 'return !!document.querySelector(".mark-list .empty");');
  await firefox.inPage(
    `const input = document.querySelector('#marks input[type=file]');
     Object.defineProperty(input, 'files', { value: [new File([arguments[0]], 'marks.md')] });
     input.dispatchEvent(new Event('change', { bubbles: true }));`,
    MARKS_FILE,
  );
  await isThere('three marks', 'return document.querySelectorAll(".mark-list li").length === 3;');
  expect(await firefox.inPage(VIOLATIONS)).toEqual([]);

  await focus('[aria-label="Edit the mark at 1:05"]');
  await firefox.press(ENTER);
  await isThere('the field', 'return document.activeElement.matches("textarea");');
  await firefox.press(...'Soon: ', ENTER);
  await isThere('the words', 'return /Soon: /.test(document.querySelector(".mark-list").textContent);');
  await isThere('the focus', 'return document.activeElement.getAttribute("aria-label") === "Edit the mark at 1:05";');

  await focus('[aria-label="Delete the mark at 0:03"]');
  await firefox.press(ENTER);
  await isThere('two marks', 'return document.querySelectorAll(".mark-list li").length === 2;');
  await focus('#marks .undo button');
  await firefox.press(ENTER);
  await isThere('three marks', 'return document.querySelectorAll(".mark-list li").length === 3;');

  await firefox.inPage('document.querySelector(".mark-list details").open = true;');
  await focus('.mark-list details > button');
  await firefox.press(ENTER);
  await isThere('the editor', 'return /###/.test(document.querySelector(".editor textarea")?.value ?? "");');
  await isThere('what is to be mended', 'return /Saved\\. Nothing to mend\\./.test(document.body.textContent);');
  expect(await firefox.inPage(VIOLATIONS)).toEqual([]);
  await firefox.inPage(
    'const field = document.querySelector("textarea"); field.focus(); field.setSelectionRange(1e6, 1e6);',
  );
  await firefox.press(...'typed');
  await isThere('that it is saved', 'return /Saved\\./.test(document.body.textContent);');
  await firefox.goto(`${firefox.origin}/library.html`);
  await isThere('the note', 'return !!document.querySelector(`a[href^="editor.html"]`);');
});
