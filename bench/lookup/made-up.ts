import type { LookupEntry, LookupSource } from '../../core/glossary/lookup-source.ts';
import { toVideoId } from '../../core/video/video-id.ts';

/**
 * A made-up library with the proportions of the real archive: 190,647 entries in 9,180 notes have 315,001 names, and of
 * the 505,329 keys of these (a name, and each name from its later words on) 202,538 are distinct, because notes of one
 * field explain the same things again and again.
 */
export const ARCHIVE = { entries: 190_647, perNote: 21 };

const SYLLABLES =
  'ba bai ban bao bei ben bi bian biao bing bo bu cai can cang cao ce chang chao che cheng chi chong chu chuan chuang ci cong cun da dai dan dang dao de deng di dian diao ding dong du duan dui dun duo fa fan fang fei fen feng fu gai gan gang gao ge gen gong gou gu guan guang gui guo hai han hang hao he hei hong hou hu hua huan huang hui hun huo ji jia jian jiang jiao jie jin jing jiu ju juan jue jun kai kan kang kao ke kong kou ku kuai kuan kuang kui kun kuo la lai lan lang lao lei leng li lian liang liao lie lin ling liu long lou lu luan lun luo ma mai man mang mao mei men meng mi mian miao min ming mo mu na nai nan nao nei neng ni nian niu nong nuan pai pan pang pei peng pi pian piao pin ping po pu qi qian qiang qiao qie qin qing qiu qu quan que qun ran rang re ren ri rong rou ru ruan rui run ruo sai san sang se sen sha shan shang shao she shen sheng shi shou shu shuai shuang shui shun shuo si song su suan sui sun suo ta tai tan tang tao te teng ti tian tiao tie ting tong tou tu tuan tui tun tuo wa wai wan wang wei wen weng wo wu xi xia xian xiang xiao xie xin xing xiong xiu xu xuan xue xun ya yan yang yao ye yi yin ying yong you yu yuan yue yun za zai zan zang zao ze zeng zha zhan zhang zhao zhe zhen zheng zhi zhong zhou zhu zhuan zhuang zhun zhuo zi zong zou zu zuan zui zun zuo'.split(
    ' ',
  );
const PARTS =
  'ab ac ad al an ar as at au ba be bo ca ce co con cor cu da de di do dor el em en er ex fa fi fo ga ge gra ha he in ion is ju ka ko la le li lo lu ma me mi mo na ne ni no nu on or pa per pi po pro ra re ri ro ru sa se si so sta su ta te ten ti to tra tu un ur va ve vi vo za zo'.split(
    ' ',
  );
/** Words that the queries of the bench find. */
const KNOWN = ['反向传播', '优化损失', '梯度下降'];
const KNOWN_LATIN = ['attention', 'tensor', 'model', 'gradient'];

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

/** A library of made-up entries: terms in Chinese or English, other names, readings and an explanation each. */
export function makeSources(count: number): readonly LookupSource[] {
  const below = numbers(count);
  const pick = <T>(list: ArrayLike<T>): T => list[below(list.length)] as T;
  /** Picks few items often and most rarely, like words of a language. */
  const often = <T>(list: ArrayLike<T>): T => list[Math.floor((below(1000) / 1000) ** 3 * list.length)] as T;
  const characters = Array.from({ length: 1800 }, (_, at) => String.fromCharCode(0x4e00 + at * 11));
  const sounds = new Map(
    [...characters, ...KNOWN.join('')].map((each) => [each, SYLLABLES[each.charCodeAt(0) % SYLLABLES.length] ?? 'a']),
  );
  for (const [at, each] of Array.from('反向传播').entries())
    sounds.set(each, ['fan', 'xiang', 'chuan', 'bo'][at] ?? '');
  const words = [
    ...KNOWN_LATIN,
    ...Array.from({ length: 9000 }, () => Array.from({ length: 2 + below(3) }, () => pick(PARTS)).join('')),
  ];
  const han = (length: number) => Array.from({ length }, () => often(characters)).join('');
  const phrase = () => Array.from({ length: 1 + (below(10) < 3 ? 0 : 1 + below(2)) }, () => often(words)).join(' ');
  const chinese = () => (below(400) === 0 ? pick(KNOWN) + (below(2) ? han(1 + below(2)) : '') : han(2 + below(4)));

  const concept = (): Omit<LookupEntry, 'id'> => {
    const names = below(10) < 6 ? [chinese(), ...(below(10) < 8 ? [phrase()] : [])] : [phrase()];
    if (below(8) === 0) names.push(chinese());
    const [term = '', ...aliases] = names;
    const reading = names
      .filter((name) => sounds.has(name.charAt(0)))
      .map((name) => Array.from(name, (each) => sounds.get(each)).join(' '))
      .join(',');
    return { term, aliases, kind: 'term', definition: `${han(20 + below(20))}，${often(words)} ${han(10)}。`, reading };
  };

  const concepts: Omit<LookupEntry, 'id'>[] = [];
  const sources: LookupSource[] = [];
  for (let at = 0; at < count; at += ARCHIVE.perNote) {
    const videoId = toVideoId(`bench${String(at).padStart(6, '0')}`);
    if (!videoId) throw new Error('a made-up video id of the wrong form');
    const entries = Array.from({ length: Math.min(ARCHIVE.perNote, count - at) }, (_, more): LookupEntry => {
      // Concepts that many notes have are more likely in the next one.
      const made = concepts.length === 0 || below(100) < 64 ? concept() : pick(concepts);
      concepts.push(made);
      return { id: String(at + more), ...made };
    });
    sources.push({ videoId, language: 'zh-Hans', title: 'Made up', entries, scriptForms: ['传傳', '损損', '优優'] });
  }
  return sources;
}

/** The numbers of names, of keys, and of distinct keys. */
export function countNames(sources: readonly LookupSource[]): Readonly<Record<'names' | 'keys' | 'distinct', number>> {
  let [names, keys] = [0, 0];
  const distinct = new Set<string>();
  for (const { entries } of sources) {
    for (const { term, aliases } of entries) {
      for (const name of [term, ...aliases]) {
        names += 1;
        const words = name.split(' ');
        keys += words.length;
        for (const from of words.keys()) distinct.add(words.slice(from).join(''));
      }
    }
  }
  return { names, keys, distinct: distinct.size };
}
