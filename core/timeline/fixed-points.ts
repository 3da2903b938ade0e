import type { Edition } from '../note/episode.ts';
import type { Seconds } from '../time/seconds.ts';
import type { Anchor } from './timeline.ts';

/** A section start that is known rather than inferred. */
export interface FixedPoint {
  /** Position of the section in the edition. */
  readonly index: number;
  readonly start: Seconds;
  readonly by: 'author' | 'viewer';
}

/**
 * All known section starts, at most one per section, in the note's order: the note's own `timestamps` and the given
 * anchors. Anchors are a log: of two for one section the later wins, and the viewer's time takes precedence over the
 * author's. An author's time that contradicts the order of the viewer's is dropped, as is an older correction that
 * contradicts a newer one, so that the next correction repairs a mistaken one. Authored times that are out of order
 * among themselves stay: they mean that the note does not follow the talk.
 */
export function fixedPoints(edition: Edition, anchors: readonly Anchor[], duration: Seconds): readonly FixedPoint[] {
  const indexOf = new Map(edition.sections.map((section, index) => [section.id, index]));
  const authored = new Map<number, FixedPoint>();
  const set = (section: string, start: number) => {
    const index = indexOf.get(section);
    if (index === undefined || !Number.isFinite(start) || start < 0 || start > duration) return;
    authored.set(index, { index, start, by: 'author' });
  };
  for (const [section, start] of Object.entries(edition.timestamps)) set(section, start);
  for (const anchor of anchors) if (anchor.by === 'author') set(anchor.section, anchor.start);

  const kept: FixedPoint[] = [];
  const follows = !isOutOfOrder([...authored.values()]);
  for (const anchor of anchors.toReversed()) {
    const index = indexOf.get(anchor.section);
    if (anchor.by !== 'viewer' || index === undefined) continue;
    if (!Number.isFinite(anchor.start) || anchor.start < 0 || anchor.start > duration) continue;
    const point: FixedPoint = { index, start: anchor.start, by: 'viewer' };
    if (kept.some((other) => other.index === index || (follows && contradicts(other, point)))) continue;
    kept.push(point);
  }
  for (const point of authored.values()) {
    if (kept.some((other) => other.index === point.index)) continue;
    if (follows && kept.some((other) => other.by === 'viewer' && contradicts(other, point))) continue;
    kept.push(point);
  }
  return kept.sort((a, b) => a.index - b.index);
}

/** Whether the points go back in time anywhere. */
export function isOutOfOrder(points: readonly FixedPoint[]): boolean {
  const sorted = points.toSorted((a, b) => a.index - b.index);
  return sorted.some((point, i) => point.start < (sorted[i - 1]?.start ?? 0));
}

function contradicts(a: FixedPoint, b: FixedPoint): boolean {
  return (a.index - b.index) * (a.start - b.start) < 0;
}
