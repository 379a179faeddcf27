import Bytes
import DataFormats
import Diagnostics
import Markdown
import Templates

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

// What libFuzzer calls with one input after the other; `Tests/fuzz` builds and runs it. A reader may refuse an input, but
// it must not crash, and whatever it finds can be printed.

/// A reader of files that authors write.
private enum Reader: String {
  case markdown, yaml, csv, templates

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
    }
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
