extension Mistake {
  /// Mistakes of planners who have never seen front matter, YAML or Markdown, in both languages.
  static let ofBeginners: [Mistake] = [
    // Front matter
    .init(
      "no line above the front matter", in: "Content/2-water.md", "---\ntitle", "title", "Content/2-water.md:1:1",
      "write '---' on a line of its own above it"),
    .init(
      "dashes of a word processor around the front matter", file: "Content/2-water.md",
      "———\ntitle: 水\n———\n见[空气](1-air.md)。\n", "Content/2-water.md:1:1", "write '---'"),
    .init(
      "two dashes around the front matter", file: "Content/2-water.md", "--\ntitle: 水\n--\n见[空气](1-air.md)。\n",
      "Content/2-water.md:1:1", "write '---'"),
    .init(
      "a Chinese key without the line above it", file: "Content/2-water.md", "标题：水\n日期：2024\n\n见[空气](1-air.md)。\n",
      "Content/2-water.md:1:1", "write '---' on a line of its own above it"),
    .init(
      "a plan's home page without the line above it", in: "Content/index.md", "---\ntype", "type",
      "Content/index.md:1:1",
      "write '---' on a line of its own above it"),
    .init(
      "a date with slashes", in: "Content/2-water.md", "title: 水", "title: 水\ndate: 2024/3/5", "Content/2-water.md:3:7",
      "write 2024-03-05"),
    .init(
      "a date in words", in: "Content/2-water.md", "title: 水", "title: 水\ndate: 2024年3月5日", "Content/2-water.md:3:7",
      "write 2024-03-05"),
    .init(
      "a number that says none", in: "Content/2-water.md", "title: 水", "title: 水\nnumber: 无", "Content/2-water.md:3:9",
      "write 'number: none'"),
    .init(
      "an order in words", in: "Content/2-water.md", "title: 水", "title: 水\norder: 十二", "Content/2-water.md:3:8",
      "write 12"),
    .init(
      "tags in one text", in: "Content/2-water.md", "title: 水", "title: 水\ntags: 河流、湖泊", "Content/2-water.md:3:7",
      "write 'tags: [河流, 湖泊]'"),
    .init(
      "tags with English commas", in: "Content/2-water.md", "title: 水", "title: 水\ntags: rivers, lakes",
      "Content/2-water.md:3:7", "write 'tags: [rivers, lakes]'"),
    .init(
      "years with 年 and 至", in: "Content/index.md", "{start: 2021, end: 2025}", "2021年至2025年", "Content/index.md:4:9",
      "write '2021-2025'"),
    .init(
      "a plan by its Chinese name", in: "Content/index.md", "type: plan", "type: 规划", "Content/index.md:2:7",
      "write 'type: plan'"),
    // site.yaml
    .init(
      "an address without https", in: "Content/site.yaml", "languages", "base-url: plan.example.cn\nlanguages",
      "Content/site.yaml:2:11", "write 'base-url: https://plan.example.cn/'"),
    .init(
      "a colour without quotes", in: "Content/site.yaml", "languages", "theme:\n  accent: #1d3f75\nlanguages",
      "Content/site.yaml:3:3", "write 'accent: \"#1d3f75\"'"),
    .init(
      "a misspelt theme", in: "Content/site.yaml", "languages", "themes: {footer: x}\nlanguages",
      "Content/site.yaml:2:1",
      "did you mean 'theme'?"),
    // Indicators
    .init(
      "a Chinese kind of a Chinese key", in: "Content/indicators.yaml", "  unit: 天", "  类型: 下限",
      "Content/indicators.yaml:3:3", "write 'kind: floor'"),
    .init(
      "a month in Chinese", in: "Content/indicators.yaml", "{year: 2020, value: 270}", "{year: 2020年6月, value: 270}",
      "Content/indicators.yaml:4:20", "write '2020-06'"),
    .init(
      "a quarter in Chinese", in: "Content/indicators.yaml", "{year: 2020, value: 270}",
      "{year: 2020年第三季度, value: 270}", "Content/indicators.yaml:4:20", "write '2020 Q3'"),
    .init(
      "a month with a dot", in: "Content/indicators.yaml", "{year: 2020, value: 270}", "{year: 2020.6, value: 270}",
      "Content/indicators.yaml:4:20", "write '2020-06'"),
    .init(
      "full-width marks between values", in: "Content/indicators.yaml", "  unit: 天", "  unit: 天\n  values: {2021：281}",
      "Content/indicators.yaml:4:12", "write 'values: {2021: 281}'"),
    .init(
      "values without braces", in: "Content/indicators.yaml", "  unit: 天", "  unit: 天\n  values: 2021: 281",
      "Content/indicators.yaml:4:15", "write 'values: {2021: 281}'"),
    .init(
      "values as a list of years", in: "Content/indicators.yaml", "  unit: 天", "  unit: 天\n  values:\n    - 2021: 281",
      "Content/indicators.yaml:5:7", "write 'values:' without '-': '2021: …'"),
    .init(
      "a word for no value", in: "Content/indicators.yaml", "  unit: 天", "  unit: 天\n  values: {2021: 无}",
      "Content/indicators.yaml:4:18", "leave out a value that is not known"),
    .init(
      "a value with its unit", in: "Content/indicators.yaml", "  unit: 天", "  unit: 天\n  values: {2021: 281天}",
      "Content/indicators.yaml:4:18", "write 281 if '天' is the unit of the indicator"),
    .init(
      "a value with 约", in: "Content/indicators.yaml", "  unit: 天", "  unit: 天\n  values: {2021: 约281}",
      "Content/indicators.yaml:4:18", "write 281, and '约281' as its note"),
    .init(
      "a target in Chinese digits", in: "Content/indicators.yaml", "  target: 25", "  target: 二十五",
      "Content/indicators.yaml:11:11", "write 25"),
    .init(
      "a name with a colon and a space", in: "Content/indicators.yaml", "  name: 细颗粒物", "  name: 细颗粒物: PM2.5",
      "Content/indicators.yaml:8:13", "write 'name: \"细颗粒物: PM2.5\"'"),
    // Data
    .init(
      "a cell with its unit", in: "Content/indicators/pm25.csv", "2021,31", "2021,31μg",
      "Content/indicators/pm25.csv:2:6",
      "write 31 if 'μg' is the unit of the indicator"),
    .init(
      "a cell with 约", in: "Content/indicators/pm25.csv", "2021,31", "2021,约31", "Content/indicators/pm25.csv:2:6",
      "write 31, and '约31' as its note"),
    // Registers
    .init(
      "a list of names", file: "Content/departments.yaml", "- 环境局\n- name: 水务局\n", "Content/departments.yaml:1:3",
      "write '- name: 环境局'"),
    .init(
      "a programme that is only a name", file: "Content/programmes.yaml", "- id: blue\n  name: 蓝天行动\n- Clean water\n",
      "Content/programmes.yaml:3:3", "write '- name: Clean water'"),
    .init(
      "a term and its meaning as a key and a value", file: "Content/glossary.yaml", "- 碧道: 沿河的绿色步道。\n",
      "Content/glossary.yaml:1:3", "write '- term: 碧道', and below it '  definition: 沿河的绿色步道。'"),
    // Markup
    .init("a directive by its Chinese name", body: "细颗粒物:目标[pm25]。", "Content/1-air.md:4:5", "write ':target[pm25]'"),
    .init(
      "a directive by its Chinese name, with Chinese marks", body: "细颗粒物：数值【pm25】。", "Content/1-air.md:4:5",
      "write ':value[pm25]'"),
    .init(
      "a title with a space and without quotes", body: ":::box{title=专栏1 重点工程}\n文字。\n\n:::", "Content/1-air.md:4:18",
      "write title=\"专栏1 重点工程\": a value with a space needs quotes"),
    .init(
      "a box that is only named", body: ":::专栏1 重点工程\n文字。\n\n:::", "Content/1-air.md:4:4",
      "write ':::box{title=\"专栏1 重点工程\"}'"),
    .init(
      "an English title with a space", body: ":::box{title=Clean air}\nText.\n\n:::", "Content/1-air.md:4:20",
      "write title=\"Clean air\""),
  ]
}
