import { describe, expect, test } from 'vitest';
import { compileNote } from '../../compiler/compile.ts';

const ID = 'aBcDeFgHiJ1';
const OTHER = 'zYxWvUtSrQ2';
const note = (front: string, body = 'Text.') => (front === '' ? body : `---\n${front}\n---\n\n${body}\n`);
const videoOf = (text: string, file = 'note.md') => compileNote({ file, text }).videoId;

describe('the video, from the front matter', () => {
  test.each([
    `source: https://www.youtube.com/watch?v=${ID}`,
    `source: youtube.com/watch?v=${ID}`,
    `source: <https://youtu.be/${ID}>`,
    `source: "[A talk](https://www.youtube.com/watch?v=${ID})"`,
    `source:\n  - https://youtu.be/${ID} (A channel, 9:19)`,
    `source: YouTube\nurl: https://youtu.be/${ID}`,
    `Source: https://www.youtube.com/watch?v=${ID}`,
    `sources: https://www.youtube.com/watch?v=${ID}`,
    `url: https://www.youtube.com/live/${ID}?feature=share`,
    `URL: "https://m.youtube.com/watch?v=${ID}&t=30s"`,
    `video_id: ${ID}`,
    `videoId: '${ID}'`,
    `youtube: ${ID}`,
    `youtube-id: ${ID}`,
    `youtube: {id: ${ID}, title: A talk}`,
    `media_link: https://youtu.be/${ID}`,
    `Link: https://youtu.be/${ID}`,
    `video:\n  url: https://www.youtube.com/embed/${ID}`,
    `source_url: https://www.youtube.com/watch?v=${ID}\nauthor_url: https://www.youtube.com/@channel`,
    `youtube: ${ID}\nrelated: [https://youtu.be/${OTHER}]`,
    `source: https://youtu.be/${ID}\nurl: https://youtu.be/${OTHER}`,
    `video: ${ID}\nthumbnail: https://img.youtube.com/vi/${OTHER}/0.jpg`,
    `url: https://example.org/episodes/12.mp3\nyoutube_url: https://www.youtube.com/watch?v=${ID}`,
    `youtube: ${ID}\ndescription: See https://youtu.be/${OTHER} as well.`,
  ])('%s', (front) => {
    expect(videoOf(note(front))).toBe(ID);
  });

  test('a word of eleven letters is not an id', () => {
    expect(videoOf(note('video: programming\nmedia: screencasts'))).toBeNull();
  });

  test.each([
    ['JSON', `{\n  "title": "A talk",\n  "youtube_link": "https://youtu.be/${ID}"\n}\n\n### One\n\nText.\n`],
    ['JSON on one line', `{"title": "A talk", "video": "https://youtu.be/${ID}"}\n\nText.\n`],
    ['TOML', `+++\ntitle = "A talk"\nyoutube = "${ID}"\ntags = ["a", "b"]\n+++\n\nText.\n`],
    ['dots', `---\ntitle: A talk\nsource: https://youtu.be/${ID}\n...\n\n## One\n\nText.\n`],
    ['empty lines', `\n\n---\ntitle: A talk\nsource: https://youtu.be/${ID}\n---\n\nText.\n`],
  ])('in the form of %s', (_, text) => {
    const { videoId, edition } = compileNote({ file: 'note.md', text });
    expect([videoId, edition?.title]).toEqual([ID, 'A talk']);
    expect(JSON.stringify(edition?.sections)).toContain('Text.');
    expect(JSON.stringify(edition?.sections)).not.toContain('youtu');
  });
});

