extension Catalogue {
  /// Chinese messages of `Markdown`, `Markup` and `Diagnostics`.
  static let markdown = #"""
    # ControlCharacter
    a control character (%1), which no page can show
      这里有一个控制字符（%1），网页无法显示
    delete it; 'planpress check --fix' does so
      删掉它；“planpress check --fix”可以代劳
    # InvisibleCharacter
    replace it with an ordinary space
      换成普通空格
    replace it with a line break
      换成换行
    delete it
      删掉它
    a no-break space
      不换行空格
    a soft hyphen
      软连字符
    a full-width space
      全角空格
    a narrow no-break space
      窄的不换行空格
    a special space
      特殊空格
    a zero-width space
      零宽空格
    a line separator
      行分隔符
    a paragraph separator
      段落分隔符
    a byte order mark
      字节顺序标记（BOM）
    a mark of the writing direction
      控制文字方向的标记
    a character without width
      没有宽度的字符
    there is an invisible character at column %1, %2 (U+%3): %4
      第 %1 列有一个看不见的字符：%2（U+%3），请%4
    # DidYouMean
    did you mean '%1'?
      是不是想写“%1”？
    # SheetCell
    sheet %1, cell %2
      工作表 %1，单元格 %2
    # Words
    error
      错误
    warning
      警告
    note
      说明
    hint
      建议
    # BlockDirectives
    directives are nested more than %1 deep
      指令的嵌套超过 %1 层
    close directives with ':::' before you open others
      先用“:::”结束前面的指令，再开始新的
    these %1 colons close no directive
      这 %1 个冒号没有对应的指令
    close '%1' with at least %2 colons
      至少用 %2 个冒号结束“%1”
    remove the line, or open a directive above it, as in ':::box'
      删掉这一行，或在上面开始一个指令，例如“:::box”
    the directive '%1' is not closed
      指令“%1”没有结束
    write '%1' on a line of its own after its content
      在它的内容之后另起一行写“%1”
    # Footnotes
    footnote '%1' is defined twice
      脚注“%1”定义了两次
    give one of them another label
      给其中一个换个标记
    the first definition
      第一次定义在这里
    footnote '%1' does not exist
      没有脚注“%1”
    define it on a line of its own: [^%1]: …
      另起一行写脚注内容：[^%1]: …
    footnote '%1' is not used
      脚注“%1”没有用到
    refer to it with [^%1], or remove it
      在正文中用 [^%1] 引用它，或者删掉它
    # Tables
    this row has %1 cells, but the table's header has %2; the rest is not shown
      这一行有 %1 个单元格，而表头有 %2 个；多出的不会显示
    remove cells, add columns to the header, or write '\|' for a '|' that belongs to the text
      删掉多余的单元格，或在表头加列；属于文字的“|”请写成“\|”
    the rows of this page's tables lack more than %1 cells
      本页各表格一共缺 %1 个以上的单元格
    remove columns that few rows have, or split the table
      删掉很少有内容的列，或把表格拆开
    # AttributeList
    the attributes that start here have no closing '}'
      从这里开始的属性没有写“}”结束
    write '}' after the last attribute
      在最后一个属性之后写“}”
    a name must follow '%1'
      “%1”后面要有名称
    write for example '%1goals'
      例如写“%1goals”
    an attribute's name cannot start with '%1'
      属性名不能以“%1”开头
    write attributes as {name=value other="two words"}
      属性请写成 {name=value other="two words"}
    '=' must follow the attribute name '%1', not '%2'
      属性名“%1”后面必须是“=”，不能是“%2”
    a value must follow '%1='
      “%1=”后面要有值
    write %1=value or %2="two words", without a space after '='
      请写 %1=value 或 %2="two words"，“=”后面不要空格
    the value of '%1' has no closing quotation mark
      “%1”的值没有写右引号
    write %1="…"
      请写 %1="…"
    the value of '%1' has typographic quotation marks
      “%1”的值用了中文（弯）引号
    use straight ones: %1="…"
      请用英文直引号：%1="…"
    # DirectiveLine
    an invisible character is in front of the directive
      指令前面有一个看不见的字符
    delete everything in front of the colons
      把冒号前面的内容都删掉
    a directive's name must follow '%1'
      “%1”后面要写指令的名称
    write for example ':::box{title="…"}', or only colons to close a directive
      例如写“:::box{title="…"}”；只写冒号则表示结束一个指令
    the label of '%1%2' has no closing ']'
      “%1%2”的标签没有写“]”结束
    write %1%2[…]
      请写 %1%2[…]
    only '[label]' and '{attributes}' can follow '%1%2'
      “%1%2”后面只能写“[标签]”和“{属性}”
    write '{' without a space before it
      “{”前面不要有空格
    put the text on a line of its own, or into an attribute
      把这段文字另起一行写，或写进属性里
    # Limits
    the text has %1; the limit is %2
      文字有 %1，上限是 %2
    split it into several sections
      请分成几节
    the text has '![[' %1 times; the limit is %2
      文字中“![[”出现了 %1 次，上限是 %2 次
    write '\![[' for each that is not an image
      不是图片的，请写成“\![[”
    # Anchors
    two %1 of this page have the id '%2'
      本页有两处%1的 id 都是“%2”
    %1 of this page has the id '%2', too
      本页%1的 id 也是“%2”
    the id '%1' begins with '-', as those of the theme do
      id“%1”以“-”开头，与主题自己的 id 相同
    give it another id
      给它换一个 id
    give one of them another id
      给其中一个换一个 id
    the first one
      第一处在这里
    # ControlReferences
    remove '%1'
      删掉“%1”
    # DocumentReader
    blocks and markup are nested more than %1 deep
      段落和标记的嵌套超过 %1 层
    remove '>', list markers or brackets that are not needed
      删掉不需要的“>”、列表符号或括号
    # Headings
    a heading can have only one id
      一个标题只能有一个 id
    a heading has no attribute '%1'
      标题没有“%1”这个属性
    a heading takes one #id and any number of .classes
      标题可以有一个 #id 和若干个 .class
    # Links
    an image cannot come from a mail or telephone address
      图片不能来自邮箱或电话地址
    '%1' is not a safe %2 destination
      “%1”不是安全的%2地址
    use a page of this site, or a URL that starts with 'https://'
      请用本站的页面，或以“https://”开头的网址
    '%1' cannot be a destination: it %2
      “%1”不能作为链接：它%2
    # OpenHTML
    '%1' has no end, so it would take the rest of the text with it
      “%1”没有结束，后面的文字都会被它吃掉
    write '%1' where it ends, or '\<' for the character
      在它结束的地方写“%1”；如果只是想写这个字符，请写“\<”
    # PageIDs
    footnote %1
      脚注 %1
    a reference to footnote %1
      对脚注 %1 的引用
    a box
      专栏
    a note of a table
      表格的注
    a chart
      图表
    # RawHTML
    raw HTML is not allowed here and is shown as text
      这里不允许直接写 HTML，会原样显示为文字
    use Markdown, write '\<' for the character, or allow HTML in site.yaml
      请改用 Markdown；只想写这个字符时写“\<”；或在 site.yaml 中允许 HTML
    # Words
    headings
      标题
    parts
      元素
    image
      图片
    link
      链接
    # URLReference
    begins with '%1:'
      以“%1:”开头
    names no host
      没有写网站域名
    begins with '//'
      以“//”开头
    contains a control character
      含有控制字符
    begin it with https://, http://, mailto: or tel:, or write a path of this site, such as /plan/
      请以 https://、http://、mailto: 或 tel: 开头，或者写本站的路径，例如 /plan/
    write the full address, such as https://example.org/
      请写完整的网址，例如 https://example.org/
    write 'https:' before it
      在前面加上“https:”
    type the address again
      请重新输入这个地址
    it is a place on one computer: copy the file into Content/ beside the page, and write its name, such as 'map.png'
      这是某台电脑上的位置：请把文件复制到 Content/ 中页面旁边，只写文件名，例如“map.png”
    write %1="%2": a value with a space needs quotes
      请写 %1="%2"：含有空格的值要加引号
    write '%1box{title="%2"}'
      请写“%1box{title="%2"}”
    write '%1='
      请写“%1=”
    the braces after '%1%2' are full-width ones
      “%1%2”后面的花括号是全角的
    """#
}
