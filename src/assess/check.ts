/** The built-in checks of a text: is it whole, are shortcomings answered, do the figures belong to the year? */
import type { ZoneStretch } from '../report/types.ts';
import type { CheckRule } from '../rules/schema.ts';
import { type Bilingual, fill } from '../words/bilingual.ts';
import { checkWords } from '../words/findings.ts';
import { type Context, type FlatSpan, inHeading, sectionAt } from './context.ts';
import { itemsOf, stretchesOf } from './items.ts';
import { tryPartial } from './statement.ts';
import { type Verdict, verdict } from './verdict.ts';

export function judgeCheck(context: Context, rule: CheckRule, verdicts: ReadonlyMap<string, Verdict>): Verdict {
  switch (rule.check) {
    case 'integrity':
      return judgeIntegrity(context);
    case 'rectification':
      return judgeRectification(context, rule);
    case 'year':
      return judgeYear(verdicts);
  }
}

function judgeIntegrity(context: Context): Verdict {
  const injected = context.report.anomalies.filter(anomaly => anomaly.kind === 'injected-text');
  if (injected.length > 0) return verdict('missing', { places: injected, reason: checkWords.injected });
  const blemishes = context.report.anomalies.filter(anomaly =>
    ['web-chrome', 'lost-punctuation', 'placeholder', 'garbled'].includes(anomaly.kind),
  );
  if (blemishes.length > 0) {
    const kinds = [...new Set(blemishes.map(anomaly => anomaly.kind))];
    const reason: Bilingual = {
      zh: fill(checkWords.blemish.zh, { kinds: kinds.map(kind => checkWords.anomaly[kind].zh).join('、') }),
      en: fill(checkWords.blemish.en, { kinds: kinds.map(kind => checkWords.anomaly[kind].en).join(', ') }),
    };
    return verdict('partial', { places: blemishes.slice(0, 12), reason });
  }
  return verdict('met', { reason: checkWords.clean });
}

/** Words too common to tell that a plan item answers a shortcoming. Source: the catalogue's list for this check. */
const generic = [
  '进一步',
  '有待',
  '加强',
  '提升',
  '建设',
  '工作',
  '推进',
  '完善',
  '法治',
  '政府',
  '依法',
  '实施',
  '问题',
  '能力',
  '解决',
  '行政',
];

/** Shortcomings shown, each with the plan's answer to it. */
const mostPairs = 2;

function judgeRectification(context: Context, rule: CheckRule): Verdict {
  const explicit = tryPartial(context, rule.partial, {
    zones: rule.zones ?? ['problem'],
    not: rule.not,
    anyStance: true,
  });
  if (explicit.evidence.length > 0)
    return verdict('met', { evidence: explicit.evidence.slice(0, 2), reason: checkWords.rectified });
  const items = shortcomingsOf(context);
  const { flat } = context.report.copy;
  const plan = planClauses(context);
  if (items.length === 0 || plan.length === 0) return verdict('missing', { refused: explicit.refused });
  const answered = items.flatMap(item => {
    const answer = answerTo(flat, item, plan);
    return answer === null ? [] : [[firstSentence(flat, item), answer] as const];
  });
  const values = { n: items.length, answered: answered.length };
  const reason = { zh: fill(checkWords.answered.zh, values), en: fill(checkWords.answered.en, values) };
  const enough = answered.length * 2 >= items.length && (items.length < 2 || answered.length >= 2);
  const evidence = answered.slice(0, mostPairs).flat();
  if (enough) return verdict('met', { evidence, reason, certainty: 'likely' });
  if (answered.length > 0) return verdict('partial', { evidence, reason, certainty: 'likely' });
  return verdict('missing', { reason });
}

/** Words by which a sentence or clause tells a shortcoming. */
const weak =
  /有待|不够|不足|不强|不高|[仍还]需|需要?进一步|欠缺|薄弱|不到位|不完善|不充分|较少|差距|短板|缺乏|缺少|不多|不准|不深|不细|不广|不畅|空白|滞后|偏低|偏少|度低|跟不上|参差不齐|时有发生|适应/;
/** 仍有不少短板, 存在一定差距: opens the shortcomings and is none of them. */
const opening = /(?:存在|还有|仍有|尚有|[离距].{2,20}有).{0,8}(?:问题|不足|差距|短板)/;
/** 之所以如此,是因为…: tells of all of them why. */
const why = /之所以|原因|根源|究其|源于|由于/;

/** Fewer items than these say less than the clauses that name a lack, mostly in one sentence (还存在形式单一、装备落后等问题). */
const fewItems = 3;

/** The shortcomings one by one, as they are counted where the part itself is judged. */
function shortcomingsOf(context: Context): FlatSpan[] {
  const { flat } = context.report.copy;
  const stretches = stretchesOf(context, 'problem');
  const items = itemsOf(context, stretches);
  if (items.length >= fewItems) return items;
  const sentences = stretches.flatMap(stretch => lacking(flat, stretch, /[。\n]/));
  const clauses = stretches.flatMap(stretch => lacking(flat, stretch, /[,;。\n、:]/));
  const finer = sentences.length > 1 ? sentences : clauses;
  return finer.length > items.length ? finer : items;
}

