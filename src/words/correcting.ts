/** Texts of the page where a person says that a passage counts, or does not, in both languages. */
import type { Bilingual } from './bilingual.ts';

export const correctingTexts = {
  changeRules: { zh: '改审核标准（影响所有报告）：', en: 'Change the rules (for all reports):' },
  passageCounts: { zh: '有一段话应当算', en: 'A passage should count' },
  passageCountsNot: { zh: '这段话不应当算', en: 'This should not count' },
  correctTitle: { zh: '纠正判断：{title}', en: 'Correct the verdict: {title}' },
  correctLead: {
    zh: '机器认漏了或认错了，指出那段话，本工具提出对审核标准的最小改动。看清对已收报告的影响再保存，前一版本自动留存。',
    en: 'Point out the passage that was missed or wrongly taken, and see the smallest change of the rule set that mends it. Nothing is saved until you have seen its effect; the version before is kept.',
  },
  backToReport: { zh: '回到审核结果', en: 'Back to the result' },
  correctOf: { zh: '{name}：现在的结论是', en: '{name}: the verdict now is' },
  correctWhat: { zh: '这段话', en: 'The passage' },
  correctCounts: { zh: '应当算：本条已写明', en: 'It should count: the requirement is met' },
  correctNot: { zh: '不应当算：本条没有写明', en: 'It should not count: the requirement is not met by it' },
  correctPassage: {
    zh: '原文（一两句即可，可以改选、粘贴）',
    en: 'The passage (a sentence or two; choose or paste another)',
  },
  correctZone: { zh: '写在报告的', en: 'It stands in' },
  correctZoneAuto: { zh: '按原文所在的部分', en: 'the part where the report has it' },
  correctQuotes: { zh: '报告里与本条有关的话：', en: 'What the report says of this:' },
  correctTake: { zh: '取这一段', en: 'Take this' },
  correctRun: { zh: '看怎样改', en: 'Propose a change' },
  correctEmpty: { zh: '请选择或粘贴那段话。', en: 'Please choose or paste the passage.' },
  correctBroken: {
    zh: '审核标准文件有错误，先改正，再来纠正判断。',
    en: 'The rule file has mistakes. Mend them first, then correct the verdict.',
  },
  correctSuspended: {
    zh: '本条暂停使用（例句未通过）。先让它的例句通过，再来纠正判断。',
    en: 'This requirement is suspended because its examples fail. Mend it first, then correct the verdict.',
  },
  correctJudged: { zh: '单看这段话，按现行标准：', en: 'The passage by itself, by the rules in force: ' },
  correctAfter: { zh: '改后：', en: 'after the change: ' },
  correctChoices: {
    zh: '改动办法（选一个，越靠前越窄）',
    en: 'Possible changes (choose one; the narrowest stands first)',
  },
  correctAdd: { zh: '{what}里加', en: 'Add to {what}: ' },
  list_of: { zh: '“数的是什么”', en: 'what the number counts' },
  list_any: { zh: '“认的说法”', en: 'the wordings that count' },
  list_by: { zh: '“谁做的”', en: 'who acts' },
  list_and: { zh: '“同时要有”', en: 'what must stand beside it' },
  list_not: { zh: '“不算的说法”', en: 'the wordings that do not count' },
  list_zero: { zh: '“为零的说法”', en: 'the wordings for none' },
  list_unit: { zh: '“单位”', en: 'the units' },
  list_or: { zh: '“另一种说法”', en: 'the other ways' },
  list_inWay: { zh: '{what}（第{n}组）', en: '{what} (group {n})' },
  correctLiteral: { zh: '没有更小的办法：只能照抄原句', en: 'Nothing smaller works: word for word' },
  correctReach: {
    zh: '其他已收报告结论会变的：0 份（这种说法在比对过的报告里出现 {n} 处）',
    en: 'Other stored reports whose verdict on this changes: 0 (it stands at {n} places of those compared)',
  },
  correctNoReach: {
    zh: '其他已收报告结论会变的：0 份（都没有这种说法）',
    en: 'Other stored reports whose verdict on this changes: 0 (none says it so)',
  },
  correctChanges: {
    zh: '其他已收报告结论会变的：{n} 份（{names}）',
    en: 'Other stored reports whose verdict on this changes: {n} ({names})',
  },
  correctSentences: {
    zh: '其他要点的例句里，有 {n} 句在本条的判断也会变，可能太宽：{text}',
    en: '{n} example sentences of other requirements would be judged otherwise here, it may be too wide: {text}',
  },
  correctShow: { zh: '看所选办法的差异和影响', en: 'Show the change and effect of the one chosen' },
  correctExample: { zh: '同时记入本条例句（{status}）', en: 'Also kept as an example ({status})' },
  correctNeutralAll: {
    zh: '地名、单位、人名和数字已换成中性的，结论不变。',
    en: 'Names and figures were made neutral; the verdict is the same.',
  },
  correctNeutralNames: {
    zh: '地名、单位和人名已换成中性的；数字换了结论会变，保留原数。',
    en: 'Names were made neutral; with other figures the verdict would differ, so they stay.',
  },
  correctNeutralNone: {
    zh: '换成中性的说法结论会变，保留原句。保存前请看清里面有没有不宜写进标准的名称。',
    en: 'With neutral wording the verdict would differ, so the passage stays as it is. Look for names that should not stand in a rule set.',
  },
  correctDiff: { zh: '审核标准文件的改动', en: 'Change of the rule file' },
  correctSaved: {
    zh: '已保存，即时生效。保存前的版本留存在“历次版本”里，可随时恢复。已收报告重新审核后才按新标准。',
    en: 'Saved and in force. The version before is under Versions and can be brought back. Stored reports keep their results until they are checked again.',
  },
  correctStale: {
    zh: '标准文件或已收报告刚有变动，还没有保存。下面是按现在的情况重新提出的办法。',
    en: 'The rule file or the reports changed meanwhile; nothing was saved. These are the changes proposed anew.',
  },
  correctByHand: { zh: '自己动手改本条', en: 'Edit the requirement by hand' },

  // Why no phrase helps
  obstacle_already: {
    zh: '单看这段话，已经是您要的结论，不用改标准。报告里结论不同，是别的话或所在的部分造成的，请看该条的“未采信理由”。',
    en: 'By itself the passage is judged as you wish; no change is needed. If the report comes out otherwise, another passage or the part it stands in decides: see why it does not count.',
  },
  obstacle_part: {
    zh: '本条看的是整个部分，加一个短语改变不了。请看 headings（标题里的说法）、cues（正文里的说法）和 needs（怎样算齐备）。',
    en: 'This requirement asks for a whole part of the report; a phrase cannot change that. Look at headings, cues and needs.',
  },
  obstacle_section: {
    zh: '本条看的是某个标题下的内容，不是一句话，不能凭一处文字改写法。可改 headings 或 topics 里的说法。',
    en: 'This requirement looks at what stands below a heading, not at one sentence. Look at headings and topics.',
  },
  obstacle_table: {
    zh: '本条看的是表格里的格子，不能凭一处文字改写法。可改 rows、columns 里的表头。',
    en: 'This requirement looks at cells of a table, not at one sentence. Look at the heads in rows and columns.',
  },
  obstacle_equation: {
    zh: '本条核算的是表格里的数，不能凭一处文字改写法。可改 left、right 里的表头或 tolerance。',
    en: 'This requirement adds up a table, and no wording helps. Look at the heads in left and right, and at tolerance.',
  },
  obstacle_element: {
    zh: '本条看的是标题、落款、日期这类形式要素，不看短语。读错了，请在审核结果页“更正基本信息”里改；时限请看 date。',
    en: 'This requirement reads formal elements such as title, signature and date, not phrases. Correct them on the result page; for the deadline look at date.',
  },
  obstacle_check: {
    zh: '本条是固定的检查，不看短语。请看 check，不需要可写 "enabled": false。',
    en: 'This is a built-in check and has no phrases. Look at check; "enabled": false switches it off.',
  },
  obstacle_manual: {
    zh: '本条由人判断，没有短语。请看 ask。',
    en: 'A person decides this one; it has no phrases. Look at ask.',
  },
  obstacle_zone: {
    zh: '这段话写在本条不采信的部分（如存在问题、下一步安排），加短语没有用。确实应当算，请看 zones。',
    en: 'The passage stands in a part where nothing counts for this requirement, such as problems or plans. If it should, look at zones.',
  },
  'obstacle_not-applicable': {
    zh: '本条对这个单位不适用，加短语没有用。请看 appliesTo。',
    en: 'The requirement does not apply to this body. Look at appliesTo.',
  },
  obstacle_figure: {
    zh: '本条要数字，这段话里没有读出合用的数字，加短语补不上。请看 unit（单位）和 with（要写明什么），或让单位补数。',
    en: 'The requirement asks for a figure, and none that fits was read here. Look at unit and with, or ask for the figure.',
  },
  obstacle_target: {
    zh: '这段话说的是打算（{word}），不是已经做的，不采信是本工具固定的规矩。',
    en: 'The passage speaks of a plan ({word}), not of what was done; that this does not count is built in.',
  },
  obstacle_year: {
    zh: '这段话说的是别的年份或不足一年（{word}），不采信是本工具固定的规矩。年份读错了，请在审核结果页更正。',
    en: 'The passage speaks of another year or part of one ({word}); that this does not count is built in. If the year was misread, correct it on the result page.',
  },
  obstacle_shortfall: {
    zh: '这段话说的是不足（{word}），不是成绩，不采信是本工具固定的规矩。',
    en: 'The passage speaks of a shortfall ({word}); that this does not count is built in.',
  },
  obstacle_excluded: {
    zh: '这段话被“不算的说法”里的一条（{word}）排除。确实应当算，请把那一条写得更窄。',
    en: 'The passage is excluded by a wording that does not count ({word}). If it should count, make that wording narrower.',
  },
  obstacle_title: {
    zh: '这段话在《》里，是文件名，不当作做了什么。',
    en: 'The words stand inside 《》: they name a document and say nothing of what was done.',
  },
  obstacle_phrase: {
    zh: '这段话是由短语“{word}”采信的，加“不算的说法”排除不了它而不伤及别的例句。请看那条短语，把它写得更窄。',
    en: 'The phrase "{word}" accepts the passage, and no wording that does not count refuses it without harm to other examples. Make that phrase narrower.',
  },
  obstacle_none: {
    zh: '没有找到合适的小改动：试过的办法要么改不了这段话的结论，要么会让本条自己的例句不成立。',
    en: 'No small change was found: what was tried either leaves the passage as it is or breaks the examples of the requirement.',
  },
} as const satisfies Readonly<Record<string, Bilingual>>;
