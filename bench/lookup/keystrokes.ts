const QUERIES = [
  '反向传播',
  '反向傳播',
  'attention',
  'atention',
  'tensor model',
  'fanxiang',
  'fxcb',
  '优化损失',
  'zzzzzzzz',
  'gradeint',
  'the model of attention',
  'shibuzhi',
];

const keystrokesOf = (queries: readonly string[]): readonly string[] =>
  queries.flatMap((query) => Array.from(query, (_, at) => query.slice(0, at + 1)));

/** What is looked up while a viewer types: every prefix of every query. */
export const KEYSTROKES = keystrokesOf(QUERIES);

/** Queries in Chinese characters, which are asked in other scripts and words, too. */
export const CHINESE_KEYSTROKES = keystrokesOf(['反向传播', '反向傳播', '优化损失', '神經網路', '記憶體的演算法']);
