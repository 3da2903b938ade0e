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

/** What is looked up while a viewer types: every prefix of every query. */
export const KEYSTROKES: readonly string[] = QUERIES.flatMap((query) =>
  Array.from(query, (_, at) => query.slice(0, at + 1)),
);
