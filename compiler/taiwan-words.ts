/**
 * Words for which Taiwan has others, beyond its own characters: which of OpenCC's are used, and additions. Replacing ignores
 * meaning, so a word is exchanged only if it has one meaning in mainland texts and is not used in Taiwan itself. All words are in
 * Taiwan's characters.
 */

const words = (...lists: readonly string[]): readonly string[] => lists.join(' ').split(' ');

/** Words of OpenCC that are not exchanged. */
const LEFT_OUT: ReadonlySet<string> = new Set(
  words(
    // Also mean something else: a document, a procedure, a date, a visit, a supporter, a menu on a table, to gallop.
    '文件 程序 對象 支持 項目 訪問 消息 打開 運行 設備 設置 連接 社區 保存 發佈 添加 默認 菜單 實例 循環 局部 全局 指針',
    '擴展 低級 遠程 通道 腳本 奔馳 萬象 搜索 刷新 分區 觸摸 激活 溢出 拋出 截取 屏蔽 禁用 調度 調用 查看 查找 隊列 進程 壁紙',
    '呼出 掛斷 外置 仿真 多態 權限 算子 卸載 回調 導入 導出 窗口 綁定 視圖 註銷 重裝 重載 交互 界面 組件 集群 前綴 拷貝 嵌套',
    '映射 聲明 進制 源文件 頭文件 文件名 文字處理 刻錄 通訊卡 批量 創建 加載 內核 類型 發送 剪切',
    // Also used in Taiwan, or OpenCC's replacement means something else there.
    '函數 參數 數據 性能 優化 高級 點擊 聯繫 審核 用戶 像素 圖庫 鏡像 自行車 性價比 持久性 連接器 適配器 便攜式 註冊機 缺省',
    '聯繫歷史 紅心大戰 網上鄰居 計算機安全 調製解調器 面向過程 過程式編程 外鍵 涼菜 最終用戶 用戶名 優先級 宏內核 調試器 函數式編程',
    '端口 句柄 散列 元數據 元編程 有損壓縮 無損壓縮',
    // Stand within words or across two of them: 高清|晰, 你的|士氣, 上網|吧, 明顯|存在, 相信|道理, 收集|成本, 很多|任務, 增加|納稅.
    '位圖 數據報 尋址 字節 布爾 高清 的士 網吧 網卡 網關 顯存 信道 集成 多任務 比特 在線 縮進 總線 正電子 全角 半角 引導程序 操作數 主板 串行',
    '加納 加蓬 貝寧 帕勞 文萊 乍得 控件',
    // Names shared by other people, whom Taiwan writes differently.
    '凱奇 拉洛 拉莫 歐拉 福雷 薩蒂 賴希 丁當 沃爾頓 古爾德 格拉斯 科普蘭 霍洛維茨 布里頓 貝利尼 格林卡 埃爾加 格里格 韋伯恩 奧爾夫',
  ),
);

/** Words that are kept whole although they contain an exchanged one. */
const HELD: readonly string[] = words(
  '內存在 內存款 內存放 內存有 內存儲 國內存 境內存 室內存 體內存 視頻道 視頻率 音頻率 音頻道 智能夠 智能力 智能否 心智能 理智能',
  '接口頭 接口述 接口水 接口吻 文檔案 普通信 微信號 信息息 代碼頭 股票代碼 證券代碼 國家代碼 地區代碼 貨幣代碼 機場代碼 疾病代碼 郵政代碼 銀行代碼',
  '不勝枚舉 文字體 字段落 數組織 數組成 數組合 變量子 元音樂 博客戶 寬帶來 寬帶動 寬帶給 帶寬鬆 帶寬容 帶寬廣',
  '其實時 現實時 事實時 真實時 確實時 落實時 實時間 實時代 實時候 實時期 實時刻 圖標示 圖標註 圖標明 圖標出 圖標題 圖標準',
  '試圖像 企圖像 意圖像 地圖像 死機率 死機制 死機會 算法律 算法院 算法官 算法國 算法定 算法人 計算法 預算法 換算法 推算法 核算法',
  '明顯卡 存儲備 操作符合 內置物 室內置 打印象 營銷售 經營銷 命運營 重編程 公里根 英里根 里根本 里根據 克里根 科里根 計算機構 計算機制 計算機會 計算機率',
  '導彈性 引導彈 指導彈 道格拉斯 人際網絡 關係網絡 銷售網絡 人脈網絡 編程度 改編程 主編程 改變量 高端口 最高端 至高端',
  '直接口 連接口 強調試 減免提 詞組合 擴大語言 數據源自',
  '源碼頭 採用戶 反饋贈 音質量 物質量 本質量 氣質量 素質量 體質量 大質量 小質量 水平面 水平線 水平方',
);

