import type { ChromiumWithExtension } from './chromium.ts';

/** Adds notes to the library as a viewer does, in any language of the interface. */
export async function addNotes(browser: ChromiumWithExtension, ...notes: readonly string[]): Promise<void> {
  const library = await browser.open(`${browser.origin}/library.html`);
  const files = notes.map((note, at) => ({ name: `${at}.md`, mimeType: 'text/markdown', buffer: Buffer.from(note) }));
  await library.locator('input[name=files]').setInputFiles(files);
  await library.locator('.import-report .end').waitFor();
  await library.close();
}

const turn = (speaker: string, text: string, original: string) =>
  `**${speaker}**：${text}\n\n<details><summary>Original English</summary>\n${original}\n</details>\n`;

const CLOCK_TURNS = [
  turn(
    '林远',
    '这座钟每天慢四秒。毛病不在齿轮，而在弹簧的**退火**（Annealing: 把金属缓慢冷却，使其内应力消散）。',
    'This clock loses four seconds a day. The fault lies in the annealing of its spring, not in the wheels.',
  ),
  turn('Mara Holt', '三年？你为什么不换一根弹簧？', 'Three years? Why did you not replace the spring?'),
  turn(
    '林远',
    '因为换掉它，就再也不知道它为什么慢了。',
    'Because once it is replaced, one never learns why it was slow.',
  ),
];

/** A translated conversation, each turn with its original, about the stand-in's second video. */
export const CONVERSATION = `---
source: https://www.youtube.com/watch?v=noNoteHere1
title: 一次关于退火与钟表的谈话
lang: zh-Hans
speaker: [林远, Mara Holt]
summary: 两位钟表匠谈**退火**，谈耐心，也谈一座走慢了三十年的钟。
people: [林远, Mara Holt]
---
${Array.from({ length: 12 }, (_, at) => `### 第 ${at + 1} 座钟\n\n${CLOCK_TURNS.join('\n')}`).join('\n')}`;

const SYLLABLES = ['ka', 'lo', 'mi', 'nu', 'pe', 'ra', 'so', 'ti', 'vu', 'zo'];
const wordAt = (i: number) => [i % 10, (i / 10) % 10, i / 100].map((digit) => SYLLABLES[Math.floor(digit)]).join('');
/** A sentence of words that no other sentence has. */
const sentenceAt = (at: number) => `${Array.from({ length: 12 }, (_, i) => wordAt(at * 12 + i)).join(' ')}.`;

/** Three sections of four paragraphs, about a video of ten minutes, and what is said in it: 48 sentences of 12 seconds. */
export function spokenNote(source: string): readonly string[] {
  const paragraph = (at: number) => [0, 1, 2, 3].map((i) => sentenceAt(at * 4 + i)).join(' ');
  const section = (at: number) => [0, 1, 2, 3].map((i) => paragraph(at * 4 + i)).join('\n\n');
  const lines = Array.from({ length: 48 }, (_, at) => {
    const seconds = at * 12;
    return `**${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}** ${sentenceAt(at)}`;
  });
  return [
    `---\nsource: ${source}\ntitle: Read aloud\nlang: en\n---\n${[0, 1, 2].map((at) => `### Part ${at + 1}\n\n${section(at)}\n`).join('\n')}`,
    `---\nsource: ${source}\n---\n# Transcript\n\n${lines.join('\n\n')}\n`,
  ];
}

/** The note for screenshots: short, with times, terms of several kinds and varied sections. */
export const PICTURED = `---
source: https://www.youtube.com/watch?v=noNoteHere1
title: 走慢了三十年的钟：林远与 Mara Holt 谈耐心
date: '2025-03-08'
duration: '10:00'
lang: zh-Hans
speaker: [林远, Mara Holt]
summary: 两位钟表匠谈**退火**，谈耐心，也谈一座走慢了三十年的钟：为什么不急着换掉坏的零件，怎样从四秒的误差读出一根弹簧的一生。
people: [林远, Mara Holt, Christiaan Huygens]
companies_orgs: [慢钟工坊]
products_models: [Tower Clock No. 7]
timestamps: ['0:00', '1:12', '2:40', '4:05', '6:30', '8:10']
---
### 每天四秒

${CLOCK_TURNS.join('\n')}
### 弹簧的一生

**Mara Holt**：它也会累吗？

**林远**：会，那叫**疲劳**（fatigue: 反复受力后材料变弱）。Christiaan Huygens 早就见过。

### 一座塔上的 Tower Clock No. 7

**Mara Holt**：慢钟工坊修过它两次，靠的是**擒纵机构**（escapement: 让能量一格一格放出的机关）。

### 为什么不换掉它

**林远**：换掉就不知道了。

### 淬火与回火

**Mara Holt**：**淬火**（quenching: 烧红后急冷）之后要**回火**（tempering: 再加热以去脆性）。

### 给学徒的话

**林远**：慢慢来。
`;

/** As long as the longest note of the archive: 191 sections and 900 terms, in made-up words. */
export function longNote(sections = 191, terms = 900): string {
  const name = (term: number) => `${WORDS[term % WORDS.length]}${WORDS[(term * 7 + 3) % WORDS.length]}${term}`;
  const parts = Array.from({ length: sections }, (_, at) => {
    const own = Array.from({ length: terms }, (__, term) => term).filter((term) => term % sections === at);
    const glosses = own.map(
      (term) => `这里讲**${name(term)}**（Term ${term}: 第 ${term} 个词的解释，说得不长也不短）。`,
    );
    return `### 第 ${at + 1} 节：${name(at * 3)}\n\n${glosses.join('')}\n\n${`${name(at)}与${name(at + 1)}的关系。`.repeat(20)}\n`;
  });
  return `---\nsource: https://www.youtube.com/watch?v=noNoteHere1\ntitle: 一篇很长的笔记\nlang: zh-Hans\n---\n${parts.join('\n')}`;
}

const WORDS = '弹簧 齿轮 钟摆 发条 表盘 指针 机芯 擒纵 游丝 宝石'.split(' ');
