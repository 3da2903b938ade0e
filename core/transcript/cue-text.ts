import { decodeEntities } from './entities.ts';

/** `<v Jeff>` names the speaker: a change of voice is worth keeping as the captions' own mark for it. */
const VOICE = /<v(?:\.[^\s<>]*)?\s([^<>]+)>/giu;

/**
 * The tags that captions use, with `[^<>]` instead of `[^>]`, so that `a < b` stays and a text of nothing but `<` is read
 * in linear time: formatting, voice and language, and the moments of single words.
 */
const TAG =
  /<\/?(?:[biucsp]|em|strong|ruby|rt|br)(?:\.[^\s<>]*)? ?\/?>|<\/?(?:v|lang|font|span|c|p)(?:[.\s][^<>]*)?>|<(?:\d+:)?\d{1,2}:\d{2}[.,]\d{1,3}>/giu;
const BREAK = /<br ?\/?>|\[br\]/giu;
/** Instructions of SubStation Alpha, which many SubRip files keep: `{\an8}`. */
const OVERRIDE = /\{\\[^{}]*\}/gu;

/** Makes plain text of cues with the markup of WebVTT and SubRip. Call it for the cues in order: it keeps track of the voice. */
export function createCueText(): (raw: string) => string {
  let voice: string | null = null;
  return (raw) => {
    const marked = raw.replace(VOICE, (_, name: string) => {
      const turn = voice !== null && name.trim() !== voice;
      voice = name.trim();
      return turn ? '>> ' : '';
    });
    return decodeEntities(marked.replace(BREAK, '\n').replace(TAG, '').replace(OVERRIDE, ''));
  };
}
