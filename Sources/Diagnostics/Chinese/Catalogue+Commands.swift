extension Catalogue {
  /// Chinese messages of the commands. Options, keys and file names stay as they are typed.
  static let commands = #"""
    # Planpress
    Publish a plan as a website, and keep its promises checkable.
      把规划发布成网站，让规划的承诺随时可查。
    A site is a folder that contains Content/: pages in Markdown, lists of indicators in YAML, and their data in CSV. planpress turns it into plain HTML files in Output/.
      一个网站就是一个含有 Content/ 的文件夹：页面用 Markdown 写，指标清单用 YAML 写，数据用 CSV 写。planpress 把它们变成 Output/ 中的普通 HTML 文件。
    Exit codes: 0 success; 1 errors in the content, or warnings with --strict; 64 wrong usage; 70 system error (full disk, no permission, bug); 130 stopped with Ctrl-C.
      退出码：0 成功；1 内容有错误，或使用 --strict 时有警告；64 用法不对；70 系统错误（磁盘已满、没有权限、程序缺陷）；130 按 Ctrl-C 中止。
    planpress %1
      planpress %1
    planpress: interrupted; the website was not changed
      planpress：已中止，网站没有改动
    planpress: %1
      planpress：%1
    planpress: cannot %1 %2: %3
      planpress：无法%1 %2：%3
    hint: %1
      建议：%1
    planpress: %1; nothing was written
      planpress：%1；没有写入任何内容
    # LanguageOptions
    The language of messages and help: zh-CN or en.
      提示信息和帮助的语言：zh-CN（中文）或 en（英文）。
    # BuildCommand
    Build the website.
      生成网站。
    All errors are found before anything is written: a build with errors leaves the previous website as it was. Only files that differ are written, and files that planpress did not create are never touched.
      写入之前先找出全部错误：有错误时，原来的网站保持不变。只写入有变化的文件，不是 planpress 生成的文件绝不改动。
    The folder to write the website to; the default is Output/ in the site's folder.
      网站写到哪个文件夹；默认是网站文件夹中的 Output/。
    List the sources that changed and the files that were written.
      列出改动过的源文件和写入的文件。
    Rebuild from scratch in memory and compare.
      在内存中从头生成一遍，并作比较。
    '--output' must name a folder.
      “--output”后面要写文件夹。
    skipped: no source and no file of the website changed since the last build
      跳过：上次生成以来，源文件和网站文件都没有变化
    built: no earlier build of this folder is on record
      已生成：没有这个文件夹以前的生成记录
    built: planpress or its options changed since the last build
      已生成：上次生成以来，planpress 或它的选项有变化
    built: a file of the website was changed or deleted since the last build
      已生成：上次生成以来，网站中有文件被改动或删除
    built: a source changed since the last build
      已生成：上次生成以来，有 1 个源文件改动
    built: %1 sources changed since the last build
      已生成：上次生成以来，有 %1 个源文件改动
    %1 is identical to a build from scratch
      %1 与从头生成的结果完全一致
    planpress: %1/%2 differs from a build from scratch
      planpress：%1/%2 与从头生成的结果不同
    delete %1/.planpress and build again; this is a bug in planpress, please report it
      删掉 %1/.planpress 再生成一次；这是 planpress 的缺陷，请告诉我们
    %1 pages and %2 indicators in %3: %4; %5 (%6 ms)
      %3：%1 个页面，%2 项指标：%4；%5（%6 毫秒）
    added
      新增
    edited
      改动
    removed
      删除
    nothing changed
      没有变化
    %1 new
      新增 %1 个
    %1 changed
      改动 %1 个
    %1 deleted
      删除 %1 个
    # CheckCommand
    Report errors, warnings and loose ends, without building the website.
      报告错误、警告和疏漏，不生成网站。
    Loose ends are unused terms and images, empty pages, duplicate titles and gaps in file numbers. Nothing is written, except with --fix.
      疏漏指没有用到的术语和图片、空页面、重复的标题、文件编号缺号。除非加上 --fix，不写入任何内容。
    Check links to other websites, with curl.
      用 curl 检查指向其他网站的链接。
    Compare with this snapshot instead of the newest.
      与这个快照比较，而不是最新的快照。
    Say what is overdue and due soon on this day, instead of at 'as-of' in site.yaml, or today.
      以这一天为准判断哪些数据逾期或即将到期，而不是 site.yaml 中的“as-of”或今天。
    List the values that are missing for a period, by department: 2026.
      按部门列出某个时期还缺的数值，例如 2026。
    fixed %1:%2:%3: %4
      已改正 %1:%2:%3：%4
    accepted %1:%2:%3: %4 [%5]: %6
      已接受 %1:%2:%3：%4 [%5]：%6
    %1, %2 accepted
      %1，已接受 %2 个
    planpress: %1 (%2 ms)
      planpress：%1（%2 毫秒）
    %1: 'planpress snapshot' makes one
      %1：用“planpress snapshot”生成一份
    checking %1 external links
      正在检查 %1 个外部链接
    page not found (%1)
      找不到页面（%1）
    the server answered %1
      服务器的回答是 %1
    cannot reach %1: %2
      打不开 %1：%2
    link to its new address, or to a copy in a web archive
      改用它的新网址，或网页存档中的副本
    # CollectCommand
    Ask departments for their figures in Excel, and take in what they answer.
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
    1 indicator
       1 项指标
    %1 indicators
       %1 项指标
    %1 would be added to %2
      将把%1加进 %2
    %1 added to %2
      已把%1加进 %2
    %1, %2 to %3
      %1，把%2写进 %3
    # ExplainCommand
    Say what a message means, and what to do about it.
      说明一条信息是什么意思、该怎么办。
    Prints the guide's entry for the code in brackets at the end of a message.
      显示指南中对信息末尾方括号里的代码的说明。
    The code: reference.unknown-indicator. Without it, all codes are listed.
      代码，例如 reference.unknown-indicator。不写则列出全部代码。
    planpress: there is no message with the code '%1'
      planpress：没有代码为“%1”的信息
    'planpress explain' lists all codes
      “planpress explain”列出全部代码
    the nearest codes are %1
      相近的代码有：%1
    # InitCommand
    Create a small, complete example site.
      新建一个小而完整的示例网站。
    The example has a plan with three sections, a box, six indicators and a glossary, in Chinese, in English or in both. With --example strategy it is an agency's strategic plan in English: goals, strategies and 40 actions, three years of updates, a revision half-way and two reports. All figures are invented, and the pages say so. Existing files are never overwritten.
      示例中有一份规划，含三个章节、一个专栏、六项指标和术语表，可以是中文、英文或两种语言。加上 --example strategy，则是一个机构的英文战略规划：目标、策略和 40 项任务，三年的进展说明，一次中期调整，两份报告。所有数字都是虚构的，页面上已注明。已有的文件绝不覆盖。
    Which example: plan or strategy.
      哪一个示例：plan 或 strategy。
    The example 'strategy' is in English.
      示例“strategy”是英文的。
    The folder to create the site in.
      在哪个文件夹新建网站。
    Language of the example.
      示例的语言。
    '<folder>' must name a folder.
      “<folder>”要写文件夹。
    planpress: %1 already exists; nothing was written
      planpress：%1 已经存在；没有写入任何内容
    name a new folder: 'planpress init my-plan'
      请写一个新的文件夹：“planpress init my-plan”
    Created %1 files in %2. Next: planpress serve %3 --open
      已在 %2 中新建 %1 个文件。下一步：planpress serve %3 --open
    # MarkdownCommand
    Convert a Markdown file to HTML.
      把 Markdown 文件转换成 HTML。
    Links and directives that need a site are left as written. With --plain the output is pure CommonMark, without heading anchors, directives, tables or rules for Chinese text.
      需要整个网站才能处理的链接和指令照原样保留。加 --plain 时按纯 CommonMark 输出，没有标题锚点、指令、表格和中文排版规则。
    The file to convert; the default is standard input.
      要转换的文件；默认是标准输入。
    Use pure CommonMark.
      使用纯 CommonMark。
    Keep raw HTML and links with any scheme.
      保留 HTML 原文和任何协议的链接。
    There is no file '%1'.
      没有文件“%1”。
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
    # Planpress
    There is no command '%1'. Did you mean '%2'?
      没有“%1”这个命令。是不是想写“%2”？
    There is no command '%1'. The commands are %2.
      没有“%1”这个命令。可用的命令有：%2。
    # CheckCommand
    Fix what has exactly one safe fix: a misspelt id with one near match, full-width colons and brackets of markup, a missing space after '##', a pasted table, a missing line break at the end of a file.
      修正只有一种改法的问题：只有一个相近写法的拼错 id、标记中的全角冒号和括号、“##”后面少的空格、粘贴的表格、文件末尾少的换行。
    Also written --fix=paragraphs: like --fix, and an empty line between lines that each end like a sentence.
      也可写成 --fix=paragraphs：同 --fix，并在各自成句的行之间空一行。
    # ImportCommand
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
    # NewCommand
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
    the snapshot of %1 was deleted in commit %2, so nothing tells what has changed since
      %1 的快照在提交 %2 中被删除，所以无法看出此后有什么变化
    take it back with 'git checkout %1^ -- %2'
      用“git checkout %1^ -- %2”取回
    """#
}
