import CZip
import Foundation
import SiteEngine

/// A Word or OpenDocument file put together from its parts.
struct MadeDocument {
  var parts: [String: String]
  var files: [String: [UInt8]] = [:]

  private static let spaces = """
    xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" \
    xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math" \
    xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" \
    xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" \
    xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing" \
    xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape" \
    xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" \
    xmlns:pic="http://schemas.openxmlformats.org/drawingml/2006/picture" xmlns:v="urn:schemas-microsoft-com:vml"
    """

  /// A Word document with the paragraphs in `body` as XML.
  init(body: String) {
    let types = "http://schemas.openxmlformats.org/package/2006/content-types"
    let package = "http://schemas.openxmlformats.org/package/2006/relationships"
    let office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
    let main = "application/vnd.openxmlformats-officedocument.wordprocessingml"
    let styles = [("1", "heading 1"), ("2", "heading 2"), ("a3", "Title")].map {
      "<w:style w:type='paragraph' w:styleId='\($0.0)'><w:name w:val='\($0.1)'/></w:style>"
    }.joined()
    let level =
      "<w:lvl w:ilvl='0'><w:start w:val='1'/><w:numFmt w:val='chineseCounting'/><w:lvlText w:val='%1、'/></w:lvl>"
    let bullets = "<w:lvl w:ilvl='0'><w:numFmt w:val='bullet'/><w:lvlText w:val='•'/></w:lvl>"
    parts = [
      "[Content_Types].xml": """
      <Types xmlns="\(types)"><Default Extension="xml" ContentType="application/xml"/>\
      <Default Extension="png" ContentType="image/png"/>\
      <Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>\
      <Override PartName="/word/document.xml" ContentType="\(main).document.main+xml"/></Types>
      """,
      "_rels/.rels":
        "<Relationships xmlns='\(package)'><Relationship Id='r1' Type='\(office)/officeDocument' Target='word/document.xml'/></Relationships>",
      "word/document.xml": "<w:document \(MadeDocument.spaces)><w:body>\(body)</w:body></w:document>",
      "word/styles.xml": "<w:styles \(MadeDocument.spaces)>\(styles)</w:styles>",
      "word/numbering.xml": """
      <w:numbering \(MadeDocument.spaces)><w:abstractNum w:abstractNumId="0">\(level)</w:abstractNum>\
      <w:abstractNum w:abstractNumId="1">\(bullets)</w:abstractNum>\
      <w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num><w:num w:numId="2"><w:abstractNumId w:val="1"/></w:num>\
      </w:numbering>
      """,
      "word/_rels/document.xml.rels": """
      <Relationships xmlns="\(package)"><Relationship Id="r2" Type="\(office)/styles" Target="styles.xml"/>\
      <Relationship Id="r3" Type="\(office)/numbering" Target="numbering.xml"/>\
      <Relationship Id="r4" Type="\(office)/footnotes" Target="footnotes.xml"/>\
      <Relationship Id="r5" Type="\(office)/comments" Target="comments.xml"/>\
      <Relationship Id="r6" Type="\(office)/image" Target="media/image1.png"/>\
      <Relationship Id="r7" Type="\(office)/header" Target="header1.xml"/></Relationships>
      """,
    ]
  }

  /// An OpenDocument text with the paragraphs in `body` as XML, and a header.
  static func openDocument(body: String, header: String) -> MadeDocument {
    let kinds = ["office", "text", "table", "style"].map {
      "xmlns:\($0)=\"urn:oasis:names:tc:opendocument:xmlns:\($0):1.0\""
    }.joined(separator: " ")
    let spaces =
      kinds + " xmlns:draw=\"urn:oasis:names:tc:opendocument:xmlns:drawing:1.0\""
      + " xmlns:dc=\"http://purl.org/dc/elements/1.1/\""
    let manifest = "urn:oasis:names:tc:opendocument:xmlns:manifest:1.0"
    let type = "application/vnd.oasis.opendocument.text"
    var document = MadeDocument(body: "")
    document.parts = [
      "mimetype": type,
      "META-INF/manifest.xml": """
      <manifest:manifest xmlns:manifest="\(manifest)"><manifest:file-entry manifest:full-path="/" \
      manifest:media-type="\(type)"/></manifest:manifest>
      """,
      "content.xml": """
      <office:document-content \(spaces)><office:automatic-styles/><office:body><office:text>\(body)</office:text>\
      </office:body></office:document-content>
      """,
      "styles.xml": """
      <office:document-styles \(spaces)><office:font-face-decls/><office:styles/><office:automatic-styles/>\
      <office:master-styles><style:master-page><style:header>\(header)</style:header></style:master-page>\
      </office:master-styles></office:document-styles>
      """,
    ]
    return document
  }

