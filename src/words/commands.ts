/** What the command line says. */
export const commandWords = {
  help: {
    zh: `法鉴 {version}：按审核标准检查年度报告（法治政府建设、政府信息公开）

用法（在程序的文件夹里，fajian 写作 npm run -s fajian --）
  fajian assess 路径…        审核报告（文件、文件夹；- 表示标准输入）
  fajian rules check [文件…] 检查审核标准文件：写法、短语、例句
  fajian rules test [文件] [编号…]        运行例句，逐句列出结果
  fajian rules explain 编号或名称…        用文字说明一条要点：认哪些说法、例句、依据
  fajian rules new 编号 [类型]            打印一段可直接粘贴的新要点（{kinds}）
  fajian rules correct 编号 counts|not 原话  这段话应当算/不应当算：提出最小改动，不写入文件
  fajian rules diff 原文件 新文件         两个审核标准的不同，逐项说明
  fajian rules impact 原文件 新文件 路径… 改动对报告的影响：结果变化、缺项增减、平均得分
  fajian text 文件           打印读到的文字（位置按此计算）
  fajian serve               启动网页，默认 http://127.0.0.1:8723/
  fajian backup 文件         把数据文件夹备份成一个 zip 文件（网页运行时也可以）
  fajian restore 文件        由备份恢复；被替换的内容另存在数据文件夹的 replaced 里
  fajian user add|password|role|remove 名字   用户（给其他电脑用时需要）；user list 列出

assess 的选项
  --document {documents}
                               写什么：审核结果（默认）、反馈意见、待补正清单、审核底稿、全县汇总（所有报告一份）
  --format 格式                审核结果：table（默认）、json、html、md、docx、xlsx、csv；反馈意见：docx、html、json；
                               清单、底稿、汇总：docx、xlsx、csv、html、json
  --out 文件夹                 每份报告写一个文件（docx、xlsx 必须写）
  --allow-restricted           文首有密级或内部标志的报告也写出结果（不加则只提醒，不写文件）
  --office 名称 --number 12 --date 2025-02-10 --due 2025-02-20   反馈意见的落款、文号序号（多封依次往后编）、日期、补正期限
                               （其余取自 --data 里的“设置”）；汇总的 --due 是报送截止日
  --data data                  数据文件夹（当前位置的 data 不用写）：按其中名册里单位的职权、种类、名称审核，与网页一致
  --resume                     接着上次做：结果文件夹里已有的、内容和标准都没变的不再做
  --jobs 2                     同时用几个处理器核（默认全部）
  --rules 文件                 使用的审核标准（不写则按报告的种类自动选用）
  --level {levels}
                               报告单位的层级
  --year 2023                  报告年度
  --published 2024-03-20       公开日期
  --received 2024-03-01        收到日期
  --as-report                  看起来是别的材料也照年度报告审核
  --fail-on {tiers}   该级及以上有缺项、或不是年度报告时退出码为 1（待人工核的不算缺项）
serve 的选项
  --port 8723  --host 127.0.0.1  --data data  --rules rules
  --log {logs}        运行日志（每行一条 JSON，写到标准错误）：只记错误、逐条记请求、不记
  --tls-cert 文件 --tls-key 文件     用证书加密连接
  --behind-proxy 地址 --origin https://名字   只接受这个代理服务器转来的请求；浏览器里的地址
user 的选项
  --role {roles}  --data data    密码运行后输入，或从标准输入读一行
通用
  --lang zh|en   --help   --version

例
  fajian assess seeds
  fajian assess 报告.txt --format html --out 结果
  fajian assess 报告 --document letter --out 反馈 --office 临江县司法局
  fajian assess 报告 --document overview --format xlsx --out 汇总
  fajian assess 报告.txt --format json | less

退出码：0 正常；1 有缺项或不是年度报告（仅在 --fail-on 时）；2 输入、审核标准或程序有错；130 被 Ctrl+C 中断`,
    en: `Fajian {version}: checks annual reports (law-based government, open government information) against a rule set

Usage (in the folder of the program write npm run -s fajian -- for fajian)
  fajian assess PATH…        check reports (files, folders, - for standard input)
  fajian rules check [FILE…] check rule files: form, phrases, examples
  fajian rules test [FILE] [ID…]       run the examples and show what became of each
  fajian rules explain ID|TITLE…       one requirement in words: wordings, examples, basis
  fajian rules new ID [KIND]           print a new requirement to paste ({kinds})
  fajian rules correct ID counts|not TEXT  the smallest edits that make a passage count or not; writes nothing
  fajian rules diff A B                what differs between two rule files, key by key
  fajian rules impact A B PATH…        what the change does to reports: results, gaps, mean score
  fajian text FILE           print what was read (places count in it)
  fajian serve               start the pages, http://127.0.0.1:8723/ by default
  fajian backup FILE         all of the data folder in one zip (also while the pages run)
  fajian restore FILE        bring a backup back; what it replaces is kept under replaced in the data folder
  fajian user add|password|role|remove NAME   users, needed once other computers are served; user list shows them

Options of assess
  --document {documents}
                               what to write: the result (default), the feedback letter, the gap checklist,
                               the working paper, or one overview of all reports
  --format FORMAT              result: table (default), json, html, md, docx, xlsx, csv; letter: docx, html, json;
                               checklist, working paper, overview: docx, xlsx, csv, html, json
  --out FOLDER                 write one file a report (needed for docx and xlsx)
  --allow-restricted           write results of reports marked secret or internal too (else they are only told of)
  --office NAME --number 12 --date 2025-02-10 --due 2025-02-20   signature, number (several letters count up from it), date and due date of letters
                               (the rest comes from the settings in --data); for an overview --due is when reports were due
  --data data                  data folder (data here unless another is named): units are checked by the powers, kind and names of its roster, as on the pages
  --resume                     go on: results in the folder whose file and rules are as they were stay
  --jobs 2                     processor cores to use (all by default)
  --rules FILE                 rule set to use (chosen by the kind of report by default)
  --level {levels}
                               level of the reporting body
  --year 2023                  report year
  --published 2024-03-20       date of publication
  --received 2024-03-01        date received
  --as-report                  check as a report what looks like another kind of text
  --fail-on {tiers}   exit 1 when there is a gap of that tier or above, or a text is no report (what is to be reviewed is no gap)
Options of serve
  --port 8723  --host 127.0.0.1  --data data  --rules rules
  --log {logs}        lines of JSON on standard error: faults only, every request too, or nothing
  --tls-cert FILE --tls-key FILE     encrypt connections with this certificate
  --behind-proxy ADDRESS --origin https://NAME   take requests from this proxy only; the address in the browser
Options of user
  --role {roles}  --data data    the password is asked for, or read as one line of standard input
Everywhere
  --lang zh|en   --help   --version

Examples
  fajian assess seeds
  fajian assess report.txt --format html --out results
  fajian assess reports --document letter --out letters --office "County Justice Bureau"
  fajian assess reports --document overview --format xlsx --out overview
  fajian assess report.txt --format json | less

Exit codes: 0 done; 1 gaps or no report (only with --fail-on); 2 input, rules or program are broken; 130 interrupted by Ctrl+C`,
  },
  unknownCommand: {
    zh: '没有“{name}”这个命令。可用：assess、rules check/test/explain/new/diff/impact/correct、text、serve、user、backup、restore。fajian --help 看说明',
    en: 'There is no command "{name}". Known: assess, rules check/test/explain/new/diff/impact/correct, text, serve, user, backup, restore. See fajian --help',
  },
  unknownOption: {
    zh: '没有 {option} 这个选项。fajian --help 看说明',
    en: 'There is no option {option}. See fajian --help',
  },
  valueMissing: {
    zh: '{option} 后面要写一个值。fajian --help 看说明',
    en: '{option} needs a value. See fajian --help',
  },
  noValueTaken: {
    zh: '{option} 后面不写值。fajian --help 看说明',
    en: '{option} takes no value. See fajian --help',
  },
  badValue: {
    zh: '{option} 不能是“{value}”。可写：{allowed}',
    en: '{option} cannot be "{value}". It may be: {allowed}',
  },
  noPath: {
    zh: '没有给出要审核的文件。例：fajian assess seeds',
    en: 'No file to check was given. Try: fajian assess seeds',
  },
  noTextPath: {
    zh: '没有给出要读的文件。例：fajian text 报告.docx',
    en: 'No file to read was given. Try: fajian text report.docx',
  },
  noData: {
    zh: '没有数据文件夹“{data}”，无可备份。用 --data 指明。',
    en: 'There is no data folder “{data}” to back up; name it with --data.',
  },
  oneBackup: {
    zh: '请写一个备份文件，例如 fajian backup 备份.zip',
    en: 'Name one backup file, such as fajian backup backup.zip.',
  },
  backupThere: {
    zh: '“{file}”已经存在，没有覆盖。请换一个文件名。',
    en: '“{file}” is there already and was not written over; choose another name.',
  },
  backupUnwritable: { zh: '备份没有写成“{file}”：{detail}', en: 'The backup “{file}” was not written: {detail}' },
  backupMade: { zh: '已备份到 {file}', en: 'Backed up to {file}' },
  restored: {
    zh: '已恢复 {time} 的备份：报告 {reports} 份，单位 {organs} 个。恢复前的内容保存在 {kept}',
    en: 'Restored the backup of {time}: {reports} reports, {organs} units. What was there before is kept in {kept}',
  },
  notFound: { zh: '找不到 {path}', en: '{path} does not exist' },
  noFiles: { zh: '{path} 里没有可读的文件', en: 'there is no readable file in {path}' },
  cannotRead: { zh: '读不了 {path}：{detail}', en: 'cannot read {path}: {detail}' },
  cannotWrite: { zh: '写不了 {path}：{detail}', en: 'cannot write {path}: {detail}' },
  reasons: {
    ENOENT: { zh: '没有这个文件或文件夹', en: 'there is no such file or folder' },
    EACCES: { zh: '没有权限', en: 'permission denied' },
    EPERM: { zh: '没有权限', en: 'permission denied' },
    EISDIR: { zh: '这是一个文件夹', en: 'it is a folder' },
    ENOTDIR: { zh: '路径中有一段不是文件夹', en: 'part of the path is no folder' },
    EEXIST: { zh: '已有同名的文件', en: 'a file of this name is there' },
    ENOSPC: { zh: '磁盘已满', en: 'the disk is full' },
    EROFS: { zh: '磁盘只读', en: 'the disk is read-only' },
    EMFILE: { zh: '打开的文件太多', en: 'too many files are open' },
    EBUSY: { zh: '文件正被占用', en: 'the file is in use' },
  },
  needsOut: {
    zh: '{format} 是文件，不能显示在屏幕上：请加 --out 文件夹',
    en: '{format} is a file and cannot be shown on a screen: add --out FOLDER',
  },
  numbersNotResumed: {
    zh: '文号要从头依次编，--number 不能和 --resume 一起用',
    en: 'Letters are numbered from the first one on: --number cannot be used with --resume',
  },
  overviewNotResumed: {
    zh: '全县汇总要看全部报告，不能用 --resume',
    en: 'An overview looks at all reports: --resume cannot be used',
  },
  notInOverview: { zh: '没有计入汇总：{name}。{why}', en: 'Not in the overview: {name}. {why}' },
  badNumber: {
    zh: '--number 要写 1 到 5 位数字，这里是“{value}”',
    en: '--number must have 1 to 5 digits; this is "{value}"',
  },
  restricted: {
    zh: '请注意 {path}：{found}',
    en: 'Take care with {path}: {found}',
  },
  held: {
    zh: '没有写出 {path} 的结果：{found}。确需在本机保存的，加 --allow-restricted',
    en: 'Nothing was written of {path}: {found}. If it may be stored on this computer, add --allow-restricted',
  },
  notNumbered: { zh: '没有编文号', en: 'its letter bears no number' },
  byRoster: {
    zh: '有{n}份的职权按数据文件夹“{data}”里的名册认定，与网页一致',
    en: '{n} checked by the powers that the roster in “{data}” has of the unit, as on the pages',
  },
  byText: {
    zh: '有{n}份的职权按报告文字认定；名册写明职权的单位，适用的要点可能不同（加 --data 数据文件夹，即按名册）',
    en: 'Of {n} the powers were read from the text; where a roster states them, other requirements may apply (--data FOLDER goes by its roster)',
  },
  noDataThere: { zh: '没有数据文件夹“{data}”', en: 'There is no data folder “{data}”' },
  heldCount: {
    zh: '有{n}份带密级或内部标志，没有写出结果',
    en: '{n} bear a secrecy marking or one for internal use; nothing was written of them',
  },
  between: { zh: '；', en: '; ' },
  written: { zh: '已写 {path}', en: 'wrote {path}' },
  rulesBroken: { zh: '审核标准有错，没有审核：', en: 'The rule set is broken, nothing was checked:' },
  rulesBrokenAlone: { zh: '审核标准有错：', en: 'The rule set has mistakes:' },
  rulesFine: {
    zh: '{file}  {count}条审核要点，{phrases}条短语，{examples}个例句，全部通过',
    en: '{file}  {count} requirements, {phrases} phrases, {examples} examples, all pass',
  },
  fenced: {
    zh: '提醒：以下各条的例句未通过，已暂停使用：{ids}',
    en: 'Warning: suspended because their examples fail: {ids}',
  },
  firstStart: {
    zh: '正在启动：先检查审核标准的全部例句（首次启动和更新以后才这样），要十几秒……',
    en: 'Starting: first all examples of the rule sets are checked (only the first time and after updates), some ten seconds …',
  },
  serving: {
    zh: '法鉴已启动：{url}（按 Ctrl+C 停止）\n数据在 {data}',
    en: 'Fajian is running: {url} (Ctrl+C stops it)\nData is kept in {data}',
  },
  stopped: { zh: '已停止', en: 'stopped' },
  dueBeforeDate: {
    zh: '补正期限 --due {due} 早于成文日期 --date {date}',
    en: '--due {due} lies before --date {date}, the day of the letter',
  },
  badDate: {
    zh: '{option} 要写成 2024-03-20 这样的日期，这里是“{value}”',
    en: '{option} must be a date such as 2024-03-20; this is "{value}"',
  },
  badYear: {
    zh: '{option} 要写成 2023 这样的年份，这里是“{value}”',
    en: '{option} must be a year such as 2023; this is "{value}"',
  },
  tlsPair: {
    zh: '--tls-cert 和 --tls-key 要一起写',
    en: '--tls-cert and --tls-key belong together',
  },
  badProxy: {
    zh: '--behind-proxy 要写代理服务器的 IP 地址，这里是“{value}”',
    en: '--behind-proxy must be the IP address of the proxy; this is "{value}"',
  },
  badOrigin: {
    zh: '--origin 要写 https://名字 这样的地址，后面不带路径，这里是“{value}”',
    en: '--origin must be an address such as https://name, without a path; this is "{value}"',
  },
  badPort: {
    zh: '--port 要写 0 到 65535 之间的数，这里是“{value}”',
    en: '--port must be a number from 0 to 65535; this is "{value}"',
  },
  unexpected: { zh: '程序出错：{detail}', en: 'The program failed: {detail}' },
} as const;
