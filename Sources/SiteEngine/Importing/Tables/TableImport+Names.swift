import Indicators

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
    guard !digits.isEmpty, let mark, "、.．".contains(mark) || isBracketed else { return withoutMark(text) }
    let name = String(isBracketed && !"、.．".contains(mark) ? rest : rest.dropFirst()).trimmingSpaces
    return name.isEmpty || name.first?.isNumber == true ? text : withoutMark(name)
  }

  /// A name without the mark of a footnote: 发明专利拥有量①.
  private static func withoutMark(_ name: String) -> String {
    var name = name
    while let last = name.unicodeScalars.last,
      (0x2460...0x2473).contains(last.value) || "*†‡¹²³⁴⁵".unicodeScalars.contains(last),
      name.unicodeScalars.count > 2, !["m", "M"].contains(name.unicodeScalars.dropLast().last.map(String.init) ?? "")
    {
      name.unicodeScalars.removeLast()
    }
    return name.trimmingSpaces
  }

  static func isSum(_ name: String) -> Bool {
    ["合计", "总计", "小计", "总分", "total", "subtotal", "sum", "grand total"].contains(
      name.filter { !$0.isWhitespace || $0.isASCII }.lowercased().trimmingSpaces)
  }

  /// The text of a cell with line breaks: between Chinese characters they are removed.
  static func oneLine(_ text: String) -> String {
    var result = ""
    for part in text.split(whereSeparator: \.isNewline) {
      let isChinese = result.unicodeScalars.last.map { $0.value >= 0x2E80 } ?? true
      result += (isChinese ? "" : " ") + String(part).trimmingSpaces
    }
    return result
  }

  /// `单位：万元` and `Unit: homes` above a table.
  static func unit(statedBy text: String) -> String? {
    let plain = text.trimmingSpaces
    for head in ["单位：", "单位:", "计量单位：", "Unit:", "unit:"] where plain.hasPrefix(head) {
      let unit = String(plain.dropFirst(head.count)).trimmingSpaces
      // 单位：万元、% names the units of several columns.
      return unit.isEmpty || unit.contains { "、，,/；; ".contains($0) } ? nil : unit
    }
    return nil
  }

  /// The direction that a cell names, in English or Chinese.
  static func direction(_ text: String) -> Direction? {
    switch text.trimmingSpaces.lowercased() {
    case "up", "increase", "higher", "higher is better", "↑", "正向", "上升", "提高", "越大越好": .up
    case "down", "decrease", "lower", "lower is better", "↓", "逆向", "负向", "下降", "降低", "越小越好": .down
    default: nil
    }
  }
}
