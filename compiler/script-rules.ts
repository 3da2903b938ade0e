/**
 * Our own rules for converting simplified characters, where OpenCC's phrases go wrong. OpenCC replaces a phrase wherever it
 * occurs, even across a word boundary: `概念|的` contains 念的 (唸的), `整个|中东` contains 个中 (箇中), `美国|历史` contains 国历 (國曆).
 */

const words = (list: string): readonly string[] => list.split(' ');

/**
 * Characters that become another one by themselves than OpenCC's first. A clock (鐘) is meant more often than the surname 鍾,
 * and outside the words of 範, which OpenCC lists, 范 is a surname.
 */
export const CHARACTERS: readonly (readonly [character: string, written: string])[] = [
  ['钟', '鐘'],
  ['范', '范'],
];

/** Common words by their last character, with which a phrase of OpenCC begins: matched first, they are not torn apart. */
const ENDINGS: Readonly<Record<string, string>> = {
  于: '关 用 属 对 由 基 等 在 便 生 位 处 至 终 利 善 勇 敢 适 限 源 始 鉴 介 忠 富 大 小 高 低 多 少 优 致力 有助 应用 来自 取决 过 结 向 惯 忙 免 急 缘 出 合 落 置 投 归 趋 止 陷 缺 劣 强 弱 长 短 早 晚 迟 贯',
  念: '怀 理 概 观 信 纪 想 思 执 悬 挂 悼 留 杂 意 感 默 惦 眷 顾 正 贪 妄',
  划: '计 规 策 企 谋 筹',
  个: '整 这 那 哪 每 某 各 一 两 二 三 四 五 六 七 八 九 十 几 多 首 下 上 另一 同一',
  合: '组 结 符 集 混 配 联 综 融 整 适 吻 聚 复 场 巧 缝 契 磨',
  发: '开 爆 分 转 引 触 激 启 研 出 突 收 喷 颁 多 首 频 诱 批 挥 蒸 始 沙',
  理: '管 处 代 整 办 治 合 修 护 经 助 物 心 伦 真 生 机 原 道 病 地 总 梳 推 定 审 受',
  落: '部 角 段 降 坠',
  断: '不 判 中 诊 垄',
  须: '必 无',
  制: '控 限 遏 压 抑 强 定 专 克',
  斗: '奋 战 打 争 决 搏',
  系: '谱 体 关 联 派 星 干',
  心: '核 中 信 决 内 重 关 担',
  面: '层 里 下 上 地 楼 账 方 表 全 对 前 后 外 平 界 页 画 局 正 负 书 桌 市 水 路 这里 那里',
  里: '这 那 哪 家 村 城 心 手 屋 夜 年 时间 世界 公司 合同 平日 往日 节日 东西 很多 许多 更多 银行卡 信用卡 显卡 表格 价格 风格 性格 网格 邻居 身体',
  明: '发 证 说 表 声 聪 文 阐 透 点 指 标 注 写 讲 申 查 光 天 文 分',
  谷: '硅 山 河',
  准: '标 批 精 水 瞄 校 对 看',
  别: '特 分 区 级 类 识 性 告 差 个',
  注: '关 赌 投',
  种: '这 那 各 某 一 两 几 多',
  向: '方 走 转 面 倾 意 趋 导 朝',
  复: '修 恢 康 收',
  是: '于 只 但 可 就 还',
  周: '四',
  回: '来',
  修: '进',
  幸: '荣',
  签: '标',
  扎: '挣',
  松: '尼克',
  长: '增 成 生 校 市 部 院 局 省 州 擅 延 团 船 队',
  白: '明 表 空',
  生: '学 产 医 先 派 衍 新 男 女 考 诞 人 民 发 再',
  直: '一 简',
  护: '保 维 爱 守 辩 拥',
  假: '虚 请 放 休 度',
  头: '转 回 街 镜 石 木 巨 源 开 抬 低',
  金: '资 本 奖 现 基 佣 租 薪 押',
  结: '冻 总 团 勾 凝',
  束: '结 约',
  短: '简 缩',
  染: '感 传 污',
  留: '保 停',
  黑: '慕尼',
  美: '中 欧 北 南 完',
  红: '分',
  洗: '清',
  润: '利',
  维: '思 运 二 三 多 高 低 纤',
  关: '海 网 机 开',
  购: '收 采 抢 订 选 网 认 团 代 军',
  撤: '回 后',
  一: '统 唯',
  相: '首 真',
  何: '如 任 为',
  有: '没 所 只 拥 含 具 持 享 现 原 仅',
  手: '助 选 对 歌 棋 杀',
  码: '代 编 密 号 源',
  意: '愿 同 注 满 故 任 乐 创',
  过: '经 通 超 不 透 度',
  台: '平 后 舞 电 讲 阳 柜 前',
  影: '电 摄 投 阴',
  角: '视 主 广',
};

