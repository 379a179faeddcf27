extension Catalogue {
  /// Chinese messages of the creation of pages and entries, targets in sentences, and the migration of a site.
  static let authoring = #"""
    # Author
    plan '%1' does not exist
      没有规划“%1”
    the site has no plan
      网站中还没有规划
    create one, such as 'planpress new plan "City plan" --start 2026 --end 2030'
      请新建一份，例如“planpress new plan "城市规划" --start 2026 --end 2030”
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
    choose a period that has data, or write a later 'as-of' into site.yaml
      请写一个已有情况的时期，或在 site.yaml 中写一个更晚的“as-of”
    the site is of %1, and a report on %2 would show its figures and statuses; nothing was written
      网站的时间是 %1，%2 的报告会显示这时的数据和状态；没有写入任何内容
    make the report in the revision of that time and copy it here, or write one with 'period: %1' and 'snapshot: %2' in its front matter
      请在当时的版本中生成报告再复制过来，或自己写一份，在页面开头写“period: %1”和“snapshot: %2”
    make the report in the revision of that time, and copy it here with its snapshot
      请在当时的版本中生成报告，连同快照一起复制过来

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

    # ExtractedTarget
    programme %1
      工程项目 %1
    programme '%1', which is not in the register
      工程项目“%1”，登记表中没有它
    confidence %1
      可信度 %1
    open: %1
      待定：%1
    about %1
      约 %1
    %1% of the baseline
      基期值的 %1%
    %1 in every year
      每年 %1
    %1 to %2%3
      %1 至 %2%3
    to fall
      下降
    to rise
      上升
    milestone
      里程碑
    changed: indicator '%1' quotes the sentence before its change; correct its quotation and its target
      已改动：指标“%1”引用的是原来的句子；请改正引文和目标
    the name is a guess
      名称是推测的
    no unit
      没有单位
    no date: the plan's last year holds
      没有时间：按规划最后一年
    the value that the change counts from
      变化的起算值
    the number
      数值
    whether it is at most or at least that number: the sentence has a negation
      是不高于还是不低于这个数值：句子里有否定词
    the quotation has no words
      引文中没有文字
    the sentence says by how much '%1' is to change, and not what it was
      句子写了“%1”变化多少，没有写变化之前是多少
    add '--baseline 2020=400' with the year and the value, or '--target' with what it should reach
      请加上“--baseline 2020=400”（年份和数值），或者用“--target”写明要达到多少
    the baseline must be a number, not '%1'
      基期值必须是数，不能是“%1”
    write the year and the value: 2020=400
      请写年份和数值：2020=400
    '%1' is not a year
      “%1”不是年份
    no sentence that promises something has the words '%1'
      没有哪个承诺目标的句子含有“%1”
    'planpress extract' lists the sentences; leave out '--from' to add an indicator without one
      “planpress extract”列出这些句子；要添加没有引文的指标，请去掉“--from”
    the quotation promises several things: %1
      这句引文承诺了几件事：%1
    quote the words of one of them, or name it with '--name'
      请只引用其中一件，或用“--name”写明是哪一件
    the target must be a number, not '%1'
      目标必须是数字，不能是“%1”

    # Migration
    the page '%1' was at %2, and is at %3 now
      页面“%1”原来在 %2，现在在 %3
    add %1 to its 'aliases'
      请把 %1 加进它的“aliases”
    the old address is added to its 'aliases', so that links to it go on working
      原来的网址会加进它的“aliases”，以前的链接仍然有效
    added %1 to 'aliases'
      把 %1 加进了“aliases”
    '%1' has no value, which is now an error
      “%1”后面没有值，现在算错误
    the line is removed
      这一行会删掉
    removed '%1'
      删掉了“%1”
    """#
}
