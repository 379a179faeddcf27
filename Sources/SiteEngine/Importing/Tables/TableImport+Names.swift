// The names and remarks of a planner's table.

extension TableImport {
  /// 注：[ ]内为五年累计数。
  static func isRemark(_ text: String) -> Bool {
    ["注：", "注:", "备注", "说明：", "说明:", "资料来源", "数据来源", "note:", "notes:", "source:"].contains(
      where: text.lowercased().hasPrefix) || text.hasSuffix("。")
  }

  /// A name without the number of its row: 1.地区生产总值, 一、经济发展.
  static func withoutNumber(_ text: String) -> String {
    let digits = text.prefix { ("0"..."9").contains($0) || "一二三四五六七八九十（）()".contains($0) }
    let rest = text.dropFirst(digits.count)
    let mark = rest.first
    let isBracketed = digits.last.map { ")）".contains($0) } ?? false && digits.count > 2
    guard !digits.isEmpty, let mark, "、.．".contains(mark) || isBracketed else { return text }
    let name = String(isBracketed && !"、.．".contains(mark) ? rest : rest.dropFirst()).trimmingSpaces
    return name.isEmpty || name.first?.isNumber == true ? text : name
  }

  /// The text of a cell with line breaks: between Chinese characters nothing stands for them.
  static func oneLine(_ text: String) -> String {
    var result = ""
    for part in text.split(whereSeparator: \.isNewline) {
      let isChinese = result.unicodeScalars.last.map { $0.value >= 0x2E80 } ?? true
      result += (isChinese ? "" : " ") + String(part).trimmingSpaces
    }
    return result
  }
}
