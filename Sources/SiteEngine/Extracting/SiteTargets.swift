import Indicators
import Markdown
import SiteModel
import SiteSources

/// Finds the targets that the texts of a parsed site promise.
struct SiteTargets: Sendable {
  let site: ParsedSite
  /// The ids of programmes, by the letters of their names and aliases.
  private let programmeIDs: [String: String]

  init(site: ParsedSite) {
    self.site = site
    let names = site.programmes.lazy.flatMap(\.entries).flatMap { entry in
      ([entry.name] + entry.aliases).map { (letters($0), entry.id.value) }
    }
    programmeIDs = Dictionary(names) { first, _ in first }
  }

  /// In reading order: by plan, then by page, then by place in the page. A milestone that several sentences name is listed once.
  func found() -> [ExtractedTarget] {
    var milestones: Set<String> = []
    let quotes = QuotedSentences(site)
    return pages().flatMap { page, plan -> [ExtractedTarget] in
      targets(of: page, in: plan, quotes).filter { target in
        !target.draft.isMilestone || milestones.insert("\(target.plan)\u{0}\(target.draft.name)").inserted
      }
    }
  }

  /// The pages of plans, with the index page of each one's plan, in the order of their paths. Reports and pages that show a
  /// snapshot describe targets, and promise none.
  func pages() -> [(ParsedPage, plan: ParsedPage)] {
    var plans: [String: ParsedPage] = [:]
    var reports: Set<String> = []
    for page in site.pages where page.isIndex {
      if page.fields.type?.value == .plan { plans[page.file.folder] = page }
      if page.fields.type?.value == .report { reports.insert(page.file.folder) }
    }
    return site.pages.compactMap { page in
      guard page.fields.type?.value != .report, page.fields.snapshot == nil else { return nil }
      var folder = page.file.folder
      while plans[folder] == nil, !folder.isEmpty {
        if reports.contains(folder) { return nil }
        folder = folder.folderPart
      }
      return plans[folder].map { (page, $0) }
    }
  }

  /// The indicators whose quotation no page contains any more.
  func goneQuotations() -> [(quote: String, indicator: IndicatorDeclaration)] {
    let entries = site.indicators.flatMap(\.entries) + site.pages.flatMap(\.fields.indicators)
    let quoted = entries.compactMap { entry in entry.quote.map { ($0.value, entry) } }
    guard !quoted.isEmpty else { return [] }
    let text = letters(pages().flatMap { $0.0.document.passages().map(\.text) }.joined(separator: "\n"))
    return quoted.filter { !text.contains(letters($0.0)) }.map { (quote: $0.0, indicator: $0.1) }
  }

  /// The targets of one page.
  func targets(of page: ParsedPage, in plan: ParsedPage, _ quotes: QuotedSentences) -> [ExtractedTarget] {
    let titles = [plan.title, site.settings.title].compactMap(\.self).joined(separator: " ")
    var finder = TargetFinder(plan: plan.fields.plan?.period, titles: titles)
    finder.read(heading: page.title, level: 0)
    let section = path(of: page, in: plan)
    let allQuotes = quotes
    let quotes = allQuotes.on(page, section: section, plan: plan.file.folder)
    let aside = AsideSentences(page.fields.acceptances)
    var found: [ExtractedTarget] = []
    let passages = page.document.passages()
    // If a quotation names its source, all of its sentences are the source's.
    let cited = Set(
      passages.compactMap { passage in
        passage.quotation.flatMap { TargetFinder.isCitation(passage.text) ? $0 : nil }
      })
    for passage in passages {
      if let quotation = passage.quotation, cited.contains(quotation) { continue }
      guard case .paragraph = passage.kind else {
        if case .heading(let level) = passage.kind { finder.read(heading: passage.text, level: level) }
        continue
      }
      let drafts = finder.read(paragraph: passage.text).map(\.withoutDirectives)
      let names = Set(drafts.map(\.name))
      for draft in drafts {
        let isRepeated = allQuotes.hasOther(draft, plan: plan.file.folder)
        found.append(
          ExtractedTarget(
            draft: draft, plan: plan.file.folder, section: section, programmeID: programme(draft.programme),
            location: passage.location(of: draft.number.lowerBound),
            isQuoted: isRepeated || quotes.isQuoted(draft.quote),
            isKnown: isRepeated || quotes.hasIndicator(for: draft, named: names),
            isPutAside: aside.contains(draft.quote)))
      }
    }
    return found
  }

  /// The path of a page relative to its plan, without ordering numbers.
  private func path(of page: ParsedPage, in plan: ParsedPage) -> String? {
    guard page !== plan else { return nil }
    let whole = page.isIndex ? page.file.folder : page.file.path.withoutPathExtension
    let inner = plan.file.folder.isEmpty ? whole : String(whole.dropFirst(plan.file.folder.count + 1))
    var parts = inner.split(separator: "/").map { OrderedName(String($0)).name }
    if let slug = page.fields.slug?.value, !parts.isEmpty { parts[parts.count - 1] = slug }
    return parts.joined(separator: "/")
  }

  private func programme(_ name: String?) -> String? {
    name.flatMap { programmeIDs[letters($0)] }
  }
}

extension DraftTarget {
  /// Without the placeholders of directives such as `:target[…]`, whose texts the passage does not know.
  fileprivate var withoutDirectives: DraftTarget {
    var draft = self
    func plain(_ text: String) -> String {
      text.unicodeScalars.contains(MarkdownPassage.directive)
        ? String(String.UnicodeScalarView(text.unicodeScalars.filter { $0 != MarkdownPassage.directive })) : text
    }
    draft.name = plain(name)
    draft.quote = plain(quote)
    draft.phrase = phrase.map(plain)
    return draft
  }
}
