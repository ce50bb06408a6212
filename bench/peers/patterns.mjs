/** The sixty patterns of all peers: twenty words, each alone, with a count behind it, and with a verb before it. */
const words =
  '法治政府 规范性文件 合法性审查 重大行政决策 法律顾问 行政复议 行政诉讼 出庭应诉 行政执法 行政处罚 政务公开 信息公开 建议 提案 培训 普法 调解 法律援助 营商环境 主要负责人';

export const patterns = words
  .split(' ')
  .flatMap(word => [
    word,
    `${word}[^。；]{0,30}[0-9]+[件次场个人条项]`,
    `(?:完善|开展|办理|加强|推进)[^。；]{0,12}${word}`,
  ]);
