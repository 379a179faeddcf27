import Bytes
import DataFormats
import Indicators
import Markup
import Words

/// Indicators as an accessible table with a caption, scoped headings, a heading for each group and numbered notes.
package struct IndicatorTable {
  let rows: [IndicatorRow]
  private let columns: [IndicatorColumn]
  private let caption: String?
  let words: TableWords
  let language: WordLanguage
  let prefix: String
  private let hasNature: Bool
  private let hasUnit: Bool
  /// Whether no row has a figure: then one line says so, and a column of statuses would only repeat it.
  let hasNoFigures: Bool
  /// The period that all figures of a column share, by the column's ordinal.
  let commonPeriods: [Period?]
  /// The padding of each column, by its ordinal.
  private let paddings: [DecimalPadding]
  /// The department that answers for all rows, if there is no column of departments.
  private let ownerOfAll: IndicatorRow.Link?

  /// `columns` may be empty for the standard columns. `prefix` begins every HTML id and must be unique on the page.
  package init(
    _ rows: [IndicatorRow], columns: [IndicatorColumn] = [], caption: String?, words: TableWords,
    language: WordLanguage, prefix: String
  ) {
    self.rows = rows
    hasNoFigures = columns.isEmpty && rows.allSatisfy(\.isWithoutFigures)
    self.columns = columns.isEmpty ? IndicatorTable.columns(for: rows, hasStatus: !hasNoFigures) : columns
    // Columns that an author chose are all that is shown.
    ownerOfAll = columns.isEmpty && !self.columns.contains(.department) ? rows.first?.department : nil
    self.caption = caption
    self.words = words
    self.language = language
    self.prefix = prefix
    hasNature = self.columns.contains(.nature)
    hasUnit = self.columns.contains(.unit)
    commonPeriods = IndicatorTable.commonPeriods(of: rows)
    let shown = self.columns
    paddings = IndicatorColumn.allCases.map { column in
      DecimalPadding(
        (shown.contains(column) ? rows : []).lazy.map { IndicatorTable.digits(in: column, $0, language) })
    }
  }

  /// The standard columns, except those that no row fills.
  private static func columns(for rows: [IndicatorRow], hasStatus: Bool) -> [IndicatorColumn] {
    guard !rows.isEmpty else { return [] }
    return IndicatorColumn.standard.filter { column in
      switch column {
      case .baseline: rows.contains { $0.indicator.baseline != nil }
      case .latest: rows.contains { $0.indicator.latest != nil }
      case .progress: rows.contains { $0.assessment.progress != nil }
      case .status: hasStatus
      // A department that answers for all of them is named once, above the table.
      case .department: rows.contains { $0.department?.text != rows[0].department?.text }
      default: true
      }
    }
  }

  /// Empty without rows.
  package var html: HTML {
    guard !rows.isEmpty else { return HTML() }
    var bytes = ByteBuffer(capacity: rows.count * 900 + 600)
    bytes.append(markup: "<figure class=\"indicators\">\n")
    if hasNoFigures {
      bytes.append(markup: "<p class=\"no-figures\">")
      bytes.appendEscaped(words.noFigures)
      bytes.append(markup: "</p>\n")
    }
    if let ownerOfAll {
      let label = rows.count == 1 ? words.heading(of: .department) : words.ownerOfAll
      bytes.append(ownerOfAll: ownerOfAll, label, language)
    }
    bytes.append(markup: "<div class=\"table-scroll\" role=\"region\" tabindex=\"0\"")
    bytes.append(attribute: "aria-label", caption ?? words.frame)
    bytes.append(markup: ">\n<table class=\"indicator-table\" role=\"table\">\n")
    if let caption {
      bytes.append(markup: "<caption>")
      bytes.appendEscaped(caption)
      bytes.append(markup: "</caption>\n")
    }
    appendHead(to: &bytes)
    var earlier = Earlier()
    appendBodies(to: &bytes, &earlier)
    bytes.append(markup: "</table>\n</div>\n")
    appendFoot(earlier.notes, hasEmptyCell: earlier.hasEmptyCell, to: &bytes)
    bytes.append(markup: "</figure>\n")
    return HTML(bytes: bytes.array)
  }
}

// MARK: - Head and groups

