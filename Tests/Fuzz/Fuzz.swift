import Bytes
import CZip
import DataFormats
import Diagnostics
import Markdown
import Templates
import Workbooks

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

// The function that libFuzzer calls with one input after the other; `Tests/fuzz` builds and runs it. A reader may
// refuse an input, but it must not crash, and all of its findings can be printed.

/// A reader of files that authors write.
private enum Reader: String {
  case markdown, yaml, csv, templates, workbooks

  func read(_ bytes: [UInt8]) {
    let source = SourceText(path: "input", bytes: bytes)
    switch self {
    case .markdown:
      for allowsRawHTML in [false, true] {
        let checked = MarkdownDocument.parse(
          source, from: 0, firstLine: 1, options: MarkdownOptions(allowsRawHTML: allowsRawHTML))
        print(checked.diagnostics)
        var html = ByteBuffer()
        checked.value?.body.render(into: &html, MarkdownRendering())
      }
      _ = MarkdownDocument.renderPlain(bytes, unsafe: false)
    case .yaml: print(YAMLParser.parse(source).diagnostics)
    case .csv: print(CSVTable.parse(source).diagnostics)
    case .templates:
      let checked = TemplateSet.compileLeniently(["page": source])
      print(checked.diagnostics)
      var output = ByteBuffer()
      checked.value?.renderLeniently("page", .members(["a": .text("x"), "b": .flag(true)]), into: &output)
    case .workbooks:
      // A change of a byte in an archive breaks its check sum: the sheet is changed instead, and what it refers to.
      let isArchive = bytes.starts(with: [UInt8(ascii: "P"), UInt8(ascii: "K")])
      guard let workbook = try? Workbook.read(isArchive ? bytes : archive(ofSheet: bytes)) else { return }
      for sheet in workbook.sheets {
        precondition(zip(sheet.rows, sheet.rows.dropFirst()).allSatisfy { $0.number < $1.number }, "rows are in order")
      }
    }
  }

  /// A workbook whose sheet, shared texts and styles are one XML text.
  private func archive(ofSheet sheet: [UInt8]) -> [UInt8] {
    guard let writer = zip_writer_open(sheet.count * 3 + 4096) else { preconditionFailure("there is memory") }
    defer { zip_writer_close(writer) }
    func add(_ name: String, _ bytes: [UInt8]) {
      bytes.withUnsafeBufferPointer { _ = zip_writer_add(writer, name, $0.baseAddress, $0.count) }
    }
    add("[Content_Types].xml", Array("<Types/>".utf8))
    add("xl/workbook.xml", Array("<workbook><sheets><sheet name='a' id='1'/></sheets></workbook>".utf8))
    add(
      "xl/_rels/workbook.xml.rels",
      Array(
        """
        <Relationships><Relationship Id='1' Type='/worksheet' Target='a.xml'/>\
        <Relationship Id='2' Type='/sharedStrings' Target='b.xml'/>\
        <Relationship Id='3' Type='/styles' Target='c.xml'/></Relationships>
        """.utf8))
    for name in ["a", "b", "c"] { add("xl/\(name).xml", sheet) }
    var count = 0
    guard let bytes = zip_writer_finish(writer, &count) else { preconditionFailure("there is memory") }
    return Array(UnsafeBufferPointer(start: bytes, count: count))
  }

  private func print(_ diagnostics: [Diagnostic]) {
    let text = DiagnosticPrinter(format: .text).print(diagnostics)
    precondition(text.isEmpty == diagnostics.isEmpty, "every finding is printed")
  }
}

private let reader: Reader = {
  let name = getenv("PLANPRESS_FUZZ").map { String(cString: $0) } ?? ""
  guard let reader = Reader(rawValue: name) else { preconditionFailure("there is no reader '\(name)'") }
  return reader
}()

/// SwiftPM links executables with the function of this name as their start, where libFuzzer's own would be.
@_cdecl("Fuzz_main")
public func start(_ count: CInt, _ arguments: UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>) -> CInt {
  var (count, arguments) = (count, arguments)
  return runFuzzer(&count, &arguments, testOneInput)
}

@_silgen_name("LLVMFuzzerRunDriver")
private func runFuzzer(
  _ count: UnsafeMutablePointer<CInt>,
  _ arguments: UnsafeMutablePointer<UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>>,
  _ test: @convention(c) (UnsafePointer<UInt8>?, Int) -> CInt
) -> CInt

@_cdecl("LLVMFuzzerTestOneInput")
public func testOneInput(_ start: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
  reader.read(Array(UnsafeBufferPointer(start: start, count: count)))
  return 0
}
