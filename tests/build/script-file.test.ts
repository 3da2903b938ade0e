import { expect, test } from 'vitest';
import { scriptFile } from '../../build/script-file.ts';
import { wholeScriptWords } from '../../compiler/script-words.ts';
import { pairsIn, readScripts, type ScriptFile, writeScripts } from '../../core/note/script-words.ts';

const shipped = readScripts(JSON.parse(scriptFile()) as ScriptFile);
const whole = wholeScriptWords();

test('what ships converts like the whole dictionaries', () => {
  const simplified =
    '这只是一只鸟。他发现头发干了，干部在树干下吃面条，面对现实；皇后后来离开，公里与心里，复杂与恢复，钟表，关系与系统，制造半导体。';
  const traditional = whole.toHant.convert(simplified);
  expect(traditional).toContain('這只是一隻鳥');
  expect(shipped.toHant.convert(simplified)).toBe(traditional);
  const chinese = '乾隆皇帝的頭髮乾了，著作與跟著，藉口與憑藉。';
  expect(shipped.toHans.convert(chinese)).toBe(whole.toHans.convert(chinese));
  const mainland = '內存與芯片，電視頻道裡的視頻，人工智能的算法，理智能夠戰勝，支持這份文件，大數據分析。';
  const taiwan = whole.toTaiwan.convert(mainland);
  expect(taiwan).toBe('記憶體與晶片，電視頻道裡的影片，人工智慧的演算法，理智能夠戰勝，支持這份文件，大數據分析。');
  expect(shipped.toTaiwan.convert(mainland)).toBe(taiwan);
});

test('a file has every word of each dictionary', () => {
  const again = readScripts(writeScripts(shipped));
  expect(pairsIn(shipped.toHant).length).toBeGreaterThan(7000);
  expect(pairsIn(again.toHant)).toEqual(pairsIn(shipped.toHant));
  expect(pairsIn(again.toHans)).toEqual(pairsIn(shipped.toHans));
  expect(pairsIn(again.toTaiwan)).toEqual(pairsIn(shipped.toTaiwan));
  // Whatever the whole dictionary does with one character of those that notes use, the file does, too.
  const single = pairsIn(whole.toHans).filter((pair) => pair.every((word) => word.length === 1));
  const differing = single.filter(([word, simple]) => shipped.toHans.convert(word) !== simple);
  expect(differing).toEqual([]);
});
