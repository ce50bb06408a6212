/**
 * Puts back what programs, scanners and habits of typing left in place of what was meant: marks of Markdown and of page
 * sources, bullets, letters read for digits, years in words. Unit for unit, so that offsets stay true; a unit that stands
 * for nothing becomes a blank without width.
 */
import { looksLikeDigit, mayEndYear, putBackFirst, putBackLetter, putBackYear } from './stand-in-digits.ts';
import { LineStarts, lineSigns } from './stand-in-lines.ts';
import { putBackAngles, putBackBold, putBackNamed, putBackStops, putBackTag, putBackTitles } from './stand-in-marks.ts';
import { endsLine } from './stand-in-units.ts';
import { holdsUnit, unitSet } from './unit-set.ts';

const and = 38;
const star = 42;
const point = 46;
const less = 60;
const guillemet = 0xab;
const looked = unitSet('*.〈OoIl年-—–至到~');
const telling = unitSet(`&<*.〈«OoIl年-—–至到~\n${lineSigns}`);

/** Whether a short text with this unit may hold a stand-in. */
export const mayBeStandIn = (unit: number): boolean => holdsUnit(telling, unit);

/** `units` are plain units of a text, changed in place. */
export function putBack(units: Uint16Array): void {
  atEach(units, and, putBackNamed);
  atEach(units, less, (all, place) => {
    if (putBackTag(all, place) === place) putBackAngles(all, place);
  });
  atEach(units, guillemet, putBackAngles);
  let titles = false;
  let points = 0;
  for (let at = 0; at < units.length; at += 1) {
    const unit = units[at] as number;
    if (!holdsUnit(looked, unit)) continue;
    if (unit === star) putBackBold(units, at);
    else if (unit === point) points += 1;
    else if (unit === 0x3008) titles = true;
    else if (mayEndYear(unit)) {
      putBackYear(units, at);
      putBackFirst(units, at);
    } else if (looksLikeDigit(unit)) putBackLetter(units, at);
  }
  const lines = new LineStarts(units);
  lines.take(0);
  for (let at = 0; at < units.length; at += 1) if (endsLine(units[at] as number)) lines.take(at + 1);
  lines.finish();
  if (titles) putBackTitles(units);
  if (points > 2) putBackStops(units);
}

/** Does something at each place of a sign. */
function atEach(units: Uint16Array, sign: number, put: (units: Uint16Array, place: number) => void): void {
  for (let place = units.indexOf(sign); place !== -1; place = units.indexOf(sign, place + 1)) put(units, place);
}
