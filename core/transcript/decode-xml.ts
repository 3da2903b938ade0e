import type { Cue, RawTranscript } from './cue.ts';
import { decodeEntities } from './entities.ts';
import { createTtmlClock } from './ttml-time.ts';
import { xmlPieces } from './xml.ts';

/** The form of captions in XML: YouTube's own `srv1` and `srv3`, or TTML, which it and many editors export. */
export type XmlForm = 'srv1' | 'srv3' | 'ttml';

const FORM_OF_ROOT: Readonly<Record<string, XmlForm>> = { transcript: 'srv1', timedtext: 'srv3', tt: 'ttml' };

interface Open {
  readonly name: string;
  readonly start: number;
  text: string;
}

/**
 * Reads captions in XML: srv3 (`<p t="1000" d="…">`, milliseconds), srv1 (`<text start="1.0" dur="…">`, seconds) and TTML
 * (`<p begin="00:00:01.000">`, https://www.w3.org/TR/ttml2/).
 *
 * @returns `null` when there is no timed paragraph.
 */
export function decodeXml(text: string): (RawTranscript & { readonly form: XmlForm }) | null {
  const cues: Cue[] = [];
  const clock = createTtmlClock();
  let form: XmlForm | null = null;
  let language: string | null = null;
  /** Where the elements around this one begin; a time within is counted from there. */
  const bases: { readonly name: string; readonly base: number }[] = [];
  let open: Open | null = null;

  for (const piece of xmlPieces(text)) {
    if (piece.kind === 'text') {
      if (open) open.text += piece.literal ? piece.text : unescaped(piece.text, form);
    } else if (piece.kind === 'close') {
      if (open?.name === piece.name) {
        cues.push({ start: open.start, text: open.text });
        open = null;
      } else if (bases.at(-1)?.name === piece.name) bases.pop();
    } else {
      const { name, attributes, empty } = piece;
      form ??= FORM_OF_ROOT[name] ?? null;
      if (name === 'tt') {
        clock.configure(attributes);
        language = attributes.get('lang') ?? null;
      }
      if (open) {
        if (name === 'br') open.text += '\n';
        continue;
      }
      const base = bases.at(-1)?.base ?? 0;
      const start = startOf(name, attributes, clock.read, base);
      if (start !== null && CUES.has(name)) {
        if (!empty) open = { name, start, text: '' };
      } else if (!empty && CONTAINERS.has(name)) bases.push({ name, base: start ?? base });
    }
  }
  return cues.length === 0 ? null : { language, cues, form: form ?? 'srv3' };
}

/** A `span` is a cue of its own only where its paragraph has no time. */
const CUES = new Set(['p', 'text', 'span']);
const CONTAINERS = new Set(['body', 'div', 'p']);

function startOf(
  name: string,
  attributes: ReadonlyMap<string, string>,
  readTtml: (text: string) => number | null,
  base: number,
): number | null {
  const begin = attributes.get('begin');
  if (begin !== undefined) {
    const seconds = readTtml(begin);
    return seconds === null ? null : base + seconds;
  }
  const value = name === 'p' ? attributes.get('t') : name === 'text' ? attributes.get('start') : undefined;
  if (value === undefined || !/^\d{1,12}(?:\.\d{1,9})?$/u.test(value)) return null;
  return Number(value) / (name === 'p' ? 1000 : 1);
}

/** YouTube's own forms are escaped twice. */
function unescaped(text: string, form: XmlForm | null): string {
  const once = decodeEntities(text);
  return form === 'ttml' ? once : decodeEntities(once);
}
