/** What a title names: the bodies in front of 关于 or the year, or the place alone. */
import { normaliseUnits } from '../read/copy-table.ts';
import { associations, bodiesOf, commissions, lastPlace, levelOfPlace } from './places.ts';

const bodyEnd =
  '(?:(?:人民政府|行政公署|行署)(?:办公室|办公厅)?|委员会(?:办公室)?|办事处|管委会|[省市县区州旗盟镇乡]委|局|厅|办公室|[总支大]队|(?:调查|执法|稽查)队|中心|院|党组|党工委|办|' +
  '(?<![全内外分干各])部|海关|(?:气象|地震)台|监狱|大学|学校|馆|公司|支行|研究室|(?:管理|养护)处|(?:检查|管理|服务|监测)站|' +
  `${commissions}|${associations})`;
const bodyInTitle = new RegExp(
  `^([^《》]{2,40}?${bodyEnd}|[省市县区州旗盟]${commissions})\\s{0,4}(?=关于|20\\d\\d|[二〇零一]{2}[〇零一二三四五六七八九]{2}年|年度|法治|履行|推进|依法行政)`,
);
/** What may stand before the name in a title: a number of a list, the year (【2022年】, 2023年度), its own number. */
const beforeName =
  /^(?:\d{1,2}[、.]|[〔【(]?20\d\d年?度?[〕】)]?年?|[〔【][^〕】]{2,8}[〕】]|[\p{Script=Han}]{2,14}\s?〔20\d\d〕\s?第?\d{1,4}号)\s*/u;

/** A covering letter names the report within its own title: 关于报送《青禾局2023年度…报告》的报告. */
const sendsReport = /^(?:关于)?(?:报送|呈报|上报|呈送|印发|公布|公开|发布)《([^》]{8,80})》/;

const about = /^关于(?:印发|公布|公开|报送|上报)?/;

/** A motto before the title proper: 以法治之力护一江碧水——青禾县水利局2023年度…. */
const motto = /^[^—─《》]{4,40}[—─]{1,2}\s*(?=\p{Script=Han}{2,30}(?:关于|20\d\d年))/u;

const ownTitle = (title: string): string => {
  const sent = sendsReport.exec(normaliseUnits(title).replace(beforeName, ''))?.[1];
  if (sent === undefined) return title.slice(motto.exec(title)?.[0].length ?? 0);
  return title.slice(title.indexOf('《') + 1).slice(0, sent.length);
};

/** The bodies that stand in front of 关于 or the year in a title, in the title's own characters. */
export function bodiesInTitle(written: string): string[] {
  const title = ownTitle(written);
  const skipped = beforeName.exec(normaliseUnits(title))?.[0].length ?? 0;
  const after = title.slice(skipped);
  // 关于青禾县水利局2023年度…的报告
  const named = after.slice(about.exec(after)?.[0].length ?? 0).replace(secondName, '');
  const match = bodyInTitle.exec(normaliseUnits(named));
  return match === null ? [] : bodiesOf(named.slice(0, (match[1] as string).length));
}

/** 云山县卫生健康委员会(县疾控局)2023年度…: the second name that a body bears is not its name in the text. */
const secondName = /[(（][^()（）]{0,16}(?:局|委|办|公司|中心|处|站|队|院|馆|部|室|社)[)）](?=20\d\d|二〇|关于)/;

/** The place in front of the year or of 法治政府建设 in a title (云山市青禾市2023年度…, 关于青禾市2023年…). */
export function placeInTitle(written: string): string | null {
  const title = ownTitle(written);
  const skipped = beforeName.exec(normaliseUnits(title))?.[0].length ?? 0;
  const after = title.slice(skipped);
  const match =
    /^((?:关于)?(?:报送|呈报|上报)?(?:20\d\d年度?)?(?:中共)?)([^《》]{2,24}?(?:省|市|县|区|旗|州|盟|乡|镇|街道?|苏木|局|委|办|院|中心))(?=20\d\d|二〇|法治政府|法治建设|政府信息公开|信息公开|年度|关于)/.exec(
      normaliseUnits(after),
    );
  if (match === null) return null;
  // 青禾区开展乡镇法治建设督察: who does it stands before the verb.
  const read = (match[2] as string).replace(/(?<=.{2})(?:开展|召开|举办|组织).*$/, '');
  const from = (match[1] as string).length;
  const name = after.slice(from, from + read.length);
  const place = lastPlace(name);
  const level = levelOfPlace(place ?? '');
  return level === null || level === 'township' || /(?:局|委|办|院|中心)$/.test(read) ? name : (place ?? name);
}
