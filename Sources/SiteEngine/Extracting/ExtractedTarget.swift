import DataFormats
import Diagnostics
import Files
import Indicators
import Markdown
import SiteModel
import SiteSources

/// A target that a sentence of a site promises, and where.
package struct ExtractedTarget: Sendable {
  package let draft: DraftTarget
  /// The folder of the plan below `Content/`.
  let plan: String
  /// The path of the section as `from` writes it, relative to the plan: `talent/box`. Nil for the plan's own page.
  package let section: String?
  /// The id of the programme, if the register has one of that name.
  package let programmeID: String?
  /// Where the number stands.
  package let location: SourceLocation
  /// Whether an indicator quotes the sentence.
  let isQuoted: Bool
  /// Whether an indicator quotes the sentence and has this number.
  package let isKnown: Bool
  /// Whether an author has put the sentence aside.
  package let isPutAside: Bool
  /// The id of the indicator that quotes the sentence as it was before it was changed.
  package var changedIndicator: String?

  /// Whether it is a change from a baseline that the sentence does not say: as an entry it would be an error.
  package var needsBaseline: Bool {
    switch draft.goal {
    case .change, .relative: draft.baseline == nil
    default: false
    }
  }
}

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

  /// In reading order: by plan, then by page, then by place in the page. A milestone that several sentences name is
  /// listed once.
  func found() -> [ExtractedTarget] {
    var milestones: Set<String> = []
    let quotes = QuotedSentences(site)
    return pages().flatMap { page, plan -> [ExtractedTarget] in
      targets(of: page, in: plan, quotes).filter { target in
        !target.draft.isMilestone || milestones.insert("\(target.plan)\u{0}\(target.draft.name)").inserted
      }
    }
  }

  /// The pages of plans, with the index page of each one's plan, in the order of their paths.
  func pages() -> [(ParsedPage, plan: ParsedPage)] {
    var plans: [String: ParsedPage] = [:]
    for page in site.pages where page.isIndex && page.fields.type?.value == .plan { plans[page.file.folder] = page }
    return site.pages.compactMap { page in
      var folder = page.file.folder
      while plans[folder] == nil, !folder.isEmpty { folder = folder.folderPart }
      return plans[folder].map { (page, $0) }
    }
  }

  /// The indicators whose quotation stands on no page any more.
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
    let quotes = quotes.on(page, section: section, plan: plan.file.folder)
    let aside = AsideSentences(page.fields.acceptances)
    var found: [ExtractedTarget] = []
    let passages = page.document.passages()
    // If a quotation names its source, all of its sentences are the source's.
    let cited = Set(passages.compactMap { TargetFinder.isCitation($0.text) ? $0.quotation : nil })
    for passage in passages {
      if let quotation = passage.quotation, cited.contains(quotation) { continue }
      guard case .paragraph = passage.kind else {
        if case .heading(let level) = passage.kind { finder.read(heading: passage.text, level: level) }
        continue
      }
      let drafts = finder.read(paragraph: passage.text).map(\.withoutDirectives)
      let names = Set(drafts.map(\.name))
      for draft in drafts {
        found.append(
          ExtractedTarget(
            draft: draft, plan: plan.file.folder, section: section, programmeID: programme(draft.programme),
            location: passage.location(of: draft.number.lowerBound), isQuoted: quotes.isQuoted(draft.quote),
            isKnown: quotes.hasIndicator(for: draft, named: names),
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
  /// Without the marks that stand for directives such as `:target[…]`, whose texts the passage does not know.
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

/// The sentences that indicators quote, by the section that they come from.
struct QuotedSentences: Sendable {
  private struct Entry: Sendable {
    let quote: String
    let indicator: IndicatorDeclaration
  }

  /// By path of the section as `from` writes it, or of the page whose front matter has the indicator.
  private var entries: [String: [Entry]] = [:]

  init(_ site: ParsedSite) {
    for register in site.indicators {
      for declaration in register.entries { add(declaration, declaration.section?.value ?? "") }
    }
    for page in site.pages {
      for declaration in page.fields.indicators {
        add(declaration, declaration.section?.value ?? page.file.contentPath)
      }
    }
  }

  private mutating func add(_ declaration: IndicatorDeclaration, _ section: String) {
    guard let quote = declaration.quote?.value else { return }
    let path = section.split(separator: "/").joined(separator: "/")
    entries[path, default: []].append(Entry(quote: letters(quote), indicator: declaration))
  }

  /// The quoted sentences of one page.
  func on(_ page: ParsedPage, section: String?, plan: String) -> QuotedSentencesOfPage {
    let plan = plan.split(separator: "/").map { OrderedName(String($0)).name }.joined(separator: "/")
    let paths = [
      section ?? "", plan.isEmpty ? section ?? "" : "\(plan)\(section.map { "/" + $0 } ?? "")", page.file.contentPath,
    ]
    var found: [(quote: String, indicator: IndicatorDeclaration)] = []
    for path in Set(paths).union(section == nil ? [] : [""]).sorted() {
      found += (entries[path] ?? []).map { ($0.quote, $0.indicator) }
    }
    return QuotedSentencesOfPage(found)
  }
}

/// The sentences of one page that indicators quote.
struct QuotedSentencesOfPage {
  private let entries: [IndicatorDeclaration]
  private let quotes: OverlappingTexts
  /// The quotations that are whole sentences, which most are.
  private let whole: [String: [IndicatorDeclaration]]

  fileprivate init(_ entries: [(quote: String, indicator: IndicatorDeclaration)]) {
    self.entries = entries.map(\.indicator)
    quotes = OverlappingTexts(entries.map(\.quote))
    whole = Dictionary(grouping: entries, by: \.quote).mapValues { $0.map(\.indicator) }
  }

  /// The indicators that quote a sentence or a part of it.
  private func indicators(quoting sentence: String) -> [IndicatorDeclaration] {
    let sentence = letters(sentence)
    if let known = whole[sentence] { return known }
    return quotes.overlapping(sentence).map { entries[$0] }
  }

  func isQuoted(_ sentence: String) -> Bool { !indicators(quoting: sentence).isEmpty }

  /// Whether an indicator quotes the sentence and has the number of the draft, one of those called `names`. Of several
  /// numbers that are equal, the name tells which.
  func hasIndicator(for draft: DraftTarget, named names: Set<String>) -> Bool {
    let all = indicators(quoting: draft.quote)
    if draft.isMilestone { return all.contains { $0.kind == .milestone && $0.name == draft.name } }
    if all.contains(where: { $0.name == draft.name }) { return true }
    guard let value = draft.value else { return !all.isEmpty }
    return all.contains { !names.contains($0.name) && $0.promisedNumbers.contains { abs($0) == value.value } }
  }
}

/// The sentences that a page puts aside: `accept: {extract.unquoted: {"quotation": reason}}`.
struct AsideSentences {
  private let quotes: [String]

  init(_ acceptances: [Acceptance]) {
    quotes = acceptances.compactMap { $0.quotation.map(letters) }
  }

  func contains(_ sentence: String) -> Bool {
    let sentence = letters(sentence)
    return quotes.contains { !$0.isEmpty && sentence.contains($0) }
  }
}
