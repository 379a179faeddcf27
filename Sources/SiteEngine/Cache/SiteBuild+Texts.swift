import Bytes
import Diagnostics
import Markdown
import Markup

// The build of a site of which nothing but the texts of some pages is another than at the last build. It puts the new
// texts into the files that hold them, and neither reads, resolves nor renders anything else: at 10,000 pages a twentieth
// of a whole build. In every other case, and in doubt, the whole site is built.
extension SiteBuild {
  /// More pages than this are as well built with all the others.
  private static let mostTexts = 64

  /// Nil where the whole site is to be built.
  func rebuildTexts(_ memory: BuildMemory, _ tree: Checked<SourceTree>) async throws -> (
    report: BuildReport, diagnostics: [Diagnostic]
  )? {
    guard let last = try memory.lastRecord(), var texts = try memory.texts(of: last),
      try FileSystem.realPath(outputDirectory).flatMap(FileSystem.kind) == .directory
    else { return nil }
    guard let files = tree.value, tree.diagnostics.isEmpty, files.shownPaths == texts.sources.map(\.path),
      let bodies = try newTexts(files, &texts, last.diagnostics)
    else { return nil }

    let lock = try OutputLock(directory: outputDirectory)
    defer { lock.release() }
    guard let manifest = try memory.manifestOfUntouchedOutput(last) else { return nil }
    var written: [(path: String, old: FileStamp, bytes: [UInt8])] = []
    for number in texts.outputs.indices where texts.outputs[number].texts.contains(where: { bodies[$0.page] != nil }) {
      let path = texts.outputs[number].path
      guard let (old, stamp) = try FileSystem.stampedContents(of: "\(outputDirectory)/\(path)"),
        let new = texts.outputs[number].replaceTexts(in: old, by: bodies)
      else { return nil }
      if new != old { written.append((path, stamp, new)) }
    }
    let output = try writer.replace(written, manifest, last.output)

    var report = BuildReport(outputDirectory: outputDirectory, pages: last.pages, indicators: last.indicators)
    report.isTextOnly = true
    report.files.changed = written.map(\.path).sorted()
    report.files.unchanged = manifest.paths.count - written.count
    let sources = bodies.keys.map { texts.sources[texts.pages[$0].source].path }.sorted()
    report.explanation = options.explains ? explain(manifest, texts, changed: Set(bodies.keys), sources) : []
    try await memory.keep(report, last.diagnostics, texts, output: output, jobs: options.jobs)
    return (report, last.diagnostics)
  }

  /// The texts of the pages whose files changed, with the files' new stamps noted. Nil where anything else changed too.
  private func newTexts(
    _ tree: SourceTree, _ record: inout TextRecord, _ diagnostics: [Diagnostic]
  ) throws -> [Int: NewText]? {
    let stamps = tree.stamps
    let changed = stamps.indices.filter { stamps[$0] != record.sources[$0].stamp }
    guard (1...Self.mostTexts).contains(changed.count) else { return nil }
    let pages = Dictionary(
      record.pages.indices.map { (record.pages[$0].source, $0) }, uniquingKeysWith: { first, _ in first })
    var bodies: [Int: NewText] = [:]
    for place in changed {
      // A finding in the text may be another now; one in the front matter stands where it stood.
      guard let number = pages[place], record.pages[number].isReplaceable,
        !diagnostics.contains(where: { $0.concerns(record.sources[place].path, from: record.pages[number].textLine) })
      else { return nil }
      let parsed = try SiteParser.parse(
        tree.files[place], loader: SourceLoader(siteDirectory: options.siteDirectory),
        options: MarkdownOptions(allowsRawHTML: record.allowsRawHTML))
      guard parsed.diagnostics.isEmpty, case .page(let page, _) = parsed.value, page.look == record.pages[number].look,
        page.textLine == record.pages[number].textLine,
        // A page that has got a beginning, or lost it, may be made in another way.
        (page.beginningSum == 0) == (record.pages[number].beginning == 0)
      else { return nil }
      bodies[number] = NewText(body: page.document.body, beginning: page.beginning)
      record.pages[number].beginning = page.beginningSum
      record.sources[place].stamp = stamps[place]
    }
    return bodies
  }

  /// What the next build needs to know of the sources; `record.note` adds what was made of them.
  func record(_ sources: Sources, _ renderer: SiteRenderer) -> TextRecord {
    let quoted = renderer.site.quotedPages
    // Pages come in the order of the files.
    var source = 0
    let pages = published(sources.site.pages).enumerated().map { place, page in
      while source < sources.tree.files.count, sources.tree.files[source] != page.file { source += 1 }
      return TextRecord.Page(
        source: source, look: page.look ?? 0, beginning: page.beginningSum, textLine: page.textLine,
        isReplaceable: page.look != nil && !quoted.contains(place))
    }
    return TextRecord(
      tie: [], allowsRawHTML: sources.site.settings.allowsRawHTML,
      sources: zip(sources.tree.shownPaths, sources.tree.stamps).map { .init(path: $0, stamp: $1) }, pages: pages,
      outputs: [])
  }
}

/// What an edit made of a page's text.
struct NewText {
  let body: MarkdownBody
  /// `ParsedPage.beginning`.
  let beginning: String?
}

extension TextRecord {
  /// Where the texts of the pages stand now.
  mutating func note(_ files: [Output]) {
    outputs = files
    var isPrinted = [Bool](repeating: false, count: pages.count)
    var isMissing = isPrinted
    for output in outputs {
      for text in output.texts where text.recipe != TextRecipe.beginning {
        isPrinted[text.page] = true
        if text.recipe == TextRecipe.none { isMissing[text.page] = true }
      }
    }
    for place in pages.indices where !isPrinted[place] || isMissing[place] { pages[place].isReplaceable = false }
  }
}

extension TextRecord.Output {
  /// The file with other texts in the places of those of some pages, whose new places are noted. Nil where the record
  /// does not fit, or a text is empty: then a template may show something else.
  fileprivate mutating func replaceTexts(in file: [UInt8], by bodies: [Int: NewText]) -> [UInt8]? {
    var output = ByteBuffer(capacity: file.count + 4096)
    func copy(_ range: Range<Int>) {
      file.withUnsafeBufferPointer { output.append(contentsOf: UnsafeBufferPointer(rebasing: $0[range])) }
    }
    var copied = 0
    for number in texts.indices {
      let text = texts[number]
      guard text.start >= copied, text.length > 0, text.length <= file.count - text.start else { return nil }
      copy(copied..<text.start)
      let start = output.count
      if let new = bodies[text.page], text.recipe == TextRecipe.beginning {
        guard let beginning = new.beginning else { return nil }
        output.appendEscaped(beginning)
      } else if let body = bodies[text.page]?.body {
        guard let recipe = TextRecipe(text.recipe) else { return nil }
        body.render(into: &output, recipe.rendering)
        guard output.count > start else { return nil }
      } else {
        copy(text.start..<text.start + text.length)
      }
      copied = text.start + text.length
      texts[number].start = start
      texts[number].length = output.count - start
    }
    copy(copied..<file.count)
    return output.array
  }
}

extension Diagnostic {
  /// Whether it points at a line of a file, or at one behind it.
  fileprivate func concerns(_ path: String, from line: Int) -> Bool {
    func isThere(_ location: SourceLocation) -> Bool { location.line >= line && location.path == path }
    return isThere(location) || related.contains { isThere($0.location) }
  }
}
