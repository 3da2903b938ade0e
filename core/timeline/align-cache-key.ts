import type { NoteKey } from '../note/note-id.ts';
import type { Anchor, Evidence } from './timeline.ts';

/** Changes whenever `align` may give another result for the same input. */
const ALGORITHM_VERSION = 8;

/**
 * Names the result of an alignment: equal keys, equal timelines. Made of the episode's revision, the edition's note,
 * a fingerprint of the evidence and the anchors, and the version of the algorithm.
 */
export function alignCacheKey(revision: string, note: NoteKey, evidence: Evidence, anchors: readonly Anchor[]): string {
  const known = fingerprint(JSON.stringify(anchors.map(({ section, start, by }) => [section, start, by])));
  return [ALGORITHM_VERSION, revision, note, evidenceFingerprint(evidence), known].join(':');
}

/** Changes with anything the evidence says; 16 hexadecimal digits. */
export function evidenceFingerprint({ duration, chapters, chapterOrigin, transcript }: Evidence): string {
  const parts = [
    duration,
    chapterOrigin,
    chapters.map(({ start, title }) => [start, title]),
    transcript && [transcript.language, transcript.cues.map(({ start, text }) => [start, text])],
  ];
  return fingerprint(JSON.stringify(parts));
}

/** Two 32-bit FNV-1a hashes with different seeds: collisions are one in 2⁶⁴. Not for secrets. */
function fingerprint(text: string): string {
  let a = 0x811c9dc5;
  let b = 0x9747b28c;
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    a = Math.imul(a ^ code, 0x01000193);
    b = Math.imul(b ^ code, 0x01000193) + i;
  }
  return [a, b].map((hash) => (hash >>> 0).toString(16).padStart(8, '0')).join('');
}
