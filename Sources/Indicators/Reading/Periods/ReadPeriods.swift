import Diagnostics

/// The periods of a table's rows, and the findings on cells that are not periods.
struct ReadPeriods {
  private let readings: [PeriodColumn.Reading]
  private let rows: ObservationRows
  /// Whether no row has a figure: what is not a period is then a remark.
  private let hasNoFigures: Bool
  /// Texts in place of a period in a file without figures.
  private(set) var sentences: [String] = []
  private var isAmbiguityReported = false

  init(_ readings: [PeriodColumn.Reading], of rows: ObservationRows) {
    self.readings = readings
    self.rows = rows
    hasNoFigures = !rows.rows.isEmpty && rows.leftOut.isEmpty && rows.rows.allSatisfy { $0.figure.value == nil }
  }

  enum RowPeriod {
    case period(Period, remark: String?)
    /// A remark on the whole file.
    case sentence
    /// The row is left out, with a finding.
    case leftOut
  }

  /// Reports a cell that is not a period. Of the cells that may be one of two periods it reports only the first, because
  /// one answer decides all of them.
  mutating func read(_ row: ObservationRows.Row, _ sink: DiagnosticSink) -> RowPeriod {
    let text = rows.periods.texts[Int(row.period)]
    switch readings[Int(row.period)] {
    case .period(let period, let remark): return .period(period, remark: remark)
    case .invalid:
      if hasNoFigures, text.contains(" ") || text.utf8.count > 12 {
        if !sentences.contains(text) { sentences.append(text) }
        return .sentence
      }
      sink.report(
        Diagnostic(
          .error, .csvInvalidPeriod,
          text.isEmpty ? "the \(rows.source.rowWord) has no period" : "'\(text)' is not a period",
          hint: Period.hint(for: text),
          at: rows.source.location(of: row.periodRange)))
    case .ambiguous(let possible):
      guard !isAmbiguityReported else { return .leftOut }
      isAmbiguityReported = true
      sink.report(.ambiguousPeriod(text, possible, at: rows.source.location(of: row.periodRange)))
    }
    return .leftOut
  }
}

extension Diagnostic {
  /// A text that is one of several periods.
  static func ambiguousPeriod(
    _ text: String, _ possible: [PeriodReading], code: DiagnosticCode = .csvAmbiguousPeriod,
    at location: SourceLocation
  ) -> Diagnostic {
    let pair = PeriodCell(text).flatMap { cell in if case .pair(let pair) = cell.shape { pair } else { nil } }
    let words = possible.map { reading -> Message in
      pair.map { reading.words(for: $0) } ?? Message(verbatim: reading.rawValue)
    }
    let answers = possible.map { Message(verbatim: "'periods: \($0.rawValue)'") }
    return Diagnostic(
      .error, code, "'\(text)' may be \(oneOf(words)), and no other period says which",
      hint: "write \(oneOf(answers)) into the indicator's entry", at: location)
  }
}

/// `a or b`, `a or b or c`
private func oneOf(_ words: [Message]) -> Message {
  guard let first = words.first else { return Message(verbatim: "") }
  return words.dropFirst().reduce(first) { "\($0) or \($1)" }
}

extension PeriodReading {
  /// The words for a pair with this meaning, for messages.
  func words(for pair: PeriodPair) -> Message {
    switch self {
    case .months: Message(verbatim: Period.month(pair.first, month: pair.second).text(.english))
    case .fiscalYears: "one year that begins in \(pair.first)"
    case .ranges, .years: "the years from \(pair.first) to \(pair.lastYear)"
    }
  }
}
