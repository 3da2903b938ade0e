import { createConversion } from '../../compiler/convert-script.ts';
import { wholeScriptWords } from '../../compiler/script-words.ts';
import { type CompiledFile, compileFile, type FileToCompile } from '../../platform/compile/compile-file.ts';

const conversion = createConversion(wholeScriptWords());

/** Compiles a file as the worker does, with the whole dictionaries. */
export const compileNote = (file: FileToCompile): Promise<CompiledFile> => compileFile(file, async () => conversion);
