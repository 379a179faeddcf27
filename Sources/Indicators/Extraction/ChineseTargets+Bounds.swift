import DataFormats

extension ChineseTargets {
  func takeBounds(
    _ head: inout ArraySlice<Unicode.Scalar>, _ amount: inout ChineseAmount, _ bound: inout Comparator?
  ) {
    var isDone = false
    while !isDone {
      isDone = true
      while let space = head.last, space.isSpace || space == "、" { head.removeLast() }
      if let count = ChineseWords.about.suffix(of: head) {
        head.removeLast(count)
        amount.isApproximate = true
        isDone = false
      }
      for (words, comparator) in ChineseWords.bounds where bound == nil {
        if let count = words.suffix(of: head) {
          head.removeLast(count)
          bound = comparator
          amount.comparator = comparator
          isDone = false
          if comparator == .moreThan || comparator == .lessThan { negate(&head, &amount, &bound) }
          break
        }
      }
    }
    forbid(&head, &amount, &bound)
  }

  // MARK: Negations

  /// Words directly before a bound that reverse it: 不会高于.
  private static let negations = WordList(
    """
    不 不会 不能 不得 不可 不应 不应当 不该 不宜 不准 不许 不允许 不致 不至 不至于 不再 不要 不让 不使 未 没有 无一 无 严禁 禁止 绝不 绝不能 绝不允许 决不 决不能 \
    决不允许 永不 从不 坚决不 均不 均不得 都不 一律不得 原则上不 原则上不得 原则上不再 勿 防止 避免 杜绝
    """)
  /// Words that stay before a bound that is itself a negation: 绝不超过.
  private static let emphases = WordList("绝 决 坚决 永 一律 原则上 始终 严格")
  /// Words that forbid what follows, with other words between them and the bound: 不得新建酒店超过100家.
  private static let bans = WordList("不得 不能 不准 不许 不允许 不应 不宜 不再 不新建 不新增 不增加 严禁 禁止 严格禁止 避免 防止 杜绝 不让 不使")

  /// Reverses a bound that excludes its number and that a negation directly precedes.
  private func negate(
    _ head: inout ArraySlice<Unicode.Scalar>, _ amount: inout ChineseAmount, _ bound: inout Comparator?
  ) {
    guard let count = Self.negations.suffix(of: head) else { return }
    head.removeLast(count)
    bound = bound?.negated
    amount.comparator = bound
  }

  /// Reverses the bound of a clause that forbids something: 避免失业率高于5%. The name that remains and the side of the bound
  /// are for the author to confirm.
  private func forbid(
    _ head: inout ArraySlice<Unicode.Scalar>, _ amount: inout ChineseAmount, _ bound: inout Comparator?
  ) {
    while let count = Self.emphases.suffix(of: head), bound != nil { head.removeLast(count) }
    let isBehind = bound == nil
    guard let comparator = amount.comparator, isBehind || comparator == .moreThan || comparator == .lessThan else {
      return
    }
    // 不降到2%以下
    if isBehind {
      let cue = ChineseWords.cues.compactMap { $0.words.suffix(of: head) }.max() ?? 0
      if cue > 0, let count = Self.negations.suffix(of: head.dropLast(cue)) {
        head = head.dropLast(cue + count) + head.suffix(cue)
        amount.comparator = comparator.negated
        amount.isBoundUnclear = true
        return
      }
    }
    guard let ban = Self.bans.last(in: head) else { return }
    let rest = head[ban.upperBound...]
    guard !rest.contains(where: { "，,；;".unicodeScalars.contains($0) }) else { return }
    amount.isBoundUnclear = true
    if isBehind { return }
    let words = head[ban]
    let isOfAct = words.count == 3 && words.begins("不") && ["建", "增", "加"].contains(words.last)
    head = head[..<ban.lowerBound] + (isOfAct ? words.dropFirst() : []) + rest
    bound = comparator.negated
    amount.comparator = bound
  }
}
