import DataFormats
import Diagnostics
import Files
import Indicators
import Markup
import SiteSources

/// Turns a planner's own table into indicators and their values.
struct TableImport {
  private(set) var indicators: [ImportedIndicator] = []
  /// What of the table was not taken over.
  private(set) var diagnostics: [Diagnostic] = []

  private let table: DataTable
  private let columns: ImportedColumns
  private let answers: ImportAnswers
  private let comma: ImportedNumber.Comma

  init(_ table: DataTable, plan: PlanPeriod, _ answers: ImportAnswers) throws {
    self.table = table
    self.answers = answers
    let columns = try ImportedColumns(table.header.map(\.value), plan: plan, answers)
    let numbers = columns.roles.indices.filter { columns.roles[$0].isNumber }
    self.columns = columns
    comma = ImportedNumber.Comma(
      cells: table.rows.lazy.flatMap { row in numbers.lazy.map { row.cells[$0].value } },
      isChinese: table.header.contains { $0.value.unicodeScalars.contains { $0.value >= 0x3400 } })
    for (index, cell) in table.header.enumerated() where columns.roles[index] == .unknown && !cell.value.isEmpty {
      report(
        .csvUnknownColumn, "column '\(cell.value)' is not imported",
        hint: "copy what it says into the register yourself", at: cell)
    }
    if let row = table.rows.first, let name = columns.roles.firstIndex(of: .column(.name)),
      !row.cells[name].value.isEmpty, row.cells[name].value == table.header[name].value
    {
      throw Author.Refusal(
        "the table has several rows of heads, and planpress cannot tell how they belong together",
        hint: "write the heads of all columns into one row, such as '2025 target' (2025年目标)")
    }
    // A table with a row for each value names its indicator in each.
    var known: [String: Int] = [:]
    // A row across the table, such as 一、创新驱动, is the category of those below it.
    var category: String?
    for row in table.rows {
      if isHeading(row) {
        let cell = row.cells.first { !$0.value.isEmpty } ?? row.cells[0]
        if TableImport.isRemark(cell.value) {
          report(
            .importTable, "'\(cell.value)' stands beside the table, and is not imported",
            hint: "write it into the text of the plan, or as the note of an indicator", at: cell)
        } else {
          category = TableImport.withoutNumber(cell.value)
        }
        continue
      }
      let name = TableImport.withoutNumber(TableImport.oneLine(text(.name, row) ?? text(.id, row) ?? ""))
      guard !name.isEmpty else { continue }
      let key = text(.id, row) ?? name
      if let index = known[key], index < indicators.count {
        var indicator = indicators[index]
        addValues(of: row, to: &indicator)
        indicators[index] = indicator
        continue
      }
      known[key] = indicators.count
      var indicator = try indicator(row, named: name)
      if !columns.roles.contains(.column(.category)) { indicator.category = category }
      indicators.append(indicator)
    }
    for index in indicators.indices { try settle(&indicators[index]) }
    makeIDs()
    let hasTargets = columns.roles.contains { role in
      switch role {
      case .target, .growth: true
      default: false
      }
    }
    for indicator in indicators where hasTargets && indicator.targets.isEmpty {
      diagnostics.append(
        Diagnostic(
          .warning, .importTable, "'\(indicator.name)' has no target in the table",
          hint: "write one into the register, or delete the entry", at: indicator.location))
    }
  }

  // MARK: Rows

  private func cell(_ column: TableColumn, _ row: CSVRow) -> Located<String>? {
    columns.roles.firstIndex(of: .column(column)).map { row.cells[$0] }
  }

  private func text(_ column: TableColumn, _ row: CSVRow) -> String? {
    cell(column, row).flatMap { $0.value.isEmpty ? nil : $0.value }
  }

  /// A row that only names a group, such as `一、创新驱动`.
  private func isHeading(_ row: CSVRow) -> Bool {
    row.cells.count { !$0.value.isEmpty } == 1
  }

  private mutating func indicator(_ row: CSVRow, named name: String) throws -> ImportedIndicator {
    var (shown, bracket) = (name, String?.none)
    // 森林覆盖率（%）: the unit in the name.
    if let open = name.lastIndex(where: { "(（".contains($0) }), let last = name.last, ")）".contains(last) {
      let inner = String(name[name.index(after: open)...].dropLast())
      if columns.roles.firstIndex(of: .column(.unit)) == nil {
        (shown, bracket) = (String(name[..<open]).trimmingSpaces, inner)
      }
    }
    var found = ImportedIndicator(
      id: text(.id, row) ?? "", name: shown, location: table.source.location(line: row.line))
    found.unit = text(.unit, row) ?? bracket
    if let unit = found.unit, ["—", "-", "/", "－"].contains(unit) { found.unit = nil }
    if found.unit == "％" { found.unit = "%" }
    found.kind = text(.kind, row).flatMap { IndicatorKind(rawValue: $0) }
    found.category = text(.category, row)
    found.source = columns.roles.contains(.column(.value)) ? nil : text(.source, row)
    found.note = columns.roles.contains(.column(.value)) ? nil : text(.note, row)
    found.departments = (text(.department, row) ?? "")
      .listItems { "、，,;；/".contains($0) || $0.isNewline }
      .map { String($0).trimmingSpaces }
      // A dash says that there is none.
      .filter { $0.contains { $0.isLetter || $0.isNumber } }
    if let index = columns.roles.firstIndex(of: .nature) {
      let word = row.cells[index].value
      found.nature = word.hasPrefix("约束") ? .binding : word.hasPrefix("预期") ? .anticipatory : Nature(rawValue: word)
    }
    addValues(of: row, to: &found)
    return found
  }

