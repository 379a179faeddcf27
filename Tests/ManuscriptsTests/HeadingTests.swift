import Manuscripts
import Testing

/// Headings by the form of their numbers, and their levels by the structure of the whole text.
@Suite struct HeadingTests {
  @Test(
    "A number at the start of a line is read with its form",
    arguments: [
      ("第一章 总则", "第一章", [1], "总则"), ("第十二节　发展基础", "第十二节", [12], "发展基础"), ("第3章：目标", "第3章", [3], "目标"),
      ("第二部分 任务", "第二部分", [2], "任务"), ("第二十一条 附则", "第二十一条", [21], "附则"), ("一、总体要求", "一、", [1], "总体要求"),
      ("二十一、加强领导", "二十一、", [21], "加强领导"), ("（一）指导思想", "（一）", [1], "指导思想"), ("(十) 组织实施", "(十)", [10], "组织实施"),
      ("1. 加强领导", "1.", [1], "加强领导"), ("1．加强领导", "1．", [1], "加强领导"), ("3、任务", "3、", [3], "任务"),
      ("1.1 现状", "1.1", [1, 1], "现状"), ("2.3.4 现状", "2.3.4", [2, 3, 4], "现状"), ("（1）现状", "（1）", [1], "现状"),
      ("2) Aims", "2)", [2], "Aims"), ("③ 现状", "③", [3], "现状"), ("１．现状", "１．", [1], "现状"),
      ("Chapter 2: Aims", "Chapter 2", [2], "Aims"), ("PART IV. Aims", "PART IV", [4], "Aims"),
      ("B. Aims", "B.", [2], "Aims"), ("Section 4.2 Homes", "Section 4.2", [4, 2], "Homes"),
      ("1.1、现状", "1.1、", [1, 1], "现状"),
      ("IX. Aims", "IX.", [9], "Aims"), ("1 General", "1", [1], "General"), ("一　总则", "一", [1], "总则"),
    ])
  func numbers(line: String, written: String, values: [Int], title: String) throws {
    let number = try #require(HeadingNumber(line))
    #expect((number.written, number.values, number.title) == (written, values, title))
  }

  @Test(
    "What only looks like a number is text",
    arguments: [
      "第一产业增加值", "2021年工作", "5111人才工程", "一带一路建设", "十堰市规划", "1.5万人", "3.3万人以上", "5G应用", "（试行）", "Mayor's plan", "A city",
      "第十四个五年规划", "10个左右", "2025年目标", "I am", "百年大计", "Chapter 4-2 Homes", "Part II.3 Homes",
    ])
  func noNumbers(line: String) {
    #expect(HeadingNumber(line) == nil || HeadingNumber(line)?.form.parts == 2)
  }

