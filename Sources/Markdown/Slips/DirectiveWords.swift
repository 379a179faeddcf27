/// Words that authors use for directives: the names, and the Chinese words for them.
enum DirectiveWords {
  /// On a line of their own, and without a content.
  static let leaves: Set<String> = ["indicators", "chart", "actions"]
  /// The names in running text.
  static let inline: Set<String> = ["target", "value", "status", "ref", "term", "action"]

  private static let chineseInline: [String: String] = [
    "目标": "target", "目标值": "target", "值": "value", "数值": "value", "指标值": "value", "状态": "status", "引用": "ref",
    "参见": "ref", "术语": "term", "任务": "action",
  ]
  private static let chineseBlocks: [String: String] = [
    "专栏": "box", "图表": "chart", "图": "chart", "指标": "indicators", "指标表": "indicators", "任务": "actions",
    "任务表": "actions",
  ]
  private static let chineseAttributes = [
    "标题": "title", "部门": "department", "章节": "section", "指标": "ids", "类型": "kind", "项目": "programme", "说明": "caption",
  ]

  /// The English name of a directive in running text, for a Chinese word.
  static func inline(_ chinese: String) -> String? { chineseInline[chinese] }

  /// The English name of a directive on a line of its own.
  static func block(_ name: String) -> String? {
    leaves.contains(name) || name == "box" ? name : chineseBlocks[name]
  }

  /// The English name of an attribute, for a Chinese word.
  static func attribute(_ chinese: String) -> String? { chineseAttributes[chinese] }

  /// `{标题="x"}` as `{title="x"}`.
  static func withEnglishAttributes(_ list: String) -> String {
    var result = ""
    var word = ""
    var isQuoted = false
    for character in list {
      if character == "\"" { isQuoted.toggle() }
      if !isQuoted, character.isLetter, !character.isASCII {
        word.append(character)
        continue
      }
      result += character == "=" ? chineseAttributes[word] ?? word : word
      word = ""
      result.append(character)
    }
    return result + word
  }

  /// The attributes that a text in brackets after a name means: `d、e` is `ids="d,e"`.
  static func attributes(_ text: String, of name: String) -> String? {
    if text.contains("=") { return withEnglishAttributes(text) }
    let ids = text.split { ",，、; ".contains($0) }
    guard !ids.isEmpty, ids.allSatisfy({ $0.allSatisfy { $0.isASCII && ($0.isLetter || $0.isNumber || $0 == "-") } })
    else { return nil }
    switch name {
    case "indicators": return ids.count == 1 ? "ids=\(ids[0])" : "ids=\"\(ids.joined(separator: ","))\""
    case "chart": return ids.count == 1 ? "id=\(ids[0])" : nil
    default: return nil
    }
  }
}

/// Brackets, braces, quotation marks and the like of a directive, as Markdown has them.
func straightened(_ text: some StringProtocol) -> String {
  var result = ""
  var isQuoted = false
  for character in text {
    switch character {
    case "“", "”", "＂":
      result.append("\"")
      isQuoted.toggle()
    case "\"":
      result.append(character)
      isQuoted.toggle()
    case "｛" where !isQuoted: result.append("{")
    case "｝" where !isQuoted: result.append("}")
    case "＝" where !isQuoted: result.append("=")
    case "　" where !isQuoted: result.append(" ")
    default: result.append(character)
    }
  }
  return result
}
