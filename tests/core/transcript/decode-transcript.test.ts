import { describe, expect, test } from 'vitest';
import { decodeTranscript, readTranscript } from '../../../core/transcript/decode-transcript.ts';
import { transcriptFromRows } from '../../../core/transcript/transcript-from-rows.ts';

const cues = [
  { start: 1.5, text: 'Bees & wasps' },
  { start: 4, text: 'build combs.' },
];

describe('every form gives the same cues', () => {
  test.each([
    [
      'WebVTT',
      'WEBVTT\n\n00:01.500 --> 00:03.000\nBees &amp; wasps\n\n00:00:04.000 --> 00:00:06.000 align:start\nbuild <i>combs</i>.\n',
    ],
    [
      'WebVTT with notes, styles and names',
      'WEBVTT - made up\n\nNOTE to all\n\nSTYLE\n::cue { color: red }\n\nfirst\n00:00:01.500 --> 00:00:03.000\nBees &amp; wasps\n\nsecond\n00:00:04.000 --> 00:00:06.000\nbuild combs.',
    ],
    [
      'SubRip',
      '1\r\n00:00:01,500 --> 00:00:03,000\r\nBees & wasps\r\n\r\n2\r\n00:00:04,000 --> 00:00:06,000\r\n{\\an8}build combs.\r\n',
    ],
    [
      'SubRip without empty lines',
      '1\n00:00:01,500 --> 00:00:03,000\nBees & wasps\n2\n00:00:04,000 --> 00:00:06,000\nbuild combs.',
    ],
    [
      'json3',
      JSON.stringify({
        events: [
          { tStartMs: 0, dDurationMs: 9 },
          { tStartMs: 1500, segs: [{ utf8: 'Bees' }, { utf8: ' & wasps', tOffsetMs: 300 }] },
          { tStartMs: 3990, aAppend: 1, segs: [{ utf8: '\n' }] },
          { tStartMs: 4000, segs: [{ utf8: 'build combs.' }] },
        ],
      }),
    ],
    [
      'srv3',
      '<?xml version="1.0"?><timedtext format="3"><body><p t="1500" d="900" w="1"><s>Bees</s><s t="200"> &amp;amp; wasps</s></p><p t="4000" d="99">build combs.</p></body></timedtext>',
    ],
    [
      'srv1',
      '<transcript><text start="1.5" dur="2">Bees &amp;amp; wasps</text><text start="4" dur="1">build combs.</text></transcript>',
    ],
    [
      'SubRip without milliseconds',
      '1\n00:00:01.5 --> 00:00:03\nBees & wasps\n\n2\n00:00:04 --> 00:00:06\nbuild combs.',
    ],
    [
      'SubRip with fields of one digit',
      '1\n0:0:1,500 --> 0:0:3,0\nBees & wasps\n\n2\n0:0:4,0 --> 0:0:6,0\nbuild combs.',
    ],
    ['SubRip without counters', '00:01,500 --> 00:03,000\nBees & wasps\n\n00:04,000 --> 00:06,000\nbuild combs.'],
    [
      'SubRip with spaces and places',
      ' 1 \n00: 00: 01, 500-->00: 00: 03, 000 X1:1 X2:2\n<font color="#fff"><b>Bees</b></font> &amp; wasps\n\n2\n00:00:04,000 –> 00:00:06,000\nbuild combs.',
    ],
    [
      'SubRip with an empty line within a cue',
      '1\n00:00:01,500 --> 00:00:03,000\nBees\n\n& wasps\n\n2\n00:00:04,000 --> 00:00:06,000\nbuild combs.\n',
    ],
    [
      'what speech recognition prints',
      '[00:01.500 --> 00:03.000]  Bees & wasps\n[00:04.000 --> 00:06.000]  build combs.',
    ],
    ['sbv', '0:00:01.500,0:00:03.000\nBees & wasps\n\n0:00:04.000,0:00:06.000\nbuild\ncombs.\n'],
    [
      'SubViewer',
      '[INFORMATION]\n[TITLE]Made up\n[END INFORMATION]\n00:00:01.50,00:00:03.00\nBees & wasps\n\n00:00:04.00,00:00:06.00\nbuild[br]combs.\n',
    ],
    [
      'SubStation Alpha',
      '[Script Info]\nTitle: Made up\n\n[V4+ Styles]\nFormat: Name, Fontname\n\n[Events]\nFormat: Layer, Start, End, Style, Text\nComment: 0,0:00:00.00,0:00:01.00,x,not said\nDialogue: 0,0:00:04.00,0:00:06.00,Default,build\\Ncombs.\nDialogue: 0,0:00:01.50,0:00:03.00,Default,{\\i1}Bees{\\i0} & wasps\nDialogue: 0,0:00:01.50,0:00:03.00,Default,{\\p1}m 0 0 l 9 9',
    ],
    [
      'TTML',
      '<?xml version="1.0"?><tt xmlns="http://www.w3.org/ns/ttml"><head><metadata><ttm:title>Made up</ttm:title></metadata></head><body><div><p begin="00:00:01.500" end="00:00:03">Bees &amp; <span tts:color="red">wasps</span></p><p xml:id="b" begin=\'00:00:04\'>build<br/>combs.</p></div></body></tt>',
    ],
    [
      'TTML with offsets, frames and ticks',
      '<tt:tt ttp:frameRate="24" ttp:tickRate="10000000"><tt:body begin="1s"><tt:div><tt:p begin="00:00:00:12">Bees &amp; wasps</tt:p><!-- <p begin="2s">no</p> --><tt:p begin="30000000t"><![CDATA[build combs.]]></tt:p></tt:div></tt:body></tt:tt>',
    ],
    [
      'TTML with a time for each span',
      '<tt><body><div><p><span begin="1500ms">Bees &amp; wasps</span><span begin="4s">build combs.</span></p></div></body></tt>',
    ],
    ['lines with their time', '0:01.5 Bees & wasps\n0:04 build\ncombs.\n0:05 ♪\n'],
    ['lines copied from the page', '0:01.5\nBees & wasps\n0:04\nbuild combs.\n0:05\n'],
    ['a list of cues', JSON.stringify(cues)],
    ['cues in an object', JSON.stringify({ cues })],
    ['lines with t', JSON.stringify({ lines: cues.map(({ start, text }) => ({ t: start, text })) })],
  ])('%s', (_, text) => {
    const read = decodeTranscript(text)?.cues.filter((cue) => cue.text !== '♪');
    expect(read).toEqual(cues);
  });

  test('rows of the transcript panel', () => {
    const rows = [
      { time: '0:01', text: '\n Bees & wasps ' },
      { time: 'soon', text: 'lost' },
      { time: '1:00:04', text: 'build combs.' },
    ];
    expect(transcriptFromRows(rows, 'en')).toEqual({
      language: 'en',
      cues: [
        { start: 1, text: 'Bees & wasps' },
        { start: 3604, text: 'build combs.' },
      ],
    });
  });
});

