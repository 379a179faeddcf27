import Diagnostics

// Texts inside braces that a comma cuts in two.
extension FieldReader {
  /// The most commas beyond which a text is not looked for.
  private static let mostCommas = 8

  /// The entry whose text a comma cut in two, if the key at `index` is a rest of it: `200` of `{value: 1,200}`.
  func ownerOfRest(at index: Int) -> Int? {
    var rest = index
    while index - rest < FieldReader.mostCommas, isRest(rest) {
      let owner = entries[rest - 1].value
      if !owner.isNull {
        guard case .scalar(_, isPlain: true) = owner.content else { return nil }
        return rest - 1
      }
      rest -= 1
    }
    return nil
  }

  /// Whether an entry has no value, and a comma before it on its line.
  private func isRest(_ index: Int) -> Bool {
    guard index > 0, entries[index].value.isNull else { return false }
    let (before, start) = (entries[index - 1], entries[index].key.range.start)
    let end = before.value.isNull ? before.key.range.end : before.value.range.end
    let between = file.source.bytes[Int(min(end, start))..<Int(start)]
    return between.contains(UInt8(ascii: ",")) && !between.contains(UInt8(ascii: "\n"))
  }

  /// Reports that a comma ends the value of an entry, with what to write.
  func reportComma(after owner: Int) {
    guard case .scalar(let start, _) = entries[owner].value.content else { return }
    var last = owner + 1
    while last + 1 < entries.count, last - owner < FieldReader.mostCommas, isRest(last + 1) { last += 1 }
    let rest = file.source.bytes[Int(entries[owner].value.range.end)..<Int(entries[last].key.range.end)]
    let (key, text) = (entries[owner].key.value, start + String(decoding: rest, as: UTF8.self))
    let digits = text.filter { $0 != "," }
    let isNumber = digits.allSatisfy { $0.isASCII && ($0.isNumber || $0 == "." || $0 == "-") }
    report(
      .unknownKey, "a comma ends the value of '\(key)' here",
      hint: isNumber
        ? "write the number without its comma, \(key): \(digits)" : "put the text in quotes, \(key): \"\(text)\"",
      at: entries[owner + 1].key.range)
  }
}
