extension Catalogue {
  /// Chinese messages of `SiteEngine` and `SiteOutput`.
  static let siteEngine = #"""
    # Author+Names
    '%1' has no letter or digit to make a file name from
      “%1”没有可以用作文件名的字母、数字或汉字
    '%1' already exists: %2; nothing was written
      “%1”已经存在：%2；没有写入任何内容
    choose another title
      请换一个标题
    # Author+Pages
    the site is itself a plan
      这个网站本身就是一份规划
    to have several plans, remove 'type: plan' from %1/index.md
      要放几份规划，请从 %1/index.md 中删掉“type: plan”
    '%1' is inside plan '%2'
      “%1”在规划“%2”的文件夹里面
    choose a folder outside other plans
      请选择其他规划之外的文件夹
    '%1' would have the address of %2; nothing was written
      “%1”的网址会和 %2 相同；没有写入任何内容
    choose another folder
      请换一个文件夹
    %1 is a single file and cannot have subsections
      %1 是单个文件，不能有下级章节
    make it a folder: move it to %1/%2/index.md
      把它改成文件夹：移到 %1/%2/index.md
    there is no section or plan '%1'
      没有章节或规划“%1”
    # Author+Registers
    indicator '%1' already exists in %2
      指标“%1”已经在 %2 中
    choose another id
      请换一个 id
    programme '%1' already exists in %2
      工程项目“%1”已经在 %2 中
    a programme
      工程项目
    %1 is not a valid list, so nothing was written
      %1 不是正确的列表，所以没有写入任何内容
    an entry at the end of %1 would not belong to its list, so nothing was written
      写在 %1 末尾的条目不会属于其中的列表，所以没有写入任何内容
    begin each entry on a new line with '- ', without '[' around the list and without '...' after it
      每个条目另起一行，以“- ”开头，列表外面不要写“[”，后面不要写“...”
    %1 has a control character (%2), which no page can show
      %1中有控制字符（%2），网页无法显示
    type it again
      请重新输入
    the name
      名称
    the unit
      单位
    the title
      标题
    fix it first: 'planpress check' reports the errors
      请先改正：用“planpress check”查看错误
    use letters, digits and '-', such as %1; the id becomes part of an address
      请用字母、数字和“-”，例如 %1；id 会成为网址的一部分
    the id '%1…' is too long
      id“%1…”太长
    use a shorter one
      请用短一些的
    # Author
    plan '%1' does not exist
      没有规划“%1”
    the site has no plan
      网站中还没有规划
    create one with 'planpress new plan'
      用“planpress new plan”新建一份
    the site has several plans
      网站中有几份规划
    choose one with '%1'; %2
      请用“%1”选择一份；%2
    the site itself
      网站本身
    the plans are %1
      现有规划：%1
    %1 would not be a page: names that begin with '.' or end with '~' are ignored
      %1 不会成为页面：以“.”开头或以“~”结尾的文件会被忽略
    the name '%1…' is too long for a file
      “%1…”作为文件名太长
    %1 already exists; nothing was written
      %1 已经存在；没有写入任何内容
    %1 has not begun: the site is of %2; nothing was written
      %1 还没有开始：网站的时间是 %2；没有写入任何内容
    name a period of which something is known, or write a later 'as-of' into site.yaml
      请写一个已有情况的时期，或在 site.yaml 中写一个更晚的“as-of”
    the site is of %1, and a report on %2 would show its figures and statuses; nothing was written
      网站的时间是 %1，%2 的报告会显示这时的数据和状态；没有写入任何内容
    make the report in the revision of that time and copy it here, or write one with 'period: %1' and 'snapshot: %2' in its front matter
      请在当时的版本中生成报告再复制过来，或自己写一份，在页面开头写“period: %1”和“snapshot: %2”
    make the report in the revision of that time, and copy it here with its snapshot
      请在当时的版本中生成报告，连同快照一起复制过来
    # LooseEnds
    two pages in the same folder have the title '%1'
      同一文件夹里有两个页面的标题都是“%1”
    give one of them a different title
      给其中一个换个标题
    the other one
      另一个在这里
    page '%1' is empty
      页面“%1”是空的
    add some text, or set 'draft: true' until it has some
      写上内容；还没写好时，可以设“draft: true”
    '%1' and '%2' begin with the same number
      “%1”和“%2”开头的编号相同
    give one of them another number; until then they are sorted by name
      给其中一个改编号；在此之前按名称排序
    '%1' begins with '%2', which is no day
      “%1”以“%2”开头，但没有这一天
    rename it: the day at the start of a name is year, month and day, such as 2024-03-31
      请改名：文件名开头的日期按年、月、日写，例如 2024-03-31
    number %1 is missing between '%2' and '%3'
      “%2”和“%3”之间缺少编号 %1
    if no file is missing, renumber the files that follow
      如果没有缺文件，请把后面的文件重新编号
    no page uses term '%1'
      没有页面用到术语“%1”
    write :term[%1] where a text first uses it, or remove it from the glossary
      在正文第一次用到的地方写 :term[%1]，或从术语表中删掉它
    no page shows image '%1'
      没有页面用到图片“%1”
    show it with ![description](%1), or delete it
      用 ![说明](%1) 显示它，或者删掉这个文件
    # FixApplier
    added a line break at the end of the file
      已在文件末尾加上换行
    removed a line without text
      已删掉没有内容的一行
    removed the space at the end of the line
      已删掉行末的空格
    removed the control character %1
      已删掉控制字符 %1
    '%1' is now '%2'
      “%1”已改为“%2”
    # PlanCalendar
    a figure is overdue
      有 1 项数据逾期
    %1 figures are overdue
      有 %1 项数据逾期
    add the figures, or say when they are due with 'next-update'
      补上数据，或用“next-update”写明何时公布
    a figure is due soon
      有 1 项数据即将到期
    %1 figures are due soon
      有 %1 项数据即将到期
    ask for the figures, and add them when they are published
      请向责任部门催要数据，公布后补上
    %1: %2: %3 and %4 more
      %1：%2：%3，另有 %4 项
    # UnquotedTargets
    the sentence promises a number, and no indicator quotes it
      这句话承诺了一个数，而没有指标引用它
    'planpress extract' adds it; if it is no target, put it aside under 'accept'
      “planpress extract”可以添加；如果不是目标，请在“accept”下搁置
    this sentence is put aside here, and promises no number any more
      这里搁置了这句话，而它已经不再承诺数字
    # TextEndings
    the row has only empty cells
      这一行全是空单元格
    the row ends with empty cells
      这一行末尾有空单元格
    'planpress check --fix' removes them
      “planpress check --fix”可以删掉它们
    the line ends with a space
      这一行末尾有空格
    'planpress check --fix' removes it
      “planpress check --fix”可以删掉它
    no line break at the end of the file
      文件末尾没有换行
    'planpress check --fix' adds it
      “planpress check --fix”可以补上
    # Collector
    choose another folder with '--to'
      请用“--to”另选一个文件夹
    department '%1' does not exist
      没有部门“%1”
    the departments are %1
      现有部门：%1
    there is no folder '%1'
      没有文件夹“%1”
    indicator '%1' does not exist
      没有指标“%1”
    it has gone since the workbook was sent out
      工作簿发出之后，这个指标被删掉了
    '%1' has two values for %2: %3 here, and %4 in another workbook
      “%1”在 %2 有两个数值：这里是 %3，另一个工作簿中是 %4
    ask which one is right, and delete the other workbook
      请核实哪个正确，并删掉另一个工作簿
    id, Year, Value (编号, 年份, 数值)
      id、Year、Value（编号、年份、数值）
    Year and Value
      Year 和 Value
    %1 cannot take rows, so nothing was written
      %1 无法添加行，所以没有写入任何内容
    give it one row for each value, with the columns %1; 'planpress check --fix' removes empty cells
      请让每个数值占一行，各列为 %1；空单元格可用“planpress check --fix”删掉
    # OwedFigures
    %1 and %2 more
      %1，另有 %2 项
    '%1' owes
      “%1”还缺
    no department is in charge of
      没有责任部门的指标还缺
    1 value
       1 个数值
    %1 values
       %1 个数值
    %1 %2 for %3: %4
      %1%2（%3）：%4
    'planpress collect --period %1' makes a workbook to ask for them
      “planpress collect --period %1”可以生成填报用的工作簿
    # ReturnedValue
    '%1' has two values for %2: %3 here, and %4 on the site
      “%1”在 %2 有两个数值：这里是 %3，网站上是 %4
    change the value on the site yourself; the old one belongs under 'revisions'
      请自己修改网站上的数值；原来的数值写到“revisions”下面
    '%1' would be %2 for %3: %4
      “%1”在 %3 会是 %2，值得怀疑：%4
    ask the department; if the value is right, repeat with '--accept %1'
      请向部门核实；如果数值正确，加上“--accept %1”再运行一次
    ask for a number in %1, without its unit
      请对方只填数字，以 %1 计，不带单位
    ask for a number, without its unit
      请对方只填数字，不带单位
    the value of '%1' is a percentage, but its unit is '%2'
      “%1”的数值是百分数，但它的单位是“%2”
    the value of '%1' is a percentage, but its unit is not given
      “%1”的数值是百分数，但没有写单位
    the value of '%1' is a date, %2
      “%1”的数值是日期，%2
    the formula for '%1' has no result in the file
      “%1”的公式在文件中没有计算结果
    open the workbook in Excel, which computes it, and save it
      用 Excel 打开工作簿（会重新计算）再保存
    nothing can shrink by 100 % or more
      任何数量都不可能减少 100% 或更多
    beyond its limit of %1
      超出了它的限值 %1
    a share that was between 0 and 100 % so far
      这个比例以前都在 0 到 100% 之间
    a total that was %1 in %2 cannot fall
      %2 的累计值已经是 %1，累计值不会减少
    it was %1 in %2, and 0 often stands for a missing figure
      %2 是 %1，而填 0 往往表示没有数据
    it was %1 in %2, with the other sign
      %2 是 %1，正负号相反
    %1 times what it was in %2, %3
      是 %2（%3）的 %1 倍
    %1 times less than it was in %2, %3
      只有 %2（%3）的 1/%1
    # ReturnedWorkbook
    this is no workbook that 'planpress collect' made, and it is not read
      这不是“planpress collect”生成的工作簿，没有读取
    if it is an answer, ask for the file that was sent out, filled in
      如果它是答复，请对方返回发出去的那个文件，填好后再发来
    the hidden sheet of this workbook, which says what was asked, is gone
      这个工作簿的隐藏工作表不见了，而它记录了要填报的内容
    ask for the values in the workbook that was sent out
      请对方在发出去的那个工作簿中填报
    this row has a value, and no id of an indicator
      这一行有数值，但没有指标的 id
    '%1' is no indicator that this workbook asked for
      “%1”不是这个工作簿要收集的指标
    write the id that stood in this row, or ask again
      写上这一行原来的 id，或重新收集
    the row of '%1' is no longer in the workbook
      “%1”那一行已经不在工作簿里
    ask for its value again
      请重新收集它的数值
    this cell was locked and said '%1'; it says '%2' now, which is not read
      这个单元格是锁定的，原来写的是“%1”，现在是“%2”，不会读取
    ask the department what it means, and change the register yourself
      请问清部门的意思，再自己修改登记表
    # Consequences
    the folder '%1' has no index.md, so it is no plan
      文件夹“%1”里没有 index.md，所以不是规划
    create %1%2/index.md with the lines '---', 'type: plan', 'title: …', 'period: 2021-2025' and '---'
      请新建 %1%2/index.md，写上“---”“type: plan”“title: …”“period: 2021-2025”“---”这几行
    """#
}
