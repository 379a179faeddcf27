extension StarterSite {
  static let chinesePlan: [File] = [
    (
      "Content/green-zh/index.md",
      """
      ---
      type: plan
      title: 滨河区绿色出行规划（示例）
      short-title: 绿色出行规划
      order: 1
      language: zh-CN
      period: {start: 2024, end: 2028}
      numbering: chinese-plan
      publisher: 示例编制组
      summary: 一部虚构的小规划，演示章节、专栏、六类指标和术语表。
      ---
      本规划是一个示例，**所有数字、部门和地名都是虚构的**。它有三节、一个:term[专栏]和六项指标，每一类指标各一项。

      """
    ),
    (
      "Content/green-zh/1-streets.md",
      """
      ---
      title: 让街道适合步行和骑行
      department: 交通组
      ---
      到2028年，骑行出行比例达到:target[cycling-zh]，目前是:value[cycling-zh]。新增行道树:target[street-trees-zh]，树荫覆盖主要:term[慢行通道]。

      公交客运量继续增长。滨河步道另设[一节](2-river.md)。

      ::chart{id=cycling-zh}

      """
    ),
    (
      "Content/green-zh/2-river.md",
      """
      ---
      title: 打通滨河步道
      department: 建设组
      ---
      滨河步道分三段建设，2027年全线贯通。

      :::box{title="专栏1 滨河步道工程"}
      三段步道连成一线，沿途设休息点和无障碍坡道。

      ::indicators{programme=river-path-zh columns="name target latest status"}
      :::

      """
    ),
    (
      "Content/green-zh/3-quiet.md",
      """
      ---
      title: 守住绿地和安静
      department: 环境组
      indicators:
        - id: green-space-zh
          name: 绿地面积
          unit: 公顷
          kind: floor
          nature: binding
          target: 320
          values: {2024: 322, 2025: 321}
          from: {section: quiet, quote: 绿地面积不低于320公顷}
      ---
      绿地面积不低于320公顷，夜间噪声不超过55分贝。两项都是底线：守住就是达标。

      ::indicators{ids="green-space-zh, night-noise-zh"}

      """
    ),
    (
      "Content/green-zh/indicators.yaml",
      """
      # 指标登记表。kind 决定如何衡量进展；values 是历年数值，也可以放在 indicators/<id>.csv 里。
      - id: cycling-zh
        name: 骑行出行比例
        definition: 居民日常出行中以自行车为主要方式的比例。
        unit: "%"
        kind: level
        nature: anticipatory
        category: 出行
        baseline: {year: 2023, value: 12.0}
        target: {year: 2028, value: 20}
        values: {2024: 13.4, 2025: 15.1}
        department: 交通组
        source: 虚构数据
        from: {section: streets, quote: 骑行出行比例达到}

      - id: street-trees-zh
        name: 新增行道树
        unit: 株
        kind: increase
        measure: cumulative
        nature: anticipatory
        category: 出行
        target: 10000
        values: {2024: 1800, 2025: 4600}
        department: 建设组
        source: 虚构数据
        from: streets

      - id: bus-growth-zh
        name: 公交客运量年均增长
        unit: "%"
        kind: rate
        nature: anticipatory
        category: 出行
        target: 4
        values: {2024: 3.1, 2025: 2.6}
        department: 交通组
        source: 虚构数据
        from: streets

      - id: night-noise-zh
        name: 夜间噪声
        unit: 分贝
        kind: ceiling
        nature: binding
        category: 环境
        target: 55
        department: 环境组
        source: 虚构数据
        from: {section: quiet, quote: 夜间噪声不超过55分贝}

      - id: river-path-open-zh
        name: 滨河步道全线贯通
        kind: milestone
        category: 出行
        due: 2027
        values: {2024: planned, 2025: started}
        programme: river-path-zh
        department: 建设组
        from: river

      """
    ),
    (
      "Content/green-zh/indicators/night-noise-zh.csv",
      "Year,测点,Value\n2024,,54.2\n2025,,53.8\n2024,河东,55.9\n2025,河东,54.6\n2024,河西,52.5\n2025,河西,53.0\n"
    ),
    (
      "Content/green-zh/programmes.yaml",
      """
      - id: river-path-zh
        name: 滨河步道工程
        summary: 三段步道连成一线。
        section: river
        department: 建设组

      """
    ),
    (
      "Content/green-zh/departments.yaml",
      """
      # 虚构的部门。
      - id: transport-zh
        name: 交通组
      - id: works-zh
        name: 建设组
      - id: environment-zh
        name: 环境组

      """
    ),
    (
      "Content/green-zh/glossary.yaml",
      """
      - term: 专栏
        definition: 规划正文中加框的部分，通常列出工程及其目标。
        english: box

      - term: 慢行通道
        definition: 供步行和骑行使用、与机动车道分开的通道。
        english: walking and cycling route

      """
    ),
  ]
}
