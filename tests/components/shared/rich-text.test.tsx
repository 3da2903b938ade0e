// @vitest-environment happy-dom
import { act } from 'react';
import { createRoot } from 'react-dom/client';
import { expect, test } from 'vitest';
import { compileNote } from '../../../compiler/compile.ts';
import { RichText } from '../../../components/shared/rich-text.tsx';

(globalThis as { IS_REACT_ACT_ENVIRONMENT?: boolean }).IS_REACT_ACT_ENVIRONMENT = true;

/** The first link of a note with this text, as the panel shows it. */
async function linkOf(markdown: string): Promise<HTMLAnchorElement | null> {
  const text = `---\nsource: https://youtu.be/abcdefghijk\ntitle: T\n---\n\n### One\n\n${markdown}\n`;
  const { edition } = compileNote({ file: 'a.md', text });
  const holder = document.createElement('div');
  const root = createRoot(holder);
  await act(async () =>
    root.render(<RichText nodes={edition?.sections[0]?.blocks.map(({ content }) => content) ?? []} />),
  );
  return holder.querySelector('a');
}

test.each([
  ['its own name for another host', '[https://bank.example](https://evil.example/x)', 'evil.example'],
  ['a user before the host', '[bank](https://bank.example@evil.example/)', 'evil.example'],
  ['Cyrillic letters', '[apple](https://\u0430\u0440\u0440\u04cf\u0435.example/)', 'xn--80ak6aa92e.example'],
  ['a wide full stop', '[bank](https://bank\uff0eexample/)', 'bank.example'],
  ['a port', '[here](http://localhost:8080/)', 'localhost:8080'],
  ['a letter to somebody', '[write](mailto:quill@example.org)', 'quill@example.org'],
])('a link with %s says where it leads', async (_, markdown, host) => {
  expect((await linkOf(markdown))?.dataset.host).toBe(host);
});
