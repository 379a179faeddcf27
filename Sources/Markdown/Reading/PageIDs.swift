import Bytes
import Diagnostics

/// An id that the author gave to a part of a page other than a heading: a box, or raw HTML.
package struct MarkdownID: Sendable {
  /// The id in Unicode's normalization form C.
  package let value: String
  let range: SourceRange
}

/// The ids that the renderer, and the site's tables and charts, make for the parts of a page.
struct GeneratedIDs {
  private let footnotes: [Footnote]
  private let directives: [MarkdownDirective]

  init(_ footnotes: [Footnote], _ directives: [MarkdownDirective]) {
    self.footnotes = footnotes
    self.directives = directives
  }

  var isEmpty: Bool { footnotes.isEmpty && directives.isEmpty }

  /// The owner of an id, in words; nil if the id is free.
  func owner(of id: [UInt8]) -> Message? {
    guard let dash = id.firstIndex(of: UInt8(ascii: "-")), dash > 0 else { return nil }
    var end = dash + 1
    var number = 0
    while end < id.count, UInt8(ascii: "0")...UInt8(ascii: "9") ~= id[end], number < 1_000_000 {
      number = number * 10 + Int(id[end] - UInt8(ascii: "0"))
      end += 1
    }
    guard number > 0, id[dash + 1] != UInt8(ascii: "0") else { return nil }
    let rest = id[end...]
    switch String(decoding: id[..<dash], as: UTF8.self) {
    case "fn" where rest.isEmpty && number <= footnotes.count: return "footnote \(number)"
    case "fnref" where number <= footnotes.count && isReference(rest, footnotes[number - 1].references):
      return "a reference to footnote \(number)"
    case "box" where rest.isEmpty && isBox(number - 1): return "a box"
    case "table" where rest.starts(with: "-note-".utf8) && isDirective(number - 1, "indicators"):
      return "a note of a table"
    case "chart" where rest.first == UInt8(ascii: "-") && isDirective(number - 1, "chart"): return "a chart"
    default: return nil
    }
  }

  private func isReference(_ suffix: ArraySlice<UInt8>, _ count: Int) -> Bool {
    if suffix.isEmpty { return true }
    guard suffix.first == UInt8(ascii: "-"), let number = Int(String(decoding: suffix.dropFirst(), as: UTF8.self))
    else {
      return false
    }
    return 2...max(2, count) ~= number
  }

  private func isDirective(_ index: Int, _ name: String) -> Bool {
    directives.indices.contains(index) && directives[index].name == name
  }

  /// A box with a title and without an id has one that is made from its number.
  private func isBox(_ index: Int) -> Bool {
    guard isDirective(index, "box") else { return false }
    let box = directives[index]
    return (box.label != nil || box.attribute("title") != nil) && box.attribute("id") == nil
  }
}

extension MarkdownDirective {
  fileprivate func attribute(_ name: String) -> String? { attributes.first { $0.name == name }?.value }
}

extension DocumentReader {
  /// The ids of the boxes, in the order of the page.
  func boxIDs() -> [MarkdownID] {
    directives.compactMap { directive in
      guard directive.form == .container, let id = directive.attributes.first(where: { $0.name == "id" }) else {
        return nil
      }
      return MarkdownID(value: normalized(id.value), range: id.valueRange)
    }
  }
}
