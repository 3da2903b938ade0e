import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { compileNote } from '../../compiler/compile.ts';

const folder = join(import.meta.dirname, 'fixtures/forms');
const golden = join(import.meta.dirname, 'golden');

/** Every form of the note format, compiled. After a change on purpose: `vitest run tests/compiler -u`, and read the difference. */
test.each(readdirSync(folder).filter((file) => file.endsWith('.md')))('%s', async (file) => {
  const { edition, problems } = compileNote({ file, text: readFileSync(join(folder, file), 'utf8') });
  const compiled = `${JSON.stringify({ problems, edition }, null, 1)}\n`;
  await expect(compiled).toMatchFileSnapshot(join(golden, file.replace('.md', '.json')));
});