  @Test("A sentence that begins with the number of a law stays text")
  func laws() {
    let read = outline(
      """
      Plan 2026-2030
      Chapter 1 Law
      Section 4.2 of the Act requires a public hearing.
      Some words stand here, and they go on.
      Chapter 2 More
      Section 12.3.1 of the code is repealed.
      Text.
      """)
    #expect(
      read.lines == [
        "title: Plan 2026-2030", "# Chapter 1 Law", "Section 4.2 of the Act requires a public hearing.",
        "Some words stand here, and they go on.", "# Chapter 2 More", "Section 12.3.1 of the code is repealed.",
        "Text.",
      ])
  }

  @Test("Chapters, sections and points of a Chinese plan are three levels, and run-in numbers are text")
  func chinesePlan() {
    let read = outline(
      """
      某市国民经济和社会发展
      第十四个五年规划纲要
      第一章 总则
      第一节 发展基础
      一、主要成就
      过去五年，全市经济平稳增长。
      （一）综合实力增强。生产总值迈上新台阶。
      （二）结构优化。第三产业比重提高。
      二、存在问题
      发展不平衡。
      第二节 发展目标
      到2025年，建成创新城市。
      第二章 任务
      加快建设。
      """)
    #expect(
      read.lines == [
        "title: 某市国民经济和社会发展第十四个五年规划纲要", "# 第一章 总则", "## 第一节 发展基础", "### 一、主要成就", "过去五年，全市经济平稳增长。",
        "（一）综合实力增强。生产总值迈上新台阶。", "（二）结构优化。第三产业比重提高。", "### 二、存在问题", "发展不平衡。", "## 第二节 发展目标",
        "到2025年，建成创新城市。", "# 第二章 任务", "加快建设。",
      ])
    #expect(read.findings == "")
  }

  @Test("A short line is above the numbers that begin again after it")
  func shortLines() {
    let read = outline(
      """
      坚持创新在全局中的核心地位，建设科技强市。
      加强平台建设
      聚焦重点产业发展需求，构建平台体系。
      一、提升区域能力
      加强共同体培育。
      二、构建支撑体系
      加快建设中心。
      提升企业能力
      健全创新体系。
      一、强化主体地位
      培育企业。
      """)
    #expect(
      read.lines == [
        "坚持创新在全局中的核心地位，建设科技强市。", "# 加强平台建设", "聚焦重点产业发展需求，构建平台体系。", "## 一、提升区域能力", "加强共同体培育。",
        "## 二、构建支撑体系", "加快建设中心。", "# 提升企业能力", "健全创新体系。", "## 一、强化主体地位", "培育企业。",
      ])
  }

  @Test("Numbered lines that follow each other are a list, and a caption or a date is not a heading")
  func noHeadings() {
    let read = outline(
      """
      一、主要任务
      要做好以下工作：
      1. 加强领导
      2. 落实责任
      3. 强化考核
      表1 主要指标
      指标\t2020年\t2025年
      绿地\t40\t50
      二、保障措施
      加强督查。
      2021年3月1日
      """)
    #expect(
      read.lines == [
        "# 一、主要任务", "要做好以下工作：", "1. 加强领导", "2. 落实责任", "3. 强化考核", "表1 主要指标", "| 指标 | 2020年 | 2025年", "| 绿地 | 40 | 50",
        "# 二、保障措施", "加强督查。", "2021年3月1日",
      ])
  }

  @Test("Decimal numbers give the levels of an English plan whose lines are broken at a width")
  func decimals() {
    let read = outline(
      """
      City Climate Plan 2026-2030

      1 Where we stand

      The city has cut its emissions by a third since 2005, mostly in heating and
      in power, while traffic has not changed at all. This plan says what will be
      done until 2030, and who does it.

      1.1 Heating

      Heat comes from gas in most houses. The network will grow along the river and
      replace boilers street by street.

      2 What we will do

      We will plant 5,000 trees.
      """)
    #expect(
      read.lines == [
        "title: City Climate Plan 2026-2030", "# 1 Where we stand",
        "The city has cut its emissions by a third since 2005, mostly in heating and in power, while traffic has not changed at all. This plan says what will be done until 2030, and who does it.",
        "## 1.1 Heating",
        "Heat comes from gas in most houses. The network will grow along the river and replace boilers street by street.",
        "# 2 What we will do", "We will plant 5,000 trees.",
      ])
  }

  @Test("A heading without a number is one where plans never number it")
  func named() {
    let read = outline("前　言\n本规划依据上级要求编制。\n第一章 总则\n正文。\n附件\n名单如下。\n")
    #expect(read.lines == ["# 前　言", "本规划依据上级要求编制。", "# 第一章 总则", "正文。", "# 附件", "名单如下。"])
  }

  @Test("The table of contents is left out, and the import says so")
  func contents() {
    let read = outline(
      "目　录\n第一章 总则……………1\n第二章 任务......12\n第一章 总则\n正文一。\n第二章 任务\n正文二。\n")
    #expect(read.lines == ["# 第一章 总则", "正文一。", "# 第二章 任务", "正文二。"])
    #expect(
      read.findings == """
        plan.txt:1:1: note: the table of contents is left out, to line 3: the site makes its own [import.left-out]
            1 | 目　录
              | ^~~~~~

        """)
  }

  @Test("The letter with which a plan is issued comes before its title, and is not a chapter")
  func letter() {
    let read = outline(
      """
      某市人民政府文件

      某政发〔2026〕5号

      某市人民政府关于印发《某市养老服务“十五五”规划》的通知

      各区县人民政府：

      现印发给你们，请认真贯彻执行。

      某市养老服务“十五五”规划

      前言

      本规划依据有关文件编制。

      一、发展基础

      过去五年成效明显。

      二、总体要求

      坚持以人民为中心。

      """)
    #expect(read.outline.title == "某市养老服务“十五五”规划")
    #expect(read.outline.lead.count == 5)
    #expect(read.outline.sections.map(\.title) == ["前言", "发展基础", "总体要求"])
  }

  @Test("Lines that a mail program broke are one paragraph")
  func brokenLines() {
    let read = outline(
      "Homes Plan 2025-2035\n\n1. Goals\n\nBy 2030, 50% of homes will\nbe insulated, up from\n20% in 2024.\n")
    #expect(read.outline.texts.contains("By 2030, 50% of homes will be insulated, up from 20% in 2024."))
  }
}
