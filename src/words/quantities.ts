/** Notes on the sums and rates of a report. */
import type { Bilingual } from './bilingual.ts';

export const relationNotes = {
  sumHolds: { zh: '{parts} = {whole}，与总数相符。', en: '{parts} = {whole}: the parts add up to the total.' },
  sumFails: {
    zh: '{parts} = {computed}，与总数{whole}相差{gap}，请核对。',
    en: '{parts} = {computed}, which differs from the total {whole} by {gap}: please check.',
  },
  partOver: {
    zh: '其中一项{part}大于总数{whole}，请核对。',
    en: 'A part ({part}) is larger than its total ({whole}): please check.',
  },
  ratioHolds: { zh: '{hit}÷{base} = {computed}%，与所写比率相符。', en: '{hit} ÷ {base} = {computed}%, as stated.' },
  ratioRounded: {
    zh: '{hit}÷{base} = {computed}%，所写{stated}%只差末位，应为取舍所致。',
    en: '{hit} ÷ {base} = {computed}%; the stated {stated}% differs in the last digit only, by rounding.',
  },
  ratioFails: {
    zh: '{hit}÷{base} = {computed}%，与所写{stated}%不符，请核对口径。',
    en: '{hit} ÷ {base} = {computed}%, not the stated {stated}%: please check what was counted.',
  },
  ratioCrosses: {
    zh: '所写比率为{stated}%，但{hit}÷{base} = {computed}%，请核对。',
    en: 'The stated rate is {stated}%, but {hit} ÷ {base} = {computed}%: please check.',
  },
  subsetHolds: {
    zh: '（{parts}）÷{base} = {computed}%，按这一口径与所写比率相符。',
    en: '({parts}) ÷ {base} = {computed}%: the stated rate holds when these are counted.',
  },
  unreachable: {
    zh: '以{base}为总数，没有整数件数能得出{stated}%（最接近的是{hit}÷{base} = {computed}%），统计口径可能不同。',
    en: 'With {base} as the total no whole number gives {stated}% (nearest: {hit} ÷ {base} = {computed}%); the base may be another one.',
  },
  differenceHolds: {
    zh: '{now}与{before}之差为{computed}，与所写增减相符。',
    en: '{now} against {before} gives {computed}, as stated.',
  },
  growthHolds: {
    zh: '由{before}到{now}，变化{computed}%，与所写增减相符。',
    en: 'From {before} to {now} is a change of {computed}%, as stated.',
  },
  growthFails: {
    zh: '由{before}到{now}应变化{computed}%，与所写{stated}%不符，请核对。',
    en: 'From {before} to {now} is a change of {computed}%, not the stated {stated}%: please check.',
  },
  differenceFails: {
    zh: '{now}与{before}相比应为{computed}，与所写{stated}不符，请核对。',
    en: '{now} against {before} gives {computed}, not the stated {stated}: please check.',
  },
  repeatHolds: { zh: '“{what}”两处数字一致。', en: 'The figure for “{what}” is the same in both places.' },
  repeatFails: {
    zh: '“{what}”两处数字不一致（{first}、{second}），请核对。',
    en: 'The figure for “{what}” differs between two places ({first}, {second}): please check.',
  },
} as const satisfies Readonly<Record<string, Bilingual>>;
