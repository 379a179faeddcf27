import SiteSources

/// A number at the start of a title that is written like the number of its section.
struct TypedNumber {
  /// The number as typed.
  let written: Substring
  /// The title without the number.
  let title: Substring

  /// Nil for a title that begins otherwise. `number`: as planpress prints it, such as `第一章`, `1.2` or `（三）`.
  init?(_ title: String, number: String) {
    let end: String.Index
    if let ordinal = ChineseOrdinal(title), let printed = ChineseOrdinal(number + " "),
      TypedNumber.form(ordinal.written) == TypedNumber.form(printed.written)
    {
      end = ordinal.written.endIndex
    } else if title.hasPrefix(number) {
      end = title.index(title.startIndex, offsetBy: number.count)
    } else {
      return nil
    }
    let rest = title[end...]
    // 1 is not the number of `10 parks`, nor A that of `Air`.
    if let next = rest.first, number.last?.isLetter == true || number.last?.isNumber == true {
      guard !next.isLetter && !next.isNumber || number.last.map({ "章节篇编条".contains($0) }) == true else { return nil }
    }
    written = title[..<end]
    self.title = rest.drop { " 　.．、:：-".contains($0) }
  }

  /// The ordinal without its digits.
  private static func form(_ written: Substring) -> String {
    written.filter { !$0.isNumber && !"零〇一二两三四五六七八九十百千".contains($0) }
  }
}
