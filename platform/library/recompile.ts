import type { Recompile } from './own-notes.ts';

/** The compiler is large and seldom needed here, so it is loaded when it is. */
export const recompile: Recompile = async ({ summary }, file) => {
  const [{ compileNote }, { decodeText }] = await Promise.all([
    import('../../compiler/compile.ts'),
    import('../import/decode-text.ts'),
  ]);
  const decoded = decodeText(new Uint8Array(file));
  return decoded.ok ? compileNote({ file: summary.file, text: decoded.text }).edition : null;
};