  private mutating func addValues(of row: CSVRow, to indicator: inout ImportedIndicator) {
    if let value = cell(.value, row), let time = cell(.period, row), !value.value.isEmpty {
      if let period = Period(cell: time.value), let number = number(value, of: &indicator) {
        add((period, number.number, text(.source, row) ?? "", text(.note, row) ?? ""), to: &indicator, value)
      } else if Period(cell: time.value) == nil {
        report(.csvInvalidPeriod, "'\(time.value)' is not a period", hint: "write a year such as 2021", at: time)
      }
    }
    for (index, role) in columns.roles.enumerated() where !isEmpty(row.cells[index].value) {
      let cell = row.cells[index]
      switch role {
      case .baseline(let period):
        // In a table with a row for each value, every row repeats them.
        guard indicator.baseline == nil else { break }
        if let number = number(cell, of: &indicator) {
          indicator.baseline = (period ?? year(.baselineYear, beside: index, row), number)
        }
      case .target(let stated):
        let period = stated ?? year(.targetYear, beside: index, row)
        if let known = indicator.targets.first(where: { $0.period == period }) {
          reportOther(known.goal, cell, of: indicator)
          break
        }
        if let change = change(cell.value, of: indicator) {
          indicator.targets.append((period, change))
        } else if let number = ImportedNumber(cell.value, comma: comma) {
          guard let converted = inUnit(number, of: &indicator, cell) else { break }
          indicator.targets.append((period, .number(converted)))
        } else {
          if let hint = hintOnNumber(cell.value) {
            report(
              .csvInvalidNumber, "'\(cell.value)' is not a number, and is imported as words", hint: hint, at: cell)
          }
          indicator.targets.append((period, .text(cell.value)))
        }
      case .value(let period):
        if let number = number(cell, of: &indicator) { add((period, number.number, "", ""), to: &indicator, cell) }
      case .column, .nature, .number, .baselineYear, .targetYear, .growth, .unknown: break
      }
    }
    for (index, role) in columns.roles.enumerated() where role == .growth && !isEmpty(row.cells[index].value) {
      addGrowth(row.cells[index], headed: table.header[index].value, to: &indicator)
    }
  }

