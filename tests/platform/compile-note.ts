import { wholeScriptWords } from '../../compiler/script-words.ts';
import { type CompiledFile, compileFile, type FileToCompile } from '../../platform/compile/compile-file.ts';

/** Compiles a file as the worker does, with the whole dictionaries. */
export const compileNote = (file: FileToCompile): Promise<CompiledFile> =>
  compileFile(file, async () => wholeScriptWords());
