import { expect, test } from 'vitest';
import { browserMessages } from '../../build/browser-messages.ts';

test('what only published sites say does not ship in the extension', () => {
  const messages = { site_search: { message: 'Search titles' }, panel_opposite: { message: 'The other side' } };
  const shipped = browserMessages(JSON.stringify(messages, null, 2));
  expect(JSON.parse(shipped)).toEqual({ panel_opposite: { message: 'The other side' } });
  expect(shipped).not.toContain('\n');
});
