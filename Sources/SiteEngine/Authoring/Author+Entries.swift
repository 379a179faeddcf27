import Diagnostics
import Files
import Indicators
import SiteSources

extension Author {
  /// Changes entries of registers, and returns the new text of each file that changed. `change` is called for each entry with its
  /// index, and with nil if the entry is not in a register with a key on each line.
  func changing(
    _ entries: [DeclaredIndicators.Entry], _ change: (Int, inout EntryLines?) -> Void
  ) throws -> [(path: String, bytes: [UInt8])] {
    var changed: [(path: String, bytes: [UInt8])] = []
    let groups = Dictionary(grouping: entries.indices) { entries[$0].register }
    for (register, indices) in groups.sorted(by: { ($0.key ?? "") < ($1.key ?? "") }) {
      guard let register, let old = try siteContents(of: "\(siteDirectory)/\(register)") else {
        for index in indices {
          var none: EntryLines?
          change(index, &none)
        }
        continue
      }
      let text = String(decoding: old, as: UTF8.self)
      // By bytes: in a text from Windows, `\r\n` is one character.
      var lines = old.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false).map {
        String(decoding: $0, as: UTF8.self)
      }
      let lineOf = indices.map { (index: $0, line: entries[$0].line) }
      // From the end, so that the lines of the other entries stay where they are.
      for (index, line) in lineOf.sorted(by: { $0.line > $1.line }) {
        var entry = EntryLines(lines, at: line)
        change(index, &entry)
        if let entry { lines = entry.lines }
      }
      let new = lines.joined(separator: "\n")
      guard new != text else { continue }
      let before = IndicatorRegister.decode(SourceText(path: register, bytes: old))
      let after = IndicatorRegister.decode(SourceText(path: register, text: new))
      guard let count = before.value?.count, after.value?.count == count,
        after.diagnostics.count <= before.diagnostics.count
      else {
        throw Refusal(
          "\(register) has entries that cannot be completed, so nothing was written",
          hint: "fix it first: 'planpress check' reports the errors")
      }
      changed.append((register, Array(new.utf8)))
    }
    return changed
  }
}
