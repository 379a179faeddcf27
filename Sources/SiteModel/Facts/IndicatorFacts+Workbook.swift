import Bytes
import DataFormats
import Indicators
import Workbooks

/// Writes each fact that has a column as a cell of a sheet.
private struct SheetFacts<Subject>: FactVisitor {
  let sheet: UnsafeMutablePointer<SheetWriter>
  let subject: Subject
  let context: FactContext

  mutating func visit(
    _ key: StaticString, column: () -> FactColumn, page: () -> PageText?, value: (Subject, FactContext) -> FactValue
  ) {
    sheet.pointee.cell(value(subject, context))
  }

  @inline(__always)
  mutating func visit(_ key: StaticString, page: () -> PageText?, value: (Subject, FactContext) -> FactValue) {}

  mutating func visit<List: FactList>(_ key: StaticString, _ list: List.Type, of inner: (Subject) -> List.Subject?) {
    visit(list, of: inner)
  }

  mutating func visit<List: FactList>(_ list: List.Type, of inner: (Subject) -> List.Subject?) {
    guard let inner = inner(subject) else { return sheet.pointee.skip(List.columnCount) }
    var facts = SheetFacts<List.Subject>(sheet: sheet, subject: inner, context: context)
    List.visit(&facts)
  }
}

extension SheetWriter {
  mutating func cells<List: FactList>(_ list: List.Type, of subject: List.Subject, _ context: FactContext) {
    withUnsafeMutablePointer(to: &self) { sheet in
      var facts = SheetFacts(sheet: sheet, subject: subject, context: context)
      List.visit(&facts)
    }
  }

  fileprivate mutating func cell(_ value: FactValue) {
    switch value {
    case .absent: skip()
    case .string(let text): self.text(text)
    case .decimal(let number): decimal(number)
    case .number(let value): number { $0.append(jsonNumber: value) }
    case .flag(let flag): self.flag(flag)
    case .period(.year(let year)), .year(.year(let year)): number { $0.append(decimal: year) }
    case .period(let period), .year(let period): text(period.description)
    case .path(let route): text(route.bare)
    case .list(let texts): text(texts.joined(separator: "; "))
    case .decimals(let numbers): text(numbers.map { NumberFormat.data($0) }.joined(separator: "; "))
    case .cell(let text): self.text(text)
    case .place(let place): self.text("#\(place)")
    case .pairs(let pairs): text(pairs.map { "\($0.name)=\($0.value)" }.joined(separator: "; "))
    }
  }

  /// A number with the decimals that its author wrote. A spreadsheet would round one with more digits than it computes
  /// with, so that one is a text.
  package mutating func decimal(_ value: DecimalNumber) {
    if let text = value.longText { return self.text(text) }
    number(decimals: value.decimals) { $0.append(data: value) }
  }
}

extension IndicatorFacts {
  /// The columns of the sheet of values.
  package static let valueColumns: [FactColumn] =
    [Declared.columns[0], FactColumn("name", ""), FactColumn("unit", "")]
    + ObservationFacts.csvColumns

  /// A row with the facts of an indicator.
  package static func writeIndicator(_ resolved: ResolvedIndicator, _ context: FactContext, to sheet: inout SheetWriter)
  {
    sheet.cells(Declared.self, of: resolved, context)
    sheet.cells(Assessed.self, of: resolved, context)
    sheet.cells(Provenance.self, of: resolved, context)
    sheet.endRow()
  }

  /// A row for each value of an indicator.
  package static func writeValues(_ resolved: ResolvedIndicator, _ context: FactContext, to sheet: inout SheetWriter) {
    writeValues(of: resolved.indicator, [], context, to: &sheet)
    for facet in resolved.indicator.facets where !facet.isPart {
      writeValues(of: facet.indicator, facet.cells, context, to: &sheet)
    }
  }

  /// `cells` set the figures apart from those that lead.
  private static func writeValues(
    of indicator: Indicator, _ cells: [IndicatorFacet.Cell], _ context: FactContext, to sheet: inout SheetWriter
  ) {
    func name(_ dimensions: [IndicatorFacet.Cell]) -> String {
      (cells + dimensions).map { "\($0.name)=\($0.value)" }.joined(separator: "; ")
    }
    func write(_ observations: [Observation], of dimensions: String, to sheet: inout SheetWriter) {
      for observation in observations {
        sheet.text(indicator.id?.text ?? "")
        sheet.text(indicator.name)
        sheet.text(indicator.unit ?? "")
        sheet.text(dimensions)
        sheet.cells(ObservationFacts.self, of: observation, context)
        sheet.endRow()
      }
    }
    write(indicator.observations, of: name([]), to: &sheet)
    for series in indicator.series { write(series.observations, of: name(series.dimensions), to: &sheet) }
  }
}
