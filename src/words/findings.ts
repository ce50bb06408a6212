/** What findings say: reasons, refusals, attention. `{…}` is filled by the assessment. */
export const findingWords = {
  met: { zh: '{met}。', en: '{met}.' },
  metValue: { zh: '{met}：{value}。', en: '{met}: {value}.' },
  partial: { zh: '有相关表述，但{gap}。', en: 'There is something, but: {gap}.' },
  partialPart: { zh: '写了一部分，还缺：{lacks}。', en: 'Partly there; still lacking: {lacks}.' },
  partialPartYear: {
    zh: '只有部分时段的数（{period}），{gap}。',
    en: 'Only a figure for part of the year ({period}): {gap}.',
  },
  missing: {
    zh: '{gap}；已找到的相近表述不能采信，理由见下。',
    en: '{gap}; the closest passage does not count, see why below.',
  },
  missingNothing: { zh: '{gap}；全文未找到相近表述。', en: '{gap}; nothing close was found in the text.' },
  reviewMandatory: { zh: '两种理解都说得通，请人工确认：{why}', en: 'Two readings fit, a person must decide: {why}' },
  doubt: {
    zh: '没有认出“{title}”，但摘录的句子像是在写它，请人工核对',
    en: '“{title}” was not found, yet the passages quoted read like it; a person must decide',
  },
  manual: { zh: '需人工判断：{ask}', en: 'For a person to decide: {ask}' },
} as const;

export const refusalWords = {
  plan: {
    zh: '写在下一年度安排里，是打算，不是本年度已做的',
    en: 'it stands in the plan for next year, not among what was done',
  },
  problem: { zh: '写在存在问题部分', en: 'it stands in the part on shortcomings' },
  elsewhere: {
    zh: '写在落款、网页信息等不作为依据的位置',
    en: 'it stands where evidence does not count (signature, page data)',
  },
  'other-part': {
    zh: '写在报告的别的部分，不在应当写它的部分',
    en: 'it stands in another part of the report than the one where it belongs',
  },
  heading: { zh: '只出现在标题里，下文没有展开', en: 'it stands in a heading only' },
  title: { zh: '只出现在文件名称里', en: 'it is part of the title of a document' },
  negated: { zh: '是否定的说法', en: 'it is denied' },
  excluded: { zh: '说的是另一回事（“{word}”）', en: 'it speaks of something else ("{word}")' },
  target: { zh: '是目标或打算（“{word}”），不是已达到的', en: 'it is a target or intention ("{word}")' },
  shortfall: { zh: '说的是不足（“{word}”）', en: 'it tells of a shortfall ("{word}")' },
  'prior-year': { zh: '是其他年度的情况', en: 'it belongs to another year' },
  'part-year': { zh: '只是部分时段的数', en: 'it covers only part of the year' },
  'other-count': {
    zh: '数的是别的（“{word}”），不是所要求的数量',
    en: 'something else is counted ("{word}"), not what is asked',
  },
  unfilled: { zh: '表格里没有填数', en: 'the table holds no number there' },
  unequal: { zh: '两边的数不相等', en: 'the two sides are not equal' },
  'no-figure': { zh: '没有写出数量或比率', en: 'no figure is given' },
  change: { zh: '只有增减幅度，没有数值本身', en: 'only a change is given, not the level' },
  announcement: {
    zh: '只是交代报告写了什么，没有写做了什么',
    en: 'it tells what the report is about, not what was done',
  },
  mention: { zh: '只是提到，没有写出所要求的内容', en: 'it only mentions the matter' },
} as const;

/** Why a finding is less than sure. The first nine leave it to a person, the others make it likely. */
export const doubtWords = {
  'other-reading': {
    zh: '有一处表述按另一回事未采信，两种理解都可能',
    en: 'a passage was taken to speak of something else, and may be read either way',
  },
  'left-out': {
    zh: '所据的表述也出现在不作为依据的位置',
    en: 'what it rests on stands partly where evidence does not count',
  },
  'heading-only': { zh: '只见于标题，正文未见展开', en: 'it rests on a heading alone' },
  'all-without-figure': {
    zh: '写的是“均”“全部”，没有数字，算不算写明由人定',
    en: 'the text says “all” and gives no figure',
  },
  'two-rates': { zh: '同一比率在文中有不同数值', en: 'the same rate is given twice with different values' },
  'one-sentence': {
    zh: '各项写在同一句内，只以分号隔开',
    en: 'the items stand in one sentence, set apart by semicolons only',
  },
  'figure-near': {
    zh: '提到该事项的句子里有数字，是否指本项由人定',
    en: 'a sentence that names the matter holds a figure, which may or may not be meant',
  },
  'figure-beside': {
    zh: '所在文字里有数字，写法不在已知之列，算不算写明由人定',
    en: 'a figure stands beside it in a wording that is not known; it may or may not be enough',
  },
  'other-part-read': {
    zh: '许多内容都写在被读作存在问题或工作安排的部分，这些部分可能读错了',
    en: 'much stands in parts that were read as shortcomings or plans, and these may have been read wrongly',
  },
  derived: { zh: '数值由“无”“全部”一类说法得出', en: 'the value follows from words such as “none” or “all”' },
  'one-passage': { zh: '只有一处表述，且没有数字', en: 'one passage alone, without a figure' },
  damaged: { zh: '所在句子有缺漏或未填的空', en: 'the sentence is damaged or holds an unfilled blank' },
  'named-only': { zh: '文中提到过该事项', en: 'the matter is named in the text' },
  inferred: { zh: '由前后文推得', en: 'inferred from what stands around it' },
} as const;

