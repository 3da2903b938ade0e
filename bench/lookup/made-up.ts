import type { LookupEntry, LookupSource } from '../../core/glossary/lookup-source.ts';
import { toVideoId } from '../../core/video/video-id.ts';

const HAN =
  '反向传播梯度下降注意力机制模型训练推理芯片数据中心网络神经强化学习语言词表蒸馏专家混合稀疏稠密参数优化损失函数验证测试';
const SYLLABLES = 'fan xiang chuan bo ti du xia jiang zhu yi li ji zhi mo xing xun lian tui xin pian shu ju'.split(' ');
const LATIN = ['tensor', 'neural', 'gradient', 'attention', 'model', 'sparse', 'expert', 'token', 'vector', 'kernel'];
const ENDS = ['er', 'ing', 'ity', 'al', 'net', 'ron', 'ics', 'oid'];

/** The same numbers in every run (mulberry32). */
function numbers(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) % below;
  };
}

/** A library of made-up entries, ten an edition as in the real archive: a Chinese term, an English name, an explanation. */
export function makeSources(count: number): readonly LookupSource[] {
  const below = numbers(count);
  const pick = <T>(list: ArrayLike<T>): T => list[below(list.length)] as T;
  const han = (length: number) => Array.from({ length }, () => pick(HAN)).join('');
  const word = () => `${pick(LATIN)}${below(3) === 0 ? '' : pick(ENDS)}`;
  const entry = (at: number): LookupEntry => {
    const term = han(2 + below(5));
    return {
      id: String(at),
      term,
      aliases: [`${word()} ${word()}${below(2) ? ` ${word()}` : ''}`],
      kind: 'term',
      definition: `${han(20 + below(20))}，${word()}${han(10)}。`,
      reading: Array.from(term, () => pick(SYLLABLES)).join(' '),
    };
  };
  const sources: LookupSource[] = [];
  for (let at = 0; at < count; at += 10) {
    const videoId = toVideoId(`bench${String(at).padStart(6, '0')}`);
    if (!videoId) throw new Error('a made-up video id of the wrong form');
    const entries = Array.from({ length: Math.min(10, count - at) }, (_, more) => entry(at + more));
    sources.push({ videoId, language: 'zh-Hans', title: 'Made up', entries, scriptForms: ['传傳', '学學'] });
  }
  return sources;
}
