/** Takes names of bodies apart: which place they belong to, what level they stand at, what a report calls itself. */
import { normaliseUnits } from '../read/copy-table.ts';
import { countyCities, prefectureCities, provinceCities } from './divisions.ts';
import type { Level } from './types.ts';

/** What the text itself tells about a 市 that no list names. */
export type CityHint = 'city' | 'county' | null;

const units =
  /^.{1,9}?(?:自治区|自治州|自治县|自治旗|特别行政区|开发区|示范区|高新区|新区|林区|特区|地区|省|市|县|区|旗|(?<![联同民])盟|苏木|乡|镇|街道)/;

/**
 * `云山市青禾市` as 云山市, 青禾市; what is no division at the end (人民政府, 司法局) is left as the last piece. Pieces keep
 * the characters they are written in.
 */
export function placesOf(name: string): string[] {
  const pieces: string[] = [];
  let rest = normaliseUnits(name);
  while (rest !== '') {
    const match = units.exec(rest);
    if (match === null) break;
    let piece = match[0];
    // 津市市, 市中区: the unit's own character may be part of the name.
    if (
      /^[市县区镇]$/.test(rest.slice(piece.length, piece.length + 1)) &&
      !/^[市县区]..?[省市县区乡镇]/.test(rest.slice(piece.length))
    ) {
      piece = rest.slice(0, piece.length + 1);
    }
    pieces.push(piece);
    rest = rest.slice(piece.length);
  }
  if (rest !== '') pieces.push(rest);
  let from = 0;
  return pieces.map(piece => {
    from += piece.length;
    return name.slice(from - piece.length, from);
  });
}

const isDivision = (piece: string): boolean =>
  /(?:[省市县区旗州乡镇]|(?<![联同民])盟|苏木|街道?)$/.test(normaliseUnits(piece));

/** The last division in a name: 青禾市 of 云山市青禾市人民政府; null where none stands in it. */
export function lastPlace(name: string): string | null {
  return (
    placesOf(
      name
        .replace(/^中共|^中[国國]共[产產][党黨]/, '')
        .replace(/(?<=[省市县縣区區州盟旗])委(?=$|[员員][会會]|全面|依法|法治|政法|[办辦]).*$/, ''),
    )
      .filter(isDivision)
      .at(-1) ?? null
  );
}

/** The level of a division by its name. */
export function levelOfPlace(written: string, hint: CityHint = null): Level | null {
  const place = normaliseUnits(written);
  if (/(?:省|自治区)$/.test(place)) return 'province';
  // 潮音街: a street office of the south, called without its 道.
  if (/(?:乡|镇|街道?|苏木)$/.test(place)) return 'township';
  if (/(?:县|旗|林区|特区|开发区|示范区|新区|园区|区)$/.test(place)) return place.endsWith('地区') ? 'city' : 'county';
  if (/(?:州|盟|地区)$/.test(place)) return 'city';
  if (!place.endsWith('市')) return null;
  const name = place.slice(0, -1);
  if (provinceCities.has(name)) return 'province';
  if (prefectureCities.has(name)) return 'city';
  if (countyCities.has(name)) return 'county';
  return hint ?? 'city';
}

const lawOffice =
  /(?:全面)?依法治[省市县区州旗盟][^,。]{0,6}(?:委员会|办)|法治建设[^,。]{0,6}(?:委员会|领导小组)|法治政府建设[^,。]{0,6}(?:领导小组|办公室)/;
const government = /(?:人民政府|政府|行政公署|行署)(?:办公室|办公厅)?$/;
/** 国有资产监督管理委员会, 城市管理委员会 and that of a 风景区 are departments; what bears the plain name governs a zone. */
const zone =
  /(?:开发区|新区|园区|高新区|示范区|保税区|度假区|合作区|管理区|矿区|林区|产业园)?(?<!监督|监察|城市|城市综合|市政|市容|公积金|水务|行政|风景区|名胜区|景区|保护区|湿地|公园|口岸)(?:管理委员会|管委会)$/;
/** Commissions in short, whose names end in 委 alone. */
export const commissions =
  '(?:健康|卫健|改革|发改|国资|经信|工信|科工|民宗|宗教|城管|住建|建设|交通|农业|商务|教育?)委';
/** Bodies of the people's organisations and the like, which report as departments do, as their names end. */
export const associations =
  '残联|残疾人联合会|总工会|妇联|妇女联合会|科协|科学技术协会|工商联|工商业联合会|文联|侨联|联合会|红十字会|供销社|供销合作(?:社联合|联合|联|总)?社|供销联社|档案馆|党校';
