extension Mistake {
  static let inPages: [Mistake] = [
    .init(
      "a Chinese title key", in: "Content/1-air.md", "title: 空气", "标题: 空气", "Content/1-air.md:2:1", "write 'title: 空气'"),
    .init(
      "a full-width colon behind the title", in: "Content/1-air.md", "title: 空气", "title：空气", "Content/1-air.md:2:1",
      "'：'"),
    .init(
      "an empty line above the front matter", in: "Content/1-air.md", "---\ntitle", "\n---\ntitle",
      "Content/1-air.md:2:1", "delete the empty line above '---'"),
    .init(
      "front matter that is not closed", file: "Content/1-air.md", "---\ntitle: 空气\n\n优良天数达到320天。\n",
      "Content/1-air.md:1:1", "add a line '---' after its last key"),
    .init(
      "quotation marks around the title", in: "Content/1-air.md", "title: 空气", "title: “空气”", "Content/1-air.md:2:8",
      "write 'title: 空气'"),
    .init(
      "a Chinese answer", in: "Content/1-air.md", "title: 空气", "title: 空气\ndraft: 否", "Content/1-air.md:3:8",
      "write false"),
    .init(
      "a day that does not exist", in: "Content/1-air.md", "title: 空气", "title: 空气\ndate: 2021-02-30",
      "Content/1-air.md:3:7", "a day that does not exist"),
    .init(
      "a plan's key in a section", in: "Content/1-air.md", "title: 空气", "title: 空气\nperiod: 2021-2025",
      "Content/1-air.md:3:9", "remove it"),
    .init(
      "a title with a colon", in: "Content/1-air.md", "title: 空气", "title: 空气: 治理", "Content/1-air.md:2:10",
      "write 'title: \"空气: 治理\"'"),
    .init(
      "a period in words", in: "Content/index.md", "period: {start: 2021, end: 2025}", "period: 十四五",
      "Content/index.md:4:9", "write '{start: 2021, end: 2025}'"),
    .init(
      "a period without its end", in: "Content/index.md", "{start: 2021, end: 2025}", "{start: 2021}",
      "Content/index.md:4:9", "add 'end: 2025'"),
    .init(
      "Chinese words in a period", in: "Content/index.md", "{start: 2021, end: 2025}", "{开始: 2021, end: 2025}",
      "Content/index.md:4:10", "write 'start: 2021'"),
    .init("a Chinese language", in: "Content/site.yaml", "[zh-CN]", "[中文]", "Content/site.yaml:2:13", "zh-CN"),
    .init(
      "a Chinese key of the site", in: "Content/site.yaml", "title: 示例", "标题: 示例", "Content/site.yaml:1:1",
      "write 'title: 示例'"),
    .init(
      "an English key in capitals", in: "Content/1-air.md", "title: 空气", "Title: 空气", "Content/1-air.md:2:1",
      "did you mean 'title'?"),
    .init(
      "a description, as other programs call it", in: "Content/1-air.md", "title: 空气", "title: 空气\ndescription: x",
      "Content/1-air.md:3:1", "use 'summary'"),
    .init(
      "a plan that is no type", in: "Content/index.md", "type: plan", "type: 规划", "Content/index.md:2:7",
      "write 'type: plan'"),
    .init(
      "a numbering in Chinese", in: "Content/index.md", "numbering: chinese-plan", "numbering: 第一章",
      "Content/index.md:5:12", "use chinese-plan"),
  ]
}