extension IndicatorTable {
  private func appendHead(to bytes: inout ByteBuffer) {
    // On phones each row is a block, for which some screen readers forget that it is a row: hence the roles.
    bytes.append(markup: "<thead role=\"rowgroup\">\n<tr role=\"row\">")
    for column in columns {
      bytes.append(contentsOf: IndicatorTable.headingStartTags[column.ordinal])
      bytes.appendEscaped(words.heading(of: column))
      if let period = commonPeriods[column.ordinal] {
        bytes.append(markup: "<span class=\"date\">")
        append(to: &bytes) { $0.append(period, language) }
        bytes.append(markup: "</span>")
      }
      bytes.append(markup: "</th>")
    }
    bytes.append(markup: "</tr>\n</thead>\n")
  }

  private static let headingStartTags = IndicatorColumn.allCases.map {
    Array("<th scope=\"col\" role=\"columnheader\" class=\"col-\($0.rawValue)\">".utf8)
  }
  private static let cellStartTags = IndicatorColumn.allCases.map { cellStartTag($0) }
  /// The start tag of each cell, with the end tag of the cell before.
  private static let startTagsAfterCell = IndicatorColumn.allCases.map { Array("</td>".utf8) + cellStartTag($0) }
  private static let startTagsAfterName = IndicatorColumn.allCases.map { Array("</th>".utf8) + cellStartTag($0) }

  private static func cellStartTag(_ column: IndicatorColumn) -> [UInt8] {
    if case .name = column { return Array("<th scope=\"row\" role=\"rowheader\" class=\"col-name\">".utf8) }
    return Array("<td role=\"cell\" class=\"col-\(column.rawValue)\">".utf8)
  }

  private func appendBodies(to bytes: inout ByteBuffer, _ earlier: inout Earlier) {
    let isGrouped = rows.contains { $0.group != rows[0].group }
    var current: String??
    for number in rows.indices {
      let row = rows[number]
      if current == nil || isGrouped && current != .some(row.group) {
        if current != nil { bytes.append(markup: "</tbody>\n") }
        current = .some(row.group)
        bytes.append(markup: "<tbody role=\"rowgroup\">\n")
        if isGrouped, let group = row.group { appendGroup(group, to: &bytes) }
      }
      append(row, number: number + 1, to: &bytes, &earlier)
    }
    bytes.append(markup: "</tbody>\n")
  }

  private func appendGroup(_ group: String, to bytes: inout ByteBuffer) {
    bytes.append(markup: "<tr role=\"row\" class=\"group\"><th scope=\"rowgroup\" role=\"rowheader\"")
    bytes.append(attribute: "colspan", String(columns.count))
    bytes.append(markup: "><span>")
    bytes.appendEscaped(group)
    bytes.append(markup: "</span></th></tr>\n")
  }
}

// MARK: - Rows

extension IndicatorTable {
  private func append(_ row: IndicatorRow, number: Int, to bytes: inout ByteBuffer, _ earlier: inout Earlier) {
    bytes.append(markup: "<tr role=\"row\"")
    bytes.append(facets: row.facets)
    bytes.append(markup: ">")
    var startTags = IndicatorTable.cellStartTags
    for column in columns {
      bytes.append(contentsOf: startTags[column.ordinal])
      appendCell(column, row, number: number, to: &bytes, &earlier)
      if !earlier.hasEmptyCell { earlier.hasEmptyCell = IndicatorTable.isEmptyCell(bytes) }
      if case .name = column {
        startTags = IndicatorTable.startTagsAfterName
      } else {
        startTags = IndicatorTable.startTagsAfterCell
      }
    }
    if case .name? = columns.last {
      bytes.append(markup: "</th></tr>\n")
    } else {
      bytes.append(markup: "</td></tr>\n")
    }
  }

  private static let emptyCell = Array("<span class=\"empty\">—</span>".utf8)

  /// Whether the cell that was written last has nothing but a dash.
  private static func isEmptyCell(_ bytes: borrowing ByteBuffer) -> Bool {
    guard bytes.count >= emptyCell.count else { return false }
    return bytes.withBytes(from: bytes.count - emptyCell.count) { $0.elementsEqual(emptyCell) }
  }

