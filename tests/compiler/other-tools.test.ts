import { describe, expect, it } from 'vitest';
import { compileNote } from '../../compiler/compile.ts';
import { plainText } from '../../core/text/plain-text.ts';

/** Made-up notes in the style of other programs. */
const URL = 'https://www.youtube.com/watch?v=aBcDeFgHiJ1';

function read(text: string, file = 'note.md') {
  const { edition } = compileNote({ file, text });
  if (!edition) throw new Error('no note');
  return {
    ...edition,
    said: plainText(edition.summary).trim(),
    outline: edition.sections.map(({ id, title }) => [title, edition.timestamps[id] ?? null]),
  };
}

describe('notes of other programs', () => {
  it('Glasp: a title without the site, highlights as an outline', () => {
    const note = read(
      `# [How bees count - YouTube](${URL})\n\n## Summary\nBees count to four.\n\n## Highlights & Notes\n- [00:01:05](${URL}&t=65) Bees were trained.\n- [00:07:30](${URL}&t=450) Four is where it stops.\n`,
    );
    expect(note.title).toBe('How bees count');
    expect(note.said).toBe('Bees count to four.');
    expect(note.outline).toEqual([
      ['Bees were trained.', 65],
      ['Four is where it stops.', 450],
    ]);
  });

  it('Recall: a callout of any kind that is titled a summary', () => {
    const note = read(
      `---\nsource: ${URL}\n---\n> [!info] Concise summary\n> A keeper winds a clock.\n\n## Weights (02:10)\n- Three.\n`,
    );
    expect(note.said).toBe('A keeper winds a clock.');
    expect(note.outline).toEqual([['Weights', 130]]);
  });

  it('Media Extended: the only first heading is the title, not a section above the list', () => {
    const note = read(
      `---\nmedia: ${URL}\n---\n# Cheese caves\n\n- [00:12](${URL}#t=12.3) Caves are cold\n- [03:44](${URL}#t=224.8) Mould\n`,
    );
    expect(note.title).toBe('Cheese caves');
    expect(note.outline.map(([title]) => title)).toEqual(['Caves are cold', 'Mould']);
  });

  it('Podwise: keywords explain, an outline takes the place of its heading', () => {
    const note = read(
      `# Ice\n\n> Video: ${URL}\n\n## TL;DR\nIce was shipped.\n\n## Outline\n- 00:00:35 - The lake\n- 00:12:20 - Sawdust\n\n## Keywords\n- **Ice saw**: a long saw\n`,
    );
    expect(note.glossary.map(({ term }) => term)).toEqual(['Ice saw']);
    expect(note.outline.map(([title]) => title)).toEqual(['Ice', 'The lake', 'Sawdust', 'Keywords']);
  });

  it('NotebookLM: a bold line names the summary below it', () => {
    const note = read(
      `# The weight of snow\n\n**Source:** ${URL}\n\n**Executive Summary**\n\nSnow weighs more.\n\n## Themes\n\nWet snow.\n`,
    );
    expect(note.said).toBe('Snow weighs more.');
    expect(note.sections.flatMap(({ blocks }) => blocks.map(({ content }) => plainText([content])))).not.toContain(
      'Executive Summary',
    );
  });

  it('Tana: a line within the list above a list of times', () => {
    const note = read(
      `- How owls hear #video\n  - URL:: ${URL}\n  - Summary:: Owls hear unevenly.\n  - Notes\n    - [01:10] Ears\n    - [08:22] The face\n`,
    );
    expect(note.said).toBe('Owls hear unevenly.');
    expect(note.outline.filter(([, start]) => start !== null)).toEqual([
      ['Ears', 70],
      ['The face', 502],
    ]);
  });

  it.each([
    [
      'German',
      `titel: Züge\nquelle: ${URL}\nzusammenfassung: Räder.\nschlagwörter: [a]\ndatum: 2025-01-02`,
      'Züge',
      'Räder.',
    ],
    ['Japanese', `タイトル: 橋の音\n動画: ${URL}\n要約: 橋は鳴る。\n日付: 2025-01-02`, '橋の音', '橋は鳴る。'],
    ['Chinese', `标题: 纸船\n链接: ${URL}\n摘要: 纸会喝水。\n日期: 2025-01-02`, '纸船', '纸会喝水。'],
  ])('keys in %s', (_, front, title, summary) => {
    const note = read(`---\n${front}\n---\n## A\n\nText.\n`);
    expect([note.title, note.said, note.date]).toEqual([title, summary, '2025-01-02']);
  });

  it('a short conversation is a transcript when every line says who speaks', () => {
    const note = read(
      `---\nurl: ${URL}\n---\n[00:00:05] CC: Trams.\n\n[00:00:12] DD: Quiet.\n\n[00:00:20] CC: Wheels.\n\n[00:00:31] DD: Points.\n`,
    );
    expect(note.transcript?.cues.map(({ speaker, text }) => `${speaker} ${text}`)).toEqual([
      'CC Trams.',
      'DD Quiet.',
      'CC Wheels.',
      'DD Points.',
    ]);
  });

  it('a table right below a list is a table', () => {
    const note = read(
      `---\nurl: ${URL}\n---\n## Terms\n\n- **Wax**: soft\n  | Term | Meaning |\n  | --- | --- |\n  | Lens | *bent* glass |\n\n- one\n| a | b |\n|---|---|\n| c | d |\n`,
    );
    const kinds = note.sections[0].blocks.map(({ content }) => content.tagName);
    expect(kinds).toContain('table');
    expect(plainText(note.sections[0].blocks.map(({ content }) => content))).not.toContain('|---|');
  });
});
