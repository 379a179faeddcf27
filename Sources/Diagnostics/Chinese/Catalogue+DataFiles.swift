extension Catalogue {
  /// Chinese messages about data files and about the metadata of indicators.
  static let dataFiles = #"""
    # Columns, units and parts
    leave the cells between Year and Value blank in the total rows, or say which columns only describe the values: 'attributes: [%1]'
      总计行中，Year 和 Value 之间的单元格要空着；或写明哪些列只是说明数值：“attributes: [%1]”
    leave the cells between Year and Value blank in the total rows, or say in the register which rows are the total: 'headline: {%1}', or say which columns only describe the values: 'attributes: [%2]'
      总计行中，Year 和 Value 之间的单元格要空着；或在登记表中写明哪些行是总计：“headline: {%1}”；或写明哪些列只是说明数值：“attributes: [%2]”
    the values are in '%1', but the unit of '%2' is '%3'
      数值的单位是“%1”，而“%2”的单位写的是“%3”
    write 'unit: %1', or 'headline: {%2: %3}' if the two are the same
      写“unit: %1”；如果两者相同，写“headline: {%2: %3}”
    the file has figures of %1 units or series, and nothing says which lead, so the first do: %2
      文件有 %1 种单位或系列的数据，没有写明以哪一种为主，所以用第一种：%2
    say in the register which lead: 'headline: {%1}', or for example '{%2}'
      在登记表中写明以哪一种为主：“headline: {%1}”，或者例如“{%2}”
    the data file of '%1' has no rows with '%2'
      “%1”的数据文件没有“%2”的行
    write the columns and cells as they are in the file
      列名和单元格要与文件中一致
    a part
      分项
    the cells of a part
      分项的单元格
    the columns
      各列
    a part needs 'where'
      分项必须有“where”
    say which cells it has, such as 'where: {Sex: female}'
      写明它的单元格，例如“where: {Sex: female}”
    a part has neither 'id' nor 'values'
      分项没有“id”，也没有“values”
    its values are in the indicator's data file
      它的数值在指标的数据文件中
    a source
      来源
    a link
      链接
    'more'
      “more”
    an indicator has either 'source' or 'sources'
      一个指标只能有“source”或“sources”之一
    write the text of 'source' as a source of the list: '- {title: …}'
      把“source”的文字写成列表中的一项：“- {title: …}”
    a link needs 'url'
      链接必须有“url”
    add its address
      加上它的网址
    'url' cannot be '%1': it %2
      “url”不能是“%1”：它%2
    the labels
      用词
    '%1' must be named after a language
      “%1”必须以语言命名
    rename it: %1 are supported, as in labels/en.yaml
      请改名：可用的语言是 %1，例如 labels/en.yaml
    # ValueHint, NumberHint
    write for example '%1'
      例如写“%1”
    write '%1: {value: %2, comparator: "%3"}'
      请写“%1: {value: %2, comparator: "%3"}”
    write '%1: %2-%3'
      请写“%1: %2-%3”
    write one of them: '%1: %2'
      请写其中一个：“%1: %2”
    write 'department: %1'
      请写“department: %1”
    write one number: a value is not a range; '%1' can be its note
      请写一个数：数值不能是区间；“%1”可以写进备注
    write %1, or %2 with '%3' as the unit of the indicator
      请写 %1；或写 %2，并把“%3”作为指标的单位
    write '%1: [%2]'
      请写“%1: [%2]”
    the first line is a title of the table, and names no columns
      第一行是表格的标题，没有写列名
    delete the line: the first line of the file names the columns
      请删掉这一行：文件的第一行要写列名
    '%1' is one text, and no list
      “%1”会当成一个词，不是列表
    '#' begins a comment here, so '%1' is only '%2'
      “#”在这里开始注释，所以“%1”只剩“%2”
    write '%1: "%2"'; for a comment, write a space after the '#'
      请写“%1: "%2"”；真要写注释，“#”后面空一格

    # FieldReader
    a comma ends the value of '%1' here
      “%1”的值在这个逗号处就结束了
    write the number without its comma, %1: %2
      数字不要写逗号：%1: %2
    put the text in quotes, %1: "%2"
      请给文字加引号：%1: "%2"
    '%1' begins with a zero, '%2'
      “%1”以 0 开头：“%2”
    """#
}
