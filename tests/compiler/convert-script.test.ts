import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { compileLibrary } from '../../compiler/library.ts';
import { wholeScriptWords } from '../../compiler/script-words.ts';
import { addDefinitions, buildIndex } from '../../core/glossary/build-index.ts';
import { lookup } from '../../core/glossary/lookup.ts';
import { lookupSource } from '../../core/glossary/lookup-source.ts';
import type { Edition, Episode, EpisodeEdition } from '../../core/note/episode.ts';
import { editionIn, offeredEditions, otherScript, wantedScript, writtenEdition } from '../../core/note/other-script.ts';
import { blockText, originalText, sectionText } from '../../core/note/section-text.ts';
import { chooseEdition } from '../../core/session/choose-edition.ts';

const VIDEO = 'https://www.youtube.com/watch?v=v0gjI__RyCY';

function episodeOf(...notes: readonly string[]): Episode {
  const { episodes, problems } = compileLibrary(notes.map((text, at) => ({ file: `${at}.md`, text })));
  expect(problems).toEqual([]);
  const [episode] = episodes;
  if (!episode) throw new Error('nothing was compiled');
  return episode;
}

function edition(episode: Episode, language: string): EpisodeEdition {
  const found = editionIn(episode, language);
  if (!found) throw new Error(`no edition in ${language}`);
  return found;
}

/** A note with one paragraph. */
const saying = (lang: string, text: string) => `---
source: ${VIDEO}
title: ${lang === 'zh-Hans' ? '谈话' : '談話'}
lang: ${lang}
---
### 一

${text}
`;

const SIMPLIFIED = `---
source: ${VIDEO}
title: 理发师谈头发
lang: zh-Hans
summary: 一家**理发店**的历史。
speaker: [林远]
people: [林远]
timestamps: ['0:00', '1:30']
---
### 发现 {#found}

**林远**：**烫发**（Perm: 用热和药水让头发卷曲）是后来才有的，见 [这里](https://example.com/发)，代码是 \`头发\`。

<details><summary>Original English</summary>
The perm came later.
</details>

### 干部的面条 {#noodles}

干部吃干面，树干不能干燥，里程碑在心里。
`;

const TRADITIONAL = `---
source: ${VIDEO}
title: 理髮師談頭髮
lang: zh-Hant
---
### 發現

皇后後來發現，乾隆皇帝的頭髮乾了。
`;

describe('a note in one script of Chinese', () => {
  const episode = episodeOf(SIMPLIFIED);
  const [written] = episode.editions;
  const converted = edition(episode, 'zh-Hant');

  test('is offered in the other one, marked as converted', () => {
    expect(offeredEditions(episode)).toEqual([
      { language: 'zh-Hans' },
      { language: 'zh-Hant', convertedFrom: 'zh-Hans' },
    ]);
    expect(converted).toMatchObject({ language: 'zh-Hant', convertedFrom: 'zh-Hans' });
    expect(converted.conversion).toBeUndefined();
    expect(writtenEdition(converted)).toBe(written);
    expect(editionIn(episode, 'zh-Hant')).toBe(converted);
    expect(editionIn(episode, 'zh-Hans')).toBe(written);
    expect(editionIn(episode, 'en')).toBeNull();
  });

  test('has all its words converted', () => {
    expect(converted.title).toBe('理髮師談頭髮');
    expect(JSON.stringify(converted.summary)).toContain('理髮店');
    expect(converted.speakers).toEqual(['林遠']);
    expect(converted.sections.map(({ title }) => title)).toEqual(['發現', '幹部的麵條']);
    const [turn] = converted.sections[0].blocks;
    expect(turn?.speaker).toBe('林遠');
    expect(converted.glossary.find(({ term }) => term === '燙髮')).toMatchObject({
      aliases: ['Perm'],
      definition: '用熱和藥水讓頭髮捲曲',
    });
    expect(converted.glossary.some(({ term, kind }) => term === '林遠' && kind === 'person')).toBe(true);
  });

  test('keeps ids, times, readings, addresses, code and the words of the talk', () => {
    expect(converted.sections.map(({ id }) => id)).toEqual(['found', 'noodles']);
    expect(converted.timestamps).toEqual(written.timestamps);
    const same = ({ id, reading, explainedIn, mentionedIn }: Edition['glossary'][number]) => [
      id,
      reading,
      explainedIn,
      mentionedIn,
    ];
    expect(converted.glossary.map(same)).toEqual(written.glossary.map(same));
    const [turn] = converted.sections[0].blocks;
    const text = JSON.stringify(turn?.content);
    expect(text).toContain('https://example.com/%E5%8F%91');
    expect(turn && blockText(turn)).toContain('代碼是 头发');
    expect(turn && originalText(turn)).toBe('The perm came later.');
  });

  test('adds nothing to a lookup', () => {
    const index = addDefinitions(buildIndex(episode.editions.map((each) => lookupSource(episode.videoId, each))));
    for (const query of ['烫发', '燙髮', 'perm', 'tangfa']) {
      const found = lookup(index, query, { current: null, languages: ['zh-Hant'] });
      expect(found.map(({ entry }) => entry.term)).toEqual(['烫发']);
    }
  });

  test('opens for a viewer of the other script, but after a note written in it', () => {
    expect(chooseEdition(episode, ['zh-Hant', 'en'])).toBe(converted);
    expect(chooseEdition(episode, ['zh-TW'])).toBe(converted);
    expect(chooseEdition(episode, ['zh-Hans'])).toBe(written);
    expect(chooseEdition(episode, ['zh-Hans'], 'zh-Hant')).toBe(converted);
    expect(chooseEdition(episode, ['ja'])).toBe(written);
  });
});

