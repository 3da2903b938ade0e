import { describe, expect, test } from 'vitest';
import { compileNote } from '../../compiler/compile.ts';
import { sectionText } from '../../core/note/section-text.ts';

const compile = (body: string) =>
  compileNote({
    file: 'note.md',
    text: `---\ntitle: A talk\nsource: https://youtu.be/aBcDeFgHiJ1\nlang: en\n---\n\n${body}\n`,
  });
const textOf = (body: string) => compile(body).edition?.sections.map(sectionText).join('\n\n');
const blocksOf = (body: string) =>
  compile(body).edition?.sections.flatMap(({ blocks }) => blocks.map(({ content }) => content));

describe('the syntax of other programs is converted', () => {
  test.each([
    ['A [[NodePath|path]] and a [[Bearing]].', 'A path and a Bearing.'],
    ['See [[folder/Wheel#Spokes|the spokes]], [[Wheel#Rim]], [[#Above]].', 'See the spokes, Wheel, Above.'],
    ['| A |\n| - |\n| [[Wheel\\|wheels]] |', 'A wheels'],
    ['This is ==fixed== now; a == b, and `==code==`.', 'This is fixed now; a == b, and ==code==.'],
    ['A ^^mark^^ of Logseq.', 'A mark of Logseq.'],
    ['Said %%not for you%% aloud.', 'Said  aloud.'],
    ['Before.\n\n%%\nnot\nfor you\n%%\n\nAfter.', 'Before.\n\nAfter.'],
    ['Spokes hold it together. ^block-1', 'Spokes hold it together.'],
    ['rating:: 5\nstatus:: done\n\nText.', 'Text.'],
    ['It is [rating:: 5] of ten.', 'It is 5 of ten.'],
    ['{{< youtube aBcDeFgHiJ1 >}}\n\nText.', 'Text.'],
    ['{{< note >}}\nMind the gap.\n{{< /note >}}', 'Mind the gap.'],
    ['{% include toc.html %}\n\nText with {{ site.name }}.', 'Text with .'],
    ['A list\n{: .wide}', 'A list'],
    ["import Player from './player'\n\nexport const year = 2024\n\nText.", 'Text.'],
    ['<YouTube id="aBcDeFgHiJ1" />\n\nText.', 'Text.'],
    ['```dataview\nLIST FROM #talks\n```\n\nText.', 'Text.'],
    ['See ((64a1b2c3-1111-2222-3333-444455556666)) there.', 'See  there.'],
    ['A {{cloze hidden word}} here.', 'A hidden word here.'],
    ['The sum $\\frac{{a}}{b}$ stays.', 'The sum $\\frac{{a}}{b}$ stays.'],
  ])('%s', (body, text) => {
    expect(textOf(body)?.replaceAll(/\s+/g, ' ').trim()).toBe(text.replaceAll(/\s+/g, ' '));
  });

  test.each([
    ['Obsidian', '> [!tip]- Use case\n> Name the node.'],
    ['GitHub', '> [!TIP] Use case\n> Name the node.'],
    ['Docusaurus', ':::tip Use case\nName the node.\n:::'],
    ['Docusaurus, bracketed', ':::tip[Use case]\n\nName the node.\n\n:::'],
    ['MkDocs', '!!! tip "Use case"\n    Name the node.'],
    ['Admonition', '```ad-tip\nName the node.\n```'],
  ])('a callout of %s keeps its kind and title', (name, body) => {
    const [block] = blocksOf(body) ?? [];
    expect(block).toMatchObject({ tagName: 'blockquote', properties: { callout: 'tip' } });
    expect(textOf(body)).toBe(name === 'Admonition' ? 'Name the node.' : 'Use case\n\nName the node.');
  });

  test('a link to another note keeps the name of that note', () => {
    const [block] = blocksOf('See [[folder/Wheel (old)#Rim|the rim]] and [a note](../other%20notes/Hub.md).') ?? [];
    const pages = block?.children.flatMap((node) => (node.type === 'element' ? [node.properties.page] : []));
    expect(pages).toEqual(['Wheel (old)', 'Hub']);
  });

  test('embedded files are left out and reported at their place', () => {
    const { problems } = compile('One.\n\n![[shot 3.png]] and ![[proof.pdf#page=2]]');
    expect(problems.map(({ rule, line }) => [rule, line])).toEqual([
      ['image-dropped', 9],
      ['embed-dropped', 9],
    ]);
  });

  test('a player of the note’s video is neither shown nor reported', () => {
    const { problems, edition } = compile('![](https://www.youtube.com/watch?v=aBcDeFgHiJ1)\n\n## One\n\nText.');
    expect(problems).toEqual([]);
    expect(edition?.sections.map(({ title }) => title)).toEqual(['One']);
  });

  test('code stays as it is', () => {
    const code = '```js\nconst a = [[1]] == b; // %%x%%\nimport x from "y"\nkey:: value\n```';
    expect(textOf(code)).toBe('const a = [[1]] == b; // %%x%%\nimport x from "y"\nkey:: value');
    expect(textOf('Write `[[page]]`, ``{{x}} ` y``.')).toBe('Write [[page]], {{x}} ` y.');
  });
});
