import { createRequire } from 'node:module';
import { pathToFileURL } from 'node:url';
import { expect, test } from 'vitest';
import { fewTrigrams } from '../../build/few-trigrams.ts';
import { FAMILIES } from '../../compiler/language-signs.ts';

test('the bundle has franc’s trigrams of every language the compiler uses, and no others', async () => {
  const path = createRequire(import.meta.url)
    .resolve('franc')
    .replace(/index\.js$/, 'data.js');
  const { transform } = fewTrigrams() as unknown as {
    transform(code: string, id: string): Promise<{ code: string } | undefined>;
  };
  const { code = '' } = (await transform('', path)) ?? {};
  const { data: kept } = await import(`data:text/javascript,${encodeURIComponent(code)}`);
  const { data: whole } = await import(pathToFileURL(path).href);
  const asked = new Set<string>();
  for (const [script, family] of Object.entries(FAMILIES)) {
    for (const code of Object.values(family).flatMap(({ franc }) => franc)) {
      asked.add(`${script} ${code}`);
      expect(kept[script][code]).toBe(whole[script][code]);
    }
  }
  const all = Object.entries(kept).flatMap(([script, codes]) =>
    Object.keys(codes as object).map((c) => `${script} ${c}`),
  );
  expect(new Set(all)).toEqual(asked);
});
