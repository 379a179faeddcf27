import Diagnostics
import Files
import Manuscripts
import Markup
import SiteSources

extension ManuscriptImport {
  // MARK: Pages

  /// Adds the files of pages. A page that its author has edited since the last import keeps the edits: what changed in
  /// the source is joined with them, and where both changed the same lines the author's stay.
  mutating func write(
    _ texts: [(page: ImportRecord.Page, earlier: String?)], _ record: ImportRecord?, _ file: String
  ) throws {
    for (page, earlier) in texts {
      let old = record?.pages.first { $0.path == earlier }
      let path = "\(SourceTree.contentFolder)/\(page.path)"
      guard let old else {
        if try FileSystem.kind(of: siteDirectory.appending(part: path)) != nil {
          throw Author.Refusal(
            "\(path) already exists; nothing was written",
            hint: "rename it, or import into another folder with '--into'")
        }
        add(Array(page.text.utf8), to: path)
        log(page.title.isEmpty ? "+ \(path)" : "+ \(path)  \(page.title)")
        continue
      }
      try update(page, old, at: path)
    }
    for old in record?.pages ?? [] where !texts.contains(where: { $0.earlier == old.path }) {
      let path = "\(SourceTree.contentFolder)/\(old.path)"
      guard try FileSystem.kind(of: siteDirectory.appending(part: path)) != nil else { continue }
      addFinding(
        Diagnostic(
          .warning, .importGone, "'\(old.title)' is no longer in \(file.lastPart); its section is still there",
          hint: "delete the file if the section is given up", at: SourceLocation(file: path)))
    }
  }

  private mutating func update(_ page: ImportRecord.Page, _ old: ImportRecord.Page, at path: String) throws {
    let oldPath = "\(SourceTree.contentFolder)/\(old.path)"
    guard let bytes = try siteContents(of: siteDirectory.appending(part: oldPath)) else {
      addFinding(
        Diagnostic(
          .warning, .importGone, "the section '\(page.title)' was imported before, and its file is gone or renamed",
          hint:
            "it is not written again; to have it again, delete \(ImportRecord.folder)/ and import into a new folder",
          at: SourceLocation(file: oldPath)))
      return
    }
    let mine = String(decoding: bytes, as: UTF8.self)
    var text = page.text
    if mine != old.text {
      let merge = LineMerge(base: lines(old.text), mine: lines(mine), theirs: lines(page.text))
      text = merge.lines.joined(separator: "\n")
      let source = SourceText(path: path, text: text)
      for conflict in merge.conflicts {
        let shown = conflict.source.joined(separator: " ")
        addFinding(
          Diagnostic(
            .warning, .importConflict,
            shown.isEmpty
              ? "the source no longer has these lines, which you have edited; yours are kept"
              : "the source has changed these lines, and so have you; yours are kept. The source says: \(shown)",
            hint: "take over what you need by hand", at: source.location(line: conflict.line, byteLength: 60)))
      }
    }
    describe(mine, text, path)
    if oldPath != path {
      add(Array(text.utf8), to: path)
      remove(oldPath)
      log("> \(path)  moved from \(oldPath)")
    } else if text != mine {
      add(Array(text.utf8), to: path)
    }
  }

  /// Says what changes in the page: not what its author has edited in another way than the source.
  private mutating func describe(_ old: String, _ new: String, _ path: String) {
    guard old != new else { return }
    let changes = LineMerge.changes(from: lines(old), to: lines(new))
    log("~ \(path)")
    for line in changes.removed { log("    - \(line)") }
    for line in changes.added { log("    + \(line)") }
  }

  private func lines(_ text: String) -> [String] {
    text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
  }

  // MARK: Pictures

  /// Puts each picture beside the first page that shows it, and its address into the pages.
  mutating func placePictures(
    of manuscript: Manuscript, _ texts: inout [(page: ImportRecord.Page, earlier: String?)],
    _ record: inout ImportRecord,
    _ earlier: ImportRecord?
  ) throws {
    var used: Set<String> = []
    for (index, picture) in manuscript.pictures.enumerated() {
      let mark = Manuscript.pictureMark(index)
      var placed: String?
      for page in texts.indices where texts[page].page.text.contains(mark) {
        guard let bytes = picture.bytes else {
          texts[page].page.text.replace(mark, with: picture.path ?? picture.name)
          continue
        }
        let folder = texts[page].page.path.folderPart
        if placed == nil {
          let path = try freePath(picture.name, bytes, in: folder, used, earlier)
          used.insert(path)
          placed = path
          record.pictures.append(path)
          let whole = "\(SourceTree.contentFolder)/\(path)"
          if try siteContents(of: siteDirectory.appending(part: whole)) != bytes {
            add(bytes, to: whole)
            log("+ \(whole)")
          }
        }
        let path = placed ?? ""
        texts[page].page.text.replace(mark, with: path.folderPart == folder ? path.lastPart : "/\(path)")
      }
    }
  }

  /// A name for a picture that no other file in the folder has: its own, made safe, or with a number.
  private func freePath(
    _ name: String, _ bytes: [UInt8], in folder: String, _ used: Set<String>, _ earlier: ImportRecord?
  ) throws -> String {
    let ending = name.pathExtension.filter { $0.isASCII && ($0.isLetter || $0.isNumber) }
    let stem = Slug(name.lastPart.withoutPathExtension)?.text ?? "picture"
    var number = 1
    while true {
      let path = folder.appending(part: stem + (number > 1 ? "-\(number)" : "") + (ending.isEmpty ? "" : ".\(ending)"))
      number += 1
      guard !used.contains(path) else { continue }
      let there = try siteContents(
        of: siteDirectory.appending(part: "\(SourceTree.contentFolder)/\(path)"))
      if there == nil || there == bytes || earlier?.pictures.contains(path) == true { return path }
    }
  }
}

/// All bytes of a file of the site; nil if it does not exist.
func siteContents(of path: String) throws -> [UInt8]? {
  try FileSystem.requireOrdinaryFile(path)
  return try FileSystem.contents(of: path)
}