test('every word of rolling captions is read once', () => {
  const rolling = [
    'WEBVTT\nKind: captions\nLanguage: en',
    '00:00:00.000 --> 00:00:02.000 align:start position:0%\n \nevery<00:00:00.400><c> bee</c><00:00:00.900><c> in</c>',
    '00:00:02.000 --> 00:00:02.010\nevery bee in\n ',
    '00:00:02.010 --> 00:00:04.000\nevery bee in\nthe<00:00:02.300><c> hive</c><00:00:02.700><c> knows</c>',
    '00:00:04.000 --> 00:00:04.010\nthe hive knows\n ',
    '00:00:04.010 --> 00:00:06.000\nthe hive knows\nthe way',
  ].join('\n\n');
  expect(decodeTranscript(rolling)).toEqual({
    language: 'en',
    cues: [
      { start: 0, text: 'every bee in' },
      { start: 2.01, text: 'the hive knows' },
      { start: 4.01, text: 'the way' },
    ],
  });
});

describe('rolling captions of scripts without spaces', () => {
  const lines = ['车轮的历史', '可以追溯到', '好', '六千年以前的', '两河流域', '对'];
  const clock = (seconds: number) => `00:00:${String(seconds).padStart(2, '0')}`;

  test('as YouTube writes them: each line again alone', () => {
    const rolling = lines
      .map((line, at) => {
        const above = lines[at - 1] ?? ' ';
        const start = at * 2;
        return `${clock(start)}.000 --> ${clock(start + 1)}.990 align:start position:0%\n${above}\n${line[0]}<${clock(start)}.400><c>${line.slice(1)}</c>\n\n${clock(start + 1)}.990 --> ${clock(start + 2)}.000 align:start position:0%\n${line}\n \n`;
      })
      .join('\n');
    const read = decodeTranscript(`WEBVTT\nKind: captions\nLanguage: zh-Hans\n\n${rolling}`);
    expect(read?.language).toBe('zh-Hans');
    expect(read?.cues).toEqual(lines.map((text, at) => ({ start: at * 2, text })));
  });

  test.each([
    ['two lines at once', (above: string, line: string) => `${above}\n${line}`],
    ['in one line', (above: string, line: string) => `${above} ${line}`.trim()],
    ['in one line without a space', (above: string, line: string) => `${above}${line}`],
  ])('%s', (_, join) => {
    const rolling = lines.map((line, at) => ({ start: at, text: join(lines[at - 1] ?? '', line) }));
    const read = decodeTranscript(JSON.stringify(rolling))?.cues;
    expect(read?.map(({ text }) => text).join('')).toBe(lines.join(''));
    expect(read?.map(({ start }) => start)).toEqual(lines.map((_line, at) => at));
  });

  test('in one line without a space, with Latin words at the seams', () => {
    const mixed = [
      '第一代芯片叫做 TPU',
      'Google 自己设计了它',
      '后来才有人用 GPU',
      'CUDA 也是那时候出现的',
      '大家都在训练模型',
    ];
    const rolling = mixed.map((line, at) => ({ start: at, text: `${mixed[at - 1] ?? ''}${line}` }));
    expect(decodeTranscript(JSON.stringify(rolling))?.cues).toEqual(mixed.map((text, start) => ({ start, text })));
  });

  test('every line twice', () => {
    const twice = lines.flatMap((text, at) => [
      { start: at, text },
      { start: at + 0.5, text },
    ]);
    expect(decodeTranscript(JSON.stringify(twice))?.cues.map(({ text }) => text)).toEqual(lines);
  });
});

