import DataFormats
import Diagnostics
import Indicators
import Markdown
import SiteModel
import SiteSources

/// Finds numbers that a text writes directly after `:target[…]` and that differ from the target.
struct RepeatedNumbers {
  let site: ResolvedSite

  func diagnostics() -> [Diagnostic] {
    site.pages.flatMap { page -> [Diagnostic] in
      let hasTarget = page.directives.contains { if case .target = $0 { true } else { false } }
      return hasTarget ? page.parsed.document.passages().flatMap { findings(in: $0, of: page) } : []
    }
  }

  private func findings(in passage: MarkdownPassage, of page: ResolvedPage) -> [Diagnostic] {
    let scalars = passage.text.unicodeScalars
    return passage.directives.compactMap { place, number -> Diagnostic? in
      guard page.directives.indices.contains(number), case .target(let shown) = page.directives[number] else {
        return nil
      }
      let behind = String(scalars[scalars.index(scalars.startIndex, offsetBy: place + 1)...].prefix(40))
      let indicator = shown.indicator
      guard
        case (.contradict(let numbers), let range)? = QuotedNumbers.first(
          in: behind, NumberMarks(page.language.words), of: indicator),
        let written = numbers.first
      else { return nil }
      let unit = indicator.unit.map { " \($0)" } ?? ""
      let target = indicator.targetValue.map { "\(jsonText($0))\(unit)" } ?? ""
      return Diagnostic(
        .error, .otherNumber,
        "the text says \(jsonText(written))\(unit) after the target of '\(indicator.name)', which is \(target)",
        hint: "remove the number, or correct the target",
        at: passage.location(of: place + 1 + range.lowerBound))
    }
  }
}