test('traditional notes are converted to simplified script', () => {
  const converted = edition(episodeOf(TRADITIONAL), 'zh-Hans');
  expect(converted).toMatchObject({ convertedFrom: 'zh-Hant', title: '理发师谈头发' });
  expect(sectionText(converted.sections[0])).toBe('皇后后来发现，乾隆皇帝的头发干了。');
});

test.each([
  ['头发很长，他发现了', '頭髮很長，他發現了'],
  ['干部在干燥的树干上干杯', '幹部在乾燥的樹幹上乾杯'],
  ['这只是一只鸟', '這只是一隻鳥'],
  ['皇后后来吃了面条，面对现实', '皇后後來吃了麵條，面對現實'],
  ['联系和关系，系统与系鞋带', '聯繫和關係，系統與繫鞋帶'],
  ['公里在心里', '公里在心裡'],
  ['复杂的复制，恢复与答复', '複雜的複製，恢復與答覆'],
  ['半导体制造', '半導體製造'],
])('%s by its phrases', (simplified, traditional) => {
  const converted = edition(episodeOf(saying('zh-Hans', simplified)), 'zh-Hant');
  expect(sectionText(converted.sections[0])).toBe(traditional);
});

test('an episode written in both scripts is not converted', () => {
  const both = episodeOf(SIMPLIFIED, TRADITIONAL);
  expect(offeredEditions(both)).toEqual([{ language: 'zh-Hans' }, { language: 'zh-Hant' }]);
  expect(both.editions.some(({ conversion }) => conversion)).toBe(false);
  expect(edition(both, 'zh-Hant').convertedFrom).toBeUndefined();
});

test('an own note in the other script replaces a conversion', () => {
  const [own] = episodeOf(TRADITIONAL).editions;
  const [bundled] = episodeOf(SIMPLIFIED).editions;
  const merged = { editions: [own, bundled] as const };
  expect(offeredEditions(merged).map(({ convertedFrom }) => convertedFrom)).toEqual([undefined, undefined]);
});

test('other languages have no other script', () => {
  const english = episodeOf(`---\nsource: ${VIDEO}\ntitle: Annealing\nlang: en\n---\n### One\n\nSlowly.\n`);
  expect(offeredEditions(english)).toEqual([{ language: 'en' }]);
  expect(['zh', 'zh-CN', 'zh-TW', 'zh-HK', 'ja', 'yue', 'no tag'].map(otherScript)).toEqual([
    'zh-Hant',
    'zh-Hant',
    'zh-Hans',
    'zh-Hans',
    null,
    null,
    null,
  ]);
});

