/** Whether a part tells shortcomings for the most part, whatever its heading says. */

const lack =
  /不(?:高|够|足|强|到位|齐|深|实|细|严|畅|顺|清|广|多|熟|精|准|力|完善|健全|规范|均衡|平衡|明显|及时|紧密|适应|匹配|相符|充分|理想|牢固|扎实|全面|丰富|系统|统一|主动)|薄弱|单一|参差不齐|滞后|欠缺|缺[乏少]|短缺|匮乏|有待|亟[待需]|差距|偏[少低弱慢软]|[还仍尚]需|尚未|乏力|淡薄|老化|难以|流于形式|时有发生/;
/** 针对不足…, 补齐…: something that was done. */
const acts =
  /^(?:针对|解决|着力|补齐|加强|强化|推进|推动|健全|完善|提升|开展|严格|落实|坚持|深化|聚焦|全面|组织|建立|印发|制定|优化|规范|服务|维护|促进)|已(?:全部|经|完成)|(?:完成|全部)整改/;
const mark = /(?:^|[。;:\n])\s*(?:[一二三四五六七八九]是|第[一二三四五六],|\([一二三四五六七八九\d]\)|\d[.、])/;
const longestPart = 1500;

/** Of three or more items, or sentences where none is counted, two in three begin with a shortcoming; 开展行业调研 heads work all the same. */
export function tellsLacks(heading: string, part: string): boolean {
  if (part.length > longestPart || acts.test(heading)) return false;
  const counted = part.split(mark).slice(1);
  const items = counted.length > 0 ? counted : part.split(/[。;\n]/).filter(sentence => sentence.trim().length > 5);
  const lacking = items.filter(item => {
    const opening = /^[^。;\n]*(?:[。;\n][^。;\n]*)?/.exec(item.trim())?.[0] ?? '';
    return lack.test(opening) && !acts.test(opening);
  });
  return items.length >= 3 && lacking.length * 3 >= items.length * 2;
}
