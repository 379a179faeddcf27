extension Catalogue {
  /// Chinese messages of `DataFormats`.
  static let dataFormats = #"""
    # CSVScanner
    the quote is not closed
      引号没有闭合
    add '"' at the end of the cell; write a quote inside it twice
      在单元格末尾加上“"”；单元格里面的引号要写两遍
    nothing can follow the closing quote of a cell
      单元格的右引号后面不能再有内容
    write a quote inside a quoted cell twice
      加引号的单元格里，引号要写两遍
    # CSVTable
    the file is not UTF-8 text
      这个文件不是 UTF-8 编码的文本
    in Excel, save it as 'CSV UTF-8'
      请在 Excel 中另存为“CSV UTF-8”
    the file is empty
      文件是空的
    begin with a line that names the columns, such as Year,Value
      第一行写各列的名称，例如 Year,Value
    columns must be separated by ',', not by %1
      各列要用“,”（半角逗号）分隔，不能用%1
    save the file as 'CSV UTF-8 (comma delimited)', or replace each %1 with ','
      请另存为“CSV UTF-8（逗号分隔）”，或把每个%1改成“,”
    this row has %1, but the header has %2
      这一行有%1，而表头有 %2 列
    put a cell that contains a comma in double quotes
      单元格里有逗号时，请用半角双引号把整个单元格括起来
    add the missing commas; an empty cell needs its comma, too
      补上缺少的逗号；空单元格也要有它的逗号
    column %1 has no name
      第 %1 列没有列名
    name it, or delete the column
      给它起个列名，或者删掉这一列
    two columns are named '%1'
      有两列都叫“%1”
    rename one of them
      给其中一列改名
    the first '%1' is here
      前一个“%1”在这里
    1 cell
       1 个单元格
    %1 cells
       %1 个单元格
    a tab
      制表符
    # Acceptance
    the accepted sentences
      搁置的句子
    what is accepted
      可以接受的问题
    '%1' cannot be accepted
      “%1”不能列为已接受
    write what has changed under 'earlier' or 'retired' of the indicator, where readers see it
      请在该指标的“earlier”或“retired”下写明改了什么，让读者看得到
    '%1' is not the code of a finding
      “%1”不是检查结果的代码
    write a code as messages show it in brackets, such as 'audit.stale'
      请写提示信息末尾方括号里的代码，例如“audit.stale”
    # FieldReader+Collections
    text or a list of texts
      文本或文本列表
    an item of '%1' is empty
      “%1”中有一项是空的
    write its text, or remove it
      写上内容，或者删掉这一项
    texts by language need each of their languages in site.yaml: 'languages: [%1]'
      按语言分写的文字，每种语言都要列在 site.yaml 里：“languages: [%1]”
    the text in '%1' is empty
      “%1”的文字是空的
    write it after '%1:', or remove '%2'
      请在“%1:”后面写上，或删去“%2”
    the text in '%1' must be text, not %2
      “%1”的文字必须是文本，不能是%2
    the text in '%1' ends at its comma: '%2' is read as a language
      “%1”的文字到逗号就结束了：“%2”被当成了一种语言
    put it in quotes: %1: "%2"
      请加上引号：%1: "%2"
    put a text with a comma, a colon or brackets in quotes
      带有逗号、冒号或括号的文字请用引号括起来
    an item of '%1' must be text, not %2
      “%1”的每一项都必须是文本，不能是%2
    put a text that contains ': ' in quotes
      含有“: ”的文本请用引号括起来
    a mapping
      一组“键: 值”
    a list of mappings
      由若干组“键: 值”组成的列表
    begin each entry with '- '
      每个条目以“- ”开头
    the file must be a list of mappings, not %1
      文件内容必须是由若干组“键: 值”组成的列表，不能是%1
    # FieldReader+Scalars
    %1 needs '%2'
      %1缺少“%2”
    add a line '%1: …'
      加一行“%1: …”
    '%1' is empty
      “%1”是空的
    write its text after '%1:'
      在“%1:”后面写上文字
    a whole number
      整数
    '%1' must be a whole number, not '%2'
      “%1”必须是整数，不能是“%2”
    must be %1, not %2
      必须是%1，不能是 %2
    a number
      数字
    '%1' must be a number, not '%2'
      “%1”必须是数字，不能是“%2”
    true or false
      true 或 false
    '%1' must be true or false, not '%2'
      “%1”必须是 true（是）或 false（否），不能是“%2”
    write %1
      请写 %1
    a date
      日期
    is '%1', a day that does not exist
      是“%1”，没有这一天
    '%1' must be a date, not '%2'
      “%1”必须是日期，不能是“%2”
    write it as YYYY-MM-DD, such as 2021-03-11
      请写成“年-月-日”，例如 2021-03-11
    '%1' %2
      “%1”%2
    '%1' must be %2, not '%3'
      “%1”必须是%2，不能是“%3”
    %1 or more
      不小于 %1
    %1 or less
      不大于 %1
    between %1 and %2
      在 %1 和 %2 之间
    %1 or %2
      %1或%2
    # FieldReader
    %1 must be lines of 'key: value', not %2
      %1必须逐行写成“键: 值”，不能是%2
    write ': ' instead of '：', as in 'key: value'
      请用半角冒号加空格“: ”代替“：”，写成“键: 值”
    put ': ' between each key and its value
      在每个键和它的值之间写“: ”（半角冒号加空格）
    the keys of %1 are %2
      %1可以用的键有：%2
    unknown key '%1' in %2
      %2中没有“%1”这个键
    write its value after '%1:', or remove the line
      在“%1:”后面写上它的值，或者删掉这一行
    '%1' must be %2, not %3
      “%1”必须是%2，不能是%3
    # NumberHint
    leave the value empty and write '%1' as its note: a bound is not a value
      让数值空着，把“%1”写进备注：上下限不是数值
    write %1%2
      请写 %1%2
    write %1 without '%', which belongs in the unit
      请写%1，不要写“%”，百分号属于单位
    write %1 without '%2', which belongs in the unit
      请写%1，不要写“%2”，货币符号属于单位
    write -%1 if the brackets mean a negative number, else %2
      括号若表示负数，请写 -%1，否则写 %2
    write %1, and '%2' as its note
      请写 %1，并把“%2”写进备注
    %1 if the comma groups thousands, or %2 if it begins the decimals
      %1（如果逗号是千位分隔符）或 %2（如果逗号是小数点）
    , without the invisible character U+%1%2
      ，去掉看不见的字符 U+%1%2
    # JSONParser
    text after the value
      值的后面还有多余的文字
    nested too deeply
      嵌套太深
    a value is missing
      缺少值
    a key is missing
      缺少键
    the key '%1' is repeated
      键“%1”重复
    ':' is missing
      缺少“:”
    ',' or '}' is missing
      缺少“,”或“}”
    ',' or ']' is missing
      缺少“,”或“]”
    not an integer
      不是整数
    the text is not UTF-8
      文本不是 UTF-8 编码
    a control character in a string
      字符串中有控制字符
    the string is not closed
      字符串没有结束
    half a surrogate pair
      只有半个代理对
    an unknown escape
      无法识别的转义符
    '\u' needs four hexadecimal digits
      “\u”后面要有四位十六进制数字
    # YAMLNode
    a list
      列表
    # YAMLProblem+Words
    write '%1', with ':' and a space in place of '：'
      请写“%1”，用半角“:”加空格代替“：”
    write a space after the ':'
      在“:”后面加一个空格
    write 'key: value'; indent a line that continues the text above
      请写成“键: 值”；如果是接着上一行的文字，请缩进
    a key must be followed by ': '
      键的后面必须是“: ”（半角冒号加空格）
    close it with the same quote mark
      用同样的引号结束
    YAML cannot be indented with tabs
      YAML 不能用制表符缩进
    indent with spaces
      请用空格缩进
    an unquoted value cannot begin with '%1'
      没加引号的值不能以“%1”开头
    put the value in quotes
      用引号把值括起来
    this line is neither an item of the list nor indented as part of one
      这一行既不是列表的一项，也没有按某一项的内容缩进
    begin each item with '- ', all at the same indentation
      每一项以“- ”开头，缩进保持一致
    a list item is not allowed here
      这里不能写列表项
    begin the list on the next line, or put a text that begins with '-' in quotes
      列表另起一行写；如果文字本来就以“-”开头，请加引号
    the list '[' is not closed, or a ',' is missing
      列表“[”没有闭合，或者缺少“,”
    separate items with ',' and close the list with ']'
      各项用“,”分隔，最后用“]”结束
    the mapping '{' is not closed, or a ',' is missing
      “{”没有闭合，或者缺少“,”
    separate entries with ',' and close the mapping with '}'; put a text that begins with '{' in quotes
      各条目用“,”分隔，最后用“}”结束；以“{”开头的文字请加引号
    a value is missing here
      这里缺少值
    write a value, or remove the ',' or the bracket
      写上值，或者删掉“,”或括号
    a bracket '[' or '{' is not closed
      括号“[”或“{”没有闭合
    close it with ']' or '}'
      用“]”或“}”结束
    unknown escape sequence in double quotes
      双引号中有无法识别的转义符
    use single quotes, or write '\\' for a backslash
      改用单引号，或把反斜杠写成“\\”
    this text is neither a key nor part of a value
      这段文字既不是键，也不是值的一部分
    write 'key: value', one per line
      请写成“键: 值”，一行一个
    a control character is not allowed in YAML
      YAML 中不能有控制字符
    delete the invisible character
      删掉这个看不见的字符
    save it as UTF-8
      请另存为 UTF-8 编码
    nothing can follow '|' or '>' on its line
      “|”或“>”所在的行后面不能再写内容
    begin the text on the next line, indented
      文字另起一行写，并缩进
    a line that begins with '%' is a directive, which planpress does not read
      以“%”开头的行是 YAML 指令，planpress 不读取
    remove the line, or put the text in quotes
      删掉这一行，或给文字加上引号
    this is not valid YAML
      这不是正确的 YAML
    this is not valid YAML: %1
      这不是正确的 YAML：%1
    put a text with special characters in quotes
      含有特殊符号的文字请用引号括起来
    an unquoted value cannot contain ': '
      没加引号的值里不能有“: ”
    a ':' is not allowed here
      这里不能有“:”
    this key is indented as if it belonged to the value above
      这个键的缩进让它看起来属于上面的值
    indent it like the keys around it
      请和前后的键对齐
    '%1' closes nothing here
      这里的“%1”没有与之配对的括号
    remove the '%1', or write the '%2' that it closes
      请删去“%1”，或补上与它配对的“%2”
    nothing can follow the end of a value
      值结束之后不能再有内容
    put the whole value in one pair of quotes
      把整个值放进同一对引号里
    a key is missing before ':'
      “:”前面缺少键
    write 'key: value'
      请写成“键: 值”
    a list item is not allowed among keys
      键和键之间不能插入列表项
    put the list under a key of its own
      给这个列表单独起一个键，写在那个键下面
    this line is not indented like the lines before it
      这一行的缩进和前面几行不一致
    indent all keys of a mapping by the same number of spaces
      同一组的键要缩进同样多的空格
    # YAMLTreeBuilder
    a file can have only one YAML document
      一个文件只能有一份 YAML
    remove the line '---'
      删掉“---”这一行
    a text in quotation marks has a control character (%1)
      引号里的文字含有控制字符（%1）
    remove the escape that begins with '\'; for a backslash, write '\\'
      删掉以“\”开头的转义符；要写反斜杠，请写“\\”
    the YAML tag '%1' is not supported
      不支持 YAML 标签“%1”
    remove the tag
      删掉这个标签
    a key must be text, not %1
      键必须是文本，不能是%1
    put a text that begins with '[' or '{' in quotes
      以“[”或“{”开头的文字请用引号括起来
    '<<' must be followed by a mapping or a list of mappings
      “<<”后面必须是一组“键: 值”，或由它们组成的列表
    the key '%1' is already used in this mapping
      键“%1”在这一组里已经用过
    keep one of the two
      两个里面只留一个
    '%1' is first used here
      “%1”第一次用在这里
    put a text that begins with '*' in quotes
      以“*”开头的文字请用引号括起来
    no earlier value is marked '&%1'
      前面没有标记为“&%1”的值
    '*%1' is inside the value that it repeats
      “*%1”在它自己要重复的值里面
    aliases repeat more than %1 values
      别名一共重复了 %1 个以上的值
    write the values out, or repeat less
      把值直接写出来，或者少重复一些
    lists and mappings are nested more than %1 levels deep
      列表和“键: 值”的嵌套超过 %1 层
    flatten the structure
      请减少层级
    # Words
    text
      文本
    nothing
      空的
    tab
      制表符
    ';'
      “;”
    line
      行
    row
      行
    '%1'
      “%1”
    # ChineseKeys
    write '%1: %2'
      请写“%1: %2”
    write '%1:'
      请写“%1:”
    write '%1: %2', with a space after the ':'
      请写“%1: %2”，“:”后面要有空格
    the quotation marks of '%1' are typographic ones, so they are part of the text
      “%1”的引号是中文引号，会成为文字的一部分
    write '%1: %2'; where quotes are needed, use straight ones
      请写“%1: %2”；需要引号的地方用英文的直引号
    # FullWidthFlow
    '%1' is full-width, and YAML wants '%2'
      “%1”是全角符号，YAML 要用“%2”
    a space is missing after the '-' that begins an item
      每项开头的“-”后面少了空格
    write '- %1'
      请写“- %1”
    # CSVTable
    columns must be separated by ',', not by '%1'
      各列必须用半角逗号“,”分隔，不能用“%1”
    write ',' instead of '%1' in every line
      请把每一行的“%1”改成“,”
    write ',' instead of '，'
      请把“，”改成“,”
    lines %1
      第 %1 行
    cells %1
      单元格 %1
    %1; %2 of this kind in the file: %3 …
      %1；文件中这样的问题共 %2 处：%3……
    write '%1: "%2"': without quotes, '#' begins a comment
      请写“%1: "%2"”：不加引号时，“#”后面是注释
    write %1 if '%2' is the unit of the indicator
      如果“%2”就是指标的单位，请只写 %1
    write '%1: {%2}'
      请写“%1: {%2}”
    write '%1: "%2"', with the value in quotes
      请写“%1: "%2"”，值要加引号
    """#
}