export const HELD: readonly string[] = Object.entries(ENDINGS).flatMap(([last, starts]) =>
  words(starts).map((start) => start + last),
);

/** Each start with each end, written as its characters are by themselves unless `as` says how the middle is written. */
const each = (
  starts: string,
  middle: string,
  ends: string,
  as = middle,
): (readonly [word: string, written: string])[] =>
  words(starts).flatMap((start) => words(ends).map((end) => [start + middle + end, start + as + end] as const));

const TITLES = '先生 女士 小姐 太太 教授 老师 博士 医生 院士 律师 导演';

/** Words whose conversion differs from that of their characters and OpenCC's phrases. */
export const WRITTEN: readonly (readonly [word: string, written: string])[] = [
  // 了 belongs to the word before; the verb begins with 解.
  ...['决', '释', '除', '散', '放', '脱', '雇'].map((end) => [`了解${end}`, `了解${end}`] as const),
  ['了如指掌', '瞭如指掌'],
  // Not the president.
  ['里根本', '裡根本'],
  ['里根据', '裡根據'],
  // "In", before words that begin as names do.
  ...each('里', '', '长着 长大 长出 长满 长期 拉出 拉开 拉来 科技 科学 布满 约有 约定 约占', '').map(
    ([word]) => [word, word.replace('里', '裡')] as const,
  ),
  // 干 here means to do (幹), not dry (乾).
  ...each('么 能 不 单 实 敢 苦 想 要 子 该 会 爱 做 没 样 都 样 人 们 他 她 我 你 谁 司 概 着', '干', '的', '幹'),
  ['比干活', '比幹活'],
  // Dry.
  ...each('还没 还没有 头发 衣服 油漆 墨水 眼泪 嘴唇 皮肤', '干', '， 。 了 透', '乾'),
  // 只 here means only, and no animal is counted.
  ...each('这 那 多', '只', '会 能 有 需 要 想 占 用 让 不 可 适 剩 对 针 说 做 限 局 意 涉 发 关 属 算 够 包 花'),
  ...each('不单', '只', '有 是 聊 看 说 会'),
  ['只影响', '只影響'],
  ['并购买', '並購買'],
  ['并购物', '並購物'],
  ['并吞噬', '並吞噬'],
  // To happen at once; only illnesses come along (併).
  ['并发', '並發'],
  ['并发症', '併發症'],
  // To get ready, or to be exact.
  ...each('批 特 核 获', '准', '备 确 时', '準'),
  // With water (沖), and of what collides (衝).
  ...each('冲', '', '咖啡 奶粉 牛奶 马桶 个澡 了澡 一杯 豆浆', '').map(
    ([word]) => [word, word.replace('冲', '沖')] as const,
  ),
  ...each('对 相 大', '冲', '击 突', '衝'),
  // Watches, and what is shown or held.
  ...each('手 电 水 钟 看 金', '表', '示 现 明 达 面 演 格 态 述 情 决'),
  ['电子表格', '電子表格'],
  ['表针对', '表針對'],
  ...each('国 年 月 日 纪 公 新 旧', '历', '史 来 程 经 代', '歷'),
  ...each('回', '复', '杂 兴 苏', '復'),
  ...each('吃着 吃了 吃过 煮了 下碗 馆的', '面', '， 。', '麵'),
  ...each('一', '出', '戏 好戏 大戏 悲剧 喜剧 闹剧 话剧', '齣'),
  ...each('这 那', '出', '戏', '齣'),
  ['失范', '失範'],
  ['范数', '範數'],
  ['范儿', '範兒'],
  ['当当时', '當當時'],
  ['马夫人', '馬夫人'],
  ['存折扣', '存折扣'],
  ['天干地支', '天干地支'],
  ...each('钟', '', TITLES, '').map(([word]) => [word, word.replace('钟', '鍾')] as const),
  ['姓钟', '姓鍾'],
  ['钟南山', '鍾南山'],
  ['方便面', '方便麵'],
  ['方便面对', '方便面對'],
];

