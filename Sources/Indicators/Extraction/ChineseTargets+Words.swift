import Bytes

// The words before and after a number.

extension ChineseTargets {
  private static let granted = WordList("给予 予以 并给予")
  /// The text without its times, and without brackets that hold digits.
  func plain(_ range: Range<Int>) -> [Unicode.Scalar] {
    var words: [Unicode.Scalar] = []
    var index = range.lowerBound
    while index < range.upperBound {
      if let time = times.first(where: { $0.range.contains(index) }), !isAverageGrowth(time) {
        index = time.range.upperBound
        continue
      }
      if text[index] == "（" || text[index] == "(",
        let close = text[index..<range.upperBound].firstIndex(where: { $0 == "）" || $0 == ")" }),
        text[index..<close].contains(where: \.isASCIIDigit)
      {
        index = close + 1
        continue
      }
      if !text[index].isSpace
        || index > range.lowerBound && text[index - 1].isASCIIDigit == false && !text[index - 1].isHan
      {
        words.append(text[index])
      }
      index += 1
    }
    return words
  }

  /// 年均 stays in the name: 地区生产总值年均增长.
  func isAverageGrowth(_ time: PlanTime) -> Bool { time.meaning == .average }

  mutating func takeCue(_ head: inout ArraySlice<Unicode.Scalar>) -> ChineseWords.Cue? {
    if head.last == "了" || head.last == "再" { head.removeLast() }
    var best: (count: Int, cue: ChineseWords.Cue)?
    for (words, cue) in ChineseWords.cues {
      if let count = words.suffix(of: head), count > best?.count ?? 0 { best = (count, cue) }
    }
    guard let best else { return nil }
    cueWord = head.suffix(best.count).string
    head.removeLast(best.count)
    return best.cue
  }

  /// The act that the whole text is, but for words that open a promise: 力争引进.
  func act(at head: ArraySlice<Unicode.Scalar>) -> [Unicode.Scalar]? {
    var head = head
    if head.last == "了" { head.removeLast() }
    if let count = ChineseTargets.alls.suffix(of: head) { head.removeLast(count) }
    guard let count = ChineseWords.acts.suffix(of: head) else { return nil }
    let before = opened(head.dropLast(count), causes: false)
    guard before.isEmpty || ChineseWords.acts.prefix(of: before) == before.count || before.count <= 2 else {
      return nil
    }
    return Array(before + head.suffix(count))
  }

  /// 完成全部156座水库除险加固
  private static let alls = WordList("全部 所有 剩余 其余 余下的 剩余的")

  func isOpening(_ head: ArraySlice<Unicode.Scalar>) -> Bool { opened(head, causes: true).isEmpty }

  /// A name without the words that only lead into a promise.
  func opened(_ head: ArraySlice<Unicode.Scalar>, causes: Bool) -> ArraySlice<Unicode.Scalar> {
    var head = head
    while let first = head.first {
      if first.isSpace {
        head.removeFirst()
        continue
      }
      // 在建项目 is a thing, 在建成 is a promise.
      if head.begins("在建成") {
        head.removeFirst()
        continue
      }
      if ChineseWords.names.prefix(of: head) != nil { return head }
      let act = ChineseWords.acts.prefix(of: head) ?? 0
      if let count = ChineseWords.openings.prefix(of: head), count >= act {
        head.removeFirst(count)
      } else if !causes, let count = ChineseWords.causes.prefix(of: head),
        ChineseWords.acts.isPrefix(of: head.dropFirst(count))
      {
        head.removeFirst(count)
      } else if causes, let count = ChineseWords.causes.prefix(of: head), count < head.count {
        head.removeFirst(count)
      } else {
        return head
      }
    }
    return head
  }

  func trim(_ head: inout ArraySlice<Unicode.Scalar>, closing words: WordList) {
    while let last = head.last {
      if ChineseWords.ratios.isSuffix(of: head) { return }
      if last.isSpace {
        head.removeLast()
      } else if let count = words.suffix(of: head) {
        head.removeLast(count)
      } else {
        return
      }
    }
  }

  /// The noun that an amount counts, directly after it, and where it ends.
  func noun(behind amount: ChineseAmount, before next: Int?, in clause: Range<Int>) -> (
    words: [Unicode.Scalar], end: Int
  )? {
    var start = amount.range.upperBound
    while start < clause.upperBound, text[start] == "的" || text[start].isSpace { start += 1 }
    // 10支、每支不少于50人的救援队伍
    if start + 1 < clause.upperBound, text[start] == "、", text[start + 1] == "每",
      let of = text[start..<clause.upperBound].lastIndex(of: "的")
    {
      start = of + 1
    }
    guard start < clause.upperBound,
      text[start].isHan || "“\"".unicodeScalars.contains(text[start]) || text[start].isLetter,
      !ChineseTargets.notNouns.isPrefix(of: text[start..<clause.upperBound])
    else { return nil }
    var end = clause.upperBound
    if let next {
      let between = text[start..<next]
      if let link = ChineseTargets.links.last(in: between) { end = link.lowerBound } else { end = next }
    }
    var words = plain(start..<end)[...]
    if let aside = Self.granted.first(in: words), aside.lowerBound > words.startIndex {
      words = words[..<aside.lowerBound]
    }
    while let last = words.last, "、。，；;等".unicodeScalars.contains(last) || last.isSpace { words.removeLast() }
    guard words.count >= 2, words.count <= 40 else { return nil }
    return (Array(words), end)
  }

  static let links = WordList("、 和 及 与 以及 ，")
  static let notNouns = WordList(
    "并 和 及 与 且 等 以 其中 到 至 的基础 基础上 提高 增加 提升 增长 扩大 下降 降低 上升 达到 减少 用于 左右 、 或 为 由 在 对 使 将 力争 实现 是 不 占 比 较 而 也 同 从 按")
}
