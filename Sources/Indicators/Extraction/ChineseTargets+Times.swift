// The times in the clauses of a sentence.

extension ChineseTargets {
  mutating func readTimes(_ times: [PlanTime], in clause: Range<Int>) {
    isCarried = times.isEmpty && (isAnnual || isCarried) && hasEvery
    isAnnual = false
    for time in times {
      switch time.meaning {
      case .deadline:
        deadline = time
        isPast = false
      case .during(let year):
        // A sentence about the first year is more often a report than a promise, but for 其中2026年建成150公里.
        let isPart = found.last?.sentence == sentence
        let isFirst = plan.map { year == $0.start && $0.end > $0.start && !isPart } ?? false
        if let plan, year >= plan.start, !isFirst || ChinesePromises.withYear.isIn(text[clause]) {
          deadline = PlanTime(range: time.range, meaning: .deadline(year: year))
          isPast = false
        } else if plan == nil, ChinesePromises.withYear.isIn(text[clause]) {
          deadline = PlanTime(range: time.range, meaning: .deadline(year: year))
          isPast = false
        } else {
          isPast = true
        }
      case .past: isPast = true
      case .every, .average: isAnnual = true
      case .base: break
      }
    }
  }

  private var hasEvery: Bool { times.contains { $0.meaning == .every } }

  func speaksOfPast(_ clause: Range<Int>, hasDeadline: Bool) -> Bool {
    !hasDeadline && ChineseWords.past.isIn(text[clause]) && !ChinesePromises.always.isIn(text[clause])
  }
}
