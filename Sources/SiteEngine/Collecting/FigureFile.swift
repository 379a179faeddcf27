import Bytes
import DataFormats
import Diagnostics
import Indicators
import SiteSources
import Words

/// Adds values to a CSV file of figures, and leaves every other character of it as it is.
struct FigureFile {
  struct Figure {
    let id: String
    let period: Period
    let value: DecimalNumber
    var status: ObservationStatus?
    let source: String
    let note: String
    let reportedBy: String
    let reportedOn: String

    /// The text for a column; empty for columns that a value does not have.
    fileprivate func text(for column: TableColumn?) -> String {
      switch column {
      case .id: id
      case .period: period.description
      case .value: NumberFormat.data(value)
      case .status: status?.rawValue ?? ""
      case .source: source
      case .note: note
      case .reportedBy: reportedBy
      case .reportedOn: reportedOn
      case .name, .unit, .baseline, .target, .department, .kind, .category, .plan, nil: ""
      }
    }
  }

  /// Shown in messages.
  let path: String
  let words: WordLanguage
  /// Whether the rows name their indicators, as in a table of values.
  let isShared: Bool

  /// The bytes of the file with the figures at its end; of a new file for nil. Columns that the file does not have, such as
  /// the note, are added where a figure needs them.
  ///
  /// Nil unless the file has one row for each value and appending these rows changes nothing else.
  func adding(_ figures: [Figure], to text: SourceText?) -> [UInt8]? {
    let old = text ?? SourceText(path: path, text: newHead)
    let table = CSVTable.parse(old)
    guard !table.diagnostics.hasErrors, let header = table.value?.header, let before = table.value?.rows.count else {
      return nil
    }
    var columns = header.map { TableColumn(head: $0.value) }
    guard columns.contains(.period), columns.contains(.value), !isShared || columns.contains(.id) else { return nil }
    let empty = emptyRows(in: table.value?.rows ?? [], columns, figures)
    let isChinese = header.contains { $0.value.containsHan }
    var added: [String] = []
    for (column, word) in FigureFile.optionalColumns
    where !columns.contains(column) && figures.contains(where: { !$0.text(for: column).isEmpty }) {
      added.append((isChinese ? WordLanguage.chinese : .english)[word])
      columns.append(column)
    }
    let kept = removing(lines: empty, from: old)
    var bytes = added.isEmpty ? kept : widened(kept, by: added)
    let lineBreak: [UInt8] = bytes.contains(UInt8(ascii: "\r")) ? Array("\r\n".utf8) : Array("\n".utf8)
    if bytes.last != UInt8(ascii: "\n") { bytes += lineBreak }
    for figure in figures {
      var csv = CSVWriter()
      for column in columns { csv.cell(figure.text(for: column)) }
      csv.endRow()
      bytes += csv.bytes.dropLast(2) + lineBreak
    }
    let after = CSVTable.parse(SourceText(path: path, bytes: bytes))
    guard !after.diagnostics.hasErrors, after.value?.rows.count == before - empty.count + figures.count,
      after.value?.header.count == columns.count
    else { return nil }
    return bytes
  }

  /// The lines that mark a value as missing that has since arrived. A row of a part of the total is another value.
  private func emptyRows(in rows: [CSVRow], _ columns: [TableColumn?], _ figures: [Figure]) -> [Int] {
    rows.filter { row in
      func text(_ column: TableColumn) -> String { columns.firstIndex(of: column).map { row.cells[$0].value } ?? "" }
      guard text(.value).isEmpty, zip(columns, row.cells).allSatisfy({ $0 != nil || $1.value.isEmpty }),
        let period = Period(cell: text(.period))
      else { return false }
      return figures.contains { $0.period == period && (!isShared || $0.id == text(.id)) }
    }.map(\.line)
  }

  /// The bytes without some lines, by their 1-based numbers.
  private func removing(lines: [Int], from text: SourceText) -> [UInt8] {
    var bytes = text.bytes
    for line in lines.sorted(by: >) {
      let start = text.startOfLine(line)
      let end = bytes[start...].firstIndex(of: UInt8(ascii: "\n")).map { $0 + 1 } ?? bytes.count
      bytes.removeSubrange(start..<end)
    }
    return bytes
  }

  private static let optionalColumns: [(column: TableColumn, word: Word)] = [
    (.status, .collectStatus), (.source, .collectSource), (.note, .collectNote), (.reportedBy, .collectReportedBy),
    (.reportedOn, .collectReportedOn),
  ]

  /// In Chinese or English, which `TableColumn` reads, and with a byte order mark, without which Excel misreads Chinese.
  private var newHead: String {
    let heads = CollectionWords(words == .chinese ? words : .english).tableHeads
    return "\u{FEFF}" + (isShared ? heads : Array(heads.dropFirst())).joined(separator: ",") + "\n"
  }

  /// The file with more columns at the end of each row; their names are in the first row that is not blank.
  private func widened(_ bytes: [UInt8], by names: [String]) -> [UInt8] {
    let head = Array(names.map { ",\($0)" }.joined().utf8)
    let cells = [UInt8](repeating: UInt8(ascii: ","), count: names.count)
    var result: [UInt8] = []
    var (isQuoted, isBlank, isHead) = (false, true, true)
    func end() {
      guard !isBlank else { return }
      result += isHead ? head : cells
      isHead = false
    }
    // A byte order mark is not a cell.
    let start = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
    result += bytes[..<start]
    for index in start..<bytes.count {
      let byte = bytes[index]
      let isBreak = byte == UInt8(ascii: "\n") || byte == UInt8(ascii: "\r")
      if isBreak, !isQuoted {
        end()
        isBlank = true
      } else {
        if byte == UInt8(ascii: "\"") { isQuoted.toggle() }
        isBlank = false
      }
      result.append(byte)
    }
    end()
    return result
  }
}
