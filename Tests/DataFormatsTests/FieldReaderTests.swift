import DataFormats
import Diagnostics
import Testing

@Suite("FieldReader: values")
struct FieldReaderTests {
  enum Nature: String, CaseIterable { case binding, anticipatory }

  @Test("The reader of a field decides the type of a scalar")
  func scalars() throws {
    let text = """
      a: no
      b: 2021
      c: "1.50"
      d: TRUE
      e: 2024-02-29T10:00:00Z
      f: binding
      g: 2021
      """
    let (reader, sink) = try read(text)
    var fields = reader
    #expect(fields.string("a")?.value == "no")
    #expect(fields.integer("b", in: 1900...2100)?.value == 2021)
    #expect(fields.number("c")?.value == DecimalNumber(value: 1.5, decimals: 2))
    #expect(fields.flag("d")?.value == true)
    #expect(fields.date("e")?.value.description == "2024-02-29")
    #expect(fields.choice("f", of: Nature.self)?.value == .binding)
    #expect(fields.requiredString("g")?.value == "2021")
    #expect(fields.string("h") == nil)
    fields.finish()
    #expect(printed(sink.diagnostics) == "")
  }
}

func read(_ text: String, as subject: Message = "a section") throws -> (FieldReader, DiagnosticSink) {
  let source = SourceText(path: "a.yaml", text: text)
  let node = try #require(YAMLParser.parse(source).value)
  let sink = DiagnosticSink()
  return (try #require(FieldReader(node, in: source, describing: subject, reportingTo: sink)), sink)
}