test('real repetitions stay', () => {
  const repeated = [
    { start: 0, text: 'Yes, yes.' },
    { start: 2, text: 'Yes, yes.' },
    { start: 4, text: 'Go on.' },
  ];
  expect(decodeTranscript(JSON.stringify(repeated))?.cues).toEqual(repeated);
});

test('text that only looks like a tag stays', () => {
  const said = 'a < b and c > d, if x<y or <laughs>, 1<2>0';
  expect(decodeTranscript(`1\n00:00:01,000 --> 00:00:02,000\n${said}`)?.cues).toEqual([{ start: 1, text: said }]);
});

test.each([
  ['webvtt', 'WEBVTT\n\n00:01.000 --> 00:02.000\nHi'],
  ['subrip', '1\n00:00:01,000 --> 00:00:02,000\nHi'],
  ['sbv', '0:00:01.000,0:00:02.000\nHi'],
  ['ass', '[Script Info]\n[Events]\nDialogue: 0,0:00:01.00,0:00:02.00,,,0,0,0,,Hi'],
  ['ttml', '<tt xml:lang="de"><body><p begin="1s">Hi</p></body></tt>'],
  ['srv3', '<timedtext format="3"><body><p t="1000">Hi</p></body></timedtext>'],
  ['srv1', '<transcript><text start="1">Hi</text></transcript>'],
  ['json3', '{"events":[{"tStartMs":1000,"segs":[{"utf8":"Hi"}]}]}'],
  ['json', '[{"start":1,"text":"Hi"}]'],
  ['lines', '0:01 Hi\n0:02 -\n0:03 -'],
] as const)('knows %s', (form, text) => {
  expect(readTranscript(text)).toMatchObject({
    form,
    transcript: { cues: expect.arrayContaining([{ start: 1, text: 'Hi' }]) },
  });
});