const department = new RegExp(
  `(?:局|厅|委员会|委|办公室|办|院|中心|[总支大中]队|(?:调查|执法|稽查)队|站|所|处|部|公司|银行|支行|集团|学校|学院|大学|监狱|研究室|馆|会|海关|(?:气象|地震)台|党组|${associations})$`,
);

/** 青禾镇司法所, 东风街道平安法治办公室: offices that write for their township. */
const townshipOffice =
  /(?:乡|镇|街道)(?:人民政府|政府|办事处)?(?:司法所|(?:党政(?:综合)?|平安(?:建设|法治)?|综治|法治|依法治[镇乡街])(?:办公室|办))$/;

/** The level of a body by its name; null where the name tells none. */
export function levelOfBody(name: string, hint: CityHint = null): Level | null {
  const body = normaliseUnits(name).replace(/\([^)]*\)$/, '');
  if (lawOffice.test(body)) return 'party-committee';
  const bodies = spelledOut(body.split(/[、\s]+/).filter(piece => piece !== ''));
  const governs = bodies.find(piece => government.test(piece));
  if (governs !== undefined) {
    const place = lastPlace(governs.replace(government, ''));
    return place === null ? null : levelOfPlace(place, hint);
  }
  const last = bodies.at(-1) ?? '';
  if (/^(?:共青团|团)(?!结)\S{2,20}委(?:员会)?$/.test(last)) return 'department';
  if (/(?:乡|镇|街道)(?:办事处|党委|党工委|委员会)?$/.test(last)) return 'township';
  if (townshipOffice.test(last)) return 'township';
  // 东风办事处 is a street's; 驻省城办事处 is none.
  if (/(?<!驻\p{Script=Han}{1,8})办事处$/u.test(last)) return 'township';
  if (zone.test(last)) return 'county';
  if (/^(?:中共|中国共产党).*委(?:员会)?(?:办公室)?$/.test(last) && !/党组|局|厅/.test(last)) return 'party-committee';
  if (/(?:局|厅|队|中心|院|所|站|公司|协会|海关|健康委|委员会)(?:党委|党组)$/.test(last)) return 'department';
  if (/(?:市委|县委|区委|省委|州委|盟委|旗委|党委|党工委)$/.test(last)) return 'party-committee';
  const place = isDivision(last) ? levelOfPlace(lastPlace(last) ?? last, hint) : null;
  if (place !== null) return place;
  return department.test(last) ? 'department' : null;
}

/** The names of bodies that sign together, on one line (中共澜安县委  澜安县人民政府) or joined. */
export function bodiesOf(line: string): string[] {
  return line
    .split(
      /[\s、]{1,40}|(?<=县委|市委|区委|省委|州委|盟委|旗委|镇委|乡委)(?!员会)(?=\S{2,12}人民政府)|(?<=中共\S{2,24}委员会)(?=\S{2,24}(?:人民政府|办事处)$)/,
    )
    .map(piece => piece.replace(/\((?:盖章|公章|印章|章)\)$/, '').trim())
    .filter(piece => piece !== '');
}

/** 望汐街道党工委、办事处 and 青禾镇党委、政府 name the second body by what it is alone: it is the same place's. */
const spelledOut = (bodies: readonly string[]): readonly string[] =>
  bodies.map((body, i) =>
    /^(?:人民政府|政府|办事处)$/.test(body) && i > 0
      ? `${(bodies[i - 1] as string).replace(/^(?:中共|中国共产党)|(?:党工委|工委|党委|委员会|委)$/g, '')}${body}`
      : body,
  );

/**
 * What a report by `bodies` is about: the place's own shortest name for a government or committee, the full name for a
 * department or township.
 */
export function subjectOf(named: readonly string[], hint: CityHint): string | null {
  const bodies = spelledOut(named);
  const own =
    bodies.find(body => government.test(body)) ??
    bodies.find(body => body.endsWith('办事处') || zone.test(body)) ??
    bodies[0];
  if (own === undefined) return null;
  const level = levelOfBody(own, hint);
  if (level === 'township' || level === 'department' || zone.test(own))
    return own.replace(/(政府)(?:办公室|办公厅)$/, '$1');
  // 青禾区(云山新区)人民政府: one body under two names.
  const twofold = /^[^(]{2,16}[区县市]\([^()]{2,10}\)(?=人民政府)/.exec(normaliseUnits(own));
  if (twofold !== null) return own.slice(0, twofold[0].length);
  return lastPlace(own.replace(government, '')) ?? own;
}