test.each([
  ['和照计划走的人生', '和照計劃走的人生'],
  ['最怀念的日子', '最懷念的日子'],
  ['公司里人人都在，合同里怎么写', '公司裡人人都在，合同裡怎麼寫'],
  ['这里正在下雨，世界里美好的事', '這裡正在下雨，世界裡美好的事'],
  ['里根在三里屯，离里约一万公里', '里根在三里屯，離里約一萬公里'],
  ['学会了如何，却没有了如指掌', '學會了如何，卻沒有瞭如指掌'],
  ['整个中东，必须发明', '整個中東，必須發明'],
  ['概念的历史，符合历史', '概念的歷史，符合歷史'],
  ['为了解决它，我想了解你', '為了解決它，我想瞭解你'],
  ['更复杂的半导体制造', '更複雜的半導體製造'],
  ['里面包含核心系统，不是面包', '裡面包含核心系統，不是麵包'],
  ['爆发式的管理发展，去理发', '爆發式的管理發展，去理髮'],
  ['能干的人不干预', '能幹的人不干預'],
  ['看着它', '看著它'],
  // Clocks, watches and people called so.
  ['这个慢钟，墙上的钟停了，三分钟', '這個慢鐘，牆上的鐘停了，三分鐘'],
  ['一见钟情，情有独钟，钟先生', '一見鍾情，情有獨鍾，鍾先生'],
  ['余教授和范老师，其余的规范，十余年', '余教授和范老師，其餘的規範，十餘年'],
  ['于先生等于我，游女士去旅游', '于先生等於我，游女士去旅遊'],
  ['范冰冰和范德堡，典范', '范冰冰和范德堡，典範'],
  ['助手表示手表坏了，民调表现，水表面', '助手表示手錶壞了，民調表現，水表面'],
  ['喜欢表演，电子表格', '喜歡表演，電子表格'],
  // Phrases within two words.
  ['美国历史，百年历史，日历', '美國歷史，百年歷史，日曆'],
  ['，并为你提供，并成为，合并，并发症', '，並為你提供，並成為，合併，併發症'],
  ['高并发，问题并发出警报', '高並發，問題並發出警報'],
  ['收购并私有化，开户并购买', '收購並私有化，開戶並購買'],
  ['被发现，一直发展，学生发送，增长发生，冻结发生', '被發現，一直發展，學生發送，增長發生，凍結發生'],
  ['这只会让人累，多只能两次，只影响他', '這只會讓人累，多只能兩次，只影響他'],
  ['这只猫，一只手，最多三只', '這隻貓，一隻手，最多三隻'],
  ['今天干什么，应该干的事', '今天幹什麼，應該幹的事'],
  ['如何干扰，任何干燥的东西', '如何干擾，任何乾燥的東西'],
  ['衣服还没干，不准进去，预测不准，校准他的表', '衣服還沒乾，不准進去，預測不準，校準他的表'],
  ['知道里面有什么，组织里，视角里，东西里加了糖', '知道裡面有什麼，組織裡，視角裡，東西裡加了糖'],
  ['540海里，深海里', '540海里，深海裡'],
  ['合作伙伴，贸易伙伴', '合作夥伴，貿易夥伴'],
  ['一家私营公司，一家什么店', '一家私營公司，一家什麼店'],
  ['消息一出，一出好戏', '消息一出，一齣好戲'],
  ['公有云服务，人云亦云', '公有雲服務，人云亦云'],
  ['对冲突，重大冲突，冲咖啡', '對衝突，重大衝突，沖咖啡'],
  ['思维系统，开关系统，维系', '思維系統，開關系統，維繫'],
  ['麦克风后面，三天后，皇后', '麥克風後面，三天後，皇后'],
  ['愿意面对，论文和面试，方便面', '願意面對，論文和面試，方便麵'],
  ['基本上复制了，光明复苏', '基本上複製了，光明復甦'],
  ['点明了，简单明了', '點明了，簡單明瞭'],
])('%s is written %s', (text, written) => {
  const episode = episodeOf(saying('zh-Hans', text));
  expect(blockText(edition(episode, 'zh-Hant').sections[0].blocks[0] as never)).toBe(written);
});

test('people whom a note names keep their surnames', () => {
  const people = (list: string) =>
    saying('zh-Hans', '余凯和钟睒睒谈剩余的钟').replace('lang:', `people: [${list}]\nlang:`);
  const text = (note: string) => sectionText(edition(episodeOf(note), 'zh-Hant').sections[0]);
  expect(text(people('余凯, 钟睒睒'))).toBe('余凱和鍾睒睒談剩餘的鐘');
  expect(text(people('林远'))).toBe('餘凱和鐘睒睒談剩餘的鐘');
});

