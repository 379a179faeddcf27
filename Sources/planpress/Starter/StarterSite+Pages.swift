// The pages of the small example.
extension StarterSite {
  static func pages(_ text: StarterText) -> [File] {
    frontPage(text) + planPage(text) + streets(text) + river(text) + quiet(text)
  }

  /// The keys of a page's front matter that only the file in the main language has.
  private static func shared(_ text: StarterText, _ tongue: StarterText.Tongue, _ keys: String) -> String {
    tongue == text.main && !keys.isEmpty ? keys + "\n" : ""
  }

  private static func frontPage(_ text: StarterText) -> [File] {
    text.pages(
      "index.md",
      english: """
        ---
        title: Example plan
        ---
        This site shows how planpress presents a plan: its sections, its targets, and the progress towards each of them. **All figures and names are made up.** Replace the files in `Content/` with your own.

        """,
      chinese: """
        ---
        title: 规划示例
        ---
        这个网站展示 planpress 如何呈现一部规划：章节、目标，以及每项目标的进展。**其中所有数字和名称都是虚构的。** 请把 `Content/` 里的文件换成自己的内容。

        """)
  }

  private static func planPage(_ text: StarterText) -> [File] {
    let numbering =
      text.other == nil
      ? text.main == .chinese ? "chinese-plan" : "decimal" : "{zh-CN: chinese-plan, en: decimal}"
    let keys = """
      period: {start: 2024, end: 2028}
      numbering: \(numbering)
      publisher: \(text("Example authors", "示例编制组"))
      """
    return text.pages(
      "green/index.md",
      english: """
        ---
        \(shared(text, .english, "type: plan"))title: Green travel in Riverside (example)
        short-title: Green travel
        \(shared(text, .english, keys))summary: A small, invented plan with sections, a box, all six kinds of indicators and a glossary.
        ---
        This plan is an example: **all figures, departments and places in it are made up**. It has three sections, a :term[box] and six indicators, one of each kind.

        """,
      chinese: """
        ---
        \(shared(text, .chinese, "type: plan"))title: 滨河区绿色出行规划（示例）
        short-title: 绿色出行规划
        \(shared(text, .chinese, keys))summary: 一部虚构的小规划，演示章节、专栏、六类指标和术语表。
        ---
        本规划是一个示例，**所有数字、部门和地名都是虚构的**。它有三节、一个:term[专栏]和六项指标，每一类指标各一项。

        """)
  }

  private static func streets(_ text: StarterText) -> [File] {
    let keys = "department: \(department(.transport, text))"
    return text.pages(
      "green/1-streets.md",
      english: """
        ---
        title: Streets for walking and cycling
        \(shared(text, .english, keys))---
        By 2028, 20% of everyday journeys will be made by bicycle; it is now :value[cycling]. :target[street-trees] will shade the main :term[green routes].

        The number of bus passengers will keep growing. The river path has [its own section](2-river.md).

        ::chart{id=cycling}

        """,
      chinese: """
        ---
        title: 让街道适合步行和骑行
        \(shared(text, .chinese, keys))---
        到2028年，骑行出行比例达到20%，目前是:value[cycling]。新增行道树:target[street-trees]，树荫覆盖主要:term[慢行通道]。

        公交客运量继续增长。滨河步道另设[一节](2-river.md)。

        ::chart{id=cycling}

        """)
  }

  private static func river(_ text: StarterText) -> [File] {
    let keys = "department: \(department(.works, text))"
    return text.pages(
      "green/2-river.md",
      english: """
        ---
        title: A path along the river
        \(shared(text, .english, keys))---
        The path will be built in three parts and be open from end to end in 2027.

        :::box{title="Box 1: the river path"}
        Three parts become one path, with places to rest and step-free ramps.

        ::indicators{programme=river-path columns="name target latest status"}
        :::

        """,
      chinese: """
        ---
        title: 打通滨河步道
        \(shared(text, .chinese, keys))---
        滨河步道分三段建设，2027年全线贯通。

        :::box{title="专栏1 滨河步道工程"}
        三段步道连成一线，沿途设休息点和无障碍坡道。

        ::indicators{programme=river-path columns="name target latest status"}
        :::

        """)
  }

  private static func quiet(_ text: StarterText) -> [File] {
    let keys = """
      department: \(department(.environment, text))
      indicators:
        - id: green-space
          name: \(text("Green space", "绿地面积"))
          unit: \(text("hectares", "公顷"))
          kind: floor
          nature: binding
          category: \(text("Environment", "环境"))
          target: 320
          values: {2024: 322, 2025: 321}
          from: {section: quiet, quote: \(text.inner("Green space will not fall below 320 hectares", "绿地面积不低于320公顷"))}
      """
    return text.pages(
      "green/3-quiet.md",
      english: """
        ---
        title: Green space and quiet nights
        \(shared(text, .english, keys))---
        Green space will not fall below 320 hectares, and noise at night will not exceed 55 decibels. Both are limits: success means keeping within them.

        ::indicators{ids="green-space, night-noise"}

        """,
      chinese: """
        ---
        title: 守住绿地和安静
        \(shared(text, .chinese, keys))---
        绿地面积不低于320公顷，夜间噪声不超过55分贝。两项都是底线：守住就是达标。

        ::indicators{ids="green-space, night-noise"}

        """)
  }
}
