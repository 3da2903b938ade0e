/** A number written out in words. */
export interface NumberWord {
  readonly value: number;
  /** Offset of its first character in the run. */
  readonly at: number;
}

const HAN_DIGITS = '零一二三四五六七八九';
const HAN_NUMBER = /[一二两兩三四五六七八九十百千][零〇一二两兩三四五六七八九十百千万亿萬億兆]+/gu;
const HANGUL_DIGITS = '영일이삼사오육칠팔구';
const HANGUL_NUMBER = /^[일이삼사오육칠팔구십백천만억조]+/u;
const HANGUL_TENS = ['열', '스물', '서른', '마흔', '쉰', '예순', '일흔', '여든', '아흔'];
const HANGUL_ONES = ['한', '두', '세', '네', '다섯', '여섯', '일곱', '여덟', '아홉'];
const HANGUL_NATIVE =
  /^(?<tens>열|스물|스무|서른|마흔|쉰|예순|일흔|여든|아흔)(?<ones>한|하나|두|둘|세|셋|네|넷|다섯|여섯|일곱|여덟|아홉)?/u;
/** What is counted: behind one of these even two syllables are a number, and not a word that looks like one. */
const HANGUL_COUNTER =
  /^(?:퍼센트|프로|년|개월|월|주|일|개|명|사람|달러|원|엔|배|번|시간|시|분|초|세|살|대|가지|차|위|점|킬로|미터|와트)/u;

const SCALES: Readonly<Record<string, number>> = {
  十: 10,
  百: 100,
  千: 1000,
  万: 1e4,
  萬: 1e4,
  亿: 1e8,
  億: 1e8,
  兆: 1e12,
  십: 10,
  백: 100,
  천: 1000,
  만: 1e4,
  억: 1e8,
  조: 1e12,
};
const SAME_DIGIT: Readonly<Record<string, string>> = { 两: '二', 兩: '二', 〇: '零' };
/** Digits in a row are a year; two or three of them are a guess, as in 三四 for "three or four". */
const FEWEST_DIGITS = 4;
/** Syllables of a number in hangul that nothing is counted by. */
const FEWEST_SYLLABLES = 3;

/** The numbers written out in a run of Han characters, kana or hangul: 二十五, 两万亿, 二〇二五, 이십오, 스물다섯. */
export function numberWords(run: string): readonly NumberWord[] {
  const found = Array.from(run.matchAll(HAN_NUMBER), ({ 0: text, index }) => ({
    value: numberOf(text, HAN_DIGITS),
    at: index,
  }));
  const first = run.charCodeAt(0);
  const inHangul = first >= 0xac00 && first <= 0xd7a3 ? hangulNumber(run) : null;
  if (inHangul !== null) found.push({ value: inHangul, at: 0 });
  // Up to ten they are parts of other words more often than numbers.
  return found.filter(({ value }) => value > 10);
}

/** Korean puts spaces between words, so a number begins the run. */
function hangulNumber(run: string): number | null {
  const sino = HANGUL_NUMBER.exec(run)?.[0] ?? '';
  const rest = run.slice(sino.length);
  if (sino !== '' && (HANGUL_COUNTER.test(rest) || (rest === '' && sino.length >= FEWEST_SYLLABLES))) {
    return numberOf(sino, HANGUL_DIGITS);
  }
  const { tens = '', ones = '' } = HANGUL_NATIVE.exec(run)?.groups ?? {};
  if (tens === '') return null;
  const one = { 하나: '한', 둘: '두', 셋: '세', 넷: '네' }[ones] ?? ones;
  return 10 * (HANGUL_TENS.indexOf(tens === '스무' ? '스물' : tens) + 1) + HANGUL_ONES.indexOf(one) + 1;
}

function numberOf(text: string, digits: string): number {
  let total = 0;
  let section = 0;
  let digit = 0;
  let inARow = '';
  for (const char of text) {
    const value = digits.indexOf(SAME_DIGIT[char] ?? char);
    const times = SCALES[char] ?? 1;
    if (value >= 0) {
      digit = value;
      inARow += value;
    } else if (times < 1e4) {
      section += (digit || 1) * times;
      digit = 0;
    } else {
      const counted = section + digit;
      // 一億二千万 goes on from the larger to the smaller; 两万亿 multiplies.
      total = total > times ? total + (counted || 1) * times : (total + counted || 1) * times;
      section = 0;
      digit = 0;
    }
  }
  if (inARow.length === text.length) return text.length >= FEWEST_DIGITS ? Number(inARow) : digit;
  return total + section + digit;
}