  /// A part of Word's with `content` in an element such as `footnotes`.
  mutating func add(_ name: String, _ element: String, _ content: String) {
    parts["word/\(name).xml"] = "<w:\(element) \(MadeDocument.spaces)>\(content)</w:\(element)>"
  }

  static func paragraph(_ text: String, style: String? = nil, list: Int? = nil, run: String = "") -> String {
    let style = style.map { "<w:pStyle w:val='\($0)'/>" } ?? ""
    let list = list.map { "<w:numPr><w:ilvl w:val='0'/><w:numId w:val='\($0)'/></w:numPr>" } ?? ""
    let mark = run.isEmpty ? "" : "<w:rPr>\(run)</w:rPr>"
    return "<w:p><w:pPr>\(style)\(list)</w:pPr><w:r>\(mark)<w:t xml:space='preserve'>\(text)</w:t></w:r></w:p>"
  }

  /// Rows of cells, each with its paragraphs as XML and, before them, its properties.
  static func table(_ rows: [[String]]) -> String {
    let columns = rows.map(\.count).max() ?? 1
    let grid = String(repeating: "<w:gridCol w:w='2000'/>", count: columns)
    let body = rows.map { row in "<w:tr>" + row.map { "<w:tc>\($0)</w:tc>" }.joined() + "</w:tr>" }.joined()
    return "<w:tbl><w:tblPr/><w:tblGrid>\(grid)</w:tblGrid>\(body)</w:tbl>"
  }

  /// A text box as Word writes it, with its repetition for old programs.
  static func textBox(_ paragraphs: String) -> String {
    """
    <w:r><mc:AlternateContent><mc:Choice Requires="wps"><w:drawing><wp:inline><a:graphic><a:graphicData><wps:wsp>\
    <wps:txbx><w:txbxContent>\(paragraphs)</w:txbxContent></wps:txbx></wps:wsp></a:graphicData></a:graphic></wp:inline>\
    </w:drawing></mc:Choice><mc:Fallback><w:pict><v:shape><v:textbox><w:txbxContent>\(paragraphs)</w:txbxContent>\
    </v:textbox></v:shape></w:pict></mc:Fallback></mc:AlternateContent></w:r>
    """
  }

  static let picture = """
    <w:r><w:drawing><wp:inline><wp:extent cx="1" cy="1"/><wp:docPr id="1" name="p" descr="地图"/><a:graphic><a:graphicData>\
    <pic:pic><pic:blipFill><a:blip r:embed="r6"/></pic:blipFill></pic:pic></a:graphicData></a:graphic></wp:inline></w:drawing></w:r>
    """

  var bytes: [UInt8] {
    guard let writer = zip_writer_open(1) else { return [] }
    defer { zip_writer_close(writer) }
    let all = parts.mapValues { Array($0.utf8) }.merging(files) { _, new in new }
    for (name, bytes) in all.sorted(by: { $0.key < $1.key }) { zip_writer_add(writer, name, bytes, bytes.count) }
    var count = 0
    guard let start = zip_writer_finish(writer, &count) else { return [] }
    return Array(UnsafeBufferPointer(start: start, count: count))
  }
}

/// Whether pandoc is installed, for tests that need it.
let hasPandoc = (try? runPandoc("markdown", [])) != nil

/// Runs pandoc as the program does.
func runPandoc(_ format: String, _ bytes: [UInt8]) throws -> [UInt8] {
  let process = Process()
  process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
  process.arguments = ["pandoc", "--sandbox", "--from", format, "--to", "json"]
  let (input, output) = (Pipe(), Pipe())
  process.standardInput = input
  process.standardOutput = output
  process.standardError = FileHandle.nullDevice
  try process.run()
  input.fileHandleForWriting.write(Data(bytes))
  try input.fileHandleForWriting.close()
  let data = output.fileHandleForReading.readDataToEndOfFile()
  process.waitUntilExit()
  guard process.terminationStatus == 0 else {
    throw ConversionFailure.failed("it ended with \(process.terminationStatus)")
  }
  return Array(data)
}
