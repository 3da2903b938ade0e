import type { RootContent } from 'mdast';
import { losesSomething, textOf } from './html.ts';
import { isPlayer } from './rich.ts';

/** Whether a block shows nothing: a comment, or an embedded player of a video. */
export function isSilent(node: RootContent): boolean {
  if (node.type === 'paragraph') return node.children.every((child) => child.type === 'image' && isPlayer(child.url));
  return node.type === 'html' && textOf(node.value) === '' && !losesSomething(node.value);
}