export const notApplicableWords = {
  year: { zh: '{year}年度的报告不涉及本项', en: 'does not apply to reports for {year}' },
  level: { zh: '对{level}的报告不作要求', en: 'not asked of a {level}' },
  power: { zh: '未见该单位有相应职权', en: 'the body is not known to have this power' },
  powerStated: { zh: '该单位没有相应职权（按单位名册）', en: 'the body does not have this power, as the roster says' },
  unless: { zh: '报告写明没有此类情况（“{quote}”）', en: 'the report says there was none ("{quote}")' },
  silent: { zh: '{level}可以不写，报告也未提及', en: 'optional for a {level}, and the report is silent' },
  absent: { zh: '可有可无的内容，报告没有写', en: 'optional, and not written' },
} as const;

export const levelWords = {
  province: { zh: '省级政府', en: 'province' },
  city: { zh: '市级政府', en: 'city' },
  county: { zh: '县级政府', en: 'county' },
  township: { zh: '乡镇（街道）', en: 'township or street office' },
  department: { zh: '部门', en: 'department' },
  'party-committee': { zh: '党委机构', en: 'party body' },
} as const;

export const attentionWords = {
  below: { zh: '数值 {value} 低于 {limit}', en: 'the figure {value} is below {limit}' },
  above: { zh: '数值 {value} 高于 {limit}', en: 'the figure {value} is above {limit}' },
  proposal: { zh: '（参考值，非法定要求）', en: ' (a reference value, not a legal requirement)' },
  partYear: {
    zh: '所写数字只覆盖{period}，请核对是否为全年数',
    en: 'the figure covers {period} only; check for the full year',
  },
  nearlyYear: {
    zh: '所写数字为{period}的统计，未含12月',
    en: 'the figure covers {period}, without December',
  },
  publicationUnverified: {
    zh: '只见成文日期，公开日期未核实',
    en: 'only the document date is known; publication was not verified',
  },
} as const;

export const elementWords = {
  noYear: { zh: '标题没有写明年度', en: 'the title does not name the year' },
  noTitle: {
    zh: '没有标题行，只在开头或标题中看得出年度和事项',
    en: 'there is no title line; opening or headings tell year and subject',
  },
  onlyPlace: { zh: '只看得出地方，没有写出报告机关全称', en: 'only the place is named, not the body' },
  onlyInText: {
    zh: '正文提到报告机关，标题、落款和发布机构都没有写明',
    en: 'the body is named in the text, but not by title, signature or publisher',
  },
  onlyPublished: { zh: '只有发布日期，没有成文日期', en: 'only a publication date, no document date' },
  onlyChanged: { zh: '只有网页更新日期，没有成文日期', en: 'only the day the page was changed, no document date' },
  onlyChangedPage: {
    zh: '只写了网页 {date} 更新，看不出何时公开，请人工确认',
    en: 'the page only tells that it was changed {date}, not when it was published; a person must decide',
  },
  onlyMonth: { zh: '日期只到月', en: 'the date has no day' },
  late: { zh: '{date} 公开，晚于 {by}', en: 'published {date}, after {by}' },
  inTime: { zh: '{date}，不晚于 {by}', en: '{date}, not after {by}' },
  signedInTime: {
    zh: '成文日期 {date}，不晚于 {by}；未见公开日期',
    en: 'dated {date}, not after {by}; no date of publication is seen',
  },
  signedLate: {
    zh: '成文日期 {date} 已晚于 {by}；未见公开日期',
    en: 'dated {date}, after {by}; no date of publication is seen',
  },
  noLimit: {
    zh: '这一层级的时限由本地规定，审核标准里没有写；所见日期为 {date}，请人工核对',
    en: 'the deadline of this level is set locally and not in the rule set; the date seen is {date}; a person must decide',
  },
  noLevel: {
    zh: '看不出单位的层级，时限因层级而不同；所见日期为 {date}，请人工核对',
    en: 'the level of the body is not known, and deadlines differ by level; the date seen is {date}',
  },
  noDate: { zh: '文中和网页信息里都没有日期，无法判断，请人工确认', en: 'no date anywhere; a person must decide' },
  formulaOnly: { zh: '只有“报告如下”一类的套话，没有写明报告对象', en: 'only the reporting formula, no addressee' },
  indexOnly: { zh: '只有索引号等公开信息，没有发文字号', en: 'only disclosure data, no document number' },
} as const;