/** Words in which a character stays as it is, although it becomes another one by itself. */
export const STAYING: readonly (readonly [character: string, words: readonly string[]])[] = [
  // To allow, or not.
  [
    '准',
    [
      ...words(
        '进 出 说 带 吃 喝 去 来 走 动 用 看 碰 抽 吸 停 笑 哭 跑 拍 做 任 别 人 再 有 在 跟 打 骂 喊 穿 改 提 上 下 离 回 使 随 拿',
      ).map((verb) => `不准${verb}`),
      ...words('准他 准她 准我 准你'),
    ],
  ],
  // Surnames, with a title; those of people whom a note names are known by them (surnames.ts).
  ...['余', '游', '郁', '涂'].map((name) => [name, words(TITLES).map((title) => name + title)] as const),
  ['于', words('于先生 于女士 于小姐 于太太')],
  ['余', words('余华 余秋雨')],
  // Nautical miles; otherwise in the sea.
  ['里', words('0 1 2 3 4 5 6 7 8 9 十 百 千 万').map((number) => `${number}海里`)],
  ['后', ['天后宫']],
];

/**
 * Phrases of OpenCC that are left out: rare words and names whose characters are far more often adjacent by chance. In those
 * with 里 it usually means "in" (裡), not a mile or part of a name.
 */
export const LEFT_OUT: ReadonlySet<string> = new Set(
  [
    '了如 里人 里正 里美 同里 得采 有采 是只 口占 占人 制做 发指 谷人 谷日 别着',
    '并为 并成 并产 并发 并合 并叠 并力 并到 并名 并除 侵并 简并 不并 交并 忙并 打并 催并',
    '丝发 被发 总发 括发 编发 换发 祝发 素发 拔发 截发 养发 发长 发卡 发圈',
    '别只 换只 只影 只日 只立',
    '干的 天干 刚干 好干 如何干 查干 察干 斯干 如干 江干 干点 白干 干和 干时 干产 干图 干地 干断 干量 全干',
    '道里 本里 角里 大里 下里 方里 乐里 织里 州里 路里 西里 海里 神里 南里 后里 回里 数里 半里 朱里 左里 里居 里加 里社',
    '大冲 冲人 上复 布复 明复 示复 检复 电复 核复 被复 见复 申复 复信',
    '调表 对表 名表 码表 跳表 马表 破表 表行 表速 显示表 喜欢表 犹如表 自动表 对准表',
    '和面 油面 液面 黑面 杂面 洋面 面人',
    '于思 于格 于坚 于军 于山 于波 于越 于归 于都 于杰',
    '门斗 加斗 大斗 斗的 大曲 造曲 家私 家什 一出 几出 出儿',
    '第二出 第三出 第四出 第五出 第六出 第七出 第八出 第九出 第十出',
    '合作伙伴 战略伙伴 贸易伙伴',
    '经折 折合 大采 下采 多采 没采 结采 先尝 小尝 有云 子云 而云 云为 云然 据云 念对 尽自 尽想 背着',
    '关征 力征 西征 此系 你系 我系 已系 所系 就系 系为 系有',
    '长几 方几 高几 小几 国历 大历 天历 长历 纪历 回文 盘回 丰度 工致 习玩 托大 台笔 大丑 克日 灵修 当当',
    '元后 西后 美后 封后 球后 群后 风后 后角 后土 天后',
  ].flatMap(words),
);
