import Bytes
import DataFormats
import Diagnostics
import Workbooks

/// Joins what pandoc read of a document with what its XML holds.
package enum OfficeManuscript {
  /// `text`: the XML's own text; nil for a web page. `html`: the source of a web page, whose lines findings then name.
  package static func read(
    pandoc json: [UInt8], path: String, text: OfficeText?, html: [UInt8]? = nil
  ) throws(JSONSyntaxError) -> Manuscript {
    let document = try PandocDocument(json, keepsQuotations: html != nil)
    var manuscript = Manuscript(
      title: document.title,
      source: SourceText(
        path: path,
        text: document.paragraphs.map { $0.replacing("\n", with: " ").replacing("\u{B}", with: " ") }.joined(
          separator: "\n")),
      blocks: document.blocks)
    manuscript.footnotes = document.footnotes
    for picture in document.pictures { manuscript.add(picture.address, picture.line, text) }
    var mergedTables = document.mergedTables
    if let text {
      let found = restore(document, text, &manuscript)
      mergedTables += lines(ofInnerTablesOf: text, found)
      nameLeftOut(text, &manuscript)
    }
    reportChanges(document, mergedTables: mergedTables, &manuscript)
    if let html {
      locate(html, path, document.paragraphs, &manuscript)
      manuscript.isWebPage = true
    }
    joinTables(&manuscript)
    return manuscript
  }

  /// The lines of tables inside of tables. `found`: for each paragraph of Word's, pandoc's.
  private static func lines(ofInnerTablesOf text: OfficeText, _ found: [Int?]) -> [Int] {
    text.innerTables.filter(found.indices.contains).compactMap { paragraph in
      // A paragraph in a text box comes after the paragraph that holds the box.
      let box = text.paragraphs[paragraph].box.map { text.boxAnchors[$0] }
      let place = found[paragraph] ?? box.flatMap { found.indices.contains($0) ? found[$0] : nil }
      return place.flatMap { $0 >= 0 ? $0 + 1 : nil }
    }
  }

  /// Reports what Markdown cannot say as the document does.
  private static func reportChanges(
    _ document: PandocDocument, mergedTables: [Int], _ manuscript: inout Manuscript
  ) {
    for (line, words) in document.headingNotes {
      manuscript.report(
        .note, .importLeftOut, "a title has no footnotes: this one is put below the heading: '\(short(words))'",
        line: line)
    }
    for (line, words) in document.equations {
      manuscript.report(
        .note, .importLeftOut, "the equation is written as TeX, without its layout: '\(short(words))'",
        line: line)
    }
    for line in mergedTables {
      manuscript.report(
        .warning, .importTable, "the table has merged cells, or tables in its cells; each text appears once",
        hint: "compare it with the original", line: line)
    }
  }

  /// One finding for all tables that are not written unchanged.
  private static func joinTables(_ manuscript: inout Manuscript) {
    let tables = manuscript.findings.filter { $0.code == .importTable }
    guard tables.count > 1, let first = tables.min(by: { $0.location.line < $1.location.line }) else { return }
    let lines = Set(tables.map(\.location.line)).sorted().map(String.init)
    manuscript.findings.removeAll { $0.code == .importTable }
    manuscript.findings.append(
      Diagnostic(
        first.severity, first.code,
        "\(tables.count) tables have merged cells, or tables in their cells; each text appears once",
        hint: "compare them with the original; they begin at lines \(list: lines)", at: first.location))
  }

  static func short(_ text: String) -> String {
    text.count > 60 ? String(text.prefix(60)) + "…" : text
  }
}

extension Manuscript {
  fileprivate mutating func add(_ address: String, _ line: Int, _ text: OfficeText?) {
    var picture = Picture(name: address, line: line)
    if let text {
      let name = address.hasPrefix("./") ? String(address.dropFirst(2)) : address
      picture.bytes = text.pictures[name] ?? text.pictures[name.hasPrefix("/word/") ? String(name.dropFirst(6)) : name]
    }
    if picture.bytes == nil { picture.path = address }
    pictures.append(picture)
    let ending = address.lowercased().split(separator: ".").last ?? ""
    if ["emf", "wmf", "tif", "tiff", "eps"].contains(ending) {
      report(
        .warning, .importPicture, "browsers do not show the picture '\(address)', which is in a format of Windows",
        hint: "save it as .png, put it beside the section and correct its name there", line: line)
    }
  }
}
