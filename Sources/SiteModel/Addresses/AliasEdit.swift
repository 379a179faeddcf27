import Diagnostics
import SiteSources

extension ParsedPage {
  /// The edit that adds an address to the page's aliases; nil if the front matter has no title, or writes its aliases in a way
  /// that one line does not show.
  package func edit(addingAlias address: String) -> Diagnostic.Edit? {
    guard let last = fields.aliases.last else {
      guard fields.title != nil else { return nil }
      return Diagnostic.Edit(line: start.line, column: 1, old: "", new: "aliases: [\(address)]\n")
    }
    let place = source.location(of: last.range)
    guard place.excerptColumn == 1 else { return nil }
    let scalars = place.excerpt.unicodeScalars
    let before = String(String.UnicodeScalarView(scalars.prefix(place.column - 1)))
    let end = place.column + place.length
    if before.allSatisfy({ $0 == " " || $0 == "-" }), before.hasSuffix("- ") {
      return Diagnostic.Edit(line: place.line, column: scalars.count + 1, old: "", new: "\n\(before)\(address)")
    }
    guard before.contains("["), scalars.dropFirst(end - 1).contains("]") else { return nil }
    return Diagnostic.Edit(line: place.line, column: end, old: "", new: ", \(address)")
  }
}
