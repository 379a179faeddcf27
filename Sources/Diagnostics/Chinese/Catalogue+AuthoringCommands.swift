extension Catalogue {
  /// Chinese messages of the commands that write content or bring it in: `init`, `new`, `import`, `extract`, `collect` and
  /// `migrate`.
  static let authoringCommands = #"""
    # InitCommand
    Create a small, complete example site.
      新建一个小而完整的示例网站。
    The example has a plan with three sections, a box, six indicators and a glossary, in the language that planpress speaks to you, or in the one of --language; with 'both' it has an edition in each. With --example strategy it is an agency's strategic plan in English: goals, strategies and 40 actions, three years of updates, a revision half-way and two reports. All figures are invented, and the pages say so. Existing files are never overwritten.
      示例中有一份规划，含三个章节、一个专栏、六项指标和术语表，用 planpress 对你说的语言，或 --language 指定的语言；写 both 则每种语言各有一版。加上 --example strategy，则是一个机构的英文战略规划：目标、策略和 40 项任务，三年的进展说明，一次中期调整，两份报告。所有数字都是虚构的，页面上已注明。已有的文件绝不覆盖。
    Which example: plan or strategy.
      哪一个示例：plan 或 strategy。
    The example 'strategy' is in English.
      示例“strategy”是英文的。
    The folder to create the site in.
      在哪个文件夹新建网站。
    Language of the example; the default is the one that planpress speaks to you.
      示例的语言；默认用 planpress 对你说的语言。
    '<folder>' must name a folder.
      “<folder>”要写文件夹。
    planpress: %1 already exists; nothing was written
      planpress：%1 已经存在；没有写入任何内容
    name a new folder: 'planpress init %1'
      请写一个新的文件夹：“planpress init %1”
    Created %1 files in %2. Next: planpress serve %3 --open
      已在 %2 中新建 %1 个文件。下一步：planpress serve %3 --open

    # NewCommand
    Add a section, an indicator, a programme or a plan to a site.
      给网站添加章节、指标、工程项目或规划。
    Prints the path of the new entry. Existing text is never overwritten.
      显示新内容所在的路径。已有的文字绝不覆盖。
    Add a section at the end of a plan or of another section.
      在规划或章节的末尾添加一节。
    The title of the section.
      这一节的标题。
    The plan or section to add it to: city-plan/air. May be omitted if the site has only one plan.
      加进哪份规划或哪一节，例如 city-plan/air。网站只有一份规划时可以不写。
    Add an indicator at the end of a plan's indicators.yaml.
      在规划的 indicators.yaml 末尾添加一项指标。
    The id, which becomes part of its address: letters, digits and '-'.
      id，会成为网址的一部分：用字母、数字和“-”。
    The unit of its values.
      数值的单位。
    With --from: the value that the target changes, and its year if the sentence does not say it: 2020=400.
      与 --from 一起用：目标变化之前的数值；原文没有写年份时，连年份一起写：2020=400。
    '--baseline' needs '--from'.
      “--baseline”要和“--from”一起用。
    The value to reach in the plan's last year; for a milestone, the date when it is due.
      规划最后一年要达到的数值；如果是里程碑，写应当完成的日期。
    The plan to add it to. May be omitted if the site has only one plan.
      加进哪份规划。网站只有一份规划时可以不写。
    Add a programme at the end of a plan's programmes.yaml.
      在规划的 programmes.yaml 末尾添加一个工程项目。
    The name of the programme.
      工程项目的名称。
    Add a plan in a new folder.
      在新文件夹中添加一份规划。
    The title of the plan.
      规划的标题。
    The first year of the plan.
      规划期的第一年。
    The last year of the plan.
      规划期的最后一年。
    The name of the folder in Content/; the default is made from the title.
      Content/ 中的文件夹名；默认由标题生成。
    '--start' and '--end' must be years, and '--start' must not be after '--end'.
      “--start”和“--end”必须是年份，而且“--start”不能晚于“--end”。
    The name of the indicator. May be omitted with --from.
      指标名称。用 --from 时可以不写。
    Words of the sentence that promises it: name, unit, kind and target are read from there.
      承诺它的句子中的原话：名称、单位、类型和目标从中读出。
    The kind of target; the default is level, or what the sentence of --from says.
      目标的类型；默认为 level，或按 --from 的句子。
    A text (.txt, .md, .docx, .odt, .html) becomes sections: headings are found by their form, and what was decided is reported with its lines. If the folder has no Content/ yet, a new site is made. Importing a changed text again shows what changed, and keeps your edits.
      正文（.txt、.md、.docx、.odt、.html）变成章节：按标题的写法识别标题，并逐行报告怎样处理。文件夹中还没有 Content/ 时，会新建一个网站。再次导入改过的正文时，会显示改动之处，并保留你的修改。
    A table (.xlsx, .csv) may have columns for the name, unit, baseline, target, department and years of each indicator, in English or Chinese. What it does not say is asked on the terminal; an option answers each question. Nothing that is there is overwritten.
      表格（.xlsx、.csv）可以有指标的名称、单位、基期值、目标、部门和各年份的列，表头用中文或英文。表中没有的，在终端上询问；也可以用选项回答。不会覆盖已有的内容。
    the snapshot of %1 was deleted in commit %2, so later changes cannot be detected
      %1 的快照在提交 %2 中被删除，所以无法看出此后有什么变化
    restore it with 'git checkout %1^ -- %2'
      用“git checkout %1^ -- %2”取回

    # ImportCommand
    The folder that contains Content/.
      含有 Content/ 的文件夹。
    Print what would be added, and write nothing.
      只显示将要添加的内容，不写入。
    The sheet of the workbook, if several have indicators.
      工作簿中的哪个工作表（有几个工作表都含有指标时）。
    What a column for the plan's last year holds.
      规划最后一年那一列是目标（target）还是数值（value）。
    Whether the values of an increase count all since the beginning, or each year alone.
      增量型指标的数值是从头累计（cumulative），还是每年各算各的（annual）。
    nothing was imported
      没有导入任何内容
    What the comma in a number such as 1,200 does.
      1,200 这样的数中，逗号是千位分隔符（thousands），还是小数点（decimals）。
    answer with '%1': %2
      请用“%1”回答：%2
    '%1' is there already, and keeps its entry
      “%1”已经存在，保留原来的条目
    '%1' is there already; its entry gets:
      “%1”已经存在，条目中补上：
    '%1' is there already; its entry would get:
      “%1”已经存在，条目中会补上：
    '%1' keeps its own %2, and the table says something else
      “%1”保留原来的 %2，而表中写的不同
    the entry of '%1' cannot be completed, and the table has more of it: %2
      “%1”的条目无法补全，表中还有：%2
    write it into the entry by hand
      请手工写进条目
    the table gives '%1' the baseline %2, and the register has %3
      表中“%1”的基期值是 %2，而登记表中是 %3
    the table gives '%1' the target %2 for %3, and the register has %4
      表中“%1”的 %3 目标是 %2，而登记表中是 %4
    the table has '%1' in '%2', and the register in '%3'; only its values are taken over
      “%1”在表中以“%2”为单位，在登记表中以“%3”为单位；只采用了它的数值
    correct the unit, or convert the figures
      请改正单位，或换算数字
    %1 has entries that cannot be completed, so nothing was written
      %1 中有无法补全的条目，因此什么也没有写入
    '%1' has another baseline already, and '%2' is not imported
      “%1”已经有另一个基期值，“%2”没有导入
    give each row a name of its own, or correct the baseline
      请给每行不同的名称，或改正基期值
    if two rows are two indicators, give each a name of its own; else correct the number
      如果两行是两个指标，请给它们不同的名称；否则请改正数字
    the mark '%1' of this figure is not imported
      这个数字的标记“%1”没有导入
    if readers should know what it means, write it as the note of the value
      如果读者需要知道它的含义，请写成这个值的说明
    planpress: '%1' is none of the choices
      planpress：“%1”不在选项中
    planpress: '%1' does not name the first and the last year
      planpress：“%1”没有写出起止两年
    planpress: '%1' is no answer: type y, n or q
      planpress：“%1”不是回答：请输入 y、n 或 q
    planpress: in %1 the sentence was added to %2
      planpress：已在 %1 中为 %2 写上原句
    planpress: not added, because an indicator of that name has another number: %1
      planpress：没有添加，因为同名指标的数字不同：%1
    correct the register or the sentence; 'planpress extract --accept --only %1' adds them as other indicators
      请改正登记表或句子；“planpress extract --accept --only %1”会把它们作为另外的指标添加
    indicator '%1' has this name and the number %2; correct one of them
      指标“%1”同名，数字是 %2；请改正其中一个
    indicator '%1' has this name and no quotation, and gets this one
      指标“%1”同名而没有引文，会补上这句话
    the year of the baseline: the year before the plan holds
      基期的年份：按规划前一年计
    The file that was imported before and of which this text is a new version, or 'none'.
      以前导入过、而这份文本是其新版的文件；或 none（不是）。
    is '%1' a new version of '%2', which was imported before?
      “%1”是以前导入过的“%2”的新版吗？
    '%1' was not imported into this site
      “%1”没有导入过这个网站
    the files that were are %1
      导入过的文件有：%1
    '%1' is imported as a new version of '%2'
      “%1”作为“%2”的新版导入
    this table names indicators (%1), and stays a table of its page
      这张表列出了指标（%1 个），仍是页面中的表格
    to make indicators of its rows, copy it into a workbook and import that: 'planpress import table.xlsx'
      要把各行变成指标，请把它复制到工作簿中再导入：“planpress import table.xlsx”
    the number of a page is left out: '%1'
      省略了页码：“%1”
    the numbers and running heads of %1 pages are left out, such as '%2'
      省略了 %1 处页码和页眉，例如“%2”
    if it is a line of the plan, write it into its section
      如果它是规划的正文，请写进相应章节
    '%1' was divided at the end of a line, and is one word now
      “%1”在行末断开，现在合成了一个词
    check its hyphen
      请检查连字符
    1 indicator
      1 项指标
    %1 indicators
      %1 项指标
    %1 would be added to %2
      将把 %1加进 %2
    %1 added to %2
      已把 %1加进 %2
    %1, %2 to %3
      %1，把 %2写进 %3
    Make sections of a plan's text, or indicators of a table.
      把规划正文变成章节，或把表格变成指标。
    Texts (.txt, .md, .docx, .odt, .html) or tables (.xlsx, .csv).
      正文（.txt、.md、.docx、.odt、.html）或表格（.xlsx、.csv）。
    The plan to add to. May be omitted if the site has only one plan.
      要加入的规划。网站只有一个规划时可以不写。
    The title of a new plan, instead of the one in the text.
      新规划的标题，代替正文中的标题。
    The years of a new plan: 2021-2025.
      新规划的起止年份：2021-2025。
    How many levels of headings become pages of their own; deeper ones become headings in them.
      几级标题各成一页；更深的标题留在页面中。
    '--levels' must be between 1 and 6
      “--levels”必须在 1 到 6 之间
    1 page
      1 个页面
    %1 pages
      %1 个页面
    planpress: %1 would be written to %2
      planpress：将向 %2 写入%1
    planpress: %1 written to %2
      planpress：已向 %2 写入%1
    the text does not say which years the plan covers
      正文没有写规划的起止年份
    add '--period 2021-2025'
      请加上“--period 2021-2025”
    planpress: which years does the plan cover, such as 2021-2025?
      planpress：规划是哪几年的？例如 2021-2025

    # ExtractCommand
    List the targets that sentences promise, and add them as indicators.
      列出正文句子中承诺的目标，并把它们加为指标。
    Reads every page of every plan, in Chinese and English, and lists each number that a sentence promises and no indicator has yet, with what the sentence leaves open. Things to be done without a number are listed as milestones. On a terminal it then asks for each target whether to add it to the register of its plan.
      读取每份规划的每个页面（中文和英文），列出句子中承诺而还没有指标的每个数，以及句子没有写明的内容。没有数字的任务列为里程碑。在终端中会逐个询问是否加进规划的登记表。
    Add the targets without asking: all but milestones, or those of --only.
      不询问，直接添加目标：里程碑除外，或只加 --only 选出的。
    Choose by number, milestones too: 1,3-5.
      按序号选择，里程碑也可以选，例如 1,3-5。
    The format of the list: text, or json with one object per line.
      列表的格式：text（文本），或 json（每行一个对象）。
    planpress: added 1 indicator to %1
      planpress：已把 1 项指标加进 %1
    planpress: added %1 indicators to %2
      planpress：已把 %1 项指标加进 %2
    '%1' is not one of the numbers 1 to %2.
      “%1”不是 1 到 %2 之间的序号。
    add it? [y]es, [n]o, [q]uit:
      添加吗？[y] 是，[n] 否，[q] 结束：
    planpress: 1 target that no indicator has
      planpress：有 1 个目标还没有指标
    planpress: not added, because a negation leaves open whether the number is at most or at least: %1
      planpress：没有添加，因为句子里有否定词，不能确定是不高于还是不低于：%1
    read the sentences; 'planpress extract --accept --only %1' adds them as they are listed
      请先读原句；“planpress extract --accept --only %1”按列出的样子添加
    planpress: not added, because the text does not say the value that the change counts from: %1
      planpress：没有添加，因为正文没有写明变化的起算值：%1
    add each with its baseline: '%1', with the right value in place of 400
      请逐个添加，并写上基期值：“%1”，把 400 换成正确的数值
    planpress: the site has no plan
      planpress：网站没有规划
    write 'type: plan' and 'period: {start: …, end: …}' into the index.md of the plan
      请在规划的 index.md 中写上“type: plan”和“period: {start: …, end: …}”
    there is no site in %1 yet, and a table alone makes none
      %1 中还没有网站，只有表格不能建立网站
    import the text of the plan first, or make a site with 'planpress init %1'
      请先导入规划的正文，或者用“planpress init %1”建立网站
    planpress: %1 targets that no indicator has
      planpress：有 %1 个目标还没有指标
    %1, 1 milestone to confirm
      %1，另有 1 个里程碑待确认
    %1, %2 milestones to confirm
      %1，另有 %2 个里程碑待确认
    'planpress extract --accept' adds the targets to the register; 'planpress extract --accept --only %1' adds those
      “planpress extract --accept”把目标加进登记表；“planpress extract --accept --only %1”只加其中几个

    # CollectCommand
    Ask departments for their figures in Excel, and read their answers.
      用 Excel 向各部门收集数据，并录入他们填报的结果。
    With --period, it writes one workbook for each department, with the indicators that have no value for that period. With --read, it checks the workbooks that came back and adds their values to the CSV files of the site. Exits with 1 if a value could not be taken.
      加 --period 时，为每个部门生成一个工作簿，列出该时期还没有数值的指标。加 --read 时，检查收回的工作簿，把数值写进网站的 CSV 文件。有数值无法录入时，退出码为 1。
    The period to ask for: 2026, 2026-06, 2026 Q3.
      要收集的时期：2026、2026-06、2026 Q3。
    A department to ask, by its id or name. May be repeated; without it, all are asked.
      向哪个部门收集，写 id 或名称。可以多次使用；不写则向所有部门收集。
    The folder for the workbooks; the default is collect-<period>.
      工作簿放在哪个文件夹；默认是 collect-<时期>。
    The folder with the workbooks that came back.
      收回的工作簿所在的文件夹。
    An indicator whose doubtful value is right, by its id. May be repeated.
      数值看似可疑但确实正确的指标，写 id。可以多次使用。
    Check what came back, and write nothing.
      只检查收回的内容，不写入。
    Use '--period' to ask for figures, or '--read' to take them in.
      收集数据请用“--period”，录入数据请用“--read”。
    '--accept' and '--dry-run' go with '--read'.
      “--accept”和“--dry-run”要与“--read”一起用。
    '--department' and '--to' go with '--period'.
      “--department”和“--to”要与“--period”一起用。
    planpress: nothing is missing for %1
      planpress：%1 的数值不缺
    %1: %2, %3
      %1：%2，%3
    no value from %1: %2
      %1没有填：%2
    no answer from %1
      还没有答复：%1
    planpress: %1 to %2
      planpress：%1到 %2
    %1 would be written
      将写入%1
    %1 written
      已写入%1

    # MigrateCommand
    Bring a site of an earlier planpress to today's keys.
      把旧版 planpress 的网站改成现在的写法。
    Removes keys without a value, and keeps the addresses that pages had. It changes only what can mean one thing, and keeps comments and layout; the errors that are left are listed. Commit your site before.
      删掉后面没有值的键，保留页面原来的网址。只改只有一种意思的地方，不动注释和排版；剩下的错误会列出来。请先提交网站。
    Print what would be changed, and write nothing.
      只显示会改什么，不写文件。
    1 change
      1 处改动
    %1 changes
      %1 处改动
    planpress: nothing to change
      planpress：没有要改的
    planpress: would make %1
      planpress：将有%1
    """#
}