  private func appendCell(
    _ column: IndicatorColumn, _ row: IndicatorRow, number: Int, to bytes: inout ByteBuffer, _ earlier: inout Earlier
  ) {
    let indicator = row.indicator
    switch column {
    case .number: bytes.append(decimal: number)
    case .name:
      bytes.append(row.name)
      for note in row.notes { appendReference(to: note, notes: &earlier.notes, to: &bytes) }
      if !hasUnit, let unit = indicator.shownUnit(language), !IndicatorWords.isSign(unit: unit) {
        bytes.append(markup: "<span class=\"unit\">")
        bytes.appendEscaped(unit)
        bytes.append(markup: "</span>")
      }
      if !hasNature, indicator.nature == .binding {
        appendTag(IndicatorWords.word(for: .binding, language), to: &bytes)
      }
    case .unit: appendText(indicator.shownUnit(language), to: &bytes)
    case .nature: appendText(indicator.nature.map { IndicatorWords.word(for: $0, language) }, to: &bytes)
    case .baseline:
      // On phones it is shown where there is no later figure.
      if indicator.latest == nil, indicator.baseline != nil {
        bytes.append(markup: "<span class=\"cell-label\">")
        bytes.appendEscaped(words.heading(of: .baseline))
        bytes.append(markup: " </span>")
      }
      appendFigure(of: indicator, to: &bytes) {
        IndicatorWords.append(baselineOf: indicator, language, form: .short, to: &$0)
      }
      appendPadding(column, row, to: &bytes)
      appendDate(indicator.baseline?.period, in: .baseline, to: &bytes, &earlier)
    case .target:
      // Shown on phones, where the heading of the table is not.
      bytes.append(markup: "<span class=\"cell-label\">")
      bytes.appendEscaped(words.heading(of: .target))
      bytes.append(markup: " </span>")
      appendFigure(of: indicator, isTarget: true, to: &bytes) {
        IndicatorWords.append(targetOf: indicator, language, form: .short, to: &$0)
      }
      appendPadding(column, row, to: &bytes)
      appendDate(ofTarget: row, to: &bytes, &earlier)
      if indicator.history != nil { appendOriginalTarget(of: indicator, to: &bytes) }
    case .latest where IndicatorWords.sumSoFar(of: indicator, row.assessment) != nil:
      // Target and progress refer to the sum, so show the sum.
      let sum = IndicatorWords.sumSoFar(of: indicator, row.assessment)
      appendText(sum.map { IndicatorWords.shortValue($0, of: indicator, language) }, to: &bytes)
      if let part = IndicatorWords.lastPart(of: indicator, row.assessment, language) { appendReason(part, to: &bytes) }
    case .latest:
      appendFigure(of: indicator, to: &bytes) {
        IndicatorWords.append(latest: indicator.latest, of: indicator, language, form: .short, to: &$0)
      }
      appendPadding(column, row, to: &bytes)
      appendDate(indicator.latest?.period, in: .latest, to: &bytes, &earlier)
    case .time:
      let time = indicator.isComparedWithTime ? row.assessment.timeProgress : nil
      if let time {
        appendText(NumberFormat.percent(time, language), to: &bytes)
      } else {
        appendNothing(to: &bytes)
      }
    case .progress: appendProgress(row.assessment, of: indicator, to: &bytes)
    case .trend: Sparkline.append(indicator, to: &bytes)
    case .status where indicator.hasNoVerdict:
      appendText(IndicatorWords.reporting(of: indicator, language), to: &bytes)
    case .status where indicator.retired != nil:
      appendText(indicator.retired.map { IndicatorWords.retired($0, language) }, to: &bytes)
    case .status:
      let verdict = Verdict(row.assessment, of: indicator)
      let isFirst = !earlier.shapes.contains(verdict.status)
      if isFirst { earlier.shapes.append(verdict.status) }
      StatusBadge.append(verdict, language, sharing: prefix, isFirst: isFirst, to: &bytes)
      appendStatusPeriod(row, to: &bytes, &earlier)
      if let reason = IndicatorWords.explanation(of: row.assessment, indicator, language) {
        appendReason(reason, to: &bytes)
      }
    case .department:
      if let department = row.department { bytes.append(department) } else { appendText(nil, to: &bytes) }
    case .source: appendText(indicator.source, to: &bytes)
    }
  }

  /// Appends a figure. One of many digits is in smaller letters; a short target with words, such as `at most 40`, is on one
  /// line.
  private func appendFigure(
    of indicator: Indicator, isTarget: Bool = false, to bytes: inout ByteBuffer, _ write: (inout ByteBuffer) -> Void
  ) {
    let start = bytes.count
    append(to: &bytes, write)
    let end = bytes.count - start
    let isNumber = !isTarget || indicator.target?.goal.isNumber == true
    let isLong = isNumber && indicator.hasLongFigures(language)
    // A line may end at a space, and beside a Han character.
    func mayBreak() -> Bool {
      bytes.withBytes(from: start) { text in text.contains { $0 == UInt8(ascii: " ") || $0 >= 0xE0 } }
    }
    guard isLong || isTarget && isNumber && end <= Self.shortTarget && mayBreak() else { return }
    let tag = isLong ? "<span class=\"long-figure\">" : "<span class=\"short-target\">"
    bytes.insert([.init(at: 0, Array(tag.utf8)), .init(at: end, Array("</span>".utf8))], from: start)
  }

