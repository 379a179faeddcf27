import Diagnostics

/// Makes one site again and again, in memory, and each page only when somebody asks for it: for a preview. Files that
/// have not changed are not read again, and where nothing but the text of some pages is new, the rest of the site
/// stays as it is.
package struct SiteSession: Sendable {
  private let build: SiteBuild
  private var memory = SourceMemory(isKept: true)
  private var last: Last?

  /// What the last look without errors gave.
  private struct Last: Sendable {
    let sources: SiteBuild.Sources
    let renderer: SiteRenderer
    /// Those of putting the files together; those of the files themselves are told anew each time.
    let diagnostics: [Diagnostic]
  }

  package init(_ options: BuildOptions) {
    build = SiteBuild(options)
  }

  /// What one look at the sources gave.
  package struct Refresh: Sendable {
    /// Nil where there are errors.
    package let site: SiteInMemory?
    package let diagnostics: [Diagnostic]
    /// The files that are new, gone or different since the last look, as messages show them; sorted.
    package let changed: [String]
    /// Whether the rest of the site was taken from the look before.
    package let isTextOnly: Bool
  }

  package mutating func refresh() async throws -> Refresh {
    let parsed = try await build.parse(try await build.list(), rememberingIn: &memory)
    guard let sources = parsed.value else {
      last = nil
      return Refresh(site: nil, diagnostics: parsed.diagnostics, changed: memory.changed, isTextOnly: false)
    }
    if let last, !parsed.diagnostics.hasErrors, let renderer = withNewTexts(sources, last) {
      self.last = Last(sources: sources, renderer: renderer, diagnostics: last.diagnostics)
      return Refresh(
        site: SiteInMemory(renderer), diagnostics: parsed.diagnostics + last.diagnostics, changed: memory.changed,
        isTextOnly: true)
    }
    let resolved = try await build.resolve(sources)
    let diagnostics = parsed.diagnostics + resolved.diagnostics
    let renderer = diagnostics.hasErrors ? nil : resolved.value
    last = renderer.map { Last(sources: sources, renderer: $0, diagnostics: resolved.diagnostics) }
    return Refresh(
      site: renderer.map(SiteInMemory.init), diagnostics: diagnostics, changed: memory.changed, isTextOnly: false)
  }

  /// The last site with the texts of the pages that were edited; nil where more than text may be another.
  private func withNewTexts(_ sources: SiteBuild.Sources, _ last: Last) -> SiteRenderer? {
    let changed = Set(memory.changed)
    let before = build.published(last.sources.site.pages)
    let now = build.published(sources.site.pages)
    guard before.count == now.count, sources.tree.files == last.sources.tree.files,
      sources.tree.templates == last.sources.tree.templates
    else { return nil }
    var renderer = last.renderer
    let quoted = renderer.site.quotedPages
    var seen = 0
    for (place, (old, new)) in zip(before, now).enumerated() where old !== new {
      let path = new.file.contentPath
      if changed.contains(path) { seen += 1 }
      guard new.hasLook(of: old), !quoted.contains(place),
        // A finding about the site stands at a line that may be another now.
        !last.diagnostics.contains(where: {
          $0.location.path == path || $0.related.contains { $0.location.path == path }
        })
      else { return nil }
      renderer.site.parsed[place] = new
    }
    // What changed and is no published page is a register, a template, an attachment, a draft: look at all.
    return seen == changed.count ? renderer : nil
  }
}

/// A finished site, none of whose files is written.
package struct SiteInMemory: Sendable {
  package let pages: Int
  package let indicators: Int
  private let files: [String: OutputFile]

  init(_ renderer: SiteRenderer) {
    let files = renderer.files()
    self.files = Dictionary(files.map { ($0.path, $0) }, uniquingKeysWith: { first, _ in first })
    pages = files.count { $0.path.hasSuffix(".html") }
    indicators = renderer.site.indicators.count
  }

  /// Whether the site has a file at a path such as `plan/index.html`.
  package func has(_ path: String) -> Bool { files[path] != nil }

  /// The paths of all its files, sorted.
  package var paths: [String] { files.keys.sorted() }

  /// The bytes of the file at a path, made now. Nil where the site has none, or an attachment went away meanwhile.
  package func contents(of path: String) throws -> [UInt8]? {
    try files[path]?.bytes()
  }
}
