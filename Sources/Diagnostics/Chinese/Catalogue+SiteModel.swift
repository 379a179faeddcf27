extension Catalogue {
  /// Chinese messages of `SiteModel`.
  static let siteModel = #"""
    # AddressClashes
    the addresses of %1 and %2 differ by case only: '%3' and '%4'
      %1和%2的网址只差大小写：“%3”和“%4”
    rename one of them: many computers take the two for one file
      给其中一个改名：很多电脑会把它们当成同一个文件
    the address of %1 has a %2-byte part; the limit is %3
      %1的网址中有一段长 %2 字节，上限是 %3
    use a shorter file name, 'slug', alias or id; a Chinese character takes three bytes
      请用短一些的文件名、“slug”、别名或 id；一个汉字占三个字节
    rename one of them, or give it another 'slug'
      给其中一个改名，或另写一个“slug”
    give it another 'slug', or write 'search: false' in site.yaml for a site without a search page
      给它另写一个“slug”；如果网站不需要搜索页，在 site.yaml 中写“search: false”
    remove the alias
      请删去这个旧地址
    %1 has the same address as %2: '%3'
      %1和%2的网址相同：“%3”
    planpress's own file %1
      planpress 自己的文件 %1
    the data file '%1'
      数据文件“%1”
    the data of '%1'
      “%1”的数据
    the file '%1'
      文件“%1”
    the page '%1'
      页面“%1”
    the whole plan '%1' on one page
      规划“%1”的全文页
    the progress of the plan '%1'
      规划“%1”的进展页
    the page of all %1
      列出全部 %1 的页面
    the indicator '%1'
      指标“%1”
    the programme '%1'
      工程项目“%1”
    the department '%1'
      部门“%1”
    the search page
      搜索页
    an alias of '%1'
      “%1”的旧网址
    # Aliases
    '%1' is not a valid alias
      “%1”不能用作旧网址（alias）
    alias '%1' is not an address of this site
      旧网址“%1”不是本站的地址
    write the old address, such as /plan/old-name/
      请写原来的地址，例如 /plan/old-name/
    alias '%1' is the page's current address
      旧网址“%1”就是页面现在的网址
    alias '%1' is listed twice
      旧网址“%1”列了两次
    remove it
      删掉它
    # DirectiveAttributes
    '%1' has no attribute '%2'
      “%1”没有“%2”这个属性
    its attributes are %1
      它的属性有：%1
    # DirectiveResolver
    this page shows too much: at most %1 rows of tables, and a chart counts as %2 rows
      本页内容过多：表格最多 %1 行，一个图表按 %2 行计
    choose fewer with 'ids=…' or another attribute, or use several pages
      用“ids=…”或其他属性少选一些，或者分成几页
    there is no directive '%1'
      没有“%1”这个指令
    the directives are %1
      可用的指令有：%1
    '%1' must be written %2
      “%1”必须写成%2
    ':::box{title="…"}' on a line of its own, and end with a line ':::'
      单独一行的“:::box{title="…"}”，并以单独一行的“:::”结束
    '::indicators{ids=…}' on a line of its own
      单独一行的“::indicators{ids=…}”
    '::chart{id=…}' on a line of its own
      单独一行的“::chart{id=…}”
    ':target[indicator]' in the text
      正文中的“:target[指标]”
    ':value[indicator]' in the text
      正文中的“:value[指标]”
    ':status[indicator]' in the text
      正文中的“:status[指标]”
    ':ref[section or indicator]' in the text
      正文中的“:ref[章节或指标]”
    ':term[word]' in the text
      正文中的“:term[术语]”
    there is no chart type '%1'
      没有“%1”这种图表
    use %1
      可以用 %1
    a chart needs an indicator
      图表要指定指标
    no indicator matches this table
      没有指标符合这个表格的条件
    the table is left out; check its attributes
      表格不会显示；请检查它的属性
    the columns are %1
      可用的列有：%1
    a table cannot be grouped by '%1'
      表格不能按“%1”分组
    it can be grouped by %1
      可以按这些分组：%1
    write ::chart{id=…}
      请写 ::chart{id=…}
    write %1=indicator-id
      请写 %1=指标的id
    indicator '%1' belongs to a draft, which is not published, and is left out
      指标“%1”属于草稿，草稿不发布，所以这里不显示它
    it is shown once you remove 'draft: true' from that page
      从那个页面删掉“draft: true”之后就会显示
    %1 '%2' is a draft, which is not published
      %1“%2”是草稿，不发布
    its indicators are shown once you remove 'draft: true' from that page
      从那个页面删掉“draft: true”之后，它的指标就会显示
    %1 '%2' does not exist
      没有%1“%2”
    no indicator has the category '%1'
      没有指标属于类别“%1”
    use one of %1
      可以用：%1
    there is no nature '%1'
      没有“%1”这种性质
    use binding or anticipatory
      请写 binding（约束性）或 anticipatory（预期性）
    term '%1' is not in the glossary
      术语“%1”不在术语表中
    '%1' is a draft or belongs to one, which is not published
      “%1”是草稿或属于草稿，不发布
    the text shows '%1' without a link until you remove 'draft: true' from that page
      从那个页面删掉“draft: true”之前，“%1”只显示文字，没有链接
    section '%1' existed at the time of the report, but no longer does
      章节“%1”在报告当时还在，现在没有了
    write its title as text: the report shows '%1' without a link
      请直接写它的标题：报告现在显示“%1”，没有链接
    there is no section or indicator '%1'
      没有章节或指标“%1”
    indicator '%1' belongs to a draft, which is not published
      指标“%1”属于草稿，不发布
    write its figure as text, or remove 'draft: true' from that page
      直接写出数字，或从那个页面删掉“draft: true”
    # LinkResolver
    '%1' leads outside Content/
      “%1”指向 Content/ 之外
    that page has no heading '#%1'
      那个页面没有标题“#%1”
    the page has no headings
      那个页面没有标题
    its headings are %1
      它的标题有：%1
    '%1' leads to a draft, which is not published
      “%1”指向草稿，草稿不发布
    '%1' leads into the folder of a draft, which is not published
      “%1”指向草稿所在的文件夹，草稿不发布
    remove 'draft: true' from that page, or build with --drafts
      从那个页面删掉“draft: true”，或加上 --drafts 生成
    '%1' leads to %2/%3, which does not exist
      “%1”指向 %2/%3，没有这个文件
    # Plans
    a register must be in the site's root or in a plan's folder, and '%1' is neither
      登记表必须放在网站的根目录或规划的文件夹里，而“%1”不在其中
    move '%1' up to the folder whose index.md has 'type: plan'
      把“%1”上移到 index.md 写着“type: plan”的文件夹
    # SectionTree
    '%1' and '%2' are both the index page of the folder
      “%1”和“%2”都是这个文件夹的首页
    a plan cannot be inside another plan
      规划不能放在另一份规划里面
    move the folder out of the other plan, or remove 'type: plan'
      把文件夹移出另一份规划，或者删掉“type: plan”
    the outer plan
      外层的规划在这里
    section '%1' is not in a plan
      章节“%1”不在任何规划中
    move it into a plan's folder, add 'type: plan' to the folder's index.md, or add 'type: page' here
      把它移到规划的文件夹里；或在该文件夹的 index.md 中加“type: plan”；或在这里加“type: page”
    '%1' cannot be part of an address
      “%1”不能作为网址的一部分
    the file name '%1' has no letter or digit for its address
      文件名“%1”没有可以用作网址的字母、数字或汉字
    rename the file, or give the page a 'slug'
      给文件改名，或给页面写一个“slug”
    # SiteResolver
    the page has no title
      这个页面没有标题
    move the heading '%1' into the front matter: title: %2
      把标题“%1”移到文件开头的设置中：title: %2
    begin the file with three lines: '---', 'title: …' and '---'
      文件开头写三行：“---”“title: …”“---”
    the site has no front page
      网站没有首页
    create %1/index.md with at least a title
      新建 %1/index.md，至少写上标题（title）
    '%1' is in the folder of a draft, which is not published
      “%1”在草稿的文件夹里，不发布
    there is no file '%1' next to site.yaml
      site.yaml 旁边没有“%1”这个文件
    move the file out of that folder
      把文件移出那个文件夹
    # Words
    rise
      上升
    fall
      下降
    now in a draft, which is not published
      现在属于草稿，不发布
    is gone
      现在没有了
    not set
      没有写
    indicator
      指标
    programme
      工程项目
    department
      部门
    section
      章节
    plan
      规划
    term
      术语
    target
      目标
    quotation
      引文
    none
      没有
    false
      false
    # SiteResolver
    the title begins with '%1', and planpress prints '%2' before it
      标题以“%1”开头，而 planpress 会在前面印出“%2”
    write the title without its number, or 'number: none'
      标题不要写序号，或者写“number: none”
    write 'title: %1', or 'number: none' to keep your own
      请写“title: %1”；要保留自己的序号，请写“number: none”
    '%1' is not an image of this site
      “%1”不是本站的图片
    put the picture into the plan's folder and write its name
      请把图片放进规划的文件夹，再写它的文件名
    # AddressClashes
    the list of the indicators of '%1'
      “%1”的指标列表
    # StrayFiles
    the document '%1' is not read, and not published
      文档“%1”不会读取，也不会发布
    save its text as a page, such as '%1.md', or link to it from a page, or move it out of Content/
      请把文字存成页面，例如“%1.md”；或在页面中链接到它；或把它移出 Content/
    the workbook '%1' is not read, and not published
      工作簿“%1”不会读取，也不会发布
    save its sheet as 'CSV UTF-8' under the name '%1.csv', or put the values into values.xlsx beside site.yaml
      请把工作表另存为“CSV UTF-8”，文件名“%1.csv”；或把数值写进 site.yaml 旁边的 values.xlsx
    move it beside site.yaml
      请把它移到 site.yaml 旁边
    take its values in with 'planpress import %1', or link to it from a page, or move it out of Content/
      请用“planpress import %1”导入其中的数值；或在页面中链接到它；或把它移出 Content/
    '%1' is not read: its name ends with '.txt'
      “%1”不会读取：文件名以“.txt”结尾
    rename it to '%1'; the computer may hide the last ending of names
      请改名为“%1”；电脑可能没有显示文件名的最后一段
    '%1' is not read: its name has a full-width '．'
      “%1”不会读取：文件名里有全角的“．”
    rename it to '%1'
      请改名为“%1”
    '%1' is not read, and not published
      “%1”不会读取，也不会发布
    delete it, or link to it from a page, or move it out of Content/
      请删掉它；或在页面中链接到它；或把它移出 Content/
    the table '%1' is not read, but published as it is
      表格“%1”不会读取，但会原样发布
    put the values of one indicator into indicators/<id>.csv, of many into values.csv beside site.yaml, or link to the file from a page
      一个指标的数值请写进 indicators/<id>.csv，多个指标的写进 site.yaml 旁边的 values.csv；或在页面中链接到这个文件
    # LinkResolver
    '%1' leads nowhere: it has '\' between its parts
      “%1”无法到达：各段之间用了“\”
    write '/' instead: '%1'
      请改用“/”：“%1”
    # What is named and not there
    write the name of the plan's folder
      请写规划文件夹的名称
    add it to programmes.yaml, or write the id of one that is there
      请把它加进 programmes.yaml，或者写已有的 id
    write the name of its file without number and ending, such as 'air' for 1-air.md
      请写文件名，不带序号和后缀，例如 1-air.md 写“air”
    add it to indicators.yaml, or write the id of one that is there
      请把它加进 indicators.yaml，或者写已有的 id
    name a %1 that exists, or remove '%2='
      请写已有的%1，或者删掉“%2=”
    add it to glossary.yaml, or write it as text
      请把它加进 glossary.yaml，或者写成普通文字
    write a section's path or an indicator's id, or a link
      请写章节的路径、指标的 id，或者用链接
    create that file, or correct the link
      请新建这个文件，或者改正链接
    write %1="%2 %3": a value with a space needs quotes
      请写 %1="%2 %3"：含有空格的值要加引号
    until it is, the link leads to the page above it
      发布之前，链接会指向它的上一级页面
    write 'https://%1'
      请写“https://%1”
    write ':%1[%2]'
      请写“:%1[%2]”
    """#
}
