import type { RichElement } from '../core/note/rich-text.ts';
import { plainText } from '../core/text/plain-text.ts';

interface Turn {
  readonly speaker: string;
  readonly content: RichElement;
}

const LONGEST_NAME = 40;

/** The speaker and the words of a paragraph that starts `**Name**:` or `**Name:**`; `null` for every other block. */
export function readTurn(element: RichElement): Turn | null {
  if (element.tagName !== 'p') return null;
  const [first, second, ...rest] = element.children;
  if (first?.type !== 'element' || first.tagName !== 'strong') return null;
  const bold = plainText(first.children).trim();
  const speaker = bold.replace(/[:：]$/, '').trim();
  if (speaker === '' || speaker.length > LONGEST_NAME || /[。！？，,!?；;（(]/.test(speaker)) return null;
  if (bold !== speaker) {
    const said = second?.type === 'text' ? { ...second, value: second.value.trimStart() } : second;
    return { speaker, content: { ...element, children: said ? [said, ...rest] : [] } };
  }
  if (second?.type !== 'text' || !/^\s*[:：]/.test(second.value)) return null;
  const said = second.value.replace(/^\s*[:：]\s*/, '');
  return {
    speaker,
    content: { ...element, children: [...(said === '' ? [] : [{ ...second, value: said }]), ...rest] },
  };
}

/** Bold words before a colon that are not a speaker: labels of a point's parts, in the languages notes are written in. */
const LABEL =
  /^(?:what|why|how|when|where|who|which|notes?|tips?|examples?|problems?|solutions?|pros?|cons?|goals?|results?|impact|benefits?|context|background|key (?:points?|ideas?|insights?|takeaways?|quotes?)|takeaways?|insights?|lessons?|quotes?|actions?|steps?( \d+)?|definition|details?|summary|conclusion|evidence|claim|argument|reason|risks?|challenges?|features?|use cases?|important|warning|caution|date|time|location|source|link|title|topic|author|channel|description|duration|rating|tags?|status|type|input|output|before|after|today|now|then|first|second|third|finally|step|stage|phase|part|role|cost|price|advantages?|disadvantages?|strengths?|weakness(?:es)?|pitfalls?|mistakes?|strategy|approach|method|application|relevance|mechanism|observation|implication|consequence|question \d+|q\d+|是什么|为什么|怎么做|如何|何时|问题|問題|解决方案|方案|例子|示例|举例|案例|要点|重点|关键|核心|观点|论点|论据|结论|原因|结果|影响|背景|优点|缺点|优势|劣势|风险|挑战|建议|提示|注意|备注|定义|说明|总结|行动|步骤|目标|方法|标题|来源|作者|链接|时间|日期|地点|启示|意义|本质|现象|证据|数据|特点|功能|应用|场景|예시|문제|해결|장점|단점|결론|이유|정의|개념|핵심|주의|참고|例|注意点|理由|結論|課題|定義|特徴|пример|проблема|решение|вывод|цель|важно|problème|solution|exemple|conclusion|objectif|beispiel|problem|lösung|fazit|ziel|ejemplo|problema|solución|conclusión|esempio|soluzione|conclusione|obiettivo)$/iu;

/**
 * The names that really are speakers: named in the front matter, or taking more than one turn in a note in which a name takes
 * two turns in one section. A definition list (`**Latency**: …`) begins the same way, but has each name only once; labels
 * (`**What:**`, `**Why:**`) repeat with every point, but only once in each section.
 *
 * @param sections The turns of each section.
 */
export function speakersOf(sections: readonly (readonly Turn[])[], named: readonly string[]): ReadonlySet<string> {
  const known = new Set(named.map((name) => name.toLowerCase()));
  const counts = new Map<string, { turns: number; most: number }>();
  for (const turns of sections) {
    const here = new Map<string, number>();
    for (const { speaker } of turns) here.set(speaker, (here.get(speaker) ?? 0) + 1);
    for (const [speaker, count] of here) {
      const { turns: before, most } = counts.get(speaker) ?? { turns: 0, most: 0 };
      counts.set(speaker, { turns: before + count, most: Math.max(most, count) });
    }
  }
  const talks = [...counts.values()].some(({ most }) => most > 1);
  const speakers = [...counts].filter(([name, { turns }]) => {
    if (known.has(name.toLowerCase())) return true;
    return turns > 1 && talks && !LABEL.test(name.trim());
  });
  return new Set(speakers.map(([name]) => name));
}
