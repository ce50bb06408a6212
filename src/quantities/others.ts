/** Clauses that tell what others ask for or report, as far as their words say so. */

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

/**
 * The place whose courts' figures a sentence tells: 全区发生行政诉讼案件48件,负责人出庭率97.9%, until the body speaks of itself.
 * `said`: the sentence up to the figure's end.
 */
export function courtsOfPlace(said: string): string | null {
  const told = behindTime(behindReport(said));
  const place = /^全[省市区县州旗盟](?=[^,我]*(?:复议|诉讼|应诉|出庭))/.exec(told)?.[0];
  return place === undefined || /[我本其镇乡]|街道|办事处/.test(told) ? null : place;
}
