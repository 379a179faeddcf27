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

  init(_ table: DataTable, plan: PlanPeriod, _ answers: ImportAnswers) throws {
    self.table = table
    self.answers = answers
    columns = try ImportedColumns(table.header.map(\.value), plan: plan, answers)
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
    for row in table.rows {
      let name = text(.name, row) ?? text(.id, row) ?? ""
      guard !name.isEmpty, !isHeading(row) else { continue }
      let key = text(.id, row) ?? name
      if let index = known[key], index < indicators.count {
        var indicator = indicators[index]
        addValues(of: row, to: &indicator)
        indicators[index] = indicator
        continue
      }
      known[key] = indicators.count
      indicators.append(try indicator(row, named: name))
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
        guard !indicator.targets.contains(where: { $0.period == period }) else { break }
        if let number = ImportedNumber(cell.value) {
          takeUnit(number, of: &indicator, cell)
          indicator.targets.append((period, .number(number)))
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
      if case .number(let number) = indicator.targets[0].goal, number == ImportedNumber(cell.value) { return }
      let words = isChinese ? "\(head)：\(cell.value)" : "\(head): \(cell.value)"
      if indicator.note?.contains(words) != true { remark(head, cell.value) }
      return
    }
    guard let number = ImportedNumber(cell.value) else {
      indicator.targets.append((nil, .text(cell.value)))
      return
    }
    if number.isTotal {
      if indicator.baseline == nil, indicator.values.isEmpty, number.number.value > 0 {
        takeUnit(number, of: &indicator, cell)
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
    guard let number = ImportedNumber(cell.value), number.comparator == nil else {
      report(
        .csvInvalidNumber, "'\(cell.value)' is not a number, and is not imported",
        hint: DecimalNumber.hint(for: cell.value) ?? "write it into the register yourself", at: cell)
      return nil
    }
    takeUnit(number, of: &indicator, cell)
    return number
  }

  /// A number may have its unit with it, once for the indicator; another unit than the indicator's would make it another
  /// number.
  private mutating func takeUnit(
    _ number: ImportedNumber, of indicator: inout ImportedIndicator, _ cell: Located<String>
  ) {
    guard let unit = number.unit else { return }
    if indicator.unit == nil { indicator.unit = unit }
    guard indicator.unit != unit else { return }
    report(
      .csvInvalidNumber,
      "'\(cell.value)' is in another unit than '\(indicator.name)', whose unit is '\(indicator.unit ?? "")'",
      hint: "correct the number in the register", at: cell)
  }

  private mutating func report(_ code: DiagnosticCode, _ message: Message, hint: Message, at cell: Located<String>) {
    diagnostics.append(Diagnostic(.warning, code, message, hint: hint, at: table.source.location(of: cell.range)))
  }

  // MARK: What follows from a whole row

  /// The kind of an increase, which brackets or the name say, and the order of targets.
  private func settle(_ indicator: inout ImportedIndicator) throws {
    let isTotal = indicator.targets.contains { if case .number(let number) = $0.goal { number.isTotal } else { false } }
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