export const sectionWords = {
  ownHeading: { zh: '单独的标题', en: 'a heading of its own' },
  content: { zh: '标题下的内容', en: 'something below the heading' },
  outOfOrder: {
    zh: '“{heading}”应当写在“{before}”之后',
    en: '“{heading}” should stand after “{before}”',
  },
} as const;

export const tableWords = {
  absent: { zh: '{name}（没有这一项）', en: '{name} (not there)' },
  unfilled: { zh: '{name}（没有填数）', en: '{name} (no number)' },
  holds: { zh: '{columns}列逐列相等：{left} = {right}', en: 'equal in all {columns} columns: {left} = {right}' },
  noRow: { zh: '表格里找不到“{name}”，无法核算', en: 'the table has no row “{name}”, so nothing can be added up' },
  unreadable: { zh: '“{name}”没有填齐，无法核算', en: '“{name}” is not filled, so nothing can be added up' },
  unequal: { zh: '{column}：{left}，而{right}', en: '{column}: {left}, but {right}' },
  column: { zh: '第{n}列', en: 'column {n}' },
  columnNamed: { zh: '第{n}列（{name}）', en: 'column {n} ({name})' },
  more: { zh: '另有{n}列不等', en: 'and {n} more columns' },
} as const;

export const partWords = {
  heading: { zh: '单独的标题', en: 'a heading of its own' },
  items: { zh: '分条写明的内容不少于{n}项', en: 'at least {n} items, each set apart' },
  figures: { zh: '至少{n}个本年度数字（现有{has}个）', en: 'at least {n} figures of the year (there are {has})' },
  facts: { zh: '至少{n}件可核对的事实（现有{has}件）', en: 'at least {n} facts that can be checked (there are {has})' },
  cue: { zh: '明确的表述', en: 'an explicit statement' },
  samePlanYear: { zh: '安排写的是报告年度自身', en: 'the plan names the report year itself' },
} as const;

export const checkWords = {
  injected: { zh: '文中混入与报告无关的内容', en: 'text that does not belong was injected' },
  blemish: { zh: '有{kinds}', en: 'there is {kinds}' },
  clean: { zh: '未见混入文字、乱码或残留的网页内容', en: 'no injected, garbled or left-over page text was seen' },
  answered: {
    zh: '{n}项不足中有{answered}项在下一年度安排中有对应措施',
    en: '{answered} of {n} shortcomings are answered in the plan',
  },
  rectified: { zh: '写明了对自身问题的整改情况', en: 'says what was done about its own shortcomings' },
  yearClean: { zh: '各项指标所用的数均为本报告年度', en: 'every indicator rests on figures of the report year' },
  yearPart: {
    zh: '{n}项指标只有部分时段或其他年度的数',
    en: '{n} indicators rest on part-year or other-year figures only',
  },
  anomaly: {
    'injected-text': { zh: '混入文字', en: 'injected text' },
    'web-chrome': { zh: '残留的网页内容', en: 'page furniture' },
    'lost-punctuation': { zh: '丢失的标点', en: 'lost punctuation' },
    'duplicate-passage': { zh: '重复段落', en: 'duplicated passages' },
    placeholder: { zh: '未填写的占位符', en: 'placeholders' },
    'wrong-year': { zh: '年度矛盾', en: 'contradicting years' },
    garbled: { zh: '乱码', en: 'garbled characters' },
  },
} as const;

/** Why an outcome is what it is; the first part of a sentence without its stop. */
export const outcomeWords = {
  missing: { zh: '必报内容有{n}项未写明', en: 'required content missing: {n}' },
  partial: { zh: '必报内容有{n}项不完整', en: 'required content partial: {n}' },
  share: {
    zh: '应写内容只得{share}%的分值，低于{below}%',
    en: 'expected content earns {share}% of its points, below {below}%',
  },
  whole: { zh: '必报内容全部写明', en: 'all required content is met' },
  none: { zh: '没有达到其他结论的条件', en: 'the conditions of the other outcomes do not hold' },
} as const;
