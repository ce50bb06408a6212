/** Whether a part tells shortcomings, or what is to be done, whatever its heading says. */

const lack =
  /不(?:高|够|足|强|到位|齐|深|实|细|严|畅|顺|清|广|多|熟|精|准|力|完善|健全|规范|均衡|平衡|明显|及时|紧密|适应|匹配|相符|充分|理想|牢固|扎实|全面|丰富|系统|统一|主动)|薄弱|单一|参差不齐|滞后|欠缺|缺[乏少]|短缺|匮乏|有待|亟[待需]|差距|偏[少低弱慢软]|[还仍尚]需|尚未|乏力|淡薄|老化|难以|流于形式|[时仍]有发生|紧缺|紧张|停留[在于]|跟不上|浮于|生疏|(?:人员|力量|手段|办法|经验)少|仍然存在|加剧|空白|盲区|走过场|脱节|断层|[^困]难(?=[,。;]|$)|需(?:进一步|要?加强)|不(?:准|匹配|多|久|牢|灵|活|会|愿|敢|一)(?=[,。;]|$)/;
/** 针对不足…, 补齐…: something that was done. */
const acts =
  /^(?:针对|解决|着力|补齐|加强|强化|推进|推动|健全|完善|提升|开展|严格|落实|坚持|深化|聚焦|全面|组织|建立|印发|制定|优化|规范|服务|维护|促进)|已(?:全部|经|完成)|(?:完成|全部)整改/;
/** Words of want that may mean something else, where nothing done is told beside them. */
const wanting =
  /没(?:有|能)(?!发生|出现|引发)|居高|未能|未(?!来|成年|发生|出现|雨绸)|漏|空白|盲区|空档|空转|脱节|被动|走过场|走形式|老套|两张皮|短缺|偏|[太较]少|少$|不(?!断|仅|但|同|得|予|再|少于|低于|见面|动摇|忘|懈|法|误|定期)|难(?!题|关|得)|反弹|反复|堵点|滞后|拖/;
const told =
  /主持|(?<!落实[^,。;]{0,6}|开展|推进|组织|推行)述法|其他需要|需要说明|已|了(?!解)|全年|累计|共(?:计|\d)|今年|本年|一年来|截至|年内|获评?|荣获|完成率|得到|实现[^,。]{0,12}\d/;
const mark = /(?:^|[。;:\n])\s*(?:[一二三四五六七八九]是|[第其][一二三四五六],|\([一二三四五六七八九\d]\)|\d[.、])/;
const longestPart = 1500;

/** What stands beside shortcomings: 这里有客观因素,更主要是因为… */
const beside =
  /原因|根源|症结|成因|根子|归根|因为|由于|主观|客观|^(?:一年|回顾|总体|总的|从)[^,。;]{0,8}(?:,[^,。;]{0,12})?$/;

/** 不回避、找差距; 对照先进查不足: looked for, not made good; then one shortcoming in three sentences will do. */
const sought =
  /(?:^|[,、:进杆准身求照])(?:查|找|看|剖析|查找|查摆|摆|亮|晒|检视)(?:自身|自己)?的?(?:不足|差距|短板|弱项|缺点|家丑)$/;

/** Of three or more items, or sentences where none is counted, two in three begin with a shortcoming; 开展行业调研 heads work all the same. */
export function tellsLacks(heading: string, part: string): boolean {
  if (part.length > longestPart || acts.test(heading)) return false;
  const counted = part.split(mark).slice(1);
  const items =
    counted.length > 0
      ? counted
      : part.split(/[。;\n]/).filter(sentence => sentence.trim().length > 5 && !beside.test(sentence.trim()));
  const lacking = items.filter(item => {
    const opening = /^[^。;\n]*(?:[。;\n][^。;\n]*)?/.exec(item.trim())?.[0] ?? '';
    if (acts.test(opening)) return false;
    return lack.test(opening) || (wanting.test(opening) && !told.test(opening) && !/\d+[次件场]/.test(opening));
  });
  if (sought.test(heading)) return lacking.length > 0 && lacking.length * 3 >= items.length;
  return items.length >= 3 && lacking.length * 3 >= items.length * 2;
}

