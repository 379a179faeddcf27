import DataFormats
import Diagnostics
import Indicators

extension ExtractedTarget {
  /// The lines that describe it to its author.
  package func described(number: Int) -> [Message] {
    let first: Message = amount.map { "\(number)  \(draft.name): \($0)" } ?? "\(number)  \(draft.name)"
    var facts: [Message] = []
    if draft.isMilestone { facts.append("milestone") } else { facts.append(Message(verbatim: draft.kind.rawValue)) }
    if let year = draft.year {
      facts.append(draft.phrase.map { "\(year) (\($0))" } ?? "\(year)")
    } else if let phrase = draft.phrase {
      facts.append(Message(verbatim: phrase))
    }
    if let programme = draft.programme {
      facts.append(
        programmeID.map { "programme \($0)" } ?? "programme '\(programme)', which is not in the register")
    }
    facts.append("confidence \(draft.confidence.rawValue)")
    let joined = facts.dropFirst().reduce(facts[0]) { "\($0) · \($1)" }
    var lines: [Message] = [first, "   \(joined)"]
    if !draft.gaps.isEmpty { lines.append("   \("open: \(list: draft.gaps.map(\.inWords))")") }
    if let changedIndicator {
      let change: Message =
        "changed: indicator '\(changedIndicator)' quotes the sentence before its change; correct its quotation and its target"
      lines.append("   \(change)")
    }
    if let namesake {
      let words: Message =
        namesake.otherNumber.map {
          "indicator '\(namesake.id)' has this name and the number \($0); correct one of them"
        } ?? "indicator '\(namesake.id)' has this name and no quotation, and gets this one"
      lines.append("   \(words)")
    }
    lines.append("   \(location.path):\(location.line):\(location.column): \(draft.quote)")
    return lines
  }

  private var amount: Message? {
    let unit = draft.unit.map { $0 == "%" ? "%" : " \($0)" } ?? ""
    func bounded(_ number: DecimalNumber) -> Message {
      let written: Message = "\(NumberFormat.data(number))\(unit)"
      return draft.comparator.map { "\($0.rawValue) \(written)" }
        ?? (draft.isApproximate ? "about \(written)" : written)
    }
    func signed(_ number: DecimalNumber) -> String { "\(number.value > 0 ? "+" : "")\(NumberFormat.data(number))" }
    return switch draft.goal {
    case .value(let number): bounded(number)
    case .change(let number):
      draft.unit == "%" ? "\(signed(number)) \(writtenUnit ?? "")" : "\(signed(number))\(unit)"
    case .relative(let share): "\(signed(share))% of the baseline"
    case .every(let number): "\(bounded(number)) in every year"
    case .between(let low, let high): "\(NumberFormat.data(low)) to \(NumberFormat.data(high))\(unit)"
    case .direction: draft.direction == .down ? "to fall" : "to rise"
    case .done: nil
    }
  }
}

extension DraftTarget.Gap {
  /// The gap as a request to the author.
  fileprivate var inWords: Message {
    switch self {
    case .name: "the name is a guess"
    case .unit: "no unit"
    case .year: "no date: the plan's last year holds"
    case .baseline: "the value that the change counts from"
    case .value: "the number"
    case .baselineYear: "the year of the baseline: the year before the plan holds"
    case .comparator: "whether it is at most or at least that number: the sentence has a negation"
    }
  }
}