test.each([
  ['zh_CN', 'zh-CN'],
  ['de', 'de'],
  ['english', null],
  ['x'.repeat(3_000), null],
  ['<b>', null],
])('the language written as %# is read or left out', (written, language) => {
  const text = JSON.stringify({ language: written, cues: [{ start: 1, text: 'Hi' }] });
  expect(decodeTranscript(text)?.language).toBe(language);
});

describe('hostile files', () => {
  test.each([
    ['<'],
    ['<v '],
    ['<v  '],
    ['<b.'],
    ['<p t="1">'],
    ['<!--'],
    ['<![CDATA['],
    ['{\\'],
    ['&#1'],
    ['[br'],
    ['[{'],
    ['0:00 -'],
    ['00:00:01,000 --> '],
    ['Dialogue: ,'],
    ['{\\p'],
    ['a \u0300'],
    ['\n'],
  ])('a megabyte of %j is read or refused, whatever stands before it', (piece) => {
    const flood = piece.repeat(1_000_000 / piece.length);
    for (const head of [
      '',
      'WEBVTT\n\n00:01.000 --> 00:02.000\n',
      '1\n00:00:01,000 --> 00:00:02,000\n',
      '0:00:01.000,0:00:02.000\n',
      '[Events]\nDialogue: 0,0:00:01.00,0:00:02.00,,,0,0,0,,',
      '<tt><body><p begin="1s">',
      '0:01 a\n0:02 b\n0:03 ',
    ]) {
      const cues = readTranscript(head + flood)?.transcript.cues ?? [];
      expect(Math.max(0, ...cues.map(({ text }) => text.length))).toBeLessThanOrEqual(10_000);
    }
  });

  test('more than 100,000 cues are refused', () => {
    const cues = Array.from({ length: 100_001 }, (_, at) => ({ start: at, text: `word ${at}` }));
    expect(decodeTranscript(JSON.stringify(cues))).toBeNull();
    expect(decodeTranscript(JSON.stringify(cues.slice(1)))?.cues).toHaveLength(100_000);
  });

  test('a cue beyond the end of any video is left out', () => {
    const cues = [
      { start: 1, text: 'Hi' },
      { start: 1e9, text: 'late' },
    ];
    expect(decodeTranscript(JSON.stringify(cues))?.cues).toEqual([{ start: 1, text: 'Hi' }]);
  });
});

test('a change of speaker is kept as the captions’ mark for it', () => {
  const voices =
    'WEBVTT\n\n00:01.000 --> 00:02.000\n<v Ada>Ready?\n\n00:02.000 --> 00:03.000\n<v Ben>Ready.\n\n00:03.000 --> 00:04.000\n<v Ben>Quite.';
  expect(decodeTranscript(voices)?.cues.map(({ text }) => text)).toEqual(['Ready?', '>> Ready.', 'Quite.']);
});

test('cues come in order', () => {
  expect(decodeTranscript('[{"start":9,"text":"b"},{"start":1,"text":"a"}]')?.cues.map(({ text }) => text)).toEqual([
    'a',
    'b',
  ]);
});

test.each([
  '',
  'hello',
  'WEBVTT',
  '{',
  '{}',
  '{"events":[]}',
  '[1,null]',
  '<html></html>',
  '{"events":[{"tStartMs":"x","segs":1}]}',
])('%j is no transcript', (text) => {
  expect(decodeTranscript(text)).toBeNull();
});
