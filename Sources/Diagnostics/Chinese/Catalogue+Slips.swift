extension Catalogue {
  /// Chinese messages of `Markdown/Slips`.
  static let slips = #"""
    # BlockSlips
    the text is indented by four spaces or a tab, so the page shows it as code
      这段文字前面有四个空格或制表符，页面会把它当成代码
    delete the spaces before '%1'; for code, put it between lines '```'
      删掉“%1”前面的空格；如果真要写代码，请放在两行“```”之间
    removed the spaces that made code of a paragraph
      删掉了使段落变成代码的空格
    '# %1' is a second title: this file holds %2 pages
      “# %1”又是一个总标题：这个文件里有 %2 个页面
    move the text from here on into a file of its own, or write '## %1'
      把从这里开始的文字移到单独的文件里，或者写“## %1”
    there is nothing below the heading '%1'
      标题“%1”下面没有内容
    write its text below it, or delete the heading
      在下面写上正文，或者删掉标题
    the code that begins here has no end, so all the text below is shown as code
      从这里开始的代码没有结束，下面的文字全都会当成代码
    write '%1' on a line of its own after the code, or delete this line
      请在代码之后另起一行写“%1”，或者删掉这一行
    '%1' makes a heading of the text above it, which is a sentence
      “%1”会把上面的句子变成标题
    put an empty line above '%1'
      请在“%1”上面空一行
    an empty line is above the rule
      横线上面空了一行
    # DirectiveSlips
    '%1' is not a directive, so the line is printed as text
      “%1”不是指令，这一行会原样印成文字
    write '%1', and a line ':::' after its content
      请写“%1”，并在内容之后另起一行写“:::”
    write '%1', and ':::' after its content
      请写“%1”，并在内容之后写“:::”
    '%1' is not a directive, so it is printed as text
      “%1”不是指令，会原样印成文字
    # LineSlips
    '%1' is shown as text, not as a heading: there are six levels
      “%1”成了普通文字，不是标题：标题只有六级
    '%1' has full-width colons, so the line is printed as text
      “%1”用了全角冒号，这一行会原样印成文字
    the line has ordinary colons
      这一行改成了半角冒号
    '%1' is full-width, so '%2' is shown as text, not as a heading
      “%1”是全角符号，所以“%2”成了普通文字，不是标题
    '%1' is shown as text, not as a heading: there is no space after '%2'
      “%1”成了普通文字，不是标题：“%2”后面少了空格
    write '%1%2'
      请写“%1%2”
    '%1%2' is now a heading
      “%1%2”现在是标题
    %1 lines look like a list, but run together into one paragraph
      这 %1 行看起来是列表，却会连成一段
    put an empty line before each of them
      在每一项前面空一行
    write '%1', with a space after the mark
      请写“%1”，标记后面有一个空格
    %1 lines are now paragraphs
      %1 行现在各成一段
    %1 lines are now a list
      %1 行现在是列表
    '%1' looks like a heading, but is a paragraph
      “%1”看起来是标题，却是普通段落
    '%1' looks like a heading, but runs together with the lines around it
      “%1”看起来是标题，却和上下几行连在一起
    write '## %1', with an empty line around it
      请写“## %1”，上下各空一行
    '## %1' is now a heading
      “## %1”现在是标题
    this line begins a paragraph with full-width spaces, but runs together with the line above
      这一行用全角空格另起一段，却和上一行连在一起
    %1 lines begin a paragraph with full-width spaces, but run together with the lines above
      有 %1 行用全角空格另起一段，却和上一行连在一起
    put an empty line before each paragraph; the page indents it by itself
      每段前面空一行；页面会自动缩进
    a paragraph begins after an empty line
      1 个段落前面空了一行
    %1 paragraphs begin after an empty line
      %1 个段落前面空了一行
    %1 lines that each end like a sentence run together into one paragraph
      有 %1 行各自成句，却会连成一段
    put an empty line between paragraphs; 'planpress check --fix=paragraphs' does it
      段落之间要空一行；“planpress check --fix=paragraphs”会自动加上
    the paragraph begins with full-width spaces
      段落开头有全角空格
    %1 paragraphs begin with full-width spaces
      有 %1 个段落开头有全角空格
    delete them: the page indents paragraphs by itself
      请删掉：页面会自动缩进段落
    removed full-width spaces before 1 paragraph
      删掉了 1 个段落前面的全角空格
    removed full-width spaces before %1 paragraphs
      删掉了 %1 个段落前面的全角空格
    # LinkSlips
    '%1' has full-width brackets, so it is shown as text, not as a %2
      “%1”用了全角括号，成了普通文字，不是%2
    the address '%1' has a space, so this is shown as text, not as a %2
      地址“%1”中有空格，所以这里成了普通文字，不是%2
    '%1' is now a %2
      “%1”现在是%2
    picture
      图片
    '%1' is shown as text, not as a %2: there is a space between its brackets
      “%1”成了普通文字，不是%2：两个括号之间有空格
    '%1' is shown as text, not as a %2: its brackets are exchanged
      “%1”成了普通文字，不是%2：两种括号用反了
    the %1 '%2' has no address
      %1“%2”没有地址
    write it between '(' and ')'
      请把地址写在“(”和“)”之间
    the %1 '%2' has no words, so nobody can see it
      %1“%2”没有文字，谁也看不见
    write words between '[' and ']'
      请在“[”和“]”之间写上文字
    the address '%1' includes the text that follows it
      地址“%1”把后面的文字也包进去了
    the address ends with '%1'
      地址到“%1”为止
    # SlipReader
    line %1 should close it, but has full-width colons: write ':::' there
      第 %1 行本应结束它，却用了全角冒号：请在那里写“:::”
    the line that should close it
      本应结束它的那一行
    # TableSlips
    these %1 lines have full-width '｜', so they are shown as text, not as a table
      这 %1 行用了全角“｜”，成了普通文字，不是表格
    these %1 lines are shown as text, not as a table: the line '%2' is missing below the first
      这 %1 行成了普通文字，不是表格：第一行下面少了“%2”
    write '%1', and below it '%2'
      请写“%1”，下一行写“%2”
    write '%1' between the first line and the second
      在第一行和第二行之间加一行“%1”
    %1 lines are now a table
      %1 行现在是表格
    these %1 lines have tabs between their cells, so they are shown as text, not as a table
      这 %1 行用制表符分列，成了普通文字，不是表格
    write '%1', below it '%2', and the other lines likewise
      请写“%1”，下一行写“%2”，其余各行照此写
    these %1 lines are shown as text, not as a table: the second has %2 columns, and the first %3
      这 %1 行成了普通文字，不是表格：第二行有 %2 列，第一行有 %3 列
    these %1 lines are shown as text, not as a table: the second must have ordinary '-'
      这 %1 行成了普通文字，不是表格：第二行要用半角的“-”
    these %1 lines have a frame of '+' and '-', so they are shown as text, not as a table
      这 %1 行用“+”和“-”画框，成了普通文字，不是表格
    write only the rows, and '%1' below the first
      只写各行内容，第一行下面写“%1”
    an empty line ends the table above, so this row is text
      空行结束了上面的表格，这一行成了普通文字
    delete the empty line above it
      请删掉它上面的空行
    these %1 rows have empty lines between them, so they are shown as text, not as a table
      这 %1 行之间有空行，成了普通文字，不是表格
    delete the empty lines between them, and write '%1' below the first
      请删掉中间的空行，第一行下面写“%1”
    # TextSlips
    '%1' is printed as text, and not bold
      “%1”会原样印成文字，不会加粗
    write '**%1**'
      请写“**%1**”
    these '**' begin bold inside bold, so '%1' is bold, too
      这里的“**”在粗体里又开始了粗体，所以“%1”也加粗了
    delete the inner '**'
      请删掉里面的“**”
    write '**' without a space between them and the words that are to be bold
      “**”和要加粗的文字之间不要有空格
    removed spaces inside '**'
      删掉了“**”里面的空格
    a character was lost here: U+FFFD is in its place
      这里丢了一个字符，变成了替代符（U+FFFD）
    %1 characters were lost, the first here: U+FFFD is in its place
      丢了 %1 个字符，第一个在这里，变成了替代符（U+FFFD）
    look it up in the original, and type it
      请查对原文，重新输入
    '%1' is not bold: there is a space inside the stars
      “%1”不会加粗：星号里面有空格
    write '%1%2%3'
      请写“%1%2%3”
    '%1' is now bold
      “%1”现在加粗了
    '%1' has no partner, so it is printed as written
      “%1”没有成对，会原样印出来
    write '%1' before and after the words, or '\*\*' for the stars themselves
      在要强调的词前后都写“%1”；要印出星号本身，请写“\*\*”
    '%1' has full-width marks, so it is printed as text
      “%1”用了全角符号，会原样印成文字
    '%1' has ordinary marks
      “%1”改成了半角符号
    a picture or another object was pasted here, and only its place (U+FFFC) came along
      这里粘贴过图片或别的对象，但只留下了它的占位符（U+FFFC）
    save the picture in Content/, write '![description](picture.png)', and delete this character
      把图片存到 Content/ 里，写“![description](picture.png)”，再删掉这个字符
    an invisible character (%1) is here
      这里有一个看不见的字符（%1）
    the text has %1 invisible characters, the first (%2) here
      正文中有 %1 个看不见的字符，第一个（%2）在这里
    delete it: 'planpress check --fix' does it
      请删掉它：“planpress check --fix”可以代劳
    it turns the text after it around: delete it, and read the line again
      它会颠倒后面的文字：请删掉它，再读一遍这一行
    delete them: 'planpress check --fix' does it
      请删掉它们：“planpress check --fix”可以代劳
    removed 1 invisible character
      删掉了 1 个看不见的字符
    removed %1 invisible characters
      删掉了 %1 个看不见的字符
    '%1' is inside a paragraph, so it is printed as text
      “%1”在一段文字当中，会原样印成文字
    put it on a line of its own, with an empty line before it
      请让它单独占一行，前面空一行
    '%1' has a Chinese name, so it is printed as text
      “%1”用了中文名称，会原样印成文字
    # ForeignMark, ForeignText, ReferenceSlips
    '%1' is printed as text: a page lists its headings by itself
      “%1”会原样印成文字：页面会自动列出标题
    delete the line
      请删掉这一行
    '%1' is full-width, so '%2' is shown as text, not as a quotation
      “%1”是全角符号，所以“%2”成了普通文字，不是引用
    write '> %1'
      请写“> %1”
    '%1' is now a quotation
      “%1”现在是引用
    '%1' is printed as text: other programs make a frame of it
      “%1”会原样印成文字：别的程序会把它变成提示框
    write ':::box{title="…"}' before the text and ':::' after it, for a frame
      想要提示框，请在文字之前写“:::box{title="…"}”，之后写“:::”
    '%1' is text, and begins no code
      “%1”成了普通文字，不是代码的开头
    write '```' on a line before the code and on a line after it; for a rule, write '---'
      请在代码前后各用一行“```”；想要横线，请写“---”
    the lines around the code are '```'
      代码前后的两行改成了“```”
    '%1' is shown as text, not as a picture
      “%1”成了普通文字，不是图片
    '%1' is shown as text, not as a link
      “%1”成了普通文字，不是链接
    write '![%1](%2)', with the path from this file
      请写“![%1](%2)”，路径从这个文件算起
    write '[%1](….md)' with the path of the other page's file
      请写“[%1](….md)”，括号里是那一页文件的路径
    '%1' is printed as text: there is no mark for highlights
      “%1”会原样印成文字：没有高亮标记
    write '**%1**' for bold
      想要加粗，请写“**%1**”
    '%1' is a formula of LaTeX, and is printed as written
      “%1”是 LaTeX 公式，会原样印出
    '%1' and %2 more are formulas of LaTeX, and are printed as written
      “%1”和另外 %2 处是 LaTeX 公式，会原样印出
    write it in characters, such as x², or show a picture of it; for the signs themselves, write '\$'
      请用字符写，例如 x²，或者放一张公式的图片；要印出这个符号，请写“\$”
    '%1' is shown as text, not as a task with a box
      “%1”成了普通文字，不是带方框的任务
    write '- %1%2'
      请写“- %1%2”
    '%1%2' is now a task
      “%1%2”现在是任务
    '%1' leads nowhere: it is not a link to the line that begins with '%2'
      “%1”没有指向：它不会链接到以“%2”开头的那一行
    write '[^%1]' here, and '[^%2]: …' in place of '%3 …' there
      请在这里写“[^%1]”，在那里把“%3 …”写成“[^%2]: …”
    the line that is meant
      所指的那一行
    """#
}