const lackOf = lack.source;
/** 虽然取得了成绩,但执法能力还需提高; 也存在学法自觉性不高的问题: of the body's own, behind what it says for itself. */
const turns = new RegExp(
  `^[^。]{0,60}(?:取得|成绩|成效|进展|进步|做了|虽|尽管|总的来[看说]|总体)[^。]{0,40},(?:但是?|然而|不过|也|同时)(?!是?(?:企业|群众|当事人|相对人))[^。]{0,50}?(?:${lackOf})`,
);
const cured = /(?:已|均|全部|得到|现已)(?:经|全部|得到)?(?:解决|整改|化解|改善|缓解|完成)/;

/** 档案执法检查的深度和广度不够,…; 受疫情影响,部分培训没有开展: a paragraph that begins by telling what lacks. */
const opensLack =
  /^(?:(?:从|总的|总体)[^,。;]{2,14}看,|(?:目前|当前),?)?(?!针对|为|因此|解决|面对|补|虽|对)(?:[^,。;:]{4,30}(?:不够|不足|不高|不强|不到位|薄弱|单一|滞后|有待[^,。]{2,8}|[仍还尚]需[^,。]{2,10})[,。;、]|(?:受|由于|因)[^。,]{2,30},[^。]{0,40}(?:没有|未能|未|不够|不足|不到位|薄弱|滞后|偏[少低慢]))/;

/** Whether a sentence turns from what was reached to what lacks. */
export const turnsToLacks = (sentence: string): boolean => turns.test(sentence) && !cured.test(sentence);

/** Whether a paragraph begins with a shortcoming, and tells nothing done about it. */
export const beginsLacking = (sentence: string): boolean =>
  opensLack.test(sentence) && !cured.test(sentence) && !/\d+(?:场|期|家|户|起|份)|企业|群众|商户/.test(sentence);

/** 四、工作体会: what was learnt is no plan. */
const drawsLessons = /^[^\n。]{0,16}(?:体会|启示|感悟|心得|经验|收获|感谢|致谢|祝愿|寄语)/;

/** Whether a part behind the shortcomings tells nothing that was done: under 理清思路,持续发力 stands what is planned. */
export function tellsNothingDone(part: string, reportYear: number | null): boolean {
  if (part.trim().length < 12 || part.length > longestPart || drawsLessons.test(part)) return false;
  return !told.test(part) && (reportYear === null || !part.includes(`${reportYear}年`));
}

/** 我会为群团组织,不具有行政执法职能,…无行政诉讼案件: said of the body itself, behind its plan in a paragraph of its own. */
const ofItself =
  /^(?:(?:此外|另外|另|说明|需要说明的是),?|注:)?(?:20\d\d年度?,?|本年度,?|全年,?)?(?:(?:我|本)(?:[局委厅办社会馆台联院所站校库队]|单位|部门|中心)|因|由于|全年|本年度|(?:未|没有|无)(?:发生|制定|出台|收到|行政))/;
const denies =
  /(?:无|没有|未(?:发生|出现|制定|出台|收到|涉及)|不(?:具有|具备|承担|行使))[^,;。\n]{0,20}(?:行政(?:复议|诉讼|应诉|执法|处罚)|规范性文件|败诉)/;
const intends = /将(?!本|此)|拟|计划|力争|确保|争取|继续|进一步|推进|努力|实现|杜绝|做到|保持|避免|防止/;

/** Whether a paragraph behind the plan tells what there was none of in the year, and intends nothing. */
export const tellsOfNone = (sentence: string): boolean =>
  ofItself.test(sentence) && denies.test(sentence) && !intends.test(sentence);

/** What turns a sentence from what was done to what lacks, or says that the body speaks of itself. */
export const turnsRound =
  /(?:但|虽|尽管|同时|然而|也|清醒|我[省市县区州旗盟局乡镇们社台署馆站队关会厅委办院所中支大总])/;
