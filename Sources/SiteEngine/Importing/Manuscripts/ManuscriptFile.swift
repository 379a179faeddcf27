import DataFormats
import Diagnostics
import Files
import Manuscripts
import Markup
import SiteSources
import Workbooks

/// Reads the file of a manuscript, and the pictures beside it.
struct ManuscriptFile {
  /// In bytes: a plan of a thousand pages with its pictures.
  static let largest = 256 << 20

  let path: String

  private var location: SourceLocation { SourceLocation(file: path.lastPart) }

  /// The kinds of files that hold a text.
  package static let extensions = ["txt", "text", "md", "markdown", "docx", "odt", "html", "htm"]

  func read(_ convert: DocumentConversion) throws -> Checked<Manuscript> {
    let kind = path.pathExtension
    if let hint = ManuscriptFile.otherKinds[kind] {
      return failed(.importUnsupported, "'\(path.lastPart)' is not read", hint)
    }
    guard ManuscriptFile.extensions.contains(kind) else {
      return failed(
        .importUnsupported, "'\(path.lastPart)' is not a kind of file that is imported",
        "save it as .docx, .odt, .html, .md or .txt; a table of indicators as .xlsx or .csv")
    }
    guard try FileSystem.kind(of: path) != nil else {
      return failed(.importUnreadable, "there is no file '\(path)'", "check its name and folder")
    }
    guard try !FileSystem.isFolder(path) else {
      return failed(.importUnreadable, "'\(path)' is a folder", "name the files in it")
    }
    guard let bytes = try FileSystem.contents(of: path) else {
      return failed(.importUnreadable, "there is no file '\(path)'", "check its name and folder")
    }
    guard bytes.count <= ManuscriptFile.largest else {
      return failed(
        .importTooLarge, "the file has \(megabytes(bytes.count)); the limit is \(megabytes(ManuscriptFile.largest))",
        "save it with smaller pictures, or in several parts")
    }
    guard bytes.contains(where: { $0 > 0x20 }) else {
      return failed(.importUnreadable, "the file is empty", "choose the file with the text of the plan")
    }
    let read =
      switch kind {
      case "docx", "odt": try office(bytes, kind == "docx" ? .word : .openDocument, convert)
      case "html", "htm": try webPage(bytes, convert)
      default: text(bytes, kind: kind)
      }
    guard var manuscript = read.value else { return read }
    try loadPictures(of: &manuscript)
    return Checked(manuscript, read.diagnostics)
  }

  private static let otherKinds: [String: Message] = {
    let word: Message = "open it in Word or WPS and save it as 'Word Document (.docx)'"
    return [
      "doc": word, "dot": word, "wps": word, "wpt": word, "rtf": word, "docm": word, "dotx": word, "pages": word,
      "pdf": "ask for the document it was made from and save that as .docx; a PDF has no paragraphs",
      "ofd": "ask for the document it was made from and save that as .docx",
      "xlsm": "save it as 'Excel Workbook (.xlsx)'", "xlsb": "save it as 'Excel Workbook (.xlsx)'",
      "ods": "save it as 'Excel Workbook (.xlsx)'", "xls": "save it as 'Excel Workbook (.xlsx)'",
      "et": "save it as 'Excel Workbook (.xlsx)'",
      "ppt": "copy its text into a .txt file", "pptx": "copy its text into a .txt file",
    ]
  }()

  private func failed(_ code: DiagnosticCode, _ message: Message, _ hint: Message) -> Checked<Manuscript> {
    Checked(failed: [Diagnostic(.error, code, message, hint: hint, at: location)])
  }

  private func text(_ bytes: [UInt8], kind: String) -> Checked<Manuscript> {
    guard let (text, other) = ManuscriptEncoding.decode(bytes) else {
      return failed(
        .importUnreadable, "the file is in no encoding that is known: not UTF-8, UTF-16 or GB18030",
        "open it in an editor and save it as UTF-8")
    }
    let isMarkdown = kind == "md" || kind == "markdown"
    var manuscript =
      isMarkdown
      ? MarkdownReader.read(
        Array(ControlCharacter.removed(from: String(decoding: text, as: UTF8.self)).utf8), path: path.lastPart)
      : PlainTextReader.read(text, path: path.lastPart)
    if let other {
      manuscript.findings.append(
        Diagnostic(.note, .otherEncoding, "the file is encoded in \(other), and is read as that", at: location))
    }
    return Checked(manuscript)
  }

  // MARK: Documents

