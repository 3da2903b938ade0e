/** A piece of an XML document, in order. Prefixes of names are left out. */
export type XmlPiece =
  | {
      readonly kind: 'open';
      readonly name: string;
      readonly attributes: ReadonlyMap<string, string>;
      readonly empty: boolean;
    }
  | { readonly kind: 'close'; readonly name: string }
  | { readonly kind: 'text'; readonly text: string; readonly literal: boolean };

/** Longest tag whose attributes are read. */
const LONGEST_TAG = 5_000;
const ATTRIBUTE = /(?<![\w.-])([\w.-]+)\s*=\s*(?:"([^"]*)"|'([^']*)')/gu;

/**
 * Takes XML apart in one pass, without checking that it is well formed: captions are flat, made by programs, and small
 * enough that no parser needs to ship for them. Comments, instructions and declarations are left out.
 */
export function* xmlPieces(xml: string): Generator<XmlPiece> {
  for (let at = 0; at < xml.length; ) {
    const open = xml.indexOf('<', at);
    const end = open < 0 ? xml.length : open;
    if (end > at) yield { kind: 'text', text: xml.slice(at, end), literal: false };
    if (open < 0) return;
    if (xml.startsWith('<!--', open)) at = after(xml, '-->', open + 4);
    else if (xml.startsWith('<![CDATA[', open)) {
      at = after(xml, ']]>', open + 9);
      yield { kind: 'text', text: xml.slice(open + 9, at).replace(/\]\]>$/u, ''), literal: true };
    } else {
      at = after(xml, '>', open + 1);
      yield* tag(xml.slice(open + 1, at - 1));
    }
  }
}

/** The position after an end mark; the end of the text without one. */
function after(xml: string, mark: string, from: number): number {
  const found = xml.indexOf(mark, from);
  return found < 0 ? xml.length : found + mark.length;
}

const localName = (name: string) => name.slice(name.indexOf(':') + 1).toLowerCase();

function* tag(source: string): Generator<XmlPiece> {
  const [, slash, name] = /^(\/?)([\w:.-]{1,100})/u.exec(source) ?? [];
  if (name === undefined) return;
  if (slash) yield { kind: 'close', name: localName(name) };
  else yield { kind: 'open', name: localName(name), attributes: attributesOf(source), empty: source.endsWith('/') };
}

function attributesOf(source: string): ReadonlyMap<string, string> {
  if (source.length > LONGEST_TAG) return new Map();
  return new Map(
    [...source.matchAll(ATTRIBUTE)].map(([, name = '', double, single]) => [name, double ?? single ?? '']),
  );
}
