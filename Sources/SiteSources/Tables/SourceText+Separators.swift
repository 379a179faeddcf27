import DataFormats
import Diagnostics

extension SourceText {
  /// The text with commas between its cells, where its first line has semicolons or tabs instead: as Excel writes in much
  /// of Europe, and as in a copied table. Line numbers stay.
  var withCommas: SourceText {
    let line = bytes.prefix { $0 != UInt8(ascii: "\n") }
    let separators = [UInt8(ascii: ";"), UInt8(ascii: "\t")]
    guard !line.contains(UInt8(ascii: ",")), let separator = separators.first(where: { line.contains($0) }) else {
      return self
    }
    var changed: [UInt8] = []
    var cell: [UInt8] = []
    var isQuoted = false
    func end() {
      // 1,5 is one cell.
      let needsQuotes = cell.contains(UInt8(ascii: ",")) && cell.first != UInt8(ascii: "\"")
      changed += needsQuotes ? [UInt8(ascii: "\"")] + cell + [UInt8(ascii: "\"")] : cell
      cell.removeAll(keepingCapacity: true)
    }
    for byte in bytes {
      if byte == UInt8(ascii: "\"") { isQuoted.toggle() }
      switch byte {
      case separator where !isQuoted:
        end()
        changed.append(UInt8(ascii: ","))
      case UInt8(ascii: "\n") where !isQuoted, UInt8(ascii: "\r") where !isQuoted:
        end()
        changed.append(byte)
      default: cell.append(byte)
      }
    }
    end()
    return SourceText(path: path, bytes: changed)
  }
}
