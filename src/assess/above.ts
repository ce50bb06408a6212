/** What those above did, told in a report of a body below them: 县政府常务会议学法12次 in one of a township. */
import { courtsOfPlace, sentenceUpTo } from '../quantities/others.ts';
import type { Context, FlatSpan } from './context.ts';
import { clauseAround } from './context.ts';

const acts =
  '(?:常务会|常委会|常委扩大会|理论学习中心组|中心组|会前学法|召开|研究|听取|审议|出台|制定|制发|印发|发布|行政(?:应诉|诉讼)案件)';
const theirActs = new RegExp(`^${acts}`);

interface Signs {
  /** A body above that acts in the wording right behind it. */
  readonly bodies: RegExp;
  /** 县政府全年召开…, 2023年云山县政府召开…: who acts in the whole clause. */
  readonly clause: RegExp;
}

const signs = new Map<string, Signs>();

/** `ranks`: what names of the places above end with. */
function signsOf(ranks: string): Signs {
  const known = signs.get(ranks);
  if (known !== undefined) return known;
  const organ = `[${ranks}](?:委|政府|人民政府)(?:办公室|党组|常务会议?|常委会(?:会议)?)?(?:全年|年内|今年|先后|累计|共|已|新)*`;
  const made = {
    bodies: new RegExp(`${organ}$`),
    clause: new RegExp(
      `^(?:20\\d\\d年|全年|今年)?(?:[^,;。按根据贯落向报经由在对将以为受配协助我把从与和]{2,3}(?=[${ranks}]))?(${organ})${acts}`,
    ),
  };
  signs.set(ranks, made);
  return made;
}

/** 县政府常务会议学法12次 in a township's report: what those above did. What they did with it (我镇) is told elsewhere. */
export function bodyAbove(context: Context, { start, end }: FlatSpan): string | null {
  const { flat } = context.report.copy;
  if (context.level === 'department') return meetingAbove(context, flat.slice(Math.max(0, start - 16), start));
  const ranks = context.level === 'township' ? '省市县区旗州盟' : context.ranksAbove;
  if (ranks === '') return null;
  const { bodies, clause: theirs } = signsOf(ranks);
  const body = bodies.exec(flat.slice(Math.max(0, start - 16), start))?.[0];
  if (body !== undefined && theirActs.test(flat.slice(start, end))) return body;
  const clause = clauseAround(context, start);
  return theirs.exec(flat.slice(clause.start, clause.end))?.[1] ?? null;
}

const meetings =
  /[省市县区旗州盟](?:政府|人民政府|委)(?:常务(?:会议?)?|常委(?:会(?:会议)?)?|党组会议?)(?:专题|集体|多次|先后)*$/;

/**
 * 县政府常务会议研究2次 in a department's report. A justice bureau or an office tells what it organised for its government, and a
 * department may have put its matter there (提请县政府常务会议审议). `before`: what stands before the wording.
 */
function meetingAbove({ subject }: Context, before: string): string | null {
  if (/司法|办公[室厅]|政府办|委办/.test(subject)) return null;
  const meeting = meetings.exec(before);
  return meeting === null || /[提报]请|提交|[向在经由]$/.test(before.slice(0, meeting.index)) ? null : meeting[0];
}

/** 全县发生行政诉讼案件40件 in a township's report: the courts' figures of the place it lies in. */
export function courtsAbove({ level, report }: Context, { end }: FlatSpan): string | null {
  return level === 'township' ? courtsOfPlace(sentenceTo(report.copy.flat, end)) : null;
}

/** The sentence up to `end`, as far as it is looked at. */
export const sentenceTo = (flat: string, end: number): string => sentenceUpTo(flat, end, 120);
