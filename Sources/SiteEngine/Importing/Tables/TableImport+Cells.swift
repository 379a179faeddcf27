import Bytes
import DataFormats
import Diagnostics
import Indicators

// The figures of a planner's table.

extension TableImport {
  mutating func addValues(of row: CSVRow, to indicator: inout ImportedIndicator) {
    if let value = cell(.value, row), let time = cell(.period, row), !value.value.isEmpty {
      if let period = Period(cell: time.value), let number = number(value, of: &indicator) {
        let note = [text(.note, row), number.words].compactMap(\.self).joined(separator: " ")
        add((period, number.number, number.status, text(.source, row) ?? "", note), to: &indicator, value)
      } else if Period(cell: time.value) == nil {
        report(.csvInvalidPeriod, "'\(time.value)' is not a period", hint: "write a year such as 2021", at: time)
      }
    }
    for (index, role) in columns.roles.enumerated() where !isEmpty(row.cells[index].value) {
      let cell = row.cells[index]
      if role.isNumber, ImportedNumber.isMissing(cell.value) {
        noteMissing(cell)
        continue
      }
      switch role {
      case .baseline(let period): addBaseline(cell, for: period, at: index, row, to: &indicator)
      case .target(let stated): addTarget(cell, for: stated, at: index, row, to: &indicator)
      case .value(let period):
        if let number = number(cell, of: &indicator) {
          // 2025年预计: the heading says it of all figures below it.
          let status = number.status ?? ImportedNumber.status(in: table.header[index].value)
          if let mark = number.remark, number.status == nil, ImportedNumber.isMark(mark) { reportMark(mark, cell) }
          add((number.statedPeriod ?? period, number.number, status, "", number.words ?? ""), to: &indicator, cell)
        }
      default: break
      }
    }
    for (index, role) in columns.roles.enumerated()
    where role == .growth && !isEmpty(row.cells[index].value) && !ImportedNumber.isMissing(row.cells[index].value) {
      addGrowth(row.cells[index], headed: table.header[index].value, to: &indicator)
    }
  }

  /// `period` is what the head of the column says.
  private mutating func addBaseline(
    _ cell: Located<String>, for period: Period?, at index: Int, _ row: CSVRow,
    to indicator: inout ImportedIndicator
  ) {
    // In a table with a row for each value, every row repeats them.
    if let known = indicator.baseline { return reportOtherBaseline(known.number, cell, of: indicator) }
    if let number = number(cell, of: &indicator) {
      let time = number.statedPeriod ?? period ?? year(.baselineYear, beside: index, row)
      indicator.baseline = (time, number)
      let head = table.header[index].value
      indicator.baselineStatus = number.status ?? ImportedNumber.status(in: head)
      // Neither the word 约 nor 2025年（预计） has a key of a baseline.
      if number.isApproximate || ImportedNumber.status(in: head) != nil {
        addRemark(head, cell.value, to: &indicator)
      } else {
        keepWords(of: number, cell, headed: head, in: &indicator)
      }
    }
  }

  /// `stated` is what the head of the column says; a year in the cell itself takes precedence.
  private mutating func addTarget(
    _ cell: Located<String>, for stated: Period?, at index: Int, _ row: CSVRow,
    to indicator: inout ImportedIndicator
  ) {
    var period = stated ?? year(.targetYear, beside: index, row)
    var cell = cell
    if let (text, year) = ImportedNumber.statedYear(in: cell.value) {
      cell = Located(text, at: cell.range)
      if let column = period, column != .year(year) {
        report(
          .importTable,
          "the column is for \(column), and the cell says \(year): the target is imported for \(year)",
          hint: "correct the year in the register if the column is right", at: cell)
      }
      period = .year(year)
    }
    if let known = indicator.targets.first(where: { $0.period == period }) {
      return reportOther(known.goal, cell, of: indicator)
    }
    indicator.targetPlaces[period] = table.source.location(of: cell.range)
    if let change = change(cell.value, of: indicator) {
      indicator.targets.append((period, change))
    } else if let (low, high) = ImportedNumber.range(cell.value, comma: comma),
      let (first, second) = bothInUnit(low, high, of: &indicator)
    {
      indicator.targets.append((period, .between(first, second, cell.value)))
    } else if let number = ImportedNumber(cell.value, comma: comma) {
      guard let converted = inUnit(number, of: &indicator, cell, asWords: true) else {
        indicator.targets.append((period, .text(cell.value)))
        return
      }
      indicator.targets.append((period, .number(converted)))
      keepWords(of: converted, cell, headed: table.header[index].value, in: &indicator)
    } else {
      if cell.value.contains(where: \.isNumber) {
        report(
          .importTable, "'\(cell.value)' is not a number, and is imported as words",
          hint: hintOnNumber(cell.value) ?? "write its number into the register yourself", at: cell)
      }
      indicator.targets.append((period, .text(cell.value)))
    }
  }