/** Words that OpenCC lacks, mostly longer forms of those left out above. */
const OURS = `
計算機 電腦|計算機科學 電腦科學|應用程序 應用程式|計算機程序員 電腦程式設計師|開源代碼 開源程式碼|黑客帝國 駭客任務|小程序 小程式|計算機程序 電腦程式|程序化 程式化|開源項目 開源專案|項目經理 專案經理|項目管理 專案管理
數據中心 資料中心|數據集 資料集|數據結構 資料結構|數據科學 資料科學|數據科學家 資料科學家|數據分析 資料分析|數據處理 資料處理|訓練數據 訓練資料
搜索引擎 搜尋引擎|上下文窗口 上下文視窗|神經網絡 神經網路|社交網絡 社群網路|社交媒體 社群媒體|大語言模型 大型語言模型|智能手機 智慧型手機
用戶界面 使用者介面|操作界面 操作介面|圖形界面 圖形介面|人機交互 人機互動|量子比特 量子位元|系統集成 系統整合|超高清 超高畫質|高清視頻 高畫質影片
在線教育 線上教育|在線課程 線上課程|在線廣告 線上廣告|在線遊戲 線上遊戲|在線購物 線上購物|在線支付 線上支付|在線會議 線上會議|遠程辦公 遠端辦公
數字化 數位化|數字貨幣 數位貨幣|數字經濟 數位經濟|數字時代 數位時代|數字技術 數位技術|數字內容 數位內容|數碼相機 數位相機|二維碼 QR碼|攝像頭 攝影機
高質量 高品質|質量管理 品質管理|質量控制 品質控制|產品質量 產品品質|生活質量 生活品質|空氣質量 空氣品質|服務質量 服務品質|生活水平 生活水準|高水平 高水準
營銷 行銷|運營 營運|反饋 回饋|初創公司 新創公司|初創企業 新創企業|初創團隊 新創團隊|光刻 微影|光刻機 曝光機|激光雷達 光達|固態硬盤 固態硬碟
公交車 公車|酸奶 優格|西紅柿 番茄|三文魚 鮭魚|導彈 飛彈|宇航員 太空人|航天員 太空人|航空航天 航太|首席財務官 財務長|首席產品官 產品長
硅谷 矽谷|谷歌 Google|斯坦福 史丹佛|特朗普 川普|里根 雷根|肯尼迪 甘迺迪|撒切爾 柴契爾|丘吉爾 邱吉爾|克林頓 柯林頓|普京 普丁|戈爾巴喬夫 戈巴契夫
喬布斯 賈伯斯|扎克伯格 祖克柏|蓋茨 蓋茲|奧本海默 歐本海默|馮·諾依曼 馮·紐曼|悉尼 雪梨|戛納 坎城|佛羅倫薩 佛羅倫斯`
  .trim()
  .replaceAll('\n', '|');

type Pair = readonly [word: string, written: string];

/** Whether a word of OpenCC is exchanged. Full names of film directors are more than notes on talks need. */
export const isUsedInTaiwan = (word: string): boolean => !LEFT_OUT.has(word) && !word.includes('·');

/** The additions. */
export const OUR_TAIWAN_WORDS: readonly Pair[] = [
  ...OURS.split('|').map((line): Pair => {
    const [word = '', written = ''] = line.split(' ');
    return [word, written];
  }),
  ...HELD.map((word): Pair => [word, word]),
];
