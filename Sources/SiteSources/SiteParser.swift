import Actions
import DataFormats
import Diagnostics
import Indicators
import Markdown

/// Reads and parses every file of a site, each independently of the others.
package struct SiteParser: Sendable {
  package let tree: SourceTree
  package let jobs: Int

  package init(tree: SourceTree, jobs: Int) {
    self.tree = tree
    self.jobs = jobs
  }

  /// The result of parsing one file.
  enum ParsedFile: Sendable {
    case page(ParsedPage, PageHeader)
    case indicators(Register<IndicatorDeclaration>)
    case observations(ObservationFile)
    case values(ValuesFile)
    case actions(Register<Action>)
    case programmes(Register<Programme>)
    case departments(Register<Department>)
    case glossary(Register<GlossaryTerm>)
    case labels(LabelFile)
    case attachment(ParsedAttachment)
  }

  /// Parses the files that have changed since their results were stored in `cache`.
  package func parse(_ cache: inout SourceCache) async throws -> Checked<ParsedSite> {
    let (languages, unreadable) = try Languages.read(tree).parts()
    guard let languages else { return Checked(failed: unreadable) }
    let settings = try readSettings(languages)
    var diagnostics = unreadable + settings.diagnostics
    let parsed = settings.value ?? SiteSettings(source: SourceText(path: "Content/site.yaml", bytes: []), title: "")
    let loader = SourceLoader(tree.folders)
    let options = MarkdownOptions(allowsRawHTML: parsed.allowsRawHTML)
    let tags = parsed.listedTags
    let context = ParsingContext(languages: languages, texts: TextLanguages(tags: tags, edition: 0))
    let files = tree.files.filter { $0.role != .settings }
    var site = ParsedSite(settings: parsed)
    site.pages.reserveCapacity(files.count)
    site.headers.reserveCapacity(files.count)
    let finder = TranslationFinder(parsed, languages, files)
    var number = 0
    try await cache.results(for: files, options: options, texts: context.texts, jobs: jobs) { file in
      try SiteParser.parse(file, loader: loader, options: options, context)
    } to: { result in
      // The results come in the order of the files.
      let file = files[number]
      number += 1
      let (value, found) = (consume result).parts()
      if !found.isEmpty { diagnostics += found }
      switch consume value {
      case .page(let page, let header):
        let (translation, finding) = finder.translation(page)
        if let finding { diagnostics.append(finding) }
        if finding?.severity == .error {
          // A page that should be a translation is not a page of its own.
        } else if let translation {
          if let ignored = finder.ignored(page) { diagnostics.append(ignored) }
          if let other = site.translations[translation.path, default: [:]].updateValue(page, forKey: translation.tag) {
            diagnostics.append(
              Diagnostic(
                .error, .translationInvalid, "'\(translation.path)' has two translations into '\(translation.tag)'",
                hint: "keep one of them", at: page.start,
                related: [.init("the other is here", at: other.start)]))
          }
        } else {
          site.pages.append(page)
          site.headers.append(header)
        }
      case .indicators(let register): site.indicators.append(register)
      case .observations(let file): site.observations.append(file)
      case .values(let file): site.values.append(file)
      case .actions(let register): site.actions.append(register)
      case .programmes(let register): site.programmes.append(register)
      case .departments(let register): site.departments.append(register)
      case .glossary(let register): site.glossary.append(register)
      case .labels(let labels): site.labels.append(labels)
      case .attachment(let attachment) where MisnamedRegister(attachment.file) != nil:
        guard let misnamed = MisnamedRegister(attachment.file) else { break }
        diagnostics.append(misnamed.finding)
        site.faulty.append(SourceFile(path: attachment.file.path, role: .register(misnamed.kind)))
      case .attachment(let attachment):
        site.attachments.append(attachment.file)
        if let size = attachment.size { site.pictures[attachment.file.path] = size }
      case nil: site.unreadable.append(file)
      }
      if file.role.isRegister, found.hasErrors { site.faulty.append(file) }
    }
    if settings.value == nil { site.unreadable += tree.files.filter { $0.role == .settings } }
    return Checked(site, diagnostics)
  }

  /// Everything that the reading of a file depends on besides the file.
  struct ParsingContext: Sendable {
    let languages: Languages
    /// Nil for a site with one language.
    let texts: TextLanguages?
  }

  /// Reads `site.yaml` alone.
  package func readSettings() throws -> Checked<SiteSettings> {
    let languages = try Languages.read(tree)
    guard let known = languages.value else { return Checked(failed: languages.diagnostics) }
    return try readSettings(known)
  }

  func readSettings(_ languages: Languages, edition: Int = 0) throws -> Checked<SiteSettings> {
    guard let file = tree.files.first(where: { $0.role == .settings }) else {
      return Checked(failed: [
        Diagnostic(
          .error, .noSettings, "the site has no 'site.yaml'", hint: "create it with at least a line 'title: …'",
          at: SourceLocation(file: "\(SourceTree.contentFolder)/site.yaml"))
      ])
    }
    let source = try SourceLoader(tree.folders).text(of: file.contentPath)
    guard let text = source.value else { return Checked(failed: source.diagnostics) }
    if let conflict = text.conflictFinding(inMarkdown: false) { return Checked(failed: [conflict]) }
    return SiteSettings.parse(text, languages, edition: edition)
      .adding(source.diagnostics + text.invisibleCharactersOfData())
  }

  static func parse(
    _ file: SourceFile, loader: SourceLoader, options: MarkdownOptions, _ context: ParsingContext
  ) throws -> Checked<ParsedFile> {
    if case .attachment = file.role { return try parseAttachment(file, loader).map(ParsedFile.attachment) }
    if file.role == .values {
      return try parseValues(file, loader)
    }
    let loaded = try loader.text(of: file.contentPath, listedWith: file.size)
    guard let source = loaded.value else { return Checked(failed: loaded.diagnostics) }
    if let conflict = source.conflictFinding(inMarkdown: file.role == .page) { return Checked(failed: [conflict]) }
    let parsed = parse(file, source, options: options, context)
    let found = loaded.diagnostics + (file.role == .page ? [] : source.invisibleCharactersOfData())
    return found.isEmpty ? parsed : parsed.adding(found)
  }

  private static func parse(
    _ file: SourceFile, _ source: SourceText, options: MarkdownOptions, _ context: ParsingContext
  ) -> Checked<ParsedFile> {
    switch file.role {
    case .page:
      return parsePage(file, source, options: options, context).map { .page($0, PageHeader($0)) }
    case .register(.indicators):
      return IndicatorRegister.decode(source, in: context.texts)
        .map { .indicators(Register(file: file, source: source, entries: $0)) }
    case .register(.actions):
      return parseActions(file, source, in: context.texts).map(ParsedFile.actions)
    case .register(.programmes):
      return Register<Programme>.parse(file, source, describing: "a programme", in: context.texts, read: Programme.read)
        .map(ParsedFile.programmes)
    case .register(.departments):
      return Register<Department>.parse(
        file, source, describing: "a department", in: context.texts, read: Department.read
      )
      .map(ParsedFile.departments)
    case .register(.glossary):
      return Register<GlossaryTerm>.parse(
        file, source, describing: "a term", by: "term", in: context.texts, read: GlossaryTerm.read
      )
      .map(ParsedFile.glossary)
    case .observations:
      return ObservationRows.decode(source).map { .observations(ObservationFile(file: file, rows: $0)) }
    case .labels: return LabelFile.parse(file, source, context.languages).map(ParsedFile.labels)
    case .settings, .values, .attachment, .theme, .snapshot, .otherPlan:
      preconditionFailure("only pages, registers and observations are parsed here")
    }
  }

  private static func parseActions(
    _ file: SourceFile, _ source: SourceText, in languages: TextLanguages?
  ) -> Checked<Register<Action>> {
    let document = YAMLParser.parse(source).text(in: languages, of: source)
    guard let node = document.value else { return Checked(failed: document.diagnostics) }
    let sink = DiagnosticSink()
    let entries = Action.list(node, in: source, needsIDs: true, reportingTo: sink)
    return Checked(Register(file: file, source: source, entries: entries), document.diagnostics + sink.diagnostics)
  }

  /// The actions of the tables in a page's text.
  private static func actions(in directives: [MarkdownDirective], _ source: SourceText, _ sink: DiagnosticSink)
    -> [Action]
  {
    directives.enumerated().flatMap { number, directive -> [Action] in
      guard directive.name == "actions", directive.form == .container, directive.isWellFormed else { return [] }
      return ActionTableReader(source: source, directive: number, reportingTo: sink)
        .read(from: Int(directive.range.end), openedAt: directive.range)
    }
  }

  private static func parseValues(_ file: SourceFile, _ loader: SourceLoader) throws -> Checked<ParsedFile> {
    let read = try TableReader(loader).tables(of: file.contentPath)
    guard let content = read.value else { return Checked(failed: read.diagnostics) }
    let tables = content.tables(of: "a table of values", isHeader: ValuesTable.isHeader)
    let values = (tables.value ?? []).map(ValuesTable.read)
    let found = read.diagnostics + tables.diagnostics + content.hiddenParts + values.flatMap(\.diagnostics)
    let whole = values.compactMap(\.value)
    return whole.isEmpty ? Checked(failed: found) : Checked(.values(ValuesFile(file: file, tables: whole)), found)
  }

  private static func parsePage(
    _ file: SourceFile, _ source: SourceText, options: MarkdownOptions, _ context: ParsingContext
  ) -> Checked<ParsedPage> {
    let front = FrontMatter.find(in: source)
    guard let frontMatter = front.value else { return Checked(failed: front.diagnostics) }
    var diagnostics: [Diagnostic] = []
    var fields = PageFields()
    if let range = frontMatter.yaml {
      let yaml = YAMLParser.parse(source, in: range).text(in: context.texts, of: source)
      diagnostics += yaml.diagnostics + source.invisibleCharactersOfData(in: range)
      if let node = yaml.value {
        let sink = DiagnosticSink()
        fields = PageFields.read(node, in: source, context.languages, reportingTo: sink)
        diagnostics += sink.diagnostics
      }
    }
    let hasBrokenFields = diagnostics.hasErrors
    let (parsed, found) = MarkdownDocument.parse(
      source, from: frontMatter.bodyStart, firstLine: frontMatter.bodyLine, options: options
    ).parts()
    diagnostics += found
    guard let document = consume parsed else { return Checked(failed: diagnostics) }
    if document.directives.contains(where: { $0.name == "actions" }) {
      let sink = DiagnosticSink()
      fields.actions += actions(in: document.directives, source, sink)
      diagnostics += sink.diagnostics
    }
    let page = ParsedPage(
      file: file, source: source.unloaded, fields: consume fields,
      document: consume document, hasBrokenFields: hasBrokenFields)
    return Checked(page, diagnostics)
  }
}