describe('the video, from the body', () => {
  test.each([
    `![](https://www.youtube.com/watch?v=${ID})\n\nText.`,
    `# A talk\n\nhttps://youtu.be/${ID}\n\nText.`,
    `# A talk\n\n[A talk on queues](https://youtu.be/${ID}?si=abc)\n\nText.`,
    `<iframe width="560" src="https://www.youtube.com/embed/${ID}?start=3" allowfullscreen></iframe>\n\nText.`,
    `{{< youtube ${ID} >}}\n\nText.`,
    `{{< youtube id="${ID}" title="A talk" >}}\n\nText.`,
    `{% include youtube.html id="${ID}" %}\n\nText.`,
    `{% youtube ${ID} %}\n\nText.`,
    `<YouTube id="${ID}" />\n\nText.`,
    `<LiteYouTubeEmbed videoId="${ID}" title="A talk" />\n\nText.`,
    `<lite-youtube videoid="${ID}"></lite-youtube>\n\nText.`,
    `::youtube{#${ID}}\n\nText.`,
    `- # A talk\n\t- {{video https://youtu.be/${ID}}}\n\t- Text.`,
    `[![A picture](https://img.youtube.com/vi/${ID}/0.jpg)](https://www.youtube.com/watch?v=${ID})\n\nText.`,
    `\`\`\`vid\nhttps://www.youtube.com/watch?v=${ID}\n\`\`\`\n\nText.`,
    `source:: https://youtu.be/${ID}\n\nText.`,
    `**Source:** https://youtu.be/${ID} (the talk)\n\nIt answers https://youtu.be/${OTHER} in passing, as he says there.`,
    `![](https://youtu.be/${ID})\n\n## Links\n\n- https://youtu.be/${OTHER}`,
    `https://youtu.be/${ID}\n\n## See also\n\n- [Another](https://youtu.be/${OTHER})`,
    `${'A line of text.\n'.repeat(50)}\n[1:02](https://youtu.be/${ID}?t=62) A moment.`,
  ])('%s', (body) => {
    expect(videoOf(note('title: A talk', body))).toBe(ID);
    expect(videoOf(body)).toBe(ID);
  });

  test('is missing where videos are only mentioned', () => {
    const deep = `${'A line of text.\n'.repeat(50)}\nAs in https://youtu.be/${ID} by the same speaker.`;
    expect(videoOf(note('title: A post', deep))).toBeNull();
    expect(videoOf(note('title: A post', `A line.\n\n## Links\n\n- [A talk](https://youtu.be/${ID})`))).toBeNull();
    expect(videoOf(note(`source: notyoutube.com/watch?v=${ID}`))).toBeNull();
    expect(videoOf(note('title: A post', `![](https://not-youtube.com/watch?v=${ID})`))).toBeNull();
    const aside = `As she says in [a talk](https://youtu.be/${ID}), queues hide trouble from those who wait.`;
    expect(videoOf(note('title: A page\nsource: https://example.org/queues', aside))).toBeNull();
    expect(videoOf(note('title: Code', `\`\`\`html\n<iframe src="https://youtu.be/${ID}">\n\`\`\``))).toBeNull();
  });

  test('is a problem that lists all of them where several could be meant', () => {
    const text = note('title: Two talks', `![](https://youtu.be/${ID})\n\n![](https://youtu.be/${OTHER})`);
    const { videoId, problems } = compileNote({ file: 'note.md', text });
    expect(videoId).toBeNull();
    expect(problems).toMatchObject([{ rule: 'source-several', line: 5, severity: 'error' }]);
    expect(String(problems[0]?.values.videos)).toContain(ID);
    expect(String(problems[0]?.values.videos)).toContain(OTHER);
  });

  test('is found in a file name as downloaders write it', () => {
    expect(videoOf('Text.', `A talk [${ID}].md`)).toBe(ID);
    expect(videoOf('Text.', 'A talk [unfinished0].txt')).not.toBe(ID);
  });
});

test('invalid YAML is read as the author meant it, and the line is reported', () => {
  const front = `title: On types: a talk\ndescription: "Quoted" in part\ntags: [a, b]\nsource: https://youtu.be/${ID}`;
  const { edition, problems } = compileNote({ file: 'note.md', text: note(front) });
  expect(edition?.title).toBe('On types: a talk');
  expect(problems).toMatchObject([
    { rule: 'front-matter-mended', line: 2, values: { line: 'title: On types: a talk' } },
  ]);
});

test('an error in front matter below empty lines is reported on its own line', () => {
  const text = `\n\n---\nsource: https://youtu.be/${ID}\ntitle: [a\n b: }\n---\n\nText.\n`;
  expect(compileNote({ file: 'note.md', text }).problems).toMatchObject([{ rule: 'front-matter', line: 6 }]);
});
