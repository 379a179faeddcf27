import Diagnostics

/// The version that pages, feeds and `--version` name.
package let version = "0.1.0"

/// What a build is asked to do.
package struct BuildOptions: Sendable {
  /// The folder that holds `Content/`.
  package var siteDirectory: String
  /// Nil for `Output/` in the site's folder.
  package var outputDirectory: String?
  /// Instead of `base-url` in `site.yaml`.
  package var baseURL: BaseURL?
  package var includesDrafts: Bool
  /// Warnings stop the build as errors do.
  package var isStrict: Bool
  /// Threads; at least 1. Has no influence on the output.
  package var jobs: Int
  /// Tells this program from any other that could have made the last build.
  package var program: String
  /// Whether a build that has nothing to do may be left out.
  package var usesMemory: Bool
  /// Whether the report says of each page why it was built.
  package var explains = false
  package var watch = BuildWatch()

  package init(
    siteDirectory: String, outputDirectory: String? = nil, baseURL: BaseURL? = nil, includesDrafts: Bool = false,
    isStrict: Bool = false, jobs: Int = 1, program: String = version, usesMemory: Bool = true
  ) {
    self.siteDirectory = siteDirectory
    self.outputDirectory = outputDirectory
    self.baseURL = baseURL
    self.includesDrafts = includesDrafts
    self.isStrict = isStrict
    self.jobs = jobs
    self.program = program
    self.usesMemory = usesMemory
  }

  /// All that the output follows from beside the files.
  var setting: String {
    let base = baseURL.map { $0.origin + $0.path } ?? "-"
    return "\(program)\n\(base)\n\(includesDrafts) \(isStrict)"
  }
}

/// What a build made.
package struct BuildReport: Sendable {
  package let outputDirectory: String
  package let pages: Int
  package let indicators: Int
  package var files = FileChanges()
  /// Of every page, sorted; empty where nobody asked.
  package var explanation: [PageExplanation] = []
  /// Whether nothing was as much as read, since every file is as the last build saw or left it.
  package var isRemembered = false
  /// Whether nothing but the texts of some pages was read, made and written.
  package var isTextOnly = false
}

/// One build: read, parse, resolve, render, write.
package struct SiteBuild: Sendable {
  let options: BuildOptions

  package init(_ options: BuildOptions) {
    self.options = options
  }

  /// Makes the site. No report means that nothing was written; then the findings say why.
  package func build() async throws -> (report: BuildReport?, diagnostics: [Diagnostic]) {
    var memory =
      try await !options.usesMemory
      ? nil
      : BuildMemory.open(
        siteDirectory: options.siteDirectory, outputDirectory: outputDirectory, setting: options.setting,
        jobs: options.jobs)
    if let memory, let last = try memory.lastBuild() { return (try report(of: last), last.diagnostics) }
    let tree = try await list()
    if let stamp = tree.value?.stamp { memory?.see(stamp) }
    if let memory, let rebuilt = try await rebuildTexts(memory, tree) { return rebuilt }

    let before = options.explains ? try memory?.lastTexts() : nil
    let parsed = try await parse(tree, texts: memory?.textStore())
    guard let sources = parsed.value else { return (nil, parsed.diagnostics) }
    let resolved = try await resolve(sources)
    var diagnostics = parsed.diagnostics + resolved.diagnostics
    guard !diagnostics.hasErrors, var ready = resolved.value, !stops(diagnostics) else { return (nil, diagnostics) }
    ready.recordsTexts = memory != nil
    let renderer = ready
    let files = try await renderer.files(jobs: options.jobs)
    // While the files are made: nobody waits for it before.
    async let recorded = renderer.recordsTexts ? record(sources, renderer) : nil
    diagnostics += try findingsOfOutput(files)
    guard !stops(diagnostics) else { return (nil, diagnostics) }

    options.watch.begins(.writing(files: files.count))
    let written = try await writer.write(files)
    var texts = await recorded
    keepToTheEnd(sources)
    defer { keepToTheEnd((renderer, written, texts)) }
    var report = BuildReport(
      outputDirectory: outputDirectory, pages: files.count { $0.path.hasSuffix(".html") },
      indicators: renderer.site.indicators.count, files: written.changes)
    texts?.note(written.texts)
    if options.explains {
      report.explanation = explainAll(
        files.map(\.path), written.changes, before: before?.texts, now: texts,
        isSameSetting: before?.isSameSetting ?? false)
    }
    try await memory?.keep(report, diagnostics, texts, output: written.stamp, jobs: options.jobs)
    return (report, diagnostics)
  }

  private func report(of last: BuildRecord) throws -> BuildReport {
    var report = BuildReport(
      outputDirectory: outputDirectory, pages: last.pages, indicators: last.indicators, isRemembered: true)
    report.files.unchanged = last.output.files - 1
    if options.explains, let manifest = try Manifest.read(in: outputDirectory) {
      report.explanation = explainNothing(manifest)
    }
    return report
  }
}

