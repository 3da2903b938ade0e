// @vitest-environment happy-dom
import { act } from 'react';
import { createRoot } from 'react-dom/client';
import { expect, test } from 'vitest';
import { Contents } from '../../../components/reading/contents.tsx';
import { editionOf } from '../../core/export/made-up.ts';
import { speak } from '../i18n.ts';

Object.assign(globalThis, { IS_REACT_ACT_ENVIRONMENT: true });

test('contents that are folded on the screen are open on paper, and folded again afterwards', async () => {
  speak('en');
  (window as unknown as { happyDOM: { setViewport(to: object): void } }).happyDOM.setViewport({ width: 400 });
  const note = { origin: 'own', source: 'files', path: 'a.md' } as const;
  const edition = { note, ...editionOf('### One\n\nWords.\n\n### Two\n\nWords.\n', 'lang: en\n') };
  document.body.innerHTML = '<main></main>';
  const root = createRoot(document.querySelector('main') as HTMLElement);
  await act(async () =>
    root.render(<Contents edition={edition} matches={null} hrefOf={(section) => `#${section}`} onHit={() => {}} />),
  );
  const folded = () => document.querySelector('details')?.open === false;
  expect(folded()).toBe(true);
  window.dispatchEvent(new Event('beforeprint'));
  expect(folded()).toBe(false);
  window.dispatchEvent(new Event('afterprint'));
  expect(folded()).toBe(true);
});
