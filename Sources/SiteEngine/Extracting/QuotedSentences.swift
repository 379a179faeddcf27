import DataFormats
import Indicators
import SiteModel
import SiteSources

/// The sentences that indicators quote, by the section that they come from.
struct QuotedSentences: Sendable {
  private struct Entry: Sendable {
    let quote: String
    let indicator: IndicatorDeclaration
  }

  /// By path of the section as `from` writes it, or of the page whose front matter has the indicator.
  private var entries: [String: [Entry]] = [:]
  /// The indicators of a register that quote a sentence, by the folder of the register and their name.
  private var named: [String: [IndicatorDeclaration]] = [:]

  init(_ site: ParsedSite) {
    for register in site.indicators {
      for declaration in register.entries {
        add(declaration, declaration.section?.value ?? "")
        guard declaration.quote != nil else { continue }
        named[key(declaration.name, register.file.folder), default: []].append(declaration)
      }
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

  private func key(_ name: String, _ folder: String) -> String { "\(folder)\u{0}\(letters(name))" }

  /// Whether an indicator of the plan has the name, unit, number and year of a draft, and quotes another sentence: the plan
  /// promises the same thing twice.
  func hasOther(_ draft: DraftTarget, plan: String) -> Bool {
    guard !draft.isMilestone, let value = draft.value?.value, let found = named[key(draft.name, plan)] else {
      return false
    }
    return found.contains { indicator in
      indicator.unit == draft.unit
        && indicator.promises.contains { promise in
          promise.numbers.contains { abs($0) == value }
            && (promise.period == nil || draft.year == nil || promise.period?.year == draft.year)
        }
    }
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

  /// Whether an indicator quotes the sentence and has the number of the draft, one of those called `names`. If several
  /// numbers are equal, the name decides.
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
