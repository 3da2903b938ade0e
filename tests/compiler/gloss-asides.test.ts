import { expect, test } from 'vitest';
import { readGloss } from '../../compiler/gloss-text.ts';

test('a name that merely begins like an aside is a name', () => {
  expect(readGloss('attention', '注意力机制: a mechanism')?.names).toEqual(['attention', '注意力机制']);
  expect(readGloss('uncertainty', '不确定性: not knowing')?.names).toEqual(['uncertainty', '不确定性']);
});

test('a remark behind bold words is no gloss', () => {
  expect(readGloss('Bach', '注: 见前文')).toBeNull();
  expect(readGloss('Bach', '不是那位: 另一个人')).toBeNull();
});