describe("Taiwan's vocabulary", () => {
  /** A sentence of a note in simplified characters, as a reader who chose it sees it. */
  function inTaiwan(text: string): string {
    const found = editionIn(episodeOf(saying('zh-Hans', text)), 'zh-Hant', null, true);
    return found ? sectionText(found.sections[0]) : '';
  }

  test.each([
    ['手机的内存和芯片，网络与软件', '手機的記憶體和晶片，網路與軟體'],
    ['视频里讲人工智能的算法', '影片裡講人工智慧的演算法'],
    ['硅谷的程序员写代码', '矽谷的程式設計師寫程式碼'],
    ['服务器的操作系统', '伺服器的作業系統'],
    ['奥巴马访问新西兰', '歐巴馬訪問紐西蘭'],
  ])('%s becomes %s', (text, written) => {
    expect(inTaiwan(text)).toBe(written);
  });

  test.each([
    ['他把文件放在桌上，支持这个项目', '他把文件放在桌上，支持這個項目'],
    ['法律程序的对象', '法律程序的對象'],
    ['马在草原上奔驰，包罗万象', '馬在草原上奔馳，包羅萬象'],
    ['电视频道和录音频率', '電視頻道和錄音頻率'],
    ['体内存在抗体，国内存款', '體內存在抗體，國內存款'],
    ['其实时间不多，实时代的感觉', '其實時間不多，實時代的感覺'],
    ['理智能够战胜恐惧', '理智能夠戰勝恐懼'],
    ['试图像人一样思考', '試圖像人一樣思考'],
    ['多数组织和现代码头', '多數組織和現代碼頭'],
    ['收集成本数据，提高清晰度', '收集成本數據，提高清晰度'],
    ['直接口播，强调试图减免提供的费用', '直接口播，強調試圖減免提供的費用'],
    ['单词组合扩大语言的范围，数据源自实验', '單詞組合擴大語言的範圍，數據源自實驗'],
  ])('%s means something else and stays %s', (text, written) => {
    expect(inTaiwan(text)).toBe(written);
  });

  test('is marked, shares the times of the note as written, and is off until asked for', () => {
    const episode = episodeOf(saying('zh-Hans', '芯片'));
    const [written] = episode.editions;
    const shown = chooseEdition(episode, ['zh-Hant'], null, undefined, true);
    expect(shown).toMatchObject({ language: 'zh-Hant', convertedFrom: 'zh-Hans', inTaiwanWords: true });
    expect(writtenEdition(shown)).toBe(written);
    expect(chooseEdition(episode, ['zh-Hant'], null, undefined, true)).toBe(shown);
    const plain = chooseEdition(episode, ['zh-Hant']);
    expect(plain.inTaiwanWords).toBeUndefined();
    expect(sectionText(plain.sections[0])).toBe('芯片');
    expect(chooseEdition(episode, ['zh-Hans'], null, undefined, true)).toBe(written);
  });

  test('changes nothing in a note without such words, or one converted by an earlier version', () => {
    expect(editionIn(episodeOf(saying('zh-Hans', '头发')), 'zh-Hant', null, true)?.inTaiwanWords).toBeUndefined();
    const [now] = episodeOf(saying('zh-Hans', '芯片')).editions;
    const { taiwan, ...conversion } = now.conversion ?? { language: 'zh-Hant', words: '' };
    expect(taiwan).toBe('芯片 晶片');
    const old = editionIn({ editions: [{ ...now, conversion }] }, 'zh-Hant', null, true);
    expect(old && sectionText(old.sections[0])).toBe('芯片');
  });

  test('comes out as by the whole dictionaries, wherever a word stands', () => {
    const { toHant: words, toTaiwan: taiwan } = wholeScriptWords();
    const texts = readdirSync('content').filter((file) => file.endsWith('zh-Hans.md'));
    for (const file of texts) {
      const { editions } = episodeOf(readFileSync(`content/${file}`, 'utf8'));
      const [written] = editions;
      const shown = editionIn({ editions }, 'zh-Hant', null, true);
      const whole = (text: string) => taiwan.convert(words.convert(text));
      expect(shown?.sections.map(({ title }) => title)).toEqual(written.sections.map(({ title }) => whole(title)));
      expect(shown?.glossary.map(({ definition }) => definition)).toEqual(
        written.glossary.map(({ definition }) => whole(definition)),
      );
    }
    expect(texts.length).toBeGreaterThan(5);
  });

  test('is not applied to what is written in traditional characters', () => {
    const episode = episodeOf(saying('zh-Hant', '電腦的內存'));
    expect(chooseEdition(episode, ['zh-Hant'], null, undefined, true)).toBe(episode.editions[0]);
  });
});

test.each([
  ['zh-Hans', ['zh-Hant', 'en'], 'zh-Hant'],
  ['zh-Hans', ['en', 'zh-TW', 'zh-Hans'], 'zh-Hant'],
  ['zh-Hant', ['zh-CN'], 'zh-Hans'],
  ['zh-Hans', ['zh-Hans', 'zh-Hant'], 'zh-Hans'],
  ['zh-Hans', ['en'], 'zh-Hans'],
  ['en', ['zh-Hant'], 'en'],
])('%s for a reader of %s is wanted in %s', (language, wanted, script) => {
  expect(wantedScript(language, wanted)).toBe(script);
});