  private static let directions: [(words: [String], sign: String)] = [
    (["累计下降", "下降", "降低", "减少", "压减", "削减", "reduceby", "cutby", "downby"], "-"),
    (["累计增长", "增长", "提高", "增加", "提升", "increaseby", "upby"], "+"),
  ]

  /// `-55%`, `+5pp`, 下降5%, `halve`: a number with a sign and a share is a change. Without a baseline the target is kept
  /// as text.
  private func change(_ text: String, of indicator: ImportedIndicator) -> ImportedIndicator.Goal? {
    var plain = DecimalNumber.plain(text)
    let words = plain.lowercased().filter { !$0.isWhitespace }
    if let change = RatioWords.change(in: words) {
      return indicator.baseline == nil ? .text(text) : .relative(change)
    }
    for (verbs, sign) in Self.directions {
      guard let verb = verbs.first(where: words.hasPrefix) else { continue }
      plain = sign + words.dropFirst(verb.count)
      break
    }
    guard let sign = plain.first, "+-".contains(sign), let number = ImportedNumber(plain, comma: comma),
      let unit = number.unit?.lowercased(), ["%", "pp", "个百分点", "百分点", "percent"].contains(unit)
    else { return nil }
    guard indicator.baseline != nil else { return .text(text) }
    let isShare = indicator.unit == "%"
    if unit == "%" || unit == "percent" { return isShare ? .text(text) : .relative(number.number) }
    return isShare ? .change(number) : .text(text)
  }

  /// Another target for a period that has one is not taken.
  private mutating func reportOther(
    _ goal: ImportedIndicator.Goal, _ cell: Located<String>, of indicator: ImportedIndicator
  ) {
    switch goal {
    case .number(let first):
      // In a table with a row for each value, every row repeats it.
      let other = ImportedNumber(cell.value, comma: comma)?.converted(to: indicator.unit)
      if other?.number.value == first.number.value { return }
    case .text(let first) where first == cell.value: return
    case .relative, .change, .between: return
    case .text: break
    }
    report(
      .importTable, "'\(indicator.name)' has another target already, and '\(cell.value)' is not imported",
      hint: "give each row a name of its own, or correct the target", at: cell)
  }

  /// Another baseline of an indicator that has one is not taken.
  private mutating func reportOtherBaseline(
    _ first: ImportedNumber, _ cell: Located<String>, of indicator: ImportedIndicator
  ) {
    guard let other = ImportedNumber(cell.value, comma: comma)?.converted(to: indicator.unit),
      other.number.value != first.number.value
    else { return }
    report(
      .importTable, "'\(indicator.name)' has another baseline already, and '\(cell.value)' is not imported",
      hint: "give each row a name of its own, or correct the baseline", at: cell)
  }

  /// A mark whose meaning is outside the table.
  private mutating func reportMark(_ mark: String, _ cell: Located<String>) {
    report(
      .importTable, "the mark '\(mark)' of this figure is not imported",
      hint: "if readers should know what it means, write it as the note of the value", at: cell)
  }

  /// The year of a baseline or target that has a column of its own: the nearest one, first to the left.
  private func year(_ role: ImportedColumns.Role, beside index: Int, _ row: CSVRow) -> Period? {
    let columns = columns.roles.indices.filter { self.columns.roles[$0] == role }
    let nearest = columns.min { (abs($0 - index), $0) < (abs($1 - index), $1) }
    // By 2030, 2025年底
    return nearest.flatMap { Period(cell: row.cells[$0].value) ?? ImportedColumns.year(in: row.cells[$0].value) }
  }

  /// Reads a cell under 年均增长[累计]. Where the row has a target, it is a remark; else it is the target: in brackets the
  /// amount over all years, and without them a rate.
  private mutating func addGrowth(
    _ cell: Located<String>, headed head: String, to indicator: inout ImportedIndicator
  ) {
    let isChinese = head.containsHan
    guard indicator.targets.isEmpty else {
      // In a table with a row for each value, every row repeats it.
      if case .number(let number) = indicator.targets[0].goal, number == ImportedNumber(cell.value, comma: comma) {
        return
      }
      addRemark(head, cell.value, to: &indicator)
      return
    }
    guard let number = ImportedNumber(cell.value, comma: comma) else {
      indicator.targets.append((nil, .text(cell.value)))
      return
    }
    // <5.5 for a rate of unemployment, in the column of growth: the rate itself.
    let isShare =
      indicator.unit == "%"
      && ["率", "占比", "比重", "比例", "rate", "share"].contains {
        indicator.name.lowercased().hasSuffix($0)
      }
    if !number.isTotal, isShare, !indicator.name.hasSuffix("增长率"), number.comparator != nil {
      indicator.targets.append((nil, .number(number)))
      return
    }
    if number.isTotal {
      if indicator.baseline == nil, indicator.values.isEmpty, number.number.value > 0 {
        guard let number = inUnit(number, of: &indicator, cell) else { return }
        indicator.kind = indicator.kind ?? .increase
        indicator.targets.append((nil, .number(number)))
      } else {
        indicator.targets.append((nil, indicator.baseline == nil ? .text(cell.value) : .change(number)))
      }
      return
    }
    // The growth of an amount is another thing than the amount: its baseline is a remark.
    if let baseline = indicator.baseline {
      let year = baseline.period.map { " \($0)" } ?? ""
      let unit = indicator.unit.map { $0 == "%" ? $0 : " " + $0 } ?? ""
      indicator.add(
        note: (isChinese ? "基期\(year)：" : "Baseline\(year): ") + NumberFormat.data(baseline.number.number) + unit)
      indicator.baseline = nil
    }
    indicator.unit = "%"
    indicator.kind = .rate
    let isNamed = ["增长", "增速", "增长率", "growth", "rate"].contains { indicator.name.lowercased().hasSuffix($0) }
    if !isNamed { indicator.name += isChinese ? "年均增长" : ", annual growth" }
    indicator.targets.append((nil, .number(number)))
  }

