import type { Edition, Section } from './episode.ts';

const TAKEAWAYS =
  /^[^\p{L}]*(?:(?:key|main|top|my) )?(?:takeaways?|points|lessons)[^\p{L}]*$|^[^\p{L}]*(?:(?:核心|关键|關鍵|主要|本期|本集)?要[点點]|要点まとめ)[^\p{L}]*$/iu;

/** Sections that are lists of what to remember: they are part of the summary, too. */
export function takeawaysOf({ sections }: Pick<Edition, 'sections'>): readonly Section[] {
  return sections.filter(
    ({ title, blocks }) => TAKEAWAYS.test(title) && blocks.some(({ content }) => /^[uo]l$/.test(content.tagName)),
  );
}
