import { describe, expect, it } from 'vitest';
import { compileNote } from '../../compiler/compile.ts';

const compiled = (front: string, body = '### One\n\nSome text.\n') =>
  compileNote({ file: 'note.md', text: `---\nsource: https://youtu.be/v0gjI__RyCY\n${front}\n---\n${body}` }).edition;
const tagsOf = (front: string, body?: string) => compiled(front, body)?.tags;

describe('tags', () => {
  it.each([
    ['a list', 'tags: [glass, optics/lenses]', ['glass', 'optics/lenses']],
    ['words with commas', 'Tags: glass, optics', ['glass', 'optics']],
    ['hashtags', "tags: '#glass #optics'", ['glass', 'optics']],
    ['links to pages', "tags: ['[[Glass]]', '[[pages/Optics|Optics]]']", ['Glass', 'Optics']],
    [
      'several keys, one tag twice',
      'tags: [glass]\nkeywords: [Glass, wax]\ncategory: Crafts',
      ['glass', 'wax', 'Crafts'],
    ],
    ['words of several languages', 'tags: [玻璃, стекло]', ['玻璃', 'стекло']],
  ])('are read from %s', (_, front, tags) => {
    expect(tagsOf(front)).toEqual(tags);
  });

  it('are read from a line of hashtags, which is removed from the text', () => {
    const note = compiled('', '### One\n\nSome text.\n\n#glass #optics\n\n**Tags:** #wax, #bees\n');
    expect(note?.tags).toEqual(['glass', 'optics', 'wax', 'bees']);
    expect(note?.sections[0].blocks).toHaveLength(1);
  });

  it('are read from a property of Logseq', () => {
    expect(tagsOf('', 'tags:: [[Glass]], optics\n\n- ### One\n- Some text.\n')).toEqual(['Glass', 'optics']);
  });

  it('are not: a number, a hashtag in a sentence, a sentence', () => {
    expect(tagsOf('', '### One\n\nHe is #1 with the tag #glass on it.\n\n#1 #2\n')).toBeUndefined();
    expect(tagsOf(`tags: ${'a long sentence about nothing '.repeat(4)}`)).toBeUndefined();
  });
});
