import type { LookupEntry, LookupSource } from '../../../core/glossary/lookup-source.ts';
import { toVideoId, type VideoId } from '../../../core/video/video-id.ts';

export function videoId(text: string): VideoId {
  const id = toVideoId(text);
  if (!id) throw new Error(`not a video id: ${text}`);
  return id;
}

export const HERE = videoId('aaaaaaaaaaa');
export const ELSEWHERE = videoId('bbbbbbbbbbb');

export function entry(term: string, more: Partial<LookupEntry> = {}): LookupEntry {
  return { id: term, term, aliases: [], kind: 'term', definition: '', ...more };
}

export function source(entries: readonly LookupEntry[], more: Partial<LookupSource> = {}): LookupSource {
  return { videoId: HERE, language: 'zh-Hans', title: 'A talk', entries, ...more };
}
