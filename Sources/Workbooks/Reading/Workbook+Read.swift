extension Workbook {
  /// Reads a workbook from the bytes of its file. Opens nothing else, neither links nor entities.
  ///
  /// Fails for a file that is damaged, encrypted, of another format, or beyond `WorkbookLimits`, and for a workbook
  /// with macros or with links to other workbooks, whose figures nobody can check.
  package static func read(_ bytes: [UInt8], withComments: Bool = false) throws(WorkbookFault) -> Workbook {
    guard bytes.count <= WorkbookLimits.file else {
      throw .tooLarge("the file has more than \(WorkbookLimits.file >> 20) MB")
    }
    try refuseOtherFormats(bytes)
    let archive = try ZipArchive(bytes)
    try refuseOtherKinds(archive.names)
    let typesPart = "[Content_Types].xml"
    guard archive.names.contains(typesPart) else { throw .notAWorkbook }
    let top = try archive.contents(of: [typesPart, "_rels/.rels"].filter(archive.names.contains).asSet)
    if top[typesPart]?.containsText("macroEnabled") == true { throw .hasMacros }
    let home = try Relationships.read(top["_rels/.rels"], of: "", part: "_rels/.rels")
    guard let main = home.target(ofType: "officeDocument") ?? ["xl/workbook.xml"].first(where: archive.names.contains),
      archive.names.contains(main)
    else { throw .notAWorkbook }

    let relationsPart = Relationships.part(of: main)
    let index = try archive.contents(of: [main, relationsPart].filter(archive.names.contains).asSet)
    let relations = try Relationships.read(index[relationsPart], of: main, part: relationsPart)
    let list = SheetList()
    try readXML(index[main] ?? [], part: main, into: list)
    guard list.sheets.count <= WorkbookLimits.sheets else {
      throw .tooLarge("it has more than \(WorkbookLimits.sheets) sheets")
    }

    // Charts and dialogs have sheets of their own, without cells.
    let sheets: [(sheet: SheetList.Entry, target: Relationships.Target)] = list.sheets.compactMap { sheet in
      relations.target(ofID: sheet.relation).map { (sheet, $0) }
    }
    let texts = relations.target(ofType: "sharedStrings")
    let styles = relations.target(ofType: "styles")
    let cells = sheets.filter { $0.target.type == "worksheet" }
    var wanted = Set(cells.map(\.target.path))
    guard wanted.count == cells.count else { throw .damaged("two of its sheets are one part") }
    if let texts { wanted.insert(texts) }
    if let styles { wanted.insert(styles) }
    let parts = try archive.contents(of: wanted)
    let comments = withComments ? try comments(on: cells.map(\.target.path), in: archive) : [:]

    let shared = SharedTexts()
    if let texts { try readXML(parts[texts] ?? [], part: texts, into: shared) }
    let formats = CellFormats()
    if let styles { try readXML(parts[styles] ?? [], part: styles, into: formats) }
    var read: [Sheet] = []
    var room = SheetReader.Room()
    for (sheet, target) in cells {
      let reader = SheetReader(
        sheet: sheet.name, texts: shared.texts, formats: formats.kinds, isFrom1904: list.isFrom1904, room: room)
      try readXML(parts[target.path] ?? [], part: target.path, into: reader)
      room = reader.room
      read.append(
        Sheet(
          name: sheet.name, isHidden: sheet.isHidden, rows: reader.rows, merged: reader.merged,
          comments: comments[target.path] ?? [], hiddenRows: reader.hiddenRows, hiddenColumns: reader.hiddenColumns))
    }
    return Workbook(sheets: read)
  }

  /// The comments on each of the sheets, by the path of its part.
  private static func comments(
    on sheets: [String], in archive: borrowing ZipArchive
  ) throws(WorkbookFault) -> [String: [Comment]] {
    let names = archive.names
    let relations = try archive.contents(of: Set(sheets.map(Relationships.part).filter(names.contains)))
    var paths: [String: String] = [:]
    for sheet in sheets {
      let part = Relationships.part(of: sheet)
      let found = try Relationships.read(relations[part], of: sheet, part: part).target(ofType: "comments")
      if let found, names.contains(found) { paths[sheet] = found }
    }
    let parts = try archive.contents(of: Set(paths.values))
    var comments: [String: [Comment]] = [:]
    for (sheet, path) in paths {
      let reader = CommentReader()
      try readXML(parts[path] ?? [], part: path, into: reader)
      comments[sheet] = reader.comments
    }
    return comments
  }

  private static func refuseOtherFormats(_ bytes: [UInt8]) throws(WorkbookFault) {
    if bytes.starts(with: [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1]) {
      // An OLE container holds either an encrypted workbook, in a stream of this name in UTF-16, or an old one.
      let name: [UInt8] = "EncryptedPackage".utf8.flatMap { [$0, 0] as [UInt8] }
      if contains(bytes, name) { throw .encrypted }
      throw WorkbookFault(
        "is in the format of Excel 97 (.xls)", hint: "in Excel, save it as 'Excel Workbook (.xlsx)'")
    }
    guard bytes.starts(with: [UInt8(ascii: "P"), UInt8(ascii: "K")]) else { throw .notAWorkbook }
  }

  private static func refuseOtherKinds(_ names: Set<String>) throws(WorkbookFault) {
    if names.contains("xl/workbook.bin") {
      throw WorkbookFault(
        "is a binary workbook (.xlsb)", hint: "in Excel, save it as 'Excel Workbook (.xlsx)'")
    }
    if names.contains("content.xml"), names.contains("META-INF/manifest.xml") {
      throw WorkbookFault(
        "is an OpenDocument spreadsheet (.ods)", hint: "in LibreOffice, save it as 'Excel 2007-365 (.xlsx)'")
    }
    if names.contains(where: { $0.hasSuffix("vbaProject.bin") }) { throw .hasMacros }
    if names.contains(where: { $0.hasPrefix("xl/externalLinks/") }) {
      throw WorkbookFault(
        "takes figures from other workbooks", hint: "in Excel, choose Data > Edit Links > Break Link, and save it")
    }
  }

  private static func contains(_ bytes: [UInt8], _ wanted: [UInt8]) -> Bool {
    guard bytes.count >= wanted.count else { return false }
    for start in 0...(bytes.count - wanted.count)
    where bytes[start] == wanted[0] && bytes[start...].starts(with: wanted) { return true }
    return false
  }
}

extension WorkbookFault {
  static let notAWorkbook = WorkbookFault(
    "is not an Excel workbook", hint: "in Excel, save it as 'Excel Workbook (.xlsx)'")

  package static let hasMacros = WorkbookFault(
    "contains macros, which planpress does not read",
    hint: "in Excel, save it as 'Excel Workbook (.xlsx)', which has none")
}

extension [String] {
  fileprivate var asSet: Set<String> { Set(self) }
}

extension [UInt8] {
  fileprivate func containsText(_ text: String) -> Bool { String(decoding: self, as: UTF8.self).contains(text) }
}
