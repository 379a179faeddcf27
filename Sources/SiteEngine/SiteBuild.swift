import Diagnostics
import Files
import SiteModel
import SiteOutput
import SitePages
import SiteSources

/// One build: read, parse, resolve, render, write.
package struct SiteBuild: Sendable {
  let options: BuildOptions

  package init(_ options: BuildOptions) {
    self.options = options
  }

  /// Builds the site. If the report is nil, nothing was written and the diagnostics say why.
  package func build() async throws -> (report: BuildReport?, diagnostics: [Diagnostic]) {
    var lastBuild =
      !options.usesMemory
      ? nil
      : try await LastBuild.open(
        siteDirectory: options.siteDirectory, outputDirectory: options.output, setting: options.setting,
        jobs: options.jobs)
    if let record = try lastBuild?.recordIfCurrent() { return (try report(ofSkipped: record), record.diagnostics) }

    let prepared = try await prepare { lastBuild?.waitUntilOlder(than: $0.stamp) }
    var diagnostics = prepared.diagnostics.withoutNotes
    guard let tree = prepared.tree, let site = prepared.files, !stops(diagnostics) else { return (nil, diagnostics) }
    let files = try await site.all(jobs: options.jobs)
    diagnostics += try outputFindings(for: files)
    guard !stops(diagnostics) else { return (nil, diagnostics) }

    options.watch.begins(.writing(files: files.count))
    let cause = options.explains ? try lastBuild?.cause(of: tree) ?? .firstBuild : nil
    var writer = writer
    writer.holdsFolder = options.holdsOutput
    let written = try await writer.write(files)
    // Freeing the parsed site takes a tenth of a build of 10,000 pages, and the process is about to end.
    leakUntilExit(prepared)
    leakUntilExit(written)
    var report = BuildReport(
      outputDirectory: options.output, pages: files.count { $0.path.hasSuffix(".html") },
      indicators: site.site.indicators.count)
    report.files = written.changes
    report.lock = written.lock
    report.cause = cause
    try lastBuild?.keep(report, diagnostics, tree, output: written.stamp)
    return (report, diagnostics)
  }

  private func report(ofSkipped last: BuildRecord) throws -> BuildReport {
    var report = BuildReport(outputDirectory: options.output, pages: last.pages, indicators: last.indicators)
    report.isSkipped = true
    // The manifest is one of the files.
    report.files.unchanged = last.output.files - 1
    report.cause = options.explains ? .nothingChanged : nil
    if options.holdsOutput {
      report.lock = try OutputLock(directory: options.output, for: .reading)
      guard try Manifest.stamp(in: options.output) == last.output else {
        throw MachineError("publish from", options.output, reason: "another planpress build has changed it; try again")
      }
    }
    return report
  }
}

// MARK: - The pipeline

/// The results of the stages of the pipeline; nil from the first stage that failed.
struct PreparedSite: Sendable {
  /// The list of source files.
  let tree: SourceTree?
  /// Every file that is published, parsed on its own.
  let parsed: ParsedSite?
  /// Every page and register with what it refers to. Nil if a page or register could not be parsed or resolved; errors in
  /// their content, such as a mismatched quotation, do not make it nil.
  var resolved: ResolvedSite?
  /// The files of the resolved site, not yet rendered. Nil if there is any error.
  let files: SiteFiles?
  let diagnostics: [Diagnostic]
  /// The diagnostics, sorted into reported and accepted ones. Nil from the first stage that failed.
  var findings: SortedFindings?
}

extension SiteBuild {
  /// Reads, parses and resolves the site: the stages that every command on a whole site shares, and the preview.
  ///
  /// `listed` is called after the files are listed and before the first is read. A file that is unchanged in `cache` is
  /// not parsed again.
  func prepare(_ cache: inout SourceCache, listed: (SourceTree) -> Void = { _ in }) async throws -> PreparedSite {
    let (tree, parsed, found) = try await parse(&cache, listed: listed)
    guard let tree, let parsed else {
      return PreparedSite(tree: tree, parsed: nil, files: nil, diagnostics: found)
    }
    options.watch.begins(.resolving)
    let resolver = SiteResolver(parsed, includesDrafts: options.includesDrafts, jobs: options.jobs)
    // The theme loads while the resolver runs, because the resolver does not keep all threads busy.
    async let loading = Theme.load(tree)
    let resolved = try await resolver.resolve()
    let (editions, inEditions) = try await self.editions(of: parsed, tree, like: resolved.value)
    let theme = try await loading
    let findings = SortedFindings(
      (found + Consequences(parsed).removed(from: resolved.diagnostics) + inEditions + theme.diagnostics)
        .withInvisibleCharactersExplained,
      by: Acceptances(resolver.parsed))
    let diagnostics = findings.findings
    guard !diagnostics.hasErrors, let site = resolved.value, let editions, let templates = theme.value else {
      return PreparedSite(
        tree: tree, parsed: resolver.parsed, resolved: found.hasErrors ? nil : resolved.value, files: nil,
        diagnostics: diagnostics, findings: findings)
    }
    let files = SiteFiles(
      site, editions: editions, theme: templates.styled(site.settings.theme), folders: tree.folders)
    return PreparedSite(
      tree: tree, parsed: resolver.parsed, resolved: site, files: files, diagnostics: diagnostics, findings: findings)
  }

