extension Mistake {
  static let inMarkdown: [Mistake] = [
    .init("a mark for the contents", body: "[TOC]", "Content/1-air.md:4:1", "delete the line"),
    .init("a full-width mark of a quotation", body: "》坚持绿色发展。", "Content/1-air.md:4:1", "write '> 坚持绿色发展。'"),
    .init("dots around code", body: "···\n优良天数\n···", "Content/1-air.md:4:1", "write '```' on a line before the code"),
    .init("a frame of GitHub", body: "> [!NOTE]\n> 注意。", "Content/1-air.md:4:3", "write ':::box{title=\"…\"}'"),
    .init("a link of a wiki", body: "见[[主要指标]]。", "Content/1-air.md:4:2", "write '[主要指标](….md)'"),
    .init("a highlight", body: "这是==重点==。", "Content/1-air.md:4:3", "write '**重点**'"),
    .init("a formula", body: "浓度 $c_1$ 下降。", "Content/1-air.md:4:4", "write it in characters"),
    .init("a box without its space", body: "- [] 种树", "Content/1-air.md:4:3", "write '- [ ] 种树'"),
    .init("a Chinese box", body: "- 【】种树", "Content/1-air.md:4:3", "write '- [ ] 种树'"),
    .init("numbers of references", body: "好转[1]。\n\n[1] 年报\n\n[2] 公报", "Content/1-air.md:4:3", "write '[^1]' here"),
    .init("a heading without its space", body: "##目标", "Content/1-air.md:4:1", "write '## 目标'"),
    .init("three signs without a space", body: "###主要指标", "Content/1-air.md:4:1", "write '### 主要指标'"),
    .init("a single sign before Chinese", body: "#总体要求", "Content/1-air.md:4:1", "write '# 总体要求'"),
    .init("an English heading without its space", body: "##Targets", "Content/1-air.md:4:1", "write '## Targets'"),
    .init("a full-width sign", body: "＃＃ 目标", "Content/1-air.md:4:1", "write '## 目标'"),
    .init("a full-width sign without a space", body: "＃目标", "Content/1-air.md:4:1", "write '# 目标'"),
    .init(
      "full-width colons before a box", body: "：：：box{title=专栏}\n文字。\n\n:::", "Content/1-air.md:4:1",
      "write ':::box{title=专栏}'"),
    .init(
      "full-width colons before a table", body: "：：indicators{ids=pm25}", "Content/1-air.md:4:1",
      "write '::indicators{ids=pm25}'"),
    .init("mixed colons", body: "：:indicators{ids=pm25}", "Content/1-air.md:4:1", "write '::indicators{ids=pm25}'"),
    .init(
      "full-width colons and braces", body: "：：indicators｛ids=pm25｝", "Content/1-air.md:4:1",
      "write '::indicators{ids=pm25}'"),
    .init(
      "a full-width colon in a sentence", body: "降到：target[pm25]。", "Content/1-air.md:4:3", "write ':target[pm25]'"),
    .init(
      "full-width brackets in a sentence", body: "降到:target【pm25】。", "Content/1-air.md:4:3", "write ':target[pm25]'"),
    .init("full-width colon and brackets", body: "降到：target【pm25】。", "Content/1-air.md:4:3", "write ':target[pm25]'"),
    .init("one full-width bracket", body: "降到:value[pm25】。", "Content/1-air.md:4:3", "write ':value[pm25]'"),
    .init("a Chinese list", body: "1、种树\n2、修路", "Content/1-air.md:4:1", "write '1. 种树', with a space"),
    .init("a list without spaces", body: "1.种树\n2.修路", "Content/1-air.md:4:1", "write '1. 种树'"),
    .init("a list with a Chinese bracket", body: "1）种树\n2）修路", "Content/1-air.md:4:1", "write '1. 种树'"),
    .init("numbers in brackets", body: "（一）种树\n（二）修路", "Content/1-air.md:4:1", "put an empty line before each of them"),
    .init(
      "numbers in narrow brackets", body: "(1) 种树\n(2) 修路", "Content/1-air.md:4:1",
      "put an empty line before each of them"),
    .init("numbers in circles", body: "①种树\n②修路", "Content/1-air.md:4:1", "put an empty line before each of them"),
    .init("bullets from Word", body: "• 种树\n• 修路", "Content/1-air.md:4:1", "write '- 种树'"),
    .init("black circles", body: "●种树\n●修路", "Content/1-air.md:4:1", "write '- 种树'"),
    .init("middle dots", body: "· 种树\n· 修路", "Content/1-air.md:4:1", "write '- 种树'"),
    .init("hyphens without a space", body: "-种树\n-修路", "Content/1-air.md:4:1", "write '- 种树'"),
    .init("a table with tabs", body: "指标\t2020年\nPM2.5\t40", "Content/1-air.md:4:1", "write '| 指标 | 2020年 |'"),
    .init(
      "an English table with tabs", body: "Indicator\t2020\t2025\nPM2.5\t40\t25\nDays\t270\t320",
      "Content/1-air.md:4:1", "write '| Indicator | 2020 | 2025 |'"),
    .init("a table with full-width strokes", body: "｜区｜数｜\n｜东｜1｜", "Content/1-air.md:4:1", "write '|区|数|'"),
    .init("a full-width table with its rule", body: "｜区｜数｜\n｜---｜---｜\n｜东｜1｜", "Content/1-air.md:4:1", "write '|区|数|'"),
    .init(
      "a table without its rule", body: "| 区 | 数 |\n| 东 | 1 |", "Content/1-air.md:4:1",
      "write '| --- | --- |' between the first line and the second"),
    .init("a picture with spaces", body: "![地图](我的 地图.png)", "Content/1-air.md:4:1", "write '![地图](<我的 地图.png>)'"),
    .init("a link to a file with spaces", body: "见[附件](附件 1.pdf)。", "Content/1-air.md:4:2", "write '[附件](<附件 1.pdf>)'"),
    .init(
      "a picture on drive C", body: "![图](C:\\Users\\li\\a.png)", "Content/1-air.md:4:1",
      "copy the file into Content/ beside the page"),
    .init(
      "a path with backslashes", body: "![图](img\\a.png)", "Content/1-air.md:4:1", "write '/' instead: 'img/a.png'"),
    .init(
      "full-width brackets around an address", body: "[网站]（https://a.cn）", "Content/1-air.md:4:1",
      "write '[网站](https://a.cn)'"),
    .init(
      "full-width brackets around a text", body: "【网站】(https://a.cn)", "Content/1-air.md:4:1",
      "write '[网站](https://a.cn)'"),
    .init("a picture with full-width brackets", body: "![图]（a.png）", "Content/1-air.md:4:1", "write '![图](a.png)'"),
    .init("spaces inside bold", body: "这是** 重点 **工程", "Content/1-air.md:4:3", "write '**重点**'"),
    .init("a space at the end of bold", body: "这是**重点 **工程", "Content/1-air.md:4:3", "write '**重点**'"),
    .init("English bold with spaces", body: "This is ** bold ** text", "Content/1-air.md:4:9", "write '**bold**'"),
    .init(
      "bold that is never closed", body: "这是**重点工程", "Content/1-air.md:4:3", "write '**' before and after the words"),
    .init(
      "bold that is never opened", body: "这是重点**工程", "Content/1-air.md:4:5", "write '**' before and after the words"),
    .init(
      "a paragraph indented by four spaces", body: "    全市空气质量持续改善，优良天数增加。", "Content/1-air.md:4:5",
      "delete the spaces before '全市空气质量"),
    .init(
      "a paragraph indented by a tab", body: "\t全市空气质量持续改善，优良天数增加。", "Content/1-air.md:4:2", "delete the spaces before"),
    .init(
      "an English paragraph indented by four spaces",
      body: "    The city will plant ten thousand trees along its streets.", "Content/1-air.md:4:5",
      "delete the spaces before 'The city will pl"),
    .init(
      "a zero-width space", body: "持续\u{200B}改善。", "Content/1-air.md:4:3", "delete it: 'planpress check --fix' does it"),
    .init("a byte order mark in the text", body: "持续\u{FEFF}改善。", "Content/1-air.md:4:3", "delete it"),
    .init("a lost picture", body: "见图\u{FFFC}。", "Content/1-air.md:4:3", "save the picture in Content/"),
    .init(
      "a vertical tab from Word", body: "持续\u{B}改善。", "Content/1-air.md:4:3",
      "delete it; 'planpress check --fix' does so"),
    .init(
      "indented paragraphs in one block", body: "　　甲方面的情况。\n　　乙方面的情况。", "Content/1-air.md:5:1",
      "put an empty line before each paragraph"),
    .init(
      "a paragraph with full-width spaces", body: "　　全市情况如下。", "Content/1-air.md:4:1",
      "delete them: the page indents paragraphs by itself"),
    .init(
      "a wall of text",
      body:
        "全市甲工作取得进展，各部门按照分工抓好落实，形成了齐抓共管的良好局面，群众满意度稳步提高。\n全市乙工作取得进展，各部门按照分工抓好落实，形成了齐抓共管的良好局面，群众满意度稳步提高。\n全市丙工作取得进展，各部门按照分工抓好落实，形成了齐抓共管的良好局面，群众满意度稳步提高。",
      "Content/1-air.md:4:1", "'planpress check --fix=paragraphs' does it"),
    .init(
      "a heading inside a paragraph", body: "概述如下，各项工作有序推进\n一、提升创新能力\n加强协同创新，培育创新主体", "Content/1-air.md:5:1",
      "write '## 一、提升创新能力'"),
    .init("a chapter as a paragraph", body: "第一节 总体要求\n坚持新发展理念，统筹推进", "Content/1-air.md:4:1", "write '## 第一节 总体要求'"),
    .init("a chapter's number alone", body: "第一节\n\n坚持新发展理念。", "Content/1-air.md:4:1", "write '## 第一节'"),
    .init(
      "a heading of its own without signs", body: "一、总体要求\n\n坚持新发展理念。", "Content/1-air.md:4:1", "write '## 一、总体要求'"),
    .init("a second title", body: "# 甲\n\n文字。\n\n# 乙\n\n文字。", "Content/1-air.md:8:1", "write '## 乙'"),
    .init("an empty section", body: "## 甲\n\n## 乙\n\n文字。", "Content/1-air.md:4:1", "write its text below it"),
    .init(
      "a title with its number", file: "Content/1-air.md",
      "---\ntitle: 第一章 空气\n---\n文字。\n\n优良天数达到320天。\n\n::indicators{section=air}\n", "Content/1-air.md:2:8",
      "write 'title: 空气'"),
    .init(
      "a box that is not closed", body: ":::box{title=专栏}\n文字。", "Content/1-air.md:4:1",
      "write ':::' on a line of its own after its content"),
    .init(
      "a space before the box's name", body: "::: box{title=专栏}\n文字。\n\n:::", "Content/1-air.md:4:4",
      "write for example ':::box"),
    .init(
      "a space before the braces", body: "::indicators {ids=pm25}", "Content/1-air.md:4:13",
      "write '{' without a space before it"),
    .init(
      "typographic quotation marks in an attribute", body: ":::box{title=“专栏”}\n文字。\n\n:::", "Content/1-air.md:4:14",
      "use straight ones"),
    .init(
      "a directive that does not exist", body: "::indicator-table{ids=pm25}", "Content/1-air.md:4:3",
      "the directives are box, indicators"),
    .init(
      "an unknown indicator in a sentence", body: "降到:target[pm52]。", "Content/1-air.md:4:11", "did you mean 'pm25'?"),
    .init("a link to a missing page", body: "见[水](2-watr.md)。", "Content/1-air.md:4:2", "did you mean '2-water.md'?"),
    .init("a footnote that is missing", body: "文字[^1]。", "Content/1-air.md:4:3", "define it on a line of its own"),
  ]
}
