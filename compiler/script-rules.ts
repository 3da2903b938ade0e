/**
 * Our own rules for converting simplified characters, where OpenCC's phrases go wrong. OpenCC replaces a phrase wherever it
 * occurs, even across a word boundary: `概念|的` contains 念的 (唸的), `整个|中东` contains 个中 (箇中).
 */

/** Common words by their last character, with which a phrase of OpenCC begins: matched first, they are not torn apart. */
const ENDINGS: Readonly<Record<string, string>> = {
  于: '关 用 属 对 由 基 等 在 便 生 位 处 至 终 利 善 勇 敢 适 限 源 始 鉴 介 忠 富 大 小 高 低 多 少 优 致力 有助 应用 来自 取决',
  念: '怀 理 概 观 信 纪 想 思 执 悬 挂 悼 留 杂 意 感 默',
  划: '计 规 策 企 谋 筹',
  个: '整 这 那 哪 每 某 各 一 两 二 三 四 五 六 七 八 九 十 几 多 首 下 上 另一 同一',
  合: '组 结 符 集 混 配 联 综 融 整 适 吻 聚 复 场 巧 缝 契 磨',
  发: '开 爆 分 转 引 触 激 启 研 出 突 收 喷 颁 多 首 频 诱 批 挥 蒸 始 沙',
  理: '管 处 代 整 办 治 合 修 护 经 助 物 心 伦 真',
  落: '部 角 段 降 坠',
  断: '不 判 中 诊 垄',
  须: '必 无',
  制: '控 限 遏 压 抑 强 定 专 克',
  斗: '奋 战 打 争 决 搏',
  系: '谱 体 关 联 派 星 干',
  心: '核 中 信 决 内 重 关 担',
  面: '层 里 下 上 地 楼 账 方 表 全 对 前 后 外 平 界 页 画 局 正 负 书 桌 市 水 路',
  里: '这 那 哪 家 村 城 心 手 屋 夜 年 时间 世界 公司 合同',
  明: '发 证 说 表 声 聪 文 阐 透',
  谷: '硅 山 河',
  准: '标 批 精 水 瞄',
  别: '特 分 区 级 类 识 性 告 差 个',
  注: '关 赌 投',
  种: '这 那 各 某 一 两 几 多',
  向: '方 走 转 面 倾 意 趋 导 朝',
  复: '修 恢 康',
  是: '于 只 但 可 就 还',
  周: '四',
  回: '来',
  修: '进',
  幸: '荣',
  签: '标',
  扎: '挣',
  松: '尼克',
};

export const HELD: readonly string[] = Object.entries(ENDINGS).flatMap(([last, starts]) =>
  starts.split(' ').map((start) => start + last),
);

/** Words whose conversion differs from that of their characters and OpenCC's phrases. */
export const WRITTEN: readonly (readonly [word: string, written: string])[] = [
  // 了 belongs to the word before; the verb begins with 解.
  ...['决', '释', '除', '散', '放', '脱', '雇'].map((end) => [`了解${end}`, `了解${end}`] as const),
  ['了如指掌', '瞭如指掌'],
  // Not the president.
  ['里根本', '裡根本'],
  ['里根据', '裡根據'],
  // 干 here means to do (幹), not dry (乾).
  ...['么', '能', '不', '单', '实', '敢', '苦', '想', '要', '子'].map(
    (start) => [`${start}干的`, `${start}幹的`] as const,
  ),
];

/**
 * Phrases of OpenCC that are left out: rare words and names whose characters are far more often adjacent by chance. In those
 * with 里 it usually means "in" (裡), not a mile or part of a name.
 */
export const LEFT_OUT: ReadonlySet<string> = new Set(
  '了如 里人 里正 里美 同里 得采 有采 是只 口占 占人 制做 发指 谷人 谷日 别着'.split(' '),
);
