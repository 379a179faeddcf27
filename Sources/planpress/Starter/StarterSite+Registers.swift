// The registers and the data of the small example.
extension StarterSite {
  enum Department: String, CaseIterable {
    case transport, works, environment

    func name(_ text: StarterText) -> String {
      switch self {
      case .transport: text("Transport team", "交通组")
      case .works: text("Works team", "建设组")
      case .environment: text("Environment team", "环境组")
      }
    }
  }

  /// How an entry names its department: as it is written in one language, by its id in two.
  static func department(_ department: Department, _ text: StarterText) -> String {
    text.other == nil ? department.name(text) : department.rawValue
  }

  static func registers(_ text: StarterText) -> [File] {
    var files = [
      indicators(text), noise(text),
      (
        "Content/green/programmes.yaml",
        """
        - id: river-path
          name: \(text("River path", "滨河步道工程"))
          summary: \(text("Three parts become one path.", "三段步道连成一线。"))
          section: river
          department: \(department(.works, text))

        """
      ),
      (
        "Content/green/departments.yaml",
        (["# \(comment(text, "Invented departments.", "虚构的部门。"))"]
          + Department.allCases.map { "- id: \($0.rawValue)\n  name: \($0.name(text))" }).joined(separator: "\n") + "\n"
      ),
      glossary(text),
    ]
    // The data have the words of the main language.
    if let other = text.other {
      let words = [("Place", "测点"), ("East bank", "河东"), ("West bank", "河西")]
      let lines = words.map { other == .chinese ? "\($0): \($1)" : "\($1): \($0)" }
      files.append(("Content/labels/\(other.rawValue).yaml", lines.joined(separator: "\n") + "\n"))
    }
    return files
  }

  private static func comment(_ text: StarterText, _ english: String, _ chinese: String) -> String {
    text.main == .english ? english : chinese
  }

  private static func indicators(_ text: StarterText) -> File {
    let comment = comment(
      text,
      "The indicators of the plan. 'kind' decides how progress is measured. Values may also be in indicators/<id>.csv.",
      "指标登记表。kind 决定如何衡量进展；values 是历年数值，也可以放在 indicators/<id>.csv 里。")
    let (travel, source) = (text("Travel", "出行"), text("Made up", "虚构数据"))
    return (
      "Content/green/indicators.yaml",
      """
      # \(comment)
      - id: cycling
        name: \(text("Journeys by bicycle", "骑行出行比例"))
        definition: \(text("Share of everyday journeys made mainly by bicycle.", "居民日常出行中以自行车为主要方式的比例。"))
        unit: "%"
        kind: level
        nature: anticipatory
        category: \(travel)
        baseline: {year: 2023, value: 12.0}
        target: {year: 2028, value: 20}
        values: {2024: 13.4, 2025: 15.1}
        department: \(department(.transport, text))
        source: \(source)
        from: {section: streets, quote: \(text.inner("20% of everyday journeys will be made by bicycle", "骑行出行比例达到20%"))}

      - id: street-trees
        name: \(text("New street trees", "新增行道树"))
        unit: \(text("trees", "株"))
        kind: increase
        measure: cumulative
        nature: anticipatory
        category: \(travel)
        target: 10000
        values: {2024: 1800, 2025: 4600}
        department: \(department(.works, text))
        source: \(source)
        from: streets

      - id: bus-growth
        name: \(text("Growth in bus passengers", "公交客运量年均增长"))
        unit: "%"
        kind: rate
        nature: anticipatory
        category: \(travel)
        target: 4
        values: {2024: 3.1, 2025: 2.6}
        department: \(department(.transport, text))
        source: \(source)
        from: streets

      - id: night-noise
        name: \(text("Noise at night", "夜间噪声"))
        unit: \(text("decibels", "分贝"))
        kind: ceiling
        nature: binding
        category: \(text("Environment", "环境"))
        target: 55
        department: \(department(.environment, text))
        source: \(source)
        from: {section: quiet, quote: \(text.inner("noise at night will not exceed 55 decibels", "夜间噪声不超过55分贝"))}

      - id: river-path-open
        name: \(text("River path open", "滨河步道全线贯通"))
        kind: milestone
        category: \(travel)
        due: 2027
        values: {2024: planned, 2025: started}
        programme: river-path
        department: \(department(.works, text))
        from: river

      """
    )
  }

  private static func noise(_ text: StarterText) -> File {
    let (place, east, west) = text.main == .english ? ("Place", "East bank", "West bank") : ("测点", "河东", "河西")
    return (
      "Content/green/indicators/night-noise.csv",
      """
      Year,\(place),Value
      2024,,54.2
      2025,,53.8
      2024,\(east),55.9
      2025,\(east),54.6
      2024,\(west),52.5
      2025,\(west),53.0

      """
    )
  }

  private static func glossary(_ text: StarterText) -> File {
    let (box, route) = (text("box", "专栏"), text("green route", "慢行通道"))
    func line(_ key: String, _ value: String?) -> String { value.map { "\n  \(key): \($0)" } ?? "" }
    // A register in Chinese alone may have the English word, and English text the plural.
    let isChinese = text.other == nil && text.main == .chinese
    return (
      "Content/green/glossary.yaml",
      """
      - term: \(box)
        definition: \(text("A framed part of a plan's text, usually a list of programmes and their targets.", "规划正文中加框的部分，通常列出工程及其目标。"))\(line("english", isChinese ? "box" : nil))

      - term: \(route)
        definition: \(text("A route for walking and cycling, separate from motor traffic.", "供步行和骑行使用、与机动车道分开的通道。"))\(line("english", isChinese ? "walking and cycling route" : nil))\(line("aliases", isChinese ? nil : "[green routes]"))

      """
    )
  }
}
