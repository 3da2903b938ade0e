import { describe, expect, test } from 'vitest';
import { decodeTranscript } from '../../../core/transcript/decode-transcript.ts';
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
    ['a list of cues', JSON.stringify(cues)],
    ['cues in an object', JSON.stringify({ cues })],
    ['lines with t', JSON.stringify({ lines: cues.map(({ start, text }) => ({ t: start, text })) })],
  ])('%s', (_, text) => {
    expect(decodeTranscript(text)?.cues).toEqual(cues);
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

test('rolling captions say every word once', () => {
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

test('what a speaker repeats stays', () => {
  const repeated = [
    { start: 0, text: 'Yes, yes.' },
    { start: 2, text: 'Yes, yes.' },
    { start: 4, text: 'Go on.' },
  ];
  expect(decodeTranscript(JSON.stringify(repeated))?.cues).toEqual(repeated);
});

test('a change of voice is kept as the captions’ own mark for it', () => {
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
