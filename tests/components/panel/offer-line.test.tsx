// @vitest-environment happy-dom
import { act, type ReactNode } from 'react';
import { createRoot } from 'react-dom/client';
import { beforeEach, expect, test } from 'vitest';
import { OfferLine } from '../../../components/panel/offer-line.tsx';
import { speak } from '../i18n.ts';

Object.assign(globalThis, { IS_REACT_ACT_ENVIRONMENT: true });

let held = false;
const onHold = (now: boolean) => {
  held = now;
};

async function shown(): Promise<(page: ReactNode) => Promise<void>> {
  const place = document.createElement('div');
  document.body.replaceChildren(place);
  const root = createRoot(place);
  const show = (page: ReactNode) => act(async () => root.render(page));
  await show(
    <OfferLine onDismiss={() => {}} onHold={onHold}>
      <button type="button">Undo</button>
    </OfferLine>,
  );
  return show;
}

const dispatch = (type: string, from: Element | null = document.body) =>
  act(async () => {
    const { PointerEvent, FocusEvent } = window;
    const Kind = type.startsWith('focus') ? FocusEvent : PointerEvent;
    const target = document.querySelector('.offer button');
    target?.dispatchEvent(new Kind(type, { bubbles: true, relatedTarget: from }));
  });

beforeEach(() => {
  speak('en');
  held = false;
});

test('a pointer that moves over an offer holds it, one that rests does not; when it goes meanwhile, no later one is held', async () => {
  const show = await shown();
  await dispatch('pointerover');
  expect(held).toBe(false);
  await dispatch('pointermove');
  expect(held).toBe(true);
  await show(null);
  expect(held).toBe(false);
});

test('the pointer passing over an offer with the focus does not end its hold', async () => {
  await shown();
  await dispatch('focusin');
  await dispatch('pointerover');
  await dispatch('pointermove');
  await dispatch('pointerout');
  expect(held).toBe(true);
  await dispatch('focusout');
  expect(held).toBe(false);
});
