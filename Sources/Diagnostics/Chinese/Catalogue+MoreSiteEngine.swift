extension Catalogue {
  /// The rest of what `SiteEngine` says, in Chinese.
  static let moreSiteEngine = #"""
    # Author+Import
    a table of indicators
      指标表
    the plan has no period
      这份规划没有写规划期
    write 'period: {start: 2021, end: 2025}' into its index.md
      在它的 index.md 中写“period: {start: 2021, end: 2025}”
    the table has no row with an indicator
      表中没有一行写着指标
    no sheet '%1' has a table of indicators
      工作表“%1”中没有指标表
    the sheets are %1
      现有工作表：%1
    which sheet should be imported?
      要导入哪个工作表？
    which plan are these the indicators of?
      这些是哪份规划的指标？
    give it one row for each value, with the columns id, Year, Value (编号, 年份, 数值)
      请让每个数值占一行，各列为 id、Year、Value（编号、年份、数值）
    department '%1' of '%2' is not in the register, and is left out
      “%2”的部门“%1”不在部门登记表中，没有导入
    add it there, and 'department: %1' to the indicator
      在部门登记表中补上它，并给指标加上“department: %1”
    # ImportedColumns
    does column '%1' hold targets or values?
      “%1”列是目标还是数值？
    # TableImport
    column '%1' is not imported
      “%1”列没有导入
    copy what it says into the register yourself
      请自己把其中的内容抄到登记表里
    write a year such as 2021
      请写年份，例如 2021
    the table has several rows of heads, and planpress cannot tell how they belong together
      表头有好几行，planpress 看不出它们怎样对应
    write the heads of all columns into one row, such as '2025 target' (2025年目标)
      请把各列的表头写在同一行里，例如“2025年目标”
    '%1' has no target in the table
      表中没有“%1”的目标
    write one into the register, or delete the entry
      请在登记表中写上目标，或删掉这一条
    '%1' is not a number, and is imported as words
      “%1”不是数字，按文字导入
    '%1' is not a number, and is not imported
      “%1”不是数字，没有导入
    write it into the register yourself
      请自己写进登记表
    '%1' is in another unit than '%2', whose unit is '%3', and is not imported
      “%1”的单位和“%2”（单位是“%3”）不同，没有导入
    '%1' stands beside the table, and is not imported
      “%1”在表格之外，没有导入
    write it into the text of the plan, or as the note of an indicator
      请写到规划的正文里，或者作为指标的备注
    '%1' has another target already, and '%2' is not imported
      “%1”已经有一个目标，“%2”没有导入
    give each row a name of its own, or correct the target
      请给每一行不同的名称，或者改正目标
    write the number in that unit, or correct the unit
      请按这个单位写数值，或者改正单位
    do the values of '%1' count all since the beginning, or each year alone?
      “%1”的数值是从头累计的，还是每年各算各的？
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
    # Mender
    put an empty line between %1 paragraphs
      在 %1 个段落之间空了一行
    # RepeatedNumbers
    the text says %1%2 after the target of '%3', which is %4
      正文在“%3”的目标后面又写了 %1%2，而目标是 %4
    remove the number, or correct the target
      删掉这个数，或者改正目标
    # TableImport
    '%1' has two values for %2: %3 is imported, and this one is not
      “%1”在%2有两个数值：导入的是 %3，这一个没有导入
    correct the number in the table of values if this one is right
      如果这一个才对，请改正数值表中的数
    # ReturnedWorkbook
    this cell was locked and said '%1'; it says '%2' now
      这个单元格是锁定的，原来是“%1”，现在是“%2”
    ask the department which period its figures are of, and send it a new workbook
      请问清部门填的是哪个时期的数，再发一份新的工作簿
    # ExtractedTarget
    """#
}
