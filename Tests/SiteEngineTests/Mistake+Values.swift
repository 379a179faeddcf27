extension Mistake {
  /// Values and keys of registers, front matter and the settings in another form than theirs.
  static let inValues: [Mistake] = [
    // Figures
    value("a figure with a scale", "3.3万", "write 33000, or 3.3 with '万' as the unit"),
    value("a figure in hundred millions", "3亿元", "write 300000000, or 3 with '亿元' as the unit"),
    value("a fraction", "1/2", "write 0.5"),
    value("about a figure", "≈290", "write 290, and '≈290' as its note"),
    value("a range of figures", "280-290", "write one number"),
    .init(
      "a decimal comma in braces", in: "Content/indicators.yaml", "  unit: 天", "  unit: 天\n  values: {2021: 29,5}",
      "Content/indicators.yaml:4:21", "write 29.5"),
    .init(
      "a figure in short Chinese", in: "Content/indicators/pm25.csv", "2021,31", "2021,二百九",
      "Content/indicators/pm25.csv:2:6", "write 290"),
    .init(
      "a title above the head", in: "Content/indicators/pm25.csv", "Year,Value", "细颗粒物统计表\nYear,Value",
      "Content/indicators/pm25.csv:1:1", "delete the line"),
    // YAML
    .init(
      "a target with a sign", in: "Content/indicators.yaml", "  target: 25", "  target: >=25",
      "Content/indicators.yaml:11:11", "write 'target: {value: 25, comparator: \">=\"}'"),
    .init(
      "a title behind an angle bracket", in: "Content/2-water.md", "title: 水", "title: > 水", "Content/2-water.md:2:8",
      "write 'title: \"> 水\"'"),
    .init(
      "a title with quotation marks at its start", in: "Content/2-water.md", "title: 水", "title: \"水\"务",
      "Content/2-water.md:2:11", "write 'title: \"\\\"水\\\"务\"'"),
    .init(
      "a full-width colon behind the first key", in: "Content/programmes.yaml", "- id: blue", "- id：blue",
      "Content/programmes.yaml:1:1", "write '- id: blue', with ':' and a space in place of '：'"),
    .init(
      "a title that a comment shortens", in: "Content/2-water.md", "title: 水", "title: 水 #1 工程",
      "Content/2-water.md:2:8",
      "write 'title: \"水 #1 工程\"'"),
    // Front matter
    .init(
      "equals signs around the front matter", file: "Content/2-water.md", "===\ntitle: 水\n===\n见[空气](1-air.md)。\n",
      "Content/2-water.md:1:1", "write '---'"),
    .init(
      "four dashes around the front matter", file: "Content/2-water.md", "----\ntitle: 水\n----\n见[空气](1-air.md)。\n",
      "Content/2-water.md:1:1", "write '---'"),
    .init(
      "a space before the dashes", file: "Content/2-water.md", " ---\ntitle: 水\n ---\n见[空气](1-air.md)。\n",
      "Content/2-water.md:1:1", "write '---'"),
    .init(
      "a block of code as front matter", file: "Content/2-water.md", "```yaml\ntitle: 水\n```\n见[空气](1-air.md)。\n",
      "Content/2-water.md:1:1", "write '---'"),
    .init(
      "long dashes below the front matter", file: "Content/2-water.md", "---\ntitle: 水\n———\n见[空气](1-air.md)。\n",
      "Content/2-water.md:3:1", "write '---'"),
    .init(
      "front matter twice", file: "Content/2-water.md", "---\ntitle: 水\n---\n---\nsummary: 水\n---\n见[空气](1-air.md)。\n",
      "Content/2-water.md:4:1", "move its lines above"),
    // Lists
    .init(
      "aliases in Chinese brackets", in: "Content/2-water.md", "title: 水", "title: 水\naliases: 【/old/】",
      "Content/2-water.md:3:10", "write 'aliases: [/old/]'"),
    .init(
      "tags in Chinese brackets", in: "Content/2-water.md", "title: 水", "title: 水\ntags: 【河流，湖泊】",
      "Content/2-water.md:3:7", "write 'tags: [河流, 湖泊]'"),
    .init(
      "tags of an indicator in one text", in: "Content/indicators.yaml", "  unit: 天", "  unit: 天\n  tags: 水、气",
      "Content/indicators.yaml:4:9", "write 'tags: [水, 气]'"),
    .init(
      "levels in one text", in: "Content/index.md", "numbering:", "levels: 章、节\nnumbering:", "Content/index.md:5:9",
      "write 'levels: [章, 节]'"),
    .init(
      "other names of a term in one text", in: "Content/glossary.yaml", "  definition",
      "  aliases: 绿道、步道\n  definition",
      "Content/glossary.yaml:2:12", "write 'aliases: [绿道, 步道]'"),
    .init(
      "two departments with a stroke", in: "Content/indicators.yaml", "department: 环境局", "department: 环境局/水务局",
      "Content/indicators.yaml:14:15", "write 'department: {lead: 环境局, support: [水务局]}'"),
    .init(
      "two departments with 和", in: "Content/indicators.yaml", "department: 环境局", "department: 环境局和水务局",
      "Content/indicators.yaml:14:15", "write 'department: {lead: 环境局, support: [水务局]}'"),
    .init(
      "two departments with a space", in: "Content/indicators.yaml", "department: 环境局", "department: 环境局 水务局",
      "Content/indicators.yaml:14:15", "write 'department: {lead: 环境局, support: [水务局]}'"),
    .init(
      "single typographic quotation marks", in: "Content/2-water.md", "title: 水", "title: ‘水务’",
      "Content/2-water.md:2:8",
      "write 'title: 水务'"),
    // Keys and words
    .init(
      "a draft in Chinese", in: "Content/2-water.md", "title: 水", "title: 水\n草稿: 是", "Content/2-water.md:3:1",
      "write 'draft: true'"),
    .init(
      "a chapter", in: "Content/2-water.md", "title: 水", "title: 水\ntype: chapter", "Content/2-water.md:3:7",
      "write 'type: section'"),
    .init(
      "a direction in Chinese", in: "Content/indicators.yaml", "  unit: 天", "  unit: 天\n  direction: 向上",
      "Content/indicators.yaml:4:14", "write 'direction: up'"),
    .init(
      "a section in brackets", in: "Content/indicators.yaml", "from: air", "from: [air]",
      "Content/indicators.yaml:12:9",
      "write 'from: air'"),
    .init(
      "retired without a time", in: "Content/indicators.yaml", "  unit: 天", "  unit: 天\n  retired: true",
      "Content/indicators.yaml:4:12", "retired: {on: 2026-03, why: …}"),
    .init(
      "what is accepted as a list", in: "Content/2-water.md", "title: 水", "title: 水\naccept: [markdown.list]",
      "Content/2-water.md:3:9", "accept: {markdown.list: …}"),
    .init(
      "a limit with its unit", in: "Content/indicators.yaml", "  unit: 天", "  unit: 天\n  limit: 365天",
      "Content/indicators.yaml:4:10", "write 365 if '天' is the unit"),
    .init(
      "a link alone", in: "Content/indicators.yaml", "  unit: 天", "  unit: 天\n  links: https://a.cn",
      "Content/indicators.yaml:4:10", "write 'links: [{title: …, url: https://a.cn}]'"),
    .init(
      "a day in eight digits", in: "Content/2-water.md", "title: 水", "title: 水\ndate: 20250301",
      "Content/2-water.md:3:7",
      "write 2025-03-01"),
    .init(
      "an abbreviation of a language", in: "Content/site.yaml", "[zh-CN]", "[cn]", "Content/site.yaml:2:13",
      "write 'languages: [zh-CN]'"),
    .init(
      "a footer beside the theme", in: "Content/site.yaml", "languages", "footer: 示例\nlanguages",
      "Content/site.yaml:2:1",
      "theme: {footer: …}"),
    .init(
      "a data file by the name of its indicator", file: "Content/indicators/优良天数.csv", "Year,Value\n2021,280\n",
      "Content/indicators/优良天数.csv", "name the file after the indicator's id: 'days.csv'"),
    .init("an indicator by its name", body: "降到:target[细颗粒物]。", "Content/1-air.md:4:11", "write ':target[pm25]'"),
    .init(
      "an indicator in quotes", body: "降到:target[\"pm25\"]。", "Content/1-air.md:4:11", "write ':target[pm25]'"),
    .init(
      "an attribute in Chinese", body: ":::box{标题=\"专栏\"}\n内容。\n\n:::", "Content/1-air.md:4:8", "write 'title='"),
    .init(
      "a period in brackets", in: "Content/index.md", "{start: 2021, end: 2025}", "[2021, 2025]",
      "Content/index.md:4:9", "write 'period: 2021-2025'"),
    // Links
    .init("a link without https", body: "见[网站](www.a.cn)。", "Content/1-air.md:4:2", "write 'https://www.a.cn'"),
    .init("a link to a page without its ending", body: "见[水](2-water)。", "Content/1-air.md:4:2", "write '2-water.md'"),
    .init("a link to a page by its name", body: "见[水](water)。", "Content/1-air.md:4:2", "write '2-water.md'"),
    .init("a link to a page of the website", body: "见[水](/water/)。", "Content/1-air.md:4:2", "write '2-water.md'"),
    .init("a link with html", body: "见[水](water.html)。", "Content/1-air.md:4:2", "write '2-water.md'"),
    .init("a link from the top", body: "见[水](/Content/2-water.md)。", "Content/1-air.md:4:2", "write '2-water.md'"),
    .init(
      "a list of steps without their names", file: "Content/actions.yaml", "- id: x\n  name: 修路\n  steps: [勘察, 施工]\n",
      "Content/actions.yaml:3:11", "put ': ' between each key and its value"),
  ]

  private static func value(_ label: String, _ text: String, _ hint: String) -> Mistake {
    .init(
      label, in: "Content/indicators.yaml", "  unit: 天", "  unit: 天\n  values: {2021: \(text)}",
      "Content/indicators.yaml:4:18", hint)
  }
}
