import DataFormats
import Indicators

extension ExtractedTarget {
  /// The lines that describe it to its author.
  package func described(number: Int) -> [String] {
    var first = "\(number)  \(draft.name)"
    if let amount { first += ": \(amount)" }
    var facts: [String] = []
    if draft.isMilestone { facts.append("milestone") } else { facts.append(draft.kind.rawValue) }
    if let year = draft.year {
      facts.append(draft.phrase.map { "\(year) (\($0))" } ?? "\(year)")
    } else if let phrase = draft.phrase {
      facts.append(phrase)
    }
    if let programme = draft.programme {
      facts.append("programme \(programmeID ?? "'\(programme)', which is not in the register")")
    }
    facts.append("confidence \(draft.confidence.rawValue)")
    var lines = [first, "   \(facts.joined(separator: " · "))"]
    if !draft.gaps.isEmpty { lines.append("   open: \(draft.gaps.map(\.inWords).joined(separator: ", "))") }
    lines.append("   \(location.path):\(location.line):\(location.column): \(draft.quote)")
    return lines
  }

  private var amount: String? {
    let unit = draft.unit.map { $0 == "%" ? "%" : " \($0)" } ?? ""
    let sign = draft.comparator.map { "\($0.rawValue) " } ?? (draft.isApproximate ? "about " : "")
    func signed(_ number: DecimalNumber) -> String { "\(number.value > 0 ? "+" : "")\(NumberFormat.data(number))" }
    return switch draft.goal {
    case .value(let number): "\(sign)\(NumberFormat.data(number))\(unit)"
    case .change(let number): "\(signed(number))\(unit)"
    case .relative(let share): "\(signed(share))% of the baseline"
    case .every(let number): "\(sign)\(NumberFormat.data(number))\(unit) in every year"
    case .between(let low, let high): "\(NumberFormat.data(low)) to \(NumberFormat.data(high))\(unit)"
    case .direction: draft.direction == .down ? "to fall" : "to rise"
    case .done: nil
    }
  }
}

extension DraftTarget.Gap {
  /// What an author should look at.
  fileprivate var inWords: String {
    switch self {
    case .name: "the name is a guess"
    case .unit: "no unit"
    case .year: "no date: the plan's last year holds"
    case .baseline: "the value that the change counts from"
    case .value: "the number"
    }
  }
}
