import { expect, test } from 'vitest';
import { readingOf } from '../../compiler/reading.ts';

test.each([
  ['单丽华', 'shan li hua'],
  ['單麗華', 'shan li hua'],
  ['曾国强', 'zeng guo qiang'],
  ['解缙', 'xie jin'],
  ['查良镛', 'zha liang yong'],
  ['朴槿惠', 'piao jin hui'],
  ['仇英', 'qiu ying'],
  ['区志强', 'ou zhi qiang'],
  ['區志強', 'ou zhi qiang'],
  ['缪荣株', 'miao rong zhu'],
  ['尉迟恭', 'yu chi gong'],
  ['万俟卨', 'mo qi xie'],
  ['乐毅', 'yue yi'],
  ['种师道', 'chong shi dao'],
  ['单于', 'chan yu'],
])('the surname of %s is read as one, and as the common word besides', (name, reading) => {
  const readings = readingOf([name], 'person').split(',');
  expect(readings).toContain(reading);
  expect(readings).toContain(readingOf([name], 'term'));
  expect(readings.length).toBeGreaterThan(1);
});

test('the surname’s reading comes first, unless the Latin spelling says otherwise', () => {
  expect(readingOf(['单丽华'], 'person')).toBe('shan li hua,dan li hua');
  expect(readingOf(['盖中', 'Gai Zhong'], 'person')).toBe('gai zhong,ge zhong');
});

test.each([
  ['单位', 'dan wei'],
  ['解决', 'jie jue'],
  ['查询', 'cha xun'],
  ['区块链', 'qu kuai lian'],
  ['仇恨', 'chou hen'],
])('%s is not the name of a person', (term, reading) => {
  expect(readingOf([term], 'term')).toBe(reading);
});

test('a glossed name is a person’s if its Latin spelling matches, in either order', () => {
  expect(readingOf(['曾国强', 'Zeng Guoqiang'], 'term')).toBe('zeng guo qiang,ceng guo qiang');
  expect(readingOf(['曾国强', 'Guo-Qiang Zeng'], 'term')).toBe('zeng guo qiang,ceng guo qiang');
  expect(readingOf(['单位', 'unit'], 'term')).toBe('dan wei');
});

test('a foreign name written in characters has no Chinese surname', () => {
  expect(readingOf(['查尔斯·达尔文'], 'person')).not.toContain('zha');
});
