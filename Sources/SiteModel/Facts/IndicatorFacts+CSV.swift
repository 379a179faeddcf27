import Bytes
import DataFormats
import Indicators

/// Writes each fact that has a column as a cell.
private struct CSVFacts<Subject>: FactVisitor {
  let csv: UnsafeMutablePointer<CSVWriter>
  let subject: Subject
  let context: FactContext

  @inline(__always)
  mutating func visit(
    _ key: StaticString, column: () -> FactColumn, page: () -> PageText?, value: (Subject, FactContext) -> FactValue
  ) {
    csv.pointee.cell(value(subject, context))
  }

  @inline(__always)
  mutating func visit(_ key: StaticString, page: () -> PageText?, value: (Subject, FactContext) -> FactValue) {}

  @inline(__always)
  mutating func visit<List: FactList>(_ key: StaticString, _ list: List.Type, of inner: (Subject) -> List.Subject?) {
    visit(list, of: inner)
  }

  @inline(__always)
  mutating func visit<List: FactList>(_ list: List.Type, of inner: (Subject) -> List.Subject?) {
    guard let inner = inner(subject) else { return csv.pointee.emptyCells(List.columnCount) }
    var facts = CSVFacts<List.Subject>(csv: csv, subject: inner, context: context)
    List.visit(&facts)
  }
}

extension CSVWriter {
  @inline(__always)
  mutating func cells<List: FactList>(
    _ list: List.Type, of subject: List.Subject, _ context: FactContext
  ) {
    withUnsafeMutablePointer(to: &self) { csv in
      var facts = CSVFacts(csv: csv, subject: subject, context: context)
      List.visit(&facts)
    }
  }

  @inline(__always)
  fileprivate mutating func cell(_ value: FactValue) {
    switch value {
    case .absent: emptyCells()
    case .string(let text): cell(text)
    case .decimal(let number): cell { $0.append(data: number) }
    case .number(let number): cell { $0.append(jsonNumber: number) }
    case .flag(let flag): cell { $0.append(literal: flag ? "true" : "false") }
    case .period(let period), .year(let period): cell { $0.append(data: period) }
    case .path(let route): cell(route.bare)
    case .list(let texts): cell(texts.joined(separator: "; "))
    case .decimals(let numbers): cell(numbers.map { NumberFormat.data($0) }.joined(separator: "; "))
    case .cell(let text): cell(text)
    case .place(let place): cell(place: place)
    case .pairs(let pairs): cell(pairs.map { "\($0.name)=\($0.value)" }.joined(separator: "; "))
    }
  }
}

extension CSVWriter {
  /// `#12`
  mutating func cell(place: Int) {
    cell {
      $0.append(UInt8(ascii: "#"))
      $0.append(decimal: place)
    }
  }
}

extension IndicatorFacts {
  /// Writes a row for each indicator, with all its facts.
  package static func writeRows(
    _ range: Range<IndicatorRef>, of indicators: Table<IndicatorTag, ResolvedIndicator>, _ context: FactContext,
    to csv: inout CSVWriter
  ) {
    for ref in range {
      let resolved = indicators[ref]
      csv.cells(Declared.self, of: resolved, context)
      csv.cells(Assessed.self, of: resolved, context)
      csv.cells(Provenance.self, of: resolved, context)
      csv.endRow()
    }
  }
}