// MARK: - Steps

extension SiteBuild {
  /// The files that there are.
  func list() async throws -> Checked<SourceTree> {
    options.watch.begins(.reading)
    return try await SiteReader(siteDirectory: options.siteDirectory, jobs: options.jobs).sourceTree()
  }

  func parse() async throws -> Checked<Sources> { try await parse(try await list()) }

  /// Everything that was read, each file on its own.
  struct Sources: Sendable {
    let tree: SourceTree
    var site: ParsedSite
    let texts: TextStore?
  }

  func parse(_ tree: Checked<SourceTree>, texts: TextStore? = nil) async throws -> Checked<Sources> {
    var memory = SourceMemory(isKept: false)
    return try await parse(tree, rememberingIn: &memory, texts: texts)
  }

  /// A file that is as `memory` knows it is not parsed again.
  func parse(
    _ tree: Checked<SourceTree>, rememberingIn memory: inout SourceMemory, texts: TextStore? = nil
  ) async throws -> Checked<Sources> {
    guard let files = tree.value else { return Checked(failed: tree.diagnostics) }
    memory.look(at: files)
    let parsed = try await SiteParser(tree: files, jobs: options.jobs, texts: texts).parse(rememberingIn: &memory)
    let diagnostics = tree.diagnostics + parsed.diagnostics
    guard var site = parsed.value else { return Checked(failed: diagnostics) }
    if let baseURL = options.baseURL { site.settings.baseURL = baseURL }
    return Checked(Sources(tree: files, site: site, texts: texts), diagnostics)
  }

  /// All parsed files put together, with the templates.
  func resolve(_ sources: Sources) async throws -> Checked<SiteRenderer> {
    options.watch.begins(.resolving)
    let resolver = SiteResolver(sources.site, includesDrafts: options.includesDrafts, jobs: options.jobs)
    // While the site is put together, which is not all for several threads.
    async let loading = Theme.load(sources.tree)
    let site = try await resolver.resolve()
    let theme = try await loading
    let diagnostics = site.diagnostics + theme.diagnostics
    guard let resolved = site.value, let templates = theme.value else { return Checked(failed: diagnostics) }
    return Checked(
      SiteRenderer(site: resolved, theme: templates, siteDirectory: options.siteDirectory, texts: sources.texts),
      diagnostics)
  }

  /// The pages that the site shows, in the order of their paths.
  func published(_ pages: [ParsedPage]) -> [ParsedPage] {
    options.includesDrafts ? pages : SiteResolver.withoutDrafts(pages).published
  }

  /// What stands in the way of writing.
  func findingsOfOutput(_ files: [OutputFile]) throws -> [Diagnostic] { try outputInsideInput() + writer.check(files) }

  var writer: SiteWriter {
    SiteWriter(
      directory: outputDirectory, shownAs: shownOutput, jobs: options.jobs, isInterrupted: options.watch.isInterrupted)
  }

  private func stops(_ diagnostics: [Diagnostic]) -> Bool {
    diagnostics.hasErrors || options.isStrict && diagnostics.contains { $0.severity == .warning }
  }

  var outputDirectory: String {
    let directory = options.outputDirectory ?? "\(options.siteDirectory)/Output"
    return directory.hasPrefix("./") ? String(directory.dropFirst(2)) : directory
  }

  private var shownOutput: String { options.outputDirectory ?? "Output" }

  /// The output folder must not be, hold or lie in a folder that an author edits.
  private func outputInsideInput() throws -> [Diagnostic] {
    let output = try wholePath(of: outputDirectory)
    for folder in [SourceTree.contentFolder, SourceTree.templatesFolder] {
      let input = try wholePath(of: "\(options.siteDirectory)/\(folder)")
      if output.starts(with: input) || input.starts(with: output) {
        return [
          Diagnostic(
            .error, .outputInsideInput, "the output folder '\(shownOutput)' and '\(folder)' lie one in the other",
            hint: "write to a folder of its own, such as Output", at: SourceLocation(file: shownOutput))
        ]
      }
    }
    return []
  }

  /// The parts of a path from the machine's root, links followed, whether or not all of it exists.
  private func wholePath(of path: String) throws -> [Substring] {
    var existing = path
    var missing: [Substring] = []
    while try FileSystem.kind(of: existing) == nil {
      guard let slash = existing.lastIndex(of: "/") else {
        missing.append(Substring(existing))
        existing = "."
        break
      }
      missing.append(existing[existing.index(after: slash)...])
      existing = slash > existing.startIndex ? String(existing[..<slash]) : "/"
    }
    var whole = (try FileSystem.realPath(existing) ?? existing).split(separator: "/")
    for part in missing.reversed() where !part.isEmpty && part != "." {
      if part == ".." { _ = whole.popLast() } else { whole.append(part) }
    }
    return whole
  }
}
