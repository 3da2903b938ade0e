import type { Edition } from '../../core/note/episode.ts';
import { align } from '../../core/timeline/align.ts';
import type { Lexicon } from '../../core/timeline/lexicon.ts';
import type { Anchor, Evidence, Timeline } from '../../core/timeline/timeline.ts';
import { wantsLexicon } from '../../core/timeline/wants-lexicon.ts';

/** Everything an alignment needs, as it crosses to the worker. Sent by our own aligner only. */
export interface AlignRequest {
  readonly id: number;
  readonly edition: Edition;
  readonly evidence: Evidence;
  readonly anchors: readonly Anchor[];
}

export type AlignAnswer =
  | { readonly id: number; readonly timeline: Timeline }
  | { readonly id: number; readonly failure: string };

let lexicon: Promise<Lexicon> | null = null;

/** The lexicon, loaded from the extension's files on first use; by the worker alone, so that it is in them once. */
function loadLexicon(): Promise<Lexicon> {
  lexicon ??= import('../../core/timeline/lexicon-zh-en.ts').then((module) => module.chineseEnglishLexicon());
  return lexicon;
}

/** The worker's side. Never throws: a failure is an answer. */
export async function answerAlignRequest(data: unknown): Promise<AlignAnswer> {
  const { id, edition, evidence, anchors } = data as AlignRequest;
  try {
    const words = wantsLexicon(edition, evidence) ? await loadLexicon() : null;
    return { id, timeline: align(edition, evidence, anchors, words) };
  } catch (error) {
    return { id, failure: error instanceof Error ? error.message : String(error) };
  }
}
