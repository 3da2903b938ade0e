import type { RichElement } from '../core/note/rich-text.ts';
import { plainText } from '../core/text/plain-text.ts';

interface Turn {
  readonly speaker: string;
  readonly content: RichElement;
}

const LONGEST_NAME = 40;

/** A paragraph that starts `**Name**:` or `**Name:**`, taken apart; `null` for every other block. */
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

/**
 * The names that really are speakers: named as such in the front matter, or taking more than one turn. A definition
 * list (`**Latency**: …`) begins the same way, but each of its names only once.
 */
export function speakersOf(turns: readonly Turn[], named: readonly string[]): ReadonlySet<string> {
  const counts = new Map<string, number>();
  for (const { speaker } of turns) counts.set(speaker, (counts.get(speaker) ?? 0) + 1);
  const known = new Set(named.map((name) => name.toLowerCase()));
  const speakers = [...counts].filter(([name, count]) => count > 1 || known.has(name.toLowerCase()));
  return new Set(speakers.map(([name]) => name));
}
