extension Catalogue {
  /// Chinese messages of `SiteSources`.
  static let siteSources = #"""
    # Acceptances
    '%1' is an error here, and errors cannot be accepted
      “%1”在这里是错误，错误不能列为已接受
    correct what it reports, and remove this line
      请改正它指出的问题，并删掉这一行
    the error is here
      错误在这里
    '%1' is accepted here, but no longer occurs
      这里接受了“%1”，但已经没有这个问题
    remove this line
      删掉这一行
    # FieldReader+Site
    '%1' must be between 0 and 0.5, such as 0.05 for 5 %
      “%1”必须在 0 到 0.5 之间，例如 0.05 表示 5%
    # Language
    # FrontMatter
    front matter must be YAML, not %1
      文件开头的设置必须是 YAML，不能是 %1
    write a line '---', then lines of 'key: value', then a line '---'
      先写一行“---”，再逐行写“键: 值”，最后写一行“---”
    front matter is not closed
      文件开头的设置没有结束
    add a line '---' after its last key
      在最后一个键之后加一行“---”
    # Numbering
    '%1' is not a numbering
      “%1”不是编号方式
    use chinese-plan, decimal, none, or a list with a pattern for each level, such as ["第{一}章", "{1}."]
      请用 chinese-plan（中文规划）、decimal（数字）、none（不编号），或各级的样式列表，例如 ["第{一}章", "{1}."]
    'numbering' must be chinese-plan, decimal, none or a list of patterns
      “numbering”必须是 chinese-plan、decimal、none，或样式列表
    a numbering pattern must contain one of {1}, {一}, {A}, {a}, {I}, {i}, or be empty
      编号样式要含有 {1}、{一}、{A}、{a}、{I}、{i} 之一，或者为空
    for example "第{一}章", "{1}." or "" for a level without numbers
      例如 "第{一}章"、"{1}."；某一级不编号时写 ""
    # PageFields
    a page
      页面
    use 'updated'
      请用“updated”
    use 'summary'
      请用“summary”
    use 'short-title'
      请用“short-title”
    use 'order'
      请用“order”
    use 'tags'
      请用“tags”
    use 'slug' for the last part of the address
      网址的最后一段请用“slug”
    use 'aliases' for old addresses
      旧网址请用“aliases”
    use 'language'
      请用“language”
    use 'draft: true' for a page that should not be published
      不想发布的页面请用“draft: true”
    remove it: 'type' decides the template
      删掉它：模板由“type”决定
    remove it: a page is identified by its path
      删掉它：页面由路径识别
    'weight' and 'order' mean the same; keep one of them
      “weight”和“order”意思相同，只保留一个
    a plan needs a 'period'
      规划缺少“period”（规划期）
    add 'period: {start: 2021, end: 2025}'
      加上“period: {start: 2021, end: 2025}”
    '%1' is not a period of years
      “%1”不是以年份表示的规划期
    write '{start: 2021, end: 2025}' or '2021-2025'
      请写“{start: 2021, end: 2025}”或“2021-2025”
    a period
      规划期
    the period needs a year for '%1'
      规划期缺少“%1”的年份
    add '%1: 2025'
      加上“%1: 2025”
    the period ends in %1, before it starts in %2
      规划期在 %2 开始之前，%1 就结束了
    write the earlier year as 'start'
      把较早的年份写在“start”
    '%1' is only for plans, and this page is not a plan
      “%1”只用于规划，而这个页面不是规划
    remove it, or add 'type: plan' if this is a plan's home page
      删掉它；如果这是规划的首页，加上“type: plan”
    # FileNameFault
    is not encoded in UTF-8
      不是 UTF-8 编码
    contains an invisible character
      含有看不见的字符
    contains a line break
      含有换行
    # SiteReader+Folders, SiteReader
    there is no folder '%1' in %2
      %2 中没有文件夹“%1”
    go to the folder that contains %1 with 'cd', or name that folder in the command
      请用“cd”到含有 %1 的文件夹，或在命令中写那个文件夹
    name the folder of the site in the command: '%1'
      请在命令中写网站的文件夹：“%1”
    name the folder of a site in the command: %1
      请在命令中写其中一个网站的文件夹：%1
    '%1' is a symbolic link that does not lead to a folder
      “%1”是符号链接，但指向的不是文件夹
    delete the link and put the folder itself there
      删掉链接，把文件夹本身放在那里
    '%1' is a symbolic link, and planpress writes through none
      “%1”是符号链接，planpress 不会经由链接写文件
    '%1' is not a folder
      “%1”不是文件夹
    give it another name, or move it elsewhere
      请给它改名，或者移到别处
    the name '%1' %2
      名称“%1”%2
    rename it: use letters, digits, '-' and '_'
      请改名：用字母、数字、汉字、“-”和“_”
    '%1' is a symbolic link or a special file, and is ignored
      “%1”是符号链接或特殊文件，已忽略
    copy the file itself into the folder
      把文件本身复制到这个文件夹
    # SourceLoader
    the file is encoded in GB18030, and is read as that
      文件是 GB18030（GBK）编码，已按这种编码读取
    in Excel, save it as 'CSV UTF-8', so that every program reads it
      在 Excel 中另存为“CSV UTF-8”，各种程序就都能读
    the file is not encoded in UTF-8
      文件不是 UTF-8 编码
    it is encoded in UTF-16; save it as UTF-8
      它是 UTF-16 编码，请另存为 UTF-8
    it may be encoded in GBK; save it as UTF-8
      它可能是 GBK 编码，请另存为 UTF-8
    split it into several files
      请分成几个文件
    # Registers
    '%1' must be a list
      “%1”必须是列表
    begin each entry on a new line with '- '
      每个条目另起一行，以“- ”开头
    '%1' cannot be '%2': it %3
      “%1”不能是“%2”：它%3
    # SiteParser
    the site has no 'site.yaml'
      网站没有“site.yaml”
    create it with at least a line 'title: …'
      新建这个文件，至少写一行“title: …”
    a term
      术语
    a table of values
      数值表
    # SiteSettings
    the site
      网站
    the rule of trends
      趋势的规则
    the downloads
      下载
    the theme's options
      主题的选项
    '%1' is not the address of a site
      “%1”不是网站的地址
    write the full address, such as https://example.org/plans/
      请写完整的地址，例如 https://example.org/plans/
    '%1' is not a month or a day
      “%1”不是月份或日期
    write '%1: 2026-11' or '%2: 2026-11-28'
      请写“%1: 2026-11”或“%2: 2026-11-28”
    '%1' must be between 0 and 100 per cent a year, such as 0.5
      “%1”必须在每年 0 到 100% 之间，例如 0.5
    # Snapshot
    there is no snapshot of the targets yet
      还没有目标的快照
    the newest snapshot of the targets is of %1, and the site of %2
      目标的最新快照是 %1 的，而网站是 %2 的
    # SnapshotReader
    '%1' is not named after a time, and is not compared
      “%1”没有以时间命名，不作比较
    rename it to the month that it is of, such as 2026-03.json
      请以它所属的月份命名，例如 2026-03.json
    there is no snapshot '%1'
      没有快照“%1”
    snapshots are in the site's folder, such as snapshots/2026-03.json
      快照在网站的文件夹里，例如 snapshots/2026-03.json
    is damaged
      已损坏
    a snapshot
      快照
    was not written by planpress
      不是 planpress 生成的
    the snapshot '%1' was written by a newer planpress
      快照“%1”是用更新版本的 planpress 生成的
    update planpress
      请更新 planpress
    is damaged: %1
      已损坏：%1
    the snapshot '%1' %2
      快照“%1”%2
    restore it from a copy, such as the history of git; without it changes of targets are not detected
      请从保存它的地方（例如 git 历史）重新取回；没有它，就发现不了目标的改动
    a plan
      规划
    # TableReader
    the workbook %1
      工作簿%1
    sheet '%1' is not read: it has no headings of %2
      工作表“%1”没有读取：没有%2的表头
    name its columns in one row
      用一行写各列的名称
    no sheet has the headings of %1
      没有一个工作表有%1的表头
    name the columns in one row: id, Year, Value (编号, 年份, 数值)
      用一行写各列的名称：id、Year、Value（编号、年份、数值）
    the formula of this cell has no result in the file
      这个单元格的公式在文件中没有计算结果
    # SiteOwner
    the licence
      许可
    '%1' is not an e-mail address
      “%1”不是电子邮箱地址
    write it like '%1: plan@example.org'
      请照这样写：“%1: plan@example.org”
    the owner of the site
      网站主办单位
    # ThemeOptions
    the fonts
      字体
    '%1' is not a colour
      “%1”不是颜色
    write it as in 'accent: "#1d3f75"', with quotes
      请照这样写，连同引号：“accent: "#1d3f75"”
    '%1' is too light to be read on white: its contrast is %2.%3:1, and text needs 4.5:1
      “%1”太浅，在白底上看不清：对比度是 %2.%3:1，文字至少要 4.5:1
    write "%1", the nearest darker colour that can be read
      请写 "%1"，这是看得清的最接近的深色
    '%1' is not the name of a font
      “%1”不是字体的名称
    write one name an entry, without quotes of its own, as in '%1: [Source Han Serif SC, Georgia]'
      每项写一个名称，里面不要再加引号，例如“%1: [Source Han Serif SC, Georgia]”
    # TableReader
    type the text of the cell again, or let Excel remove it with =CLEAN(…)
      请重新输入这个单元格的文字，或在 Excel 中用 =CLEAN(…) 去掉它
    # FrontMatter
    the front matter must begin on the first line, which is empty
      文件开头的信息必须从第一行写起，而第一行是空的
    delete the empty lines above '---'
      请删掉“---”上面的空行
    delete the empty line above '---'
      请删掉“---”上面的空行
    # SiteReader
    '%1' is a file, and planpress reads whole sites
      “%1”是一个文件，而 planpress 读取整个网站
    you are in it: go to the folder above with 'cd ..'
      你就在这个文件夹里：请用“cd ..”到上一级文件夹
    name the folder above it in the command: '%1'
      请在命令中写它的上一级文件夹：“%1”
    # PictureReader
    sheet '%1' is hidden, and is not read
      工作表“%1”是隐藏的，没有读取
    show it if it has values
      如果其中有数值，请取消隐藏
    rows of sheet '%1' are hidden, and are published: %2
      工作表“%1”的这些行是隐藏的，仍会发布：%2
    show them, or delete them
      请取消隐藏，或删除它们
    the file is not a picture in PNG, JPEG, GIF, WebP or SVG, or is incomplete, so that browsers may not show it
      文件不是 PNG、JPEG、GIF、WebP 或 SVG 图片，或者不完整，浏览器可能无法显示
    open it in a picture program and save it anew
      请用图片软件打开，重新保存
    # Registers
    %1 must be lines of 'key: value', not text
      %1必须逐行写成“键: 值”，不能是文本
    write '- %1: %2'
      请写“- %1: %2”
    write '- term: %1', and below it '  definition: %2'
      请写“- term: %1”，下一行写“  definition: %2”
    write 'base-url: https://%1/'
      请写“base-url: https://%1/”
    # FrontMatterFault
    the line above the front matter must be three ordinary '-'
      文件开头的信息上面必须是一行三个半角“-”
    write '---'
      请写“---”
    the lines around the front matter are '---'
      文件开头的信息上下两行改成了“---”
    a line '---' is missing above '%1'
      “%1”上面少了一行“---”
    write '---' on a line of its own above it, and another after the last key
      在它上面单独写一行“---”，最后一个键后面再写一行
    # PageFields
    '%1' is one tag
      “%1”会当成一个标签
    'number: %1' would print '%2' before the title
      “number: %1”会在标题前面印出“%2”
    write 'number: none'
      请写“number: none”
    # MisnamedRegister, ConflictMarks, SiteReader
    '%1' is not read, and not published: registers have names of their own
      “%1”不会读取，也不会发布：登记表有规定的文件名
    write its entries as YAML into '%1.yaml'
      请把其中的条目用 YAML 写进“%1.yaml”
    rename it to '%1.yaml'
      请改名为“%1.yaml”
    there are two versions of the text here, one above '=======' and one below it
      这里有两个版本的文字，“=======”上面一个，下面一个
    keep one of the two, and delete the lines '<<<<<<<', '=======' and '>>>>>>>'
      请只留一个，并删掉“<<<<<<<”“=======”“>>>>>>>”这几行
    they end here
      到这里为止
    '%1' is not read in this folder
      “%1”放在这里不会读取
    move it to '%1'
      请把它移到“%1”
    the line below the front matter must be three ordinary '-'
      文件开头的信息下面那一行必须是三个半角的“-”
    the line below the front matter is '---'
      文件开头的信息下面那一行改成了“---”
    a second front matter begins here, and would be printed
      这里又开始了一段“---”之间的信息，会原样印出来
    move its lines above the '---' before it, and delete both lines '---' here
      请把其中各行移到前面的“---”之上，并删掉这里的两行“---”
    write 'languages: [%1]'
      请写“languages: [%1]”
    name the file after the indicator's id: '%1.csv'
      请用指标的 id 给文件命名：“%1.csv”
    write 'base-url: https://…'
      请写“base-url: https://…”
    write it under 'theme': 'theme: {footer: …}'
      请写在“theme”下面：“theme: {footer: …}”
    write it under 'theme': 'theme: {logo: logo.svg}'
      请写在“theme”下面：“theme: {logo: logo.svg}”
    remove it: the menu lists the plans and pages by itself
      请删掉它：菜单会自动列出规划和页面
    """#
}
