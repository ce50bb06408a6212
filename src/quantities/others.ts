/** Clauses that tell what others ask for or report, as far as their words say so. */

/** 。 ; ! ? or the end of a line. */
const endsSentence = (unit: number): boolean =>
  unit === 0x3002 || unit === 0x3b || unit === 0x21 || unit === 0x3f || unit === 0x0a;

/** The sentence up to `end`, no more than so many characters of it. */
export function sentenceUpTo(flat: string, end: number, most: number): string {
  const floor = Math.max(0, end - most);
  let from = end;
  while (from > floor && !endsSentence(flat.charCodeAt(from - 1))) from -= 1;
  return flat.slice(from, end);
}

const demanded =
  /^[^,;。按据照对]{0,10}[国省市区县州旗盟级厅局委办部](?:要求|规定|明确|下达|核定)[^,;。]{0,24}(?:不[得]?[低少]于|不[得]?超过|至少|控制在|(?:任务|指标|计划)(?:数|为|是|量)*)[^,;。]{0,8}$/;

/** 省厅要求成功率不低于96%, 省厅下达任务600件: asked for by those above; 按照省厅要求组织培训不少于40学时 was done. `said`: the clause up to the figure's end. */
export const isDemanded = (said: string): boolean => demanded.test(said);

const reported = /^据?[^,;。、]{1,14}(?:通报|公布|发布|统计)(?:的|了)?(?=全[国省市区县州旗盟])/;

/** 全市应诉率93% of 市法院通报全市应诉率93%: a clause without who tells it. */
export const behindReport = (said: string): string => said.replace(reported, '');

const time = /^(?:20\d\d年度?(?:以来)?|全年|今年(?:以来)?|本年度?|年内|截至[^,;。全]{1,10}),?/;

/** 全区发生案件62件 of 2023年全区发生案件62件: a clause without the time that opens it. */
export const behindTime = (said: string): string => said.replace(time, '');

const marker = /^[(（]?[\d一二三四五六七八九十]{1,3}(?:[.、]|[)）][.、]?|是)\s*/;

/**
 * The place whose courts' figures a sentence tells: 全区发生行政诉讼案件48件,负责人出庭率97.9%, until the body speaks of itself.
 * `said`: the sentence up to the figure's end.
 */
export function courtsOfPlace(said: string): string | null {
  const told = behindTime(behindReport(said.replace(marker, '')));
  const place = /^全[省市区县州旗盟](?=[^,我]*(?:复议|诉讼|应诉|出庭))/.exec(told)?.[0];
  return place === undefined || /[我本其镇乡]|街道|办事处/.test(told) ? null : place;
}

const named = '(?:[^,;。、按根据贯落向报经由在对将以为受配协助我把从与和社园景片辖小校\\d]{0,4}?)';
const office =
  '(?:(?:人民)?政府|司法[局厅]|(?:人民政府|政府)?行政复议(?:局|机关|机构|委员会)|法律援助中心|[^,;。、]{0,8}(?:调解|调处|矛调|化解)(?:中心|委员会|组织)|调委会|(?:政务服务)?(?:便民)?(?:12345)?[^,;。、\\d]{0,6}热线)';
const lead = '(?:本级|全年|年内|今年|本年度?|先后|累计|合计|总计|共计?|依法|已|新)*';
const takes = '(?=受理|收到|接收|办理|承办|处理|处置|审结|办结|审理|调解|调处|化解|制定|制发|出台|审核|审查|备案|报备)';

const signs = new Map<string, { readonly acts: RegExp; readonly sues: RegExp }>();

function signsOf(ranks: string) {
  const known = signs.get(ranks);
  if (known !== undefined) return known;
  const made = {
    acts: new RegExp(`^${named}((?:[${ranks}]|上级)${office})${lead}${takes}`),
    sues: new RegExp(`以${named}([${ranks}](?:人民)?政府)为(?:被告|被申请人|当事人)[^,;]*$`),
  };
  signs.set(ranks, made);
  return made;
}

/** What tells in later clauses that somebody else acts, or that the body itself does. */
const otherActor = /局|委员会|办公室|法院|厅|大队|司法所|政府/;

/**
 * The body above whose cases a sentence counts: 市政府受理行政复议案件520件,审结480件 in a report of a county. Null where the body
 * itself comes in (以县政府为被申请人, 涉及我镇). `said`: the sentence up to the figure's end; `ranks`: what names of places above end with.
 */
export function bodyTelling(said: string, ranks: string): string | null {
  if (!/政府|司法|复议|援助|调解|调处|矛调|化解|调委会|热线/.test(said)) return null;
  const told = behindTime(behindReport(said));
  const { acts, sues } = signsOf(ranks);
  const acting = acts.exec(told);
  const sued = sues.exec(told);
  const found = acting ?? sued;
  if (found === null) return null;
  // 各乡镇移送的: those of all of them.
  const rest = told.slice(found.index + found[0].length).replace(/各(?:县[市区]?|区|旗|乡镇|镇街|镇|乡|街道|村)+/g, '');
  const before = sued === null ? '' : told.slice(0, sued.index);
  const own = ranks.includes('县')
    ? /[我本镇乡村]|其(?!中)|街道|办事处|社区|管委会|园区|开发区/
    : /[我本镇乡村]|其(?!中)|县|区|旗|街道/;
  const ofCity = !ranks.includes('市') && /市/.test(rest);
  const elsewhere = otherActor.test(rest.slice(rest.indexOf(',') + 1)) && rest.includes(',');
  return own.test(rest) || own.test(before) || ofCity || elsewhere ? null : (found[1] as string);
}