/** What tells a shortcoming between two stops, without what opens them and what tells why. */
function lacking(flat: string, { flatStart, flatEnd }: ZoneStretch, stops: RegExp): FlatSpan[] {
  const found: FlatSpan[] = [];
  let start = flatStart;
  for (const said of flat.slice(flatStart, flatEnd).split(stops)) {
    const end = start + said.length;
    if (weak.test(said) && !opening.test(said) && !why.test(said)) found.push({ start, end });
    start = end + 1;
  }
  return found;
}

function planClauses(context: Context): FlatSpan[] {
  const { starts, ends } = context.clauses;
  const { zones } = context.report;
  const clauses: FlatSpan[] = [];
  starts.forEach((start, index) => {
    const inPlan = zones.some(
      ({ zone, flatStart, flatEnd }) => zone === 'plan' && start >= flatStart && start < flatEnd,
    );
    // 第三部分 2024年工作安排 answers nothing; 一、…, 二、… counted anew below a heading are its items.
    const heading = context.report.outline[sectionAt(context, start)];
    const opens = zones.some(({ flatStart }) => flatStart === heading?.flatStart);
    const named = heading?.level === 1 && opens && inHeading(context, start);
    if (inPlan && !named) clauses.push({ start, end: ends[index] as number });
  });
  // A cell for measures stands in the middle of its row's clause.
  for (const { zone, flatStart, flatEnd } of zones)
    if (zone === 'plan' && starts[context.report.copy.clauseOf[flatStart] as number] !== flatStart)
      clauses.push({ start: flatStart, end: flatEnd });
  return clauses;
}

/**
 * What is lacking, and in other words what is done about it. A plan that answers a shortcoming does not repeat it: 法治意识有待增强 is
 * answered by 每季度学法测试, 记录仪老化 by 更新装备. Only where no word is shared.
 */
const remedies: readonly (readonly [RegExp, RegExp])[] = [
  [/意识|素质|素养|能力|水平|思维|观念|学法|学习/, /培训|学法|学习|轮训|测试|考试|以案释法|练兵|授课|讲.{0,3}课/],
  [/力量|人员|队伍|编制|人手|人才|专职|兼任/, /配备|配齐|招录|充实|引进|增配|补充|编制|选调|培养/],
  [/宣传|普法|知晓/, /普法|宣传|宣讲|以案释法|法治文化|明白人/],
  [/装备|设备|保障|经费|信息化|老化/, /装备|设备|经费|配备|更新|购置|投入|信息化|平台/],
  [/案卷|文书|办案|程序|不规范/, /评查|自查|案卷|文书|规范/],
  [/矛盾|纠纷|调解|信访/, /调解|化解|以案定补|排查/],
  [/监督|考核|督察|落实/, /监督|考核|督察|督查|检查/],
];

/** The clause of the plan that shares most words with a shortcoming, or else takes up its matter; null where none does. */
function answerTo(flat: string, item: FlatSpan, plan: readonly FlatSpan[]): FlatSpan | null {
  const lack = flat.slice(item.start, item.end);
  const pairs = new Set(contentPairs(lack));
  let best: FlatSpan | null = null;
  let most = 0;
  for (const clause of plan) {
    const said = flat.slice(clause.start, clause.end);
    let shared = 0;
    for (const pair of pairs) if (said.includes(pair)) shared += 1;
    if (shared <= most) continue;
    best = clause;
    most = shared;
  }
  if (best !== null) return best;
  const answers = remedies.filter(([lacking]) => lacking.test(lack)).map(([, done]) => done);
  return plan.find(({ start, end }) => answers.some(done => done.test(flat.slice(start, end)))) ?? null;
}

function firstSentence(flat: string, item: FlatSpan): FlatSpan {
  const end = flat.slice(item.start, item.end).search(/[。;\n]/);
  return { start: item.start, end: end > 5 ? item.start + end : item.end };
}

/** Two-character words left after the generic ones are taken out. */
function contentPairs(text: string): string[] {
  let rest = text;
  for (const word of generic) rest = rest.replaceAll(word, '\n');
  const pairs: string[] = [];
  for (const run of rest.split(/[^\p{Script=Han}]+|[的了和与及对在是还有不够仍需]/u)) {
    for (let at = 0; at + 2 <= run.length; at += 1) pairs.push(run.slice(at, at + 2));
  }
  return pairs;
}

function judgeYear(verdicts: ReadonlyMap<string, Verdict>): Verdict {
  const partYear = [...verdicts.values()].filter(judged => judged.partYear);
  if (partYear.length === 0) return verdict('met', { reason: checkWords.yearClean });
  const reason = {
    zh: fill(checkWords.yearPart.zh, { n: partYear.length }),
    en: fill(checkWords.yearPart.en, { n: partYear.length }),
  };
  return verdict(partYear.length <= 2 ? 'partial' : 'missing', {
    evidence: partYear.flatMap(judged => judged.evidence).slice(0, 4),
    reason,
  });
}
