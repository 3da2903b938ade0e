/**
 * Formatted text as data: a small, sanitised subset of hast (the syntax tree of HTML), so that notes are shown without ever
 * making an HTML string.
 *
 * Elements that occur: `p ul ol (with `properties.start`) li blockquote pre code strong em del sup sub br hr a table thead tbody tr th td
 * h4 h5 h6` and three of our own: `dfn` with `properties.term` (a bold term, value: glossary entry id) and
 * `span` with `properties.gloss` (the parenthesis that explains it, value: the same id), and `span` with
 * `properties.page` (words that link to another of the author's notes, value: its name). `a` carries `properties.href`
 * (http, https or mailto only), a `blockquote` that is a callout `properties.callout` (its kind in lower case: `tip`).
 */
export type RichNode = RichText | RichElement;

export interface RichText {
  readonly type: 'text';
  readonly value: string;
}

export interface RichElement {
  readonly type: 'element';
  readonly tagName: string;
  readonly properties: Readonly<Record<string, string | number | boolean>>;
  readonly children: readonly RichNode[];
}
