extension Catalogue {
  /// Chinese messages of checks, profiles and the output folder.
  static let siteEngine = #"""
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
    '%1' begins with '%2', which is not a day
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
    put an empty line between %1 paragraphs
      在 %1 个段落之间空了一行

    # PlanCalendar
    a milestone is overdue
      有 1 个里程碑逾期
    %1 milestones are overdue
      有 %1 个里程碑逾期
    a milestone is due soon
      有 1 个里程碑即将到期
    %1 milestones are due soon
      有 %1 个里程碑即将到期
    report 'done', or write a new 'due', and the old one under 'earlier'
      完成了的写“done”；改期的写新的“due”，原来的写到“earlier”下面
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

    # EqualIndicators
    two indicators of this plan are called '%1'
      这个规划有两个指标都叫“%1”
    if they are one, put all of it into one entry; else say in their names how they differ
      如果是同一个指标，请合到一个条目里；否则请在名称中写明区别
    the other one is here
      另一个在这里

    # UnquotedTargets
    the sentence promises a number, and no indicator quotes it
      这句话承诺了一个数，而没有指标引用它
    'planpress extract' adds it; if it is not a target, put it aside under 'accept'
      “planpress extract”可以添加；如果不是目标，请在“accept”下搁置
    this sentence is put aside here, but no longer promises a number
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

    # RepeatedNumbers
    the text says %1%2 after the target of '%3', which is %4
      正文在“%3”的目标后面又写了 %1%2，而目标是 %4
    remove the number, or correct the target
      删掉这个数，或者改正目标

    # GovernmentProfile
    the profile cn-gov needs '%1', and nothing here gives it
      cn-gov 规范要求有“%1”，而这里没有相应的内容
    add 'base-url', the address of the site
      加上网站的网址“base-url”
    add 'identification-code' with its ten digits under 'owner'
      在“owner”下面加上“identification-code”，写十位标识码
    add 'description', one sentence
      加上“description”，写一句话
    add 'summary', one sentence
      加上“summary”，写一句话
    add 'tags: [word, word]'
      加上关键词，例如“tags: [word, word]”
    add 'date: 2024-03-05 09:30', with the day and time of publication
      加上发布的日期和时间，例如“date: 2024-03-05 09:30”
    add 'publisher'
      加上“publisher”（发布单位）
    add 'source' or 'publisher'
      加上“source”（来源）或“publisher”（发布单位）
    add it to the front matter
      在文件开头的信息中加上它
    the date of '%1' has no time, so its PubDate ends in 00:00
      “%1”的日期没有写时间，所以它的 PubDate 以 00:00 结尾
    write the time of publication too: 'date: %1 09:30'
      把发布的时间也写上：“date: %1 09:30”

    # Consequences
    the folder '%1' has no index.md, so it is not a plan
      文件夹“%1”里没有 index.md，所以不是规划
    create %1%2/index.md with the lines '---', 'type: plan', 'title: …', 'period: 2021-2025' and '---'
      请新建 %1%2/index.md，写上“---”“type: plan”“title: …”“period: 2021-2025”“---”这几行

    # OutputFolder
    the output folder '%1' overlaps '%2'
      输出文件夹“%1”和“%2”有重叠
    choose a separate folder, such as Output
      请另选一个文件夹，例如 Output

    # SiteWriter+Check
    output folder '%1' is a file
      输出文件夹“%1”是一个文件
    move the file, or choose another folder
      移走这个文件，或另选一个文件夹
    '%1' %2; planpress replaces only its own files
      “%1”%2；planpress 只替换自己生成的文件
    move it elsewhere, or delete it
      把它移到别处，或者删掉它
    is %1 where a folder must be
      是%1，而这里必须是文件夹
    was not created by planpress
      不是 planpress 生成的
    is a folder where a file must be
      是文件夹，而这里必须是文件
    is %1 where a file must be
      是%1，而这里必须是文件
    a file
      文件
    a folder
      文件夹
    a symbolic link
      符号链接
    a pipe or a device
      管道或设备
    """#
}
