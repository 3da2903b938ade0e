const HAN = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}]/u;

/** Whether a text is mostly written in Han characters, kana or hangul. */
export function isHan(text: string): boolean {
  let han = 0;
  let all = 0;
  for (const char of text) {
    if (char.trim() === '') continue;
    all++;
    if (HAN.test(char)) han++;
  }
  return han * 3 > all;
}
