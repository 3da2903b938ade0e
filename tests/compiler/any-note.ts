import fc from '../fast-check.ts';

/** Text made of the constructs of notes, which finds more faults than random letters. */
const scraps = fc.constantFrom(
  ...[
    '### ',
    '\n',
    '\n\n',
    '**',
    '*',
    '（',
    '）',
    '(',
    ')',
    ': ',
    '：',
    '“',
    '”',
    '[',
    '](',
    '<details>',
    '</details>',
  ],
  ...[
    '<summary>Original',
    '</summary>',
    '<br>',
    '`',
    '```\n',
    '|',
    '| - |\n',
    '- ',
    '> ',
    '---',
    '1. ',
    '词语',
    'Term',
    ' ',
  ],
  ...[
    '{#id}',
    '\0',
    '\ud800',
    '&amp;',
    '\\',
    '<!-- ',
    ' -->',
    '[^1]',
    '[^1]: ',
    '$',
    '~~',
    '![',
    'http://x.y',
    '\t',
    '\r',
  ],
);
export const body = fc.array(
  fc.oneof({ weight: 5, arbitrary: scraps }, fc.string({ unit: 'grapheme', maxLength: 6 })),
  {
    maxLength: 60,
  },
);
export const markdown = body.map((parts) => parts.join(''));