  private func office(
    _ bytes: [UInt8], _ format: OfficeText.Format, _ convert: DocumentConversion
  ) throws -> Checked<Manuscript> {
    let name = format == .word ? "docx" : "odt"
    let program = format == .word ? "Word" : "LibreOffice"
    // An OLE container, as Word 97 wrote it, and as Word wraps a document with a password.
    if bytes.starts(with: [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1]) {
      return failed(
        .importUnreadable, "the file is protected with a password, or is in the format of Word 97 (.doc)",
        "open it in \(program), remove the password, and save it as .\(name)")
    }
    guard bytes.starts(with: "PK".utf8) else {
      return failed(
        .importUnreadable, "the file is no .\(name) document", "open it in \(program) and save it as .\(name)")
    }
    let text: OfficeText
    do throws(WorkbookFault) { text = try OfficeText(bytes, format) } catch {
      return failed(
        error.kind == .tooLarge ? .importTooLarge : .importUnreadable, "the file \(error.reason)",
        error == .encrypted
          ? "open it in \(program), remove the password, and save it again"
          : error.kind == .tooLarge
            ? "save it with smaller pictures, or in several parts"
            : "open it in \(program) and save it again as .\(name)")
    }
    return try converted(text.pandocInput ?? bytes, name, convert) { json throws(JSONSyntaxError) in
      try OfficeManuscript.read(pandoc: json, path: path.lastPart, text: text)
    }
  }

  private func webPage(_ bytes: [UInt8], _ convert: DocumentConversion) throws -> Checked<Manuscript> {
    guard let (text, other) = ManuscriptEncoding.decode(bytes) else {
      return failed(
        .importUnreadable, "the file is in no encoding that is known: not UTF-8, UTF-16 or GB18030",
        "open it in a browser and save it as UTF-8")
    }
    let read = try converted(PandocInput.page(text), "html", convert) { json throws(JSONSyntaxError) in
      try OfficeManuscript.read(pandoc: json, path: path.lastPart, text: nil, html: text)
    }
    guard var manuscript = read.value else { return read }
    for hidden in PandocInput.hidden(in: text) where !hidden.text.isEmpty {
      manuscript.report(
        .note, .importLeftOver, "the page hides this text, and it is left out: \(hidden.text)",
        hint: "write it into the section if readers should see it", line: hidden.line)
    }
    guard let other else { return Checked(manuscript, read.diagnostics) }
    manuscript.findings.append(
      Diagnostic(.note, .otherEncoding, "the file is encoded in \(other), and is read as that", at: location))
    return Checked(manuscript, read.diagnostics)
  }

  private func converted(
    _ bytes: [UInt8], _ format: String, _ convert: DocumentConversion,
    _ read: ([UInt8]) throws(JSONSyntaxError) -> Manuscript
  ) throws -> Checked<Manuscript> {
    do {
      return Checked(try read(try convert(format, bytes)))
    } catch let failure as ConversionFailure {
      let words = failure.words(path.lastPart)
      return failed(.importUnreadable, words.message, words.hint)
    } catch let error as JSONSyntaxError {
      return failed(
        .importUnreadable, "what pandoc made of the file cannot be read: \(error.message)",
        "save it as plain text (.txt, UTF-8) and import that")
    }
  }

  // MARK: Pictures

  /// Reads the pictures that are files below the folder of the manuscript. No other file is opened.
  private func loadPictures(of manuscript: inout Manuscript) throws {
    let folder = path.folderPart.isEmpty ? "." : path.folderPart
    for index in manuscript.pictures.indices where manuscript.pictures[index].bytes == nil {
      guard let address = manuscript.pictures[index].path else { continue }
      guard !address.contains("://"), !address.hasPrefix("data:") else {
        manuscript.report(
          .warning, .importPicture, "the picture '\(address.prefix(60))' is not in the file, and nothing is fetched",
          hint: "save it beside the section and correct its name there", line: manuscript.pictures[index].line)
        continue
      }
      let name = percentDecoded(address) ?? address
      manuscript.pictures[index].name = name
      let file = "\(folder)/\(name)"
      if let home = try FileSystem.realPath(folder), let real = try FileSystem.realPath(file),
        real.hasPrefix(home + "/"),
        try FileSystem.kind(of: real) == .file, let bytes = try FileSystem.contents(of: real),
        bytes.count <= ManuscriptFile.largest
      {
        manuscript.pictures[index].bytes = bytes
      } else {
        manuscript.report(
          .warning, .importPicture, "the picture '\(name)' is not there, or not below the folder of the text",
          hint: "put it beside the section and correct its name there", line: manuscript.pictures[index].line)
      }
    }
  }
}