  /// The most bytes of a target that is kept on one line. Empirically derived, on A4 paper.
  private static let shortTarget = 24

  private func appendPadding(_ column: IndicatorColumn, _ row: IndicatorRow, to bytes: inout ByteBuffer) {
    paddings[column.ordinal].append(behind: IndicatorTable.digits(in: column, row, language), to: &bytes)
  }

  /// The digits of the figure in a column; nil for a figure that is in another scale, approximate or missing.
  private static func digits(
    in column: IndicatorColumn, _ row: IndicatorRow, _ language: WordLanguage
  ) -> DecimalPadding.Digits? {
    let indicator = row.indicator
    let number: DecimalNumber?
    switch column {
    case .baseline: number = indicator.baseline?.value
    case .latest: number = indicator.latest?.value
    case .target:
      guard let target = indicator.target, case .value(let value) = target.goal, !target.isApproximate,
        indicator.kind != .rate
      else { return nil }
      number = value
    default: return nil
    }
    guard let number, indicator.scale(language) == nil else { return nil }
    return DecimalPadding.Digits(
      decimals: indicator.writtenDecimals(of: number),
      hasSign: indicator.unit.map { IndicatorWords.isSignBehind(unit: $0, language) } ?? false)
  }

  private func appendTag(_ text: String, to bytes: inout ByteBuffer) {
    bytes.append(markup: " <span class=\"tag\">")
    bytes.appendEscaped(text)
    bytes.append(markup: "</span>")
  }

  /// Appends the target that the plan set first, below the one in force.
  private func appendOriginalTarget(of indicator: Indicator, to bytes: inout ByteBuffer) {
    guard let original = IndicatorWords.originalTarget(besideUnitOf: indicator, language) else { return }
    appendReason(language.text(.firstSet, [.target: original]), to: &bytes)
  }

  private func appendReason(_ text: String, to bytes: inout ByteBuffer) {
    bytes.append(markup: "<span class=\"reason\">")
    bytes.appendEscaped(text)
    bytes.append(markup: "</span>")
  }

  /// Appends a bar with a mark at the progress that is expected, then both as text.
  private func appendProgress(_ assessment: Assessment, of indicator: Indicator, to bytes: inout ByteBuffer) {
    guard let progress = assessment.progress else { return appendNothing(to: &bytes) }
    let isPath = assessment.expectedProgress != nil
    let time = assessment.expected(of: indicator.kind)
    if indicator.kind != .rate { ProgressBar.append(progress, expected: time, to: &bytes) }
    bytes.append(markup: "<span class=\"num\">")
    if let text = IndicatorWords.shareOfAnother(progress, of: indicator, language) {
      bytes.appendEscaped(text)
    } else if isPath {
      bytes.appendEscaped(IndicatorWords.progress(of: indicator, assessment, language) ?? "")
    } else if IndicatorWords.isOverTarget(progress) {
      bytes.appendEscaped(words.overTarget)
    } else {
      append(to: &bytes) { $0.append(percent: progress, language) }
    }
    if let time {
      bytes.append(markup: "</span><span class=\"time\">")
      bytes.appendEscaped(isPath ? words.pathPrefix : words.timePrefix)
      if isPath {
        bytes.appendEscaped(IndicatorWords.expectedProgress(assessment, language) ?? "")
      } else {
        append(to: &bytes) { $0.append(percent: time, language) }
      }
    }
    bytes.append(markup: "</span>")
  }

  /// Escapes what `write` appends, and appends a dash if that is nothing.
  @inline(__always)
  func append(to bytes: inout ByteBuffer, _ write: (inout ByteBuffer) -> Void) {
    let start = bytes.count
    write(&bytes)
    if bytes.count > start { bytes.escape(from: start) } else { appendText(nil, to: &bytes) }
  }

  /// Leaves a cell blank. A dash would say that the plan or its sources lack a figure, and this one is none of theirs.
  private func appendNothing(to bytes: inout ByteBuffer) { bytes.append(markup: "<span class=\"empty\"></span>") }

  private func appendText(_ text: String?, to bytes: inout ByteBuffer) {
    if let text, !text.isEmpty {
      bytes.appendEscaped(text)
    } else {
      bytes.append(contentsOf: IndicatorTable.emptyCell)
    }
  }
}
