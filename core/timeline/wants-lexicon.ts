import type { Edition } from '../note/episode.ts';
import { isHan } from '../text/han.ts';
import { sectionTexts } from './note-text.ts';
import type { Evidence } from './timeline.ts';

/** Whether the lexicon would help: one of the note and its transcript or chapters is Chinese, the other in Latin script. */
export function wantsLexicon(edition: Edition, evidence: Evidence): boolean {
  const sample = sectionTexts(edition).flatMap(({ title, paragraphs }) => [
    title,
    ...paragraphs.map(({ text }) => text),
  ]);
  const note = isHan(sample.join('').slice(0, 4000));
  const heard = [
    evidence.transcript?.cues.slice(0, 200).map(({ text }) => text) ?? [],
    evidence.chapters.map(({ title }) => title),
  ];
  return heard.some((texts) => texts.length > 0 && isHan(texts.join('')) !== note);
}
