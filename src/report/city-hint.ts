/** What a text tells of the level of a 市 that stands in no list. */
import type { CityHint } from './places.ts';

/** Counties and districts in one breath. */
const bothBelow = '县(市、区) 县(市)区 县(区) 区(县) 县、区 县(区、市) 市(县、区) 县区 区县 所辖县'.split(' ');
/** Else told of a county or district below it: then nothing speaks for a city without them. */
const someBelow = /[各\d](?:个?[县区]|区县)|(?<![省、])市[、]?县|县市|(?:下辖|所辖)[^,。;]{0,8}[县区]/;
/** 14个乡镇(街道), 10个镇(街道): a city with counties has more of them. */
const fewTownships = /(?<!\d)[1-3]?\d个(?:乡镇|镇(?:街|\(街道?\)|、街道)|街道|镇|乡)/;
/** 镇(街道), 镇街: the townships of one county, named as those that stand right below. */
const townships = /(?<![县区乡、])镇(?:街|\(街道?\))/g;

/** 'city' where counties and districts lie below it, 'county' where its own townships do and no county is spoken of. */
export function cityHint(flat: string): CityHint {
  if (bothBelow.some(words => flat.includes(words))) return 'city';
  if (someBelow.test(flat)) return null;
  return fewTownships.test(flat) || (flat.match(townships)?.length ?? 0) > 1 ? 'county' : null;
}
