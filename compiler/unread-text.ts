import { plainKey, textsIn } from './fields.ts';
import type { FrontMatter } from './front-matter.ts';

/** A shorter value is metadata: a tag, a name, a status. */
const SHORTEST_TEXT = 200;
/** Keys that are read, and keys of the author's own filing. */
const READ = new Set(
  [
    'title,name,videotitle,headline,source,url,link,links,lang,language',
    'summary,tldr,tl;dr,abstract,synopsis,overview,description,excerpt,intro,introduction,lead,subtitle,blurb',
    'bulletpoints,keypoints,keytakeaways,takeaways,highlights,insights,learnings,shownotes,points',
    'chapters,timestamps,timeline,sections,outline,toc,segments,topics',
    'people,companiesorgs,productsmodels,mediabooks,speaker,speakers,guest,guests,author,authors,host,hosts,presenter,presenters,interviewee,interviewees',
    'tags,keywords,category,categories,area,project,series,status,draft,layout,insight,aliases,related,references,resources,sources,cssclasses',
  ]
    .join(',')
    .split(','),
);

/**
 * Keys of the front matter whose text is shown nowhere: longer than metadata, under a key that is not read.
 *
 * @param transcript Whether the front matter's transcript was read.
 */
export function unreadText(data: FrontMatter['data'], transcript: boolean): string[] {
  return Object.entries(data).flatMap(([key, value]) => {
    const plain = plainKey(key);
    if (READ.has(plain) || (transcript && /^(?:transcript|transcription|captions|subtitles|cues)$/.test(plain)))
      return [];
    let length = 0;
    for (const { text } of textsIn(value))
      if (/\s/.test(text.trim()) || /\p{Script=Han}{8}/u.test(text)) length += text.length;
    return length >= SHORTEST_TEXT ? [key] : [];
  });
}
