import Bytes
import DataFormats
import Diagnostics
import Files
import Indicators
import Manuscripts
import Markup
import SiteSources

/// Imports texts as the sections of a plan: into a site that is there, or as a new site. Nothing is written until
/// `commit`.
package struct ManuscriptImport {
  /// The decisions of the import, line by line.
  package private(set) var report: [Message] = []
  package private(set) var diagnostics: [Diagnostic] = []
  /// The plan's folder below `Content/`.
  package private(set) var planFolder = ""
  /// Below the site's folder, in order.
  package private(set) var written: [String] = []

  let siteDirectory: String
  let author: Author?
  let options: ManuscriptOptions
  private var batch = FileBatch()
  private var isNewPlan = false
  /// Whether one of the files was imported before.
  private var isUpdate = false
  /// By depth, outermost first: whether the plan numbers the sections there.
  private var countedDepths: [Bool] = []

  /// Why an import cannot go on.
  package struct MissingYears: Error {}

  /// Reads the files and decides on all pages. Without a value if a file cannot be read. `author` is nil if the site's
  /// folder has no `Content/` yet.
  ///
  /// Throws `MissingYears` if a new plan is to be made and nothing says for which years, and `ImportQuestion` for the
  /// plan.
  package static func prepare(
    _ files: [String], into siteDirectory: String, author: Author?, options: ManuscriptOptions,
    convert: DocumentConversion
  ) throws -> Checked<ManuscriptImport> {
    var manuscripts: [Manuscript] = []
    var diagnostics: [Diagnostic] = []
    for file in files {
      let read = try ManuscriptFile(path: file).read(convert)
      diagnostics += read.diagnostics
      if let manuscript = read.value { manuscripts.append(manuscript) }
    }
    guard manuscripts.count == files.count else { return Checked(failed: diagnostics) }
    var result = ManuscriptImport(siteDirectory: siteDirectory, author: author, options: options)
    try result.decide(files, &manuscripts)
    return Checked(result, diagnostics)
  }

  private init(siteDirectory: String, author: Author?, options: ManuscriptOptions) {
    self.siteDirectory = siteDirectory
    self.author = author
    self.options = options
  }

  /// Writes all files or none.
  package func commit() throws { try batch.commit() }

  // MARK: Decisions

  private mutating func decide(_ files: [String], _ manuscripts: inout [Manuscript]) throws {
    var outlines = manuscripts.indices.map { Outline(&manuscripts[$0]) }
    var records = try files.map { file in
      try siteContents(of: siteDirectory.appending(part: ImportRecord.path(of: file))).flatMap {
        ImportRecord($0)
      }
    }
    try findEarlierVersions(files, outlines, &records)
    // The title that was given to the first import holds for those that follow.
    let given = options.title ?? records.lazy.compactMap { $0?.givenTitle }.first
    let title = given ?? outlines[0].title ?? files[0].lastPart.withoutPathExtension
    try choosePlan(title: title, hasRecord: records.contains { $0?.pages.contains { $0.depth == 0 } == true })
    let home = planFolder.appending(part: "index.md")
    // The home page of a plan that an import made belongs to that import.
    let owner = isNewPlan ? 0 : records.firstIndex { $0?.pages.contains { $0.path == home } == true }
    for index in outlines.indices where index != owner {
      let own = outlines[index].title
      // With several files, each has a title that no other page shows.
      let isKept = own.map { own in
        files.count > 1 && (records[index]?.pages.contains { $0.title == own } ?? true)
      }
      guard !outlines[index].lead.isEmpty || isKept == true else {
        if let own, records[index] == nil { reportTitle(own, manuscripts[index]) }
        continue
      }
      let lead = Outline.Section(
        title: own ?? files[index].lastPart.withoutPathExtension,
        location: manuscripts[index].location(outlines[index].lead.first?.line ?? 1), blocks: outlines[index].lead)
      outlines[index].sections.insert(lead, at: 0)
    }
    if author == nil {
      let settings = "title: \(Author.yaml(title))\nlanguages: [\(language(outlines))]\n"
      add(Array(settings.utf8), to: "\(SourceTree.contentFolder)/site.yaml")
      log("+ \(SourceTree.contentFolder)/site.yaml")
    }
    isUpdate = records.contains { $0 != nil }
    let numbering = try numbering(outlines, isHome: owner != nil)
    if let yaml = numbering.yaml { report.append("numbering: \(yaml)") }

    var next = firstNumber()
    var taken = takenNames(except: records)
    for index in files.indices {
      let ownNumber = records[index] == nil ? next : min(next ?? 1, 1)
      let pages = PagePlan(
        outlines[index].sections, levels: options.levels, folder: planFolder, first: ownNumber, taken: taken,
        record: records[index]
      ).pages
      for page in pages where page.depth == 1 {
        let name = OrderedName(page.path.dropPlan(planFolder))
        taken.insert(name.name)
        next = max(next ?? 0, (name.order ?? 0) + 1)
      }
      var record = ImportRecord()
      if index == owner { record.givenTitle = given }
      var texts: [(page: ImportRecord.Page, earlier: String?)] = []
      if index == owner {
        let text = try homePage(title: title, outlines, numbering, owner: index, manuscripts[index])
        texts.append((ImportRecord.Page(path: home, title: "", depth: 0, text: text), home))
      }
      for page in pages {
        texts.append((self.page(page, numbering, manuscripts[index]), page.earlier))
      }
      try placePictures(of: manuscripts[index], &texts, &record, records[index])
      record.pages = texts.map(\.page)
      try write(texts, records[index], files[index])
      add(record.bytes, to: ImportRecord.path(of: files[index]))
      diagnostics += manuscripts[index].findings
      diagnostics += tablesOfIndicators(manuscripts[index].blocks, manuscripts[index])
    }
    diagnostics += numbering.findings
  }

  /// A file that is added to a plan has a title of its own, for which there is no page.
  private mutating func reportTitle(_ title: String, _ manuscript: Manuscript) {
    addFinding(
      Diagnostic(
        .warning, .importLeftOver, "the title of the file, '\(title)', is not used: the plan already has a title",
        hint: "write it as the title of a section if readers need it", at: manuscript.location(1)))
  }

  /// Finds the plan to add to, or decides to make one.
  private mutating func choosePlan(title: String, hasRecord: Bool) throws {
    guard let author else {
      isNewPlan = true
      return
    }
    let folders = author.planFolders
    if folders.isEmpty {
      isNewPlan = true
      planFolder = try author.name(for: title, in: "")
    } else if options.plan == nil, folders.count > 1 {
      throw ImportQuestion(kind: .plan, text: "to which plan do these sections belong?", choices: folders)
    } else {
      planFolder = try author.planFolder(options.plan)
    }
  }

  /// Chinese if every tenth character is.
  private func language(_ outlines: [Outline]) -> String {
    var (letters, chinese) = (0, 0)
    for scalar in outlines.lazy.flatMap(\.texts).prefix(200).joined().unicodeScalars
    where scalar.properties.isAlphabetic {
      letters += 1
      if scalar.isHan { chinese += 1 }
    }
    return chinese * 10 >= letters ? "zh-CN" : "en"
  }

  /// The numbering that the sections have in common. A plan that is there already keeps its own: numbers that it counts as
  /// the text does are left to it, and all others stay in the titles.
  private mutating func numbering(_ outlines: [Outline], isHome: Bool) throws -> FoundNumbering {
    let sections = outlines.flatMap(\.sections)
    if isNewPlan || isHome {
      let found = FoundNumbering(sections, levels: options.levels)
      countedDepths = found.isRegular
      return found
    }
    let first = author.flatMap { $0.nextNumber(in: planFolder) } ?? 1
    let found = FoundNumbering(sections, levels: options.levels, first: isUpdate ? 1 : first)
    guard let plan = author?.site.pages.first(where: { $0.isIndex && $0.file.folder == planFolder }),
      let numbering = plan.fields.plan?.numbering
    else { return found.keepingNumbers() }
    if numbering == .none {
      guard first == 1, !isUpdate, let yaml = found.yaml, try addNumbering(yaml, to: plan.file.contentPath) else {
        return found.keepingNumbers()
      }
      countedDepths = found.isRegular
      return found
    }
    countedDepths = (1...options.levels).map { numbering.number(at: Array(repeating: 1, count: $0)) != nil }
    return found.keepingNumbers { depth, path in
      numbering.number(at: depth == 1 ? [path[0] + (isUpdate ? 0 : first - 1)] : path)
    }
  }

  /// Adds the key to the front matter of a plan that has no sections yet.
  private mutating func addNumbering(_ yaml: String, to path: String) throws -> Bool {
    guard let bytes = try siteContents(of: siteDirectory.appending(part: path)) else { return false }
    var lines = String(decoding: bytes, as: UTF8.self).split(separator: "\n", omittingEmptySubsequences: false)
    guard lines.first == "---", let end = lines.dropFirst().firstIndex(of: "---") else { return false }
    lines.insert("numbering: \(yaml)", at: end)
    add(Array(lines.joined(separator: "\n").utf8), to: path)
    log("~ \(path)")
    log("    + numbering: \(yaml)")
    return true
  }

  private func firstNumber() -> Int? {
    guard let author, !isNewPlan, !isUpdate else { return 1 }
    return author.nextNumber(in: planFolder)
  }

  private func takenNames(except records: [ImportRecord?]) -> Set<String> {
    guard let author else { return Author.reservedNames(in: "", isPlan: true) }
    if isNewPlan { return Author.reservedNames(in: planFolder, isPlan: true) }
    var taken = author.takenNames(in: planFolder)
    for page in records.compactMap(\.self).flatMap(\.pages) where page.depth == 1 {
      taken.remove(OrderedName(page.path.dropPlan(planFolder)).name)
    }
    return taken
  }

  // MARK: Texts of pages

  private mutating func homePage(
    title: String, _ outlines: [Outline], _ numbering: FoundNumbering, owner: Int, _ manuscript: Manuscript
  ) throws -> String {
    let years = try planYears(title: title, outlines, at: manuscript.location(1))
    var text = """
      ---
      type: plan
      title: \(Author.yaml(title))
      period: {start: \(years.lowerBound), end: \(years.upperBound)}

      """
    if let yaml = numbering.yaml { text += "numbering: \(yaml)\n" }
    text += "---\n\n"
    return text + SectionText.markdown(outlines[owner].lead, footnotes: manuscript.footnotes)
  }

  private mutating func planYears(
    title: String, _ outlines: [Outline], at location: SourceLocation
  ) throws -> ClosedRange<Int> {
    if let years = options.years { return years }
    if let period = author?.site.pages.first(where: { $0.isIndex && $0.file.folder == planFolder })?.fields.plan?.period
    {
      return period.start...period.end
    }
    guard let (years, isGuess) = PlanYears.find(title: title, text: outlines.flatMap(\.texts)) else {
      throw MissingYears()
    }
    if isGuess {
      diagnostics.append(
        Diagnostic(
          .warning, .importPeriod,
          "no title says which years the plan covers; from its text they are taken to be \(years.lowerBound)–\(years.upperBound)",
          hint:
            "correct 'period' in the plan's index.md, or import with '--period \(years.lowerBound)-\(years.upperBound)'",
          at: location))
    }
    return years
  }

  private func page(
    _ page: PagePlan.Page, _ numbering: FoundNumbering, _ manuscript: Manuscript
  ) -> ImportRecord.Page {
    let section = page.section
    let isCounted = page.depth <= numbering.isRegular.count && numbering.isRegular[page.depth - 1]
    var text = "---\ntitle: \(Author.yaml(isCounted ? section.title : page.title))\n"
    let isNumbered = page.depth <= countedDepths.count && countedDepths[page.depth - 1]
    if isNumbered, !isCounted || section.number == nil { text += "number: none\n" }
    text += "---\n\n"
    text += SectionText.markdown(
      section.blocks, subsections: page.holdsChildren ? section.children : [], footnotes: manuscript.footnotes)
    return ImportRecord.Page(path: page.path, title: page.title, depth: page.depth, text: text)
  }

  // MARK: Files

  mutating func add(_ bytes: [UInt8], to path: String) {
    batch.write(bytes, to: siteDirectory.appending(part: path))
    written.append(path)
  }

  mutating func log(_ line: Message) { report.append(line) }
  mutating func addFinding(_ diagnostic: Diagnostic) { diagnostics.append(diagnostic) }
  mutating func remove(_ path: String) { batch.remove(siteDirectory.appending(part: path)) }
}

extension String {
  /// The first part of a path below a plan's folder, without its extension.
  fileprivate func dropPlan(_ folder: String) -> String {
    let rest = folder.isEmpty ? self[...] : dropFirst(folder.count + 1)
    let first = rest.prefix { $0 != "/" }
    return first.count == rest.count ? String(first).withoutPathExtension : String(first)
  }
}