  /// The hint for a text with a number that cannot be read in one way only; nil for a text of words.
  private func hintOnNumber(_ text: String) -> Message? {
    guard text.contains(where: { ("0"..."9").contains($0) }) else { return nil }
    let digits = text.drop { !("0"..."9").contains($0) }.prefix { ("0"..."9").contains($0) || ",.".contains($0) }
    return digits.contains(",") ? DecimalNumber.hint(for: String(digits)) : nil
  }

  /// Adds the first value for a period, and reports another one.
  private mutating func add(
    _ value: ImportedIndicator.Value, to indicator: inout ImportedIndicator, _ cell: Located<String>
  ) {
    guard let first = indicator.number(of: value.period) else { return indicator.append(value) }
    guard first != value.number else { return }
    report(
      .valuesConflict,
      "'\(indicator.name)' has two values for \(value.period.description): \(NumberFormat.data(first)) is imported, and this one is not",
      hint: columns.roles.contains(.column(.period))
        ? "correct the number in the table of values if this one is right"
        : "if two rows are two indicators, give each a name of its own; else correct the number", at: cell)
  }

  func isEmpty(_ text: String) -> Bool { text.isEmpty || ["—", "-", "－", "——", "/", "…"].contains(text) }

  /// A figure that was reached; a bound or a range is not one.
  private mutating func number(_ cell: Located<String>, of indicator: inout ImportedIndicator) -> ImportedNumber? {
    guard let number = ImportedNumber(cell.value, comma: comma), number.comparator == nil else {
      report(
        .importTable, "'\(cell.value)' is not a number, and is not imported",
        hint: DecimalNumber.hint(for: cell.value) ?? "write it into the register yourself", at: cell)
      return nil
    }
    return inUnit(number, of: &indicator, cell)
  }

  /// The number in the unit of the indicator, which it names if nothing else does. Nil, with a finding, for a number in
  /// another unit.
  private mutating func inUnit(
    _ number: ImportedNumber, of indicator: inout ImportedIndicator, _ cell: Located<String>, asWords: Bool = false
  ) -> ImportedNumber? {
    let number = number.withUnitInBrackets(of: indicator.unit)
    if indicator.unit == nil { indicator.unit = number.unit }
    if let converted = number.converted(to: indicator.unit) { return converted }
    let (name, unit) = (indicator.name, indicator.unit ?? "")
    report(
      .importTable,
      asWords
        ? "'\(cell.value)' is in another unit than '\(name)', whose unit is '\(unit)', and is imported as words"
        : "'\(cell.value)' is in another unit than '\(name)', whose unit is '\(unit)', and is not imported",
      hint: "write the number in that unit, or correct the unit", at: cell)
    return nil
  }

  /// Nil if one of them is in another unit.
  private func bothInUnit(
    _ low: ImportedNumber, _ high: ImportedNumber, of indicator: inout ImportedIndicator
  ) -> (ImportedNumber, ImportedNumber)? {
    if indicator.unit == nil { indicator.unit = high.unit }
    guard let first = low.converted(to: indicator.unit), let second = high.converted(to: indicator.unit) else {
      return nil
    }
    return (first, second)
  }

  /// The words beside the figure of a baseline or target, such as 预计, become a remark.
  private func keepWords(
    of number: ImportedNumber, _ cell: Located<String>, headed head: String, in indicator: inout ImportedIndicator
  ) {
    guard number.remark != nil, number.statedPeriod == nil else { return }
    addRemark(head, cell.value, to: &indicator)
  }

  /// Notes a text with the heading of its column.
  private func addRemark(_ head: String, _ text: String, to indicator: inout ImportedIndicator) {
    let isChinese = head.containsHan
    indicator.add(note: isChinese ? "\(head)：\(text)" : "\(head): \(text)")
  }
}
