import Files

/// A file or folder name, split into order and name: `2-incubation` is 2 and `incubation`.
package struct OrderedName {
  package let order: Int?
  package let name: String

  package init(_ text: String) {
    let digits = text.utf8.prefix { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }
    let rest = text.utf8.dropFirst(digits.count)
    guard (1...6).contains(digits.count), let mark = rest.first, rest.count > 1,
      [UInt8(ascii: "-"), UInt8(ascii: "_"), UInt8(ascii: "."), UInt8(ascii: " ")].contains(mark)
    else {
      order = nil
      name = text
      return
    }
    order = Int(String(decoding: digits, as: UTF8.self))
    name = String(decoding: rest.dropFirst(), as: UTF8.self)
  }
}

/// One part of a path in the sort key of a page: sorted by `order`, or else by the number in the name, then by name.
package struct OrderedPart: Sendable {
  let order: Int
  let name: String

  package init(_ name: OrderedName, order: Int?) {
    self.order = order ?? name.order ?? .max
    self.name = name.name
  }

  /// Nil if the two are equal.
  package func precedes(_ other: OrderedPart) -> Bool? {
    if order != other.order { return order < other.order }
    return name == other.name ? nil : name.precedes(other.name)
  }
}