  /// The site in its other languages; nil if one of them has errors. Returns only findings in translations; the main
  /// language reports the rest.
  private func editions(
    of parsed: ParsedSite, _ tree: SourceTree, like main: ResolvedSite?
  ) async throws -> (sites: [ResolvedSite]?, diagnostics: [Diagnostic]) {
    guard parsed.settings.languages.count > 1, let main else { return ([], []) }
    let translations = Set(parsed.translations.values.flatMap { $0.values.map(\.source.path) })
    var sites: [ResolvedSite] = []
    var diagnostics: [Diagnostic] = []
    for edition in try SiteParser(tree: tree, jobs: options.jobs).editions(
      of: parsed, includesDrafts: options.includesDrafts)
    {
      let resolver = SiteResolver(edition, includesDrafts: options.includesDrafts, jobs: options.jobs)
      let (site, found) = try await resolver.resolve(like: main).parts()
      diagnostics += found.filter { finding in
        translations.contains(finding.location.path) || site == nil && finding.severity == .error
      }
      if let site { sites.append(site) }
    }
    return (sites.count == parsed.settings.languages.count - 1 ? sites : nil, diagnostics)
  }

  func prepare(listed: (SourceTree) -> Void = { _ in }) async throws -> PreparedSite {
    var cache = SourceCache(isKept: false)
    return try await prepare(&cache, listed: listed)
  }

  /// Reads and parses the site. `tree` and `parsed` are nil if the files cannot be listed.
  func parse(
    _ cache: inout SourceCache, listed: (SourceTree) -> Void = { _ in }
  ) async throws -> (tree: SourceTree?, parsed: ParsedSite?, diagnostics: [Diagnostic]) {
    options.watch.begins(.reading)
    let (tree, missing) = try await SiteReader(siteDirectory: options.siteDirectory, jobs: options.jobs).sourceTree()
      .parts()
    guard var tree else { return (nil, nil, missing) }
    if options.overlooksEmptyPages { tree = try tree.withoutEmptyPages() }
    listed(tree)
    cache.note(tree)
    let (parsed, found) = try await SiteParser(tree: tree, jobs: options.jobs).parse(&cache).parts()
    guard var parsed else { return (tree, nil, missing + found) }
    if let baseURL = options.baseURL { parsed.settings.baseURL = baseURL }
    parsed.settings.showsDrafts = options.includesDrafts
    let reader = SnapshotReader(siteDirectory: tree.siteDirectory)
    let snapshot = try options.against.map(SnapshotReader(siteDirectory: "").read) ?? reader.newest(of: tree.snapshots)
    parsed.snapshot = snapshot.value ?? nil
    let reported = try readReported(&parsed, reader, tree)
    parsed.statuses = try await statuses(tree)
    let others = try readOtherPlans(&parsed, tree)
    return (tree, parsed, missing + found + snapshot.diagnostics + reported + others)
  }

  /// Reads the snapshots that reports and pages show. One that is not there is reported at the key that names it.
  private func readReported(
    _ parsed: inout ParsedSite, _ reader: SnapshotReader, _ tree: SourceTree
  ) throws -> [Diagnostic] {
    var found: [Diagnostic] = []
    for index in parsed.headers.indices where parsed.headers[index].showsSnapshot {
      let fields = parsed.pages[index].fields
      guard let name = (fields.report?.snapshot ?? fields.snapshot)?.value, parsed.reported[name] == nil,
        tree.snapshots.contains(where: { $0.path == "\(name).json" })
      else { continue }
      let read = try reader.read("\(SourceTree.snapshotsFolder)/\(name).json")
      parsed.reported[name] = read.value ?? nil
      found += read.diagnostics
    }
    return found
  }

  /// Reads the copies of the plans that `other-plans` names.
  private func readOtherPlans(_ parsed: inout ParsedSite, _ tree: SourceTree) throws -> [Diagnostic] {
    let reader = OtherPlanReader(siteDirectory: tree.siteDirectory)
    var found: [Diagnostic] = []
    for setting in parsed.settings.otherPlans
    where tree.otherPlans.contains(where: { $0.path == "\(setting.name.value).json" }) {
      let read = try reader.read(setting.name.value)
      parsed.otherPlans[setting.name.value] = read.value
      if read.value == nil { parsed.damagedPlans.insert(setting.name.value) }
      found += read.diagnostics
    }
    return found
  }

  /// The statuses of the indicators at the time of each snapshot. A file that is not a snapshot is left out: where it is
  /// compared with, or shown by a report, it is reported.
  private func statuses(_ tree: SourceTree) async throws -> [SnapshotStatuses] {
    let names = tree.snapshotNames.filter { !$0.isReplaced }.map(\.text)
    let read: [SnapshotStatuses?] = try await concurrentMap(names, jobs: options.jobs) { name in
      let path = "\(tree.siteDirectory)/\(SourceTree.snapshotsFolder)/\(name).json"
      return try FileSystem.contents(of: path).flatMap { SnapshotStatuses(name: name, bytes: $0) }
    }
    return read.compactMap(\.self)
  }

  private func stops(_ diagnostics: [Diagnostic]) -> Bool { diagnostics.fails(strict: options.isStrict) }
}

// MARK: - Writing

extension SiteBuild {
  /// The errors that prevent writing the files.
  func outputFindings(for files: [OutputFile]) throws -> [Diagnostic] {
    try OutputFolder(options).overlaps() + writer.check(files)
  }

  private var writer: SiteWriter {
    SiteWriter(
      directory: options.output, shownAs: options.shownOutput, jobs: options.jobs,
      isInterrupted: options.watch.isInterrupted)
  }
}