  /// `-55%`, `+5pp`: a number with a sign and a share is a change. Without a baseline its words stand.
  private func change(_ text: String, of indicator: ImportedIndicator) -> ImportedIndicator.Goal? {
    let plain = DecimalNumber.plain(text)
    guard let sign = plain.first, "+-".contains(sign), let number = ImportedNumber(text, comma: comma),
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
    case .relative, .change: return
    case .text: break
    }
    report(
      .valuesConflict, "'\(indicator.name)' has another target already, and '\(cell.value)' is not imported",
      hint: "give each row a name of its own, or correct the target", at: cell)
  }

  /// The year of a baseline or target that stands in a column of its own: the nearest one, first to the left.
  private func year(_ role: ImportedColumns.Role, beside index: Int, _ row: CSVRow) -> Period? {
    let columns = columns.roles.indices.filter { self.columns.roles[$0] == role }
    let nearest = columns.min { (abs($0 - index), $0) < (abs($1 - index), $1) }
    return nearest.flatMap { Period(cell: row.cells[$0].value) }
  }

  /// What a cell under 年均增长[累计] says. Where the row has a target, it is a remark; else it is the target: in brackets the
  /// amount over all years, and without them a rate.
  private mutating func addGrowth(
    _ cell: Located<String>, headed head: String, to indicator: inout ImportedIndicator
  ) {
    let isChinese = head.unicodeScalars.contains { $0.value >= 0x3400 }
    func remark(_ name: String, _ text: String) {
      let words = isChinese ? "\(name)：\(text)" : "\(name): \(text)"
      indicator.note = indicator.note.map { $0 + (isChinese ? "；" : "; ") + words } ?? words
    }
    guard indicator.targets.isEmpty else {
      // In a table with a row for each value, every row repeats it.
      if case .number(let number) = indicator.targets[0].goal, number == ImportedNumber(cell.value, comma: comma) {
        return
      }
      let words = isChinese ? "\(head)：\(cell.value)" : "\(head): \(cell.value)"
      if indicator.note?.contains(words) != true { remark(head, cell.value) }
      return
    }
    guard let number = ImportedNumber(cell.value, comma: comma) else {
      indicator.targets.append((nil, .text(cell.value)))
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
      remark((isChinese ? "基期" : "Baseline") + year, NumberFormat.data(baseline.number.number) + unit)
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
      hint: "correct the number in the table of values if this one is right", at: cell)
  }

  private func isEmpty(_ text: String) -> Bool { text.isEmpty || ["—", "-", "－", "——", "/", "…"].contains(text) }

  private mutating func number(_ cell: Located<String>, of indicator: inout ImportedIndicator) -> ImportedNumber? {
    guard let number = ImportedNumber(cell.value, comma: comma), number.comparator == nil else {
      report(
        .csvInvalidNumber, "'\(cell.value)' is not a number, and is not imported",
        hint: DecimalNumber.hint(for: cell.value) ?? "write it into the register yourself", at: cell)
      return nil
    }
    return inUnit(number, of: &indicator, cell)
  }

  /// The number in the unit of the indicator, which it names if nothing else does. Nil, with a finding, for a number in
  /// another unit.
  private mutating func inUnit(
    _ number: ImportedNumber, of indicator: inout ImportedIndicator, _ cell: Located<String>
  ) -> ImportedNumber? {
    if indicator.unit == nil { indicator.unit = number.unit }
    if let converted = number.converted(to: indicator.unit) { return converted }
    report(
      .csvInvalidNumber,
      "'\(cell.value)' is in another unit than '\(indicator.name)', whose unit is '\(indicator.unit ?? "")', and is not imported",
      hint: "write the number in that unit, or correct the unit", at: cell, .error)
    return nil
  }

  /// Whether a cell has nothing but a number that could be read in two ways.
  private func isNumber(_ text: String) -> Bool {
    let plain = DecimalNumber.plain(text)
    return plain.contains { ("0"..."9").contains($0) }
      && plain.allSatisfy { ("0"..."9").contains($0) || ",.%+- '’_".contains($0) }
      && plain.dropFirst().allSatisfy { $0 != "-" && $0 != "+" }
  }

  /// A number that is not read is an error: nobody would miss it. Words in its place are the author's.
  private mutating func report(
    _ code: DiagnosticCode, _ message: Message, hint: Message, at cell: Located<String>,
    _ severity: Diagnostic.Severity? = nil
  ) {
    let severity = severity ?? (code == .csvInvalidNumber && isNumber(cell.value) ? .error : .warning)
    diagnostics.append(Diagnostic(severity, code, message, hint: hint, at: table.source.location(of: cell.range)))
  }

  // MARK: What follows from a whole row

  /// The kind of an increase, which brackets or the name say, and the order of targets.
  private func settle(_ indicator: inout ImportedIndicator) throws {
    let isTotal = indicator.targets.contains { if case .number(let number) = $0.goal { number.isTotal } else { false } }
    if indicator.kind == nil, isTotal, let baseline = indicator.baseline {
      // In brackets stands what is added up over all years; what was before is a remark.
      let isChinese = indicator.name.unicodeScalars.contains { $0.value >= 0x3400 }
      let year = baseline.period.map { "\($0)" } ?? ""
      let value = NumberFormat.data(baseline.number.number) + (indicator.unit ?? "")
      let words = isChinese ? "基期\(year)：\(value)" : "Baseline \(year): \(value)"
      indicator.note = indicator.note.map { $0 + (isChinese ? "；" : "; ") + words } ?? words
      indicator.baseline = nil
    }
    if indicator.kind == nil, indicator.baseline == nil,
      isTotal || indicator.name.hasPrefix("新增") || indicator.name.hasPrefix("累计")
    {
      indicator.kind = .increase
    }
    if indicator.kind == nil, indicator.baseline == nil, indicator.unit == "%",
      indicator.name.hasSuffix("增长率") || indicator.name.hasSuffix("增速") || indicator.name.hasSuffix("增长")
    {
      indicator.kind = .rate
    }
    if indicator.kind == .increase {
      guard let measure = answers.measure ?? (indicator.values.count > 1 ? nil : .cumulative) else {
        throw ImportQuestion(
          kind: .measure,
          text: "do the values of '\(indicator.name)' count all since the beginning, or each year alone?",
          choices: Measure.allCases.map(\.rawValue))
      }
      indicator.measure = measure
    }
    indicator.targets.sort { a, b in
      guard let first = a.period else { return false }
      return b.period.map { first < $0 } ?? true
    }
  }

  /// Makes an id from the name of an indicator that has none, and numbers equal ids.
  private mutating func makeIDs() {
    var used: Set<String> = []
    for index in indicators.indices {
      var id = IndicatorID(indicators[index].id)?.text ?? Slug(indicators[index].name)?.text ?? "indicator"
      id = String(id.prefix(60))
      var unique = id
      var number = 2
      while !used.insert(unique.lowercased()).inserted {
        unique = "\(id)-\(number)"
        number += 1
      }
      indicators[index].id = unique
    }
  }
}
