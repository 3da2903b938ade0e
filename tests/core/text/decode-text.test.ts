import { describe, expect, it } from 'vitest';
import { decodeText as decodeWith } from '../../../core/text/decode-text.ts';

const decodeText = (bytes: Uint8Array) => decodeWith(bytes, TextDecoder);

const CHINESE = '### 退火\n这是一个我们在课上的例子，他们有的人不了解中国的大模型为什么来得这么快。\n';

const utf16 = (text: string, littleEndian: boolean) => {
  const bytes = new Uint8Array(text.length * 2);
  const view = new DataView(bytes.buffer);
  for (let at = 0; at < text.length; at++) view.setUint16(at * 2, text.charCodeAt(at), littleEndian);
  return bytes;
};

/** No runtime has an encoder for these, so the decoder is inverted. */
function encodeWith(label: string, text: string): Uint8Array {
  const decoder = new TextDecoder(label);
  const table = new Map<string, number[]>();
  for (let lead = 0x81; lead <= 0xfe; lead++) {
    for (let trail = 0x40; trail <= 0xfe; trail++) {
      const character = decoder.decode(new Uint8Array([lead, trail]));
      if (!table.has(character)) table.set(character, [lead, trail]);
    }
  }
  return new Uint8Array([...text].flatMap((one) => (one < '\x80' ? one.charCodeAt(0) : (table.get(one) ?? [0x3f]))));
}

/** The same for single-byte encodings. */
function single(label: string, text: string): Uint8Array {
  const characters = new TextDecoder(label).decode(Uint8Array.from({ length: 256 }, (_, byte) => byte));
  return Uint8Array.from(text, (character) => Math.max(0, characters.indexOf(character)));
}

describe('decodeText', () => {
  it.each([
    ['UTF-8', new TextEncoder().encode(CHINESE), 'utf-8'],
    ['UTF-8 with a mark', new TextEncoder().encode(`\uFEFF${CHINESE}`), 'utf-8'],
    ['UTF-16 LE with a mark', utf16(`\uFEFF${CHINESE}`, true), 'utf-16le'],
    ['UTF-16 BE with a mark', utf16(`\uFEFF${CHINESE}`, false), 'utf-16be'],
    ['UTF-16 LE without a mark', utf16(`title: Annealing\n${CHINESE}`, true), 'utf-16le'],
    ['UTF-16 BE without a mark', utf16(`title: Annealing\n${CHINESE}`, false), 'utf-16be'],
    ['GBK', encodeWith('gbk', CHINESE), 'gbk'],
  ] as const)('reads %s', (_name, bytes, encoding) => {
    const decoded = decodeText(bytes);
    expect(decoded).toMatchObject({ ok: true, encoding });
    expect(decoded.ok && decoded.text.endsWith(CHINESE)).toBe(true);
  });

  it.each([
    'Schöne Grüße, „das Rad“ läuft – für 5 €…',
    'Un été à la plage, où ça brûle : « œuvre » et Noël.',
    '¿Qué pasó mañana? ¡Nada, señor!',
    'Não há razões: a ligação está à mão.',
    'Perché è così? La città è più bella.',
    'På vägen går en ö förbi.',
    'Hyvää päivää, tänään puhumme pyörästä.',
    'Blåbærsyltetøy på brødet, sa hun.',
    'Það er gott að vera í þorpinu.',
    'It’s a naïve café—really.',
  ])('reads Windows-1252: %s', (text) => {
    expect(decodeText(single('windows-1252', text))).toEqual({ ok: true, text, encoding: 'windows-1252' });
  });

  it.each([
    ['Big5', encodeWith('big5', '這是一個我們在課上的例子，他們有的人不瞭解中國的大模型為什麼來得這麼快。')],
    ['Shift-JIS', encodeWith('shift_jis', 'これは授業で使った例で、とても速いモデルについて説明しています。')],
    ['EUC-JP', encodeWith('euc-jp', 'これは授業で使った例で、とても速いモデルについて説明しています。')],
    ['EUC-KR', encodeWith('euc-kr', '이것은 우리가 수업에서 쓰는 예이며 모델이 왜 빠른지 설명합니다.')],
    ['Windows-1251', single('windows-1251', 'Это пример из нашего урока о моделях.')],
    ['Windows-1250 in Polish', single('windows-1250', 'Zażółć gęślą jaźń, to jest mała próbka źródła.')],
    ['Windows-1250 in Czech', single('windows-1250', 'Příliš žluťoučký kůň úpěl ďábelské ódy.')],
    ['Windows-1254', single('windows-1254', 'Bu ışık güneşin ışığı, çağın en güçlü şeyi.')],
    ['Windows-1253', single('windows-1253', 'Αυτό είναι ένα παράδειγμα από το μάθημα.')],
  ])('refuses %s instead of showing garbage', (_name, bytes) => {
    expect(decodeText(bytes)).toEqual({ ok: false, reason: 'unknown-encoding' });
  });

  it('distinguishes binary files from text', () => {
    expect(decodeText(new Uint8Array([0x89, 0x50, 0, 0, 0, 0, 1, 2, 0, 0, 3]))).toEqual({
      ok: false,
      reason: 'binary',
    });
  });

  it('reads an empty file as empty text', () => {
    expect(decodeText(new Uint8Array())).toMatchObject({ ok: true, text: '' });
  });
});
