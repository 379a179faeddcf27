extension Mistake {
  /// Markup of a page that is printed as text: in other brackets, by a Chinese name, with other marks of lists and
  /// tables.
  static let inText: [Mistake] = [
    // Tables
    .init(
      "a table with tabs and empty last cells", body: "区\t2020\t2025\n东\t\t20\n西\t11\t\n北\t1\t2",
      "Content/1-air.md:4:1",
      "write '| 区 | 2020 | 2025 |', below it '| --- | --- | --- |'"),
    .init(
      "a table with tabs and rows of different lengths", body: "区\t2020\t2025\n东\t10\n西\t11\t21",
      "Content/1-air.md:4:1", "below it '| --- | --- | --- |'"),
    .init(
      "tabs below a sentence", body: "各区如下：\n区\t数\n东\t1\n合计见上。", "Content/1-air.md:5:1", "write '| 区 | 数 |'"),
    .init(
      "a rule of long dashes", body: "| 区 | 数 |\n|——|——|\n| 东 | 1 |", "Content/1-air.md:5:1", "write '| --- | --- |'"),
    .init(
      "a rule of too few columns", body: "| 区 | 数 | 年 |\n|---|---|\n| 东 | 1 | 2 |", "Content/1-air.md:5:1",
      "write '| --- | --- | --- |'"),
    .init(
      "empty lines between the rows", body: "| 区 | 数 |\n\n| --- | --- |\n\n| 东 | 1 |", "Content/1-air.md:4:1",
      "delete the empty lines between them"),
    .init(
      "an empty line before the last row", body: "| 区 | 数 |\n| --- | --- |\n| 东 | 1 |\n\n| 西 | 2 |",
      "Content/1-air.md:8:1", "delete the empty line above it"),
    .init("rows without outer strokes", body: "区 | 数\n东 | 10", "Content/1-air.md:4:1", "write '| 区 | 数 |'"),
    .init(
      "rows without outer strokes and a rule of long dashes", body: "区 | 数\n—— | ——\n东 | 无", "Content/1-air.md:4:1",
      "write '| 区 | 数 |'"),
    .init(
      "a frame of plus signs", body: "+----+----+\n| 区 | 数 |\n+----+----+\n| 东 | 1  |\n+----+----+",
      "Content/1-air.md:4:1", "write only the rows"),
    // Directives
    .init(
      "a box with full-width colons and a Chinese name", body: "：：：专栏\n内容。\n：：：", "Content/1-air.md:4:1",
      "write ':::box{title=\"专栏\"}', and ':::' after its content"),
    .init(
      "a box with full-width colons and its title", body: "：：：专栏1 重点工程\n内容。\n\n:::", "Content/1-air.md:4:1",
      "write ':::box{title=\"专栏1 重点工程\"}'"),
    .init(
      "a box with full-width colons that nothing closes", body: "：：：专栏\n内容。", "Content/1-air.md:4:1",
      "and a line ':::' after its content"),
    .init(
      "square brackets of an input method", body: "降到:target［pm25］。", "Content/1-air.md:4:3", "write ':target[pm25]'"),
    .init(
      "full-width square brackets and colon", body: "降到：target［pm25］。", "Content/1-air.md:4:3", "write ':target[pm25]'"),
    .init("round brackets", body: "降到:target(pm25)。", "Content/1-air.md:4:3", "write ':target[pm25]'"),
    .init("full-width round brackets", body: "降到:target（pm25）。", "Content/1-air.md:4:3", "write ':target[pm25]'"),
    .init("a space before the bracket", body: "降到:target [pm25]。", "Content/1-air.md:4:3", "write ':target[pm25]'"),
    .init("a space after the colon", body: "降到: target[pm25]。", "Content/1-air.md:4:3", "write ':target[pm25]'"),
    .init("braces in a sentence", body: "降到:target{pm25}。", "Content/1-air.md:4:3", "write ':target[pm25]'"),
    .init("a Chinese name in a sentence", body: "降到:值[pm25]。", "Content/1-air.md:4:3", "write ':value[pm25]'"),
    .init(
      "one colon before a table", body: ":indicators{ids=pm25}", "Content/1-air.md:4:1",
      "write '::indicators{ids=pm25}'"),
    .init(
      "a table without braces", body: "::indicators pm25", "Content/1-air.md:4:1", "write '::indicators{ids=pm25}'"),
    .init(
      "a table in round brackets", body: "::indicators(pm25)", "Content/1-air.md:4:1", "write '::indicators{ids=pm25}'"),
    .init(
      "a table in Chinese brackets", body: "::indicators【pm25】", "Content/1-air.md:4:1",
      "write '::indicators{ids=pm25}'"),
    .init(
      "a space after two colons", body: ":: indicators{ids=pm25}", "Content/1-air.md:4:1",
      "write '::indicators{ids=pm25}'"),
    .init("a chart by its Chinese name", body: "::图表{id=pm25}", "Content/1-air.md:4:1", "write '::chart{id=pm25}'"),
    .init(
      "a table by its Chinese name", body: "::指标{ids=pm25}", "Content/1-air.md:4:1", "write '::indicators{ids=pm25}'"),
    .init(
      "a table with three colons", body: ":::indicators{ids=pm25}", "Content/1-air.md:4:4", "'::indicators{ids=…}'"),
    .init(
      "full-width braces of a box", body: ":::box｛title=\"专栏\"｝\n内容。\n\n:::", "Content/1-air.md:4:7",
      "write ':::box{title=\"专栏\"}'"),
    // Links
    .init(
      "a link with full-width square brackets", body: "［网站］（https://a.cn）", "Content/1-air.md:4:1",
      "write '[网站](https://a.cn)'"),
    .init(
      "a space between the brackets of a link", body: "[网站] (https://a.cn)", "Content/1-air.md:4:1",
      "write '[网站](https://a.cn)'"),
    .init(
      "a space between the brackets of a picture", body: "![图] (a.png)", "Content/1-air.md:4:1", "write '![图](a.png)'"),
    .init("brackets exchanged", body: "(网站)[https://a.cn]", "Content/1-air.md:4:1", "write '[网站](https://a.cn)'"),
    .init("a link without an address", body: "见[网站]()。", "Content/1-air.md:4:2", "write it between '(' and ')'"),
    .init(
      "a link without words", body: "见[](https://a.cn)。", "Content/1-air.md:4:2", "write words between '[' and ']'"),
    .init(
      "a link that takes the text after it", body: "见[网站](https://a.cn，说明)。", "Content/1-air.md:4:2",
      "write '[网站](https://a.cn)，说明'"),
    // Bold
    .init(
      "bold in bold", body: "这是**加粗 **文字，和** 加粗**。", "Content/1-air.md:4:8", "write '**' without a space"),
    .init("full-width stars", body: "这是＊＊重点＊＊工程。", "Content/1-air.md:4:3", "write '**重点**'"),
    .init("underscores in Chinese", body: "这是__重点__工程。", "Content/1-air.md:4:3", "write '**重点**'"),
    // Headings and blocks
    .init("seven signs", body: "####### 标题\n\n文字。", "Content/1-air.md:4:1", "write '###### 标题'"),
    .init("a heading in a list", body: "- ##标题", "Content/1-air.md:4:3", "write '## 标题'"),
    .init(
      "a rule below a sentence", body: "我们要建设公园。\n---\n第二句。", "Content/1-air.md:5:1", "put an empty line above '---'"),
    .init("a lost character", body: "持续\u{FFFD}改善。", "Content/1-air.md:4:3", "look it up in the original"),
    // Lists
    .init(
      "dashes of a word processor", body: "– First point\n– Second point", "Content/1-air.md:4:1",
      "write '- First point'"),
    .init("long dashes", body: "—种树\n—修路", "Content/1-air.md:4:1", "write '- 种树'"),
    .init("full-width dashes", body: "－种树\n－修路", "Content/1-air.md:4:1", "write '- 种树'"),
    .init("bullets of Word's own font", body: "\u{F0B7} 种树\n\u{F0B7} 修路", "Content/1-air.md:4:1", "write '- 种树'"),
    .init("stars without a space", body: "*种树\n*修路", "Content/1-air.md:4:1", "write '- 种树'"),
    .init("plus signs without a space", body: "+种树\n+修路", "Content/1-air.md:4:1", "write '- 种树'"),
    .init("English numbers without a space", body: "1)First\n2)Second", "Content/1-air.md:4:1", "write '1. First'"),
    .init(
      "letters and brackets", body: "a) First\nb) Second", "Content/1-air.md:4:1",
      "put an empty line before each of them"),
    .init(
      "letters in brackets", body: "(a) First\n(b) Second", "Content/1-air.md:4:1", "put an empty line before each"),
    .init(
      "Roman numbers", body: "i. First\nii. Second", "Content/1-air.md:4:1", "put an empty line before each of them"),
    .init("letters and full-width dots", body: "a．第一\nb．第二", "Content/1-air.md:4:1", "put an empty line before each"),
    .init("the round bullet of a word processor", body: "o First\no Second", "Content/1-air.md:4:1", "write '- First'"),
    .init(
      "phrases with numbers", body: "一是抓好落实\n二是抓好检查", "Content/1-air.md:4:1", "put an empty line before each of them"),
    .init(
      "articles", body: "第一条　为了规范。\n第二条　本办法。", "Content/1-air.md:4:1", "put an empty line before each of them"),
    .init(
      "numbers in brackets with text below", body: "（一）坚持创新\n加快建设。\n（二）坚持绿色\n加快建设。", "Content/1-air.md:4:1",
      "put an empty line before each of them"),
    .init(
      "a wall of quotations", body: wall("”"), "Content/1-air.md:4:1", "'planpress check --fix=paragraphs' does it"),
    .init(
      "a wall of half sentences", body: wall("；"), "Content/1-air.md:4:1", "'planpress check --fix=paragraphs' does it"),
  ]

  /// Three long lines that each end in a way.
  private static func wall(_ end: String) -> String {
    let line = "全市各项工作取得进展，各部门按照分工抓好落实，形成了齐抓共管的良好局面，群众满意度稳步提高"
    let stop = end == "”" ? "。”" : end
    return Array(repeating: (end == "”" ? "“" : "") + line + stop, count: 3).joined(separator: "\n")
  }

  /// Files whose names keep them from being read, and files that Git leaves over.
  static let ofNames: [Mistake] = [
    .init(
      "a code that is not closed", file: "Content/2-water.md", "---\ntitle: 水\n---\n见[空气](1-air.md)。\n\n```\n代码\n",
      "Content/2-water.md:6:1", "write '```' on a line of its own"),
    .init(
      "marks of a merge in a page", file: "Content/2-water.md",
      "---\ntitle: 水\n---\n<<<<<<< HEAD\n旧文\n=======\n新文\n>>>>>>> dev\n", "Content/2-water.md:4:1",
      "keep one of the two"),
    .init(
      "marks of a merge in a register", in: "Content/indicators.yaml", "  unit: 天",
      "<<<<<<< HEAD\n  unit: 天\n=======\n  unit: 日\n>>>>>>> dev", "Content/indicators.yaml:3:1", "keep one of the two"),
    .init(
      "marks of a merge in front matter", file: "Content/2-water.md",
      "---\n<<<<<<< HEAD\ntitle: 水\n=======\ntitle: 水务\n>>>>>>> b\n---\n见[空气](1-air.md)。\n", "Content/2-water.md:2:1",
      "keep one of the two"),
    .init(
      "a register with a capital letter", file: "Content/a/Programmes.yaml", "- id: x\n  name: 甲\n",
      "Content/a/Programmes.yaml", "rename it to 'programmes.yaml'"),
    .init(
      "a register in the singular", file: "Content/action.yaml", "- x\n", "Content/action.yaml",
      "rename it to 'actions.yaml'"),
    .init(
      "a register with a Chinese name", file: "Content/指标.yaml", "- x\n", "Content/指标.yaml",
      "rename it to 'indicators.yaml'"),
    .init(
      "a register in JSON", file: "Content/a/indicators.json", "[]", "Content/a/indicators.json",
      "write its entries as YAML into 'indicators.yaml'"),
    .init("a copy of an editor", file: "Content/1-air.md.bak", "x", "Content/1-air.md.bak", "delete it, or link to it"),
    .init("slides", file: "Content/介绍.pptx", "x", "Content/介绍.pptx", "delete it, or link to it"),
    .init("a page saved as text", file: "Content/2-水.txt", "x", "Content/2-水.txt", "rename it to '2-水.md'"),
    .init("a full-width dot in a name", file: "Content/2-水．md", "x", "Content/2-水．md", "rename it to '2-水.md'"),
    .init(
      "labels beside Content", file: "labels/zh.yaml", "x: y\n", "labels/zh.yaml", "move it to 'Content/labels/zh.yaml'"
    ),
    .init("values beside Content", file: "values.csv", "a,b\n", "values.csv", "move it to 'Content/values.csv'"),
  ]
}
