import Bytes
import DataFormats

/// A number of a Chinese sentence, with its unit and the words around it that bound it.
struct ChineseAmount {
  enum Size: Hashable {
    case number(DecimalNumber)
    case between(DecimalNumber, DecimalNumber)
    /// A change in per cent: 翻一番 is 100, 减半 is −50. Such words need no verb.
    case relative(DecimalNumber)
  }

  var size: Size
  var unit: String?
  /// The number with its unit and the words after it that bound it.
  var range: Range<Int>
  var comparator: Comparator?
  /// Whether the clause has a negation that the bound may or may not belong to.
  var isBoundUnclear = false
  var isApproximate = false

  var number: DecimalNumber {
    switch size {
    case .number(let number), .relative(let number), .between(let number, _): number
    }
  }
}

/// Reads the amounts of one sentence, in order.
struct ChineseAmounts {
  private let text: ArraySlice<Unicode.Scalar>

  static func all(in text: ArraySlice<Unicode.Scalar>, numbers: [TextNumber], times: [PlanTime]) -> [ChineseAmount] {
    let reader = ChineseAmounts(text: text)
    var amounts = reader.ratios()
    for number in numbers where reader.isFree(number.range, times.map(\.range) + amounts.map(\.range)) {
      if reader.isPerHead(number, times) { continue }
      if let amount = reader.amount(number) { amounts.append(amount) }
    }
    amounts.sort { $0.range.lowerBound < $1.range.lowerBound }
    return reader.joined(amounts)
  }

  private func isFree(_ range: Range<Int>, _ taken: [Range<Int>]) -> Bool {
    !taken.contains { $0.overlaps(range) }
  }

  // MARK: One amount

  /// 万人公交车保有量, 千人床位数: the number belongs to a name.
  private func isPerHead(_ number: TextNumber, _ times: [PlanTime]) -> Bool {
    guard number.digits == nil, number.range.count == 1, number.range.upperBound + 1 < text.endIndex,
      "百千万".unicodeScalars.contains(text[number.range.lowerBound]), text[number.range.upperBound] == "人",
      text[number.range.upperBound + 1].isHan,
      !ChineseWords.boundsBehind.contains(where: {
        $0.words.isPrefix(of: text[(number.range.upperBound + 1)...])
      })
    else { return false }
    let start = number.range.lowerBound
    return start == text.startIndex || "，、；;:,。 ".unicodeScalars.contains(text[start - 1])
      || times.contains { $0.range.upperBound == start } || ["市", "省", "县", "区"].contains(text[start - 1])
  }

  private static let notBefore = Set("每第前/+×:~〔[号#＋&".unicodeScalars)
  private static let notBehind = Set("+×:〕]号强大版后＋&".unicodeScalars)
  private static let fillers = Set("多余几".unicodeScalars)

  /// Nil for a number that counts nothing: part of a name, of a ratio, of an address.
  private func amount(_ number: TextNumber) -> ChineseAmount? {
    let start = number.range.lowerBound
    var end = number.range.upperBound
    if start > text.startIndex {
      let before = text[start - 1]
      if Self.notBefore.contains(before) || before == "-" && !isRangeMark(at: start - 1) { return nil }
    }
    while end < text.endIndex, text[end] == " " || Self.fillers.contains(text[end]) { end += 1 }
    if end < text.endIndex, Self.notBehind.contains(text[end]) { return nil }
    guard let value = value(of: number) else { return nil }
    var amount = ChineseAmount(size: .number(value), range: start..<end)
    let multiplier =
      switch number.scale {
      case 1e4: "万"
      case 1e8: "亿"
      case 1e12: "万亿"
      default: ""
      }
    if number.unit == "%" {
      amount.unit = "%"
      if end < text.endIndex, text[end] == "%" { end += 1 }
    } else if end + 1 < text.endIndex, text[end] == "/", let base = Self.bases.prefix(of: text[(end + 1)...]) {
      // 孕产妇死亡率9/10万
      amount.unit = multiplier + text[end..<end + 1 + base].string
      end += 1 + base
    } else if let unit = unit(at: end) {
      amount.unit = multiplier + text[end..<unit].string
      end = unit
      // 1.2万人（次）
      if text[end...].begins("(次)") {
        amount.unit?.append("次")
        end += 3
      }
    } else if !multiplier.isEmpty {
      amount.unit = multiplier
    } else if end < text.endIndex, text[end] == "等", end + 1 == text.endIndex || !text[end + 1].isHan,
      text[..<start].suffix(10).first(of: "等级") != nil
    {
      // 耕地质量平均等级达到4.5等
      amount.unit = "等"
      end += 1
    }
    amount.range = start..<end
    // 不低于每小时20公里
    if let (words, base) = Self.rates.first(where: { text[..<start].ends($0.words) }), let unit = amount.unit,
      unit != "%"
    {
      amount.unit = "\(unit)/\(base)"
      amount.range = start - words.unicodeScalars.count..<end
    }
    readBounds(&amount)
    return amount
  }

  private static let rates = [
    (words: "每小时", base: "小时"), (words: "每分钟", base: "分钟"), (words: "每秒", base: "秒"), (words: "每平方公里", base: "平方公里"),
    (words: "每公顷", base: "公顷"), (words: "每亩", base: "亩"),
  ]
  private static let bases = WordList("10万 十万 1万 万 千 100万 百万")

  private func isRangeMark(at index: Int) -> Bool {
    index > text.startIndex && (text[index - 1].isASCIIDigit || "%人名个家".unicodeScalars.contains(text[index - 1]))
  }

  private func value(of number: TextNumber) -> DecimalNumber? {
    if let digits = number.digits, let written = DecimalNumber(digits),
      isNear(written.value * number.scale, number.value)
    {
      return written
    }
    let value = roundedToTwelveDigits(number.value / number.scale)
    return DecimalNumber(computed: value)
  }

  /// The end of the unit at a place; nil if there is none.
  private func unit(at start: Int) -> Int? {
    guard let count = ChineseWords.units.prefix(of: text[start...]) else { return nil }
    var end = start + count
    // 个百分点 was found first; 个性, 年轻, 人才, 天然 and the like are not units.
    if end < text.endIndex, Self.notUnits.contains(text[start..<end + 1].string) { return nil }
    if end < text.endIndex, text[end] == "/", let more = ChineseWords.units.prefix(of: text[(end + 1)...]) {
      end += 1 + more
    }
    return end
  }

  private static let notUnits: Set<String> = [
    "年轻", "年级", "人才", "人口", "人民", "人均", "天然", "日常", "日报", "米粮", "项链", "部门", "部分", "部委", "部署", "类似", "批评", "场所", "场景",
    "台账",
    "条件", "位置", "名城", "名录", "名单", "名师", "家庭", "家园", "户籍", "件事", "点半", "期间", "代表", "代化", "单位", "层次", "层级", "方面", "方向",
    "度假",
    "本土", "本地", "元素", "座谈", "季度", "级别", "组织", "组合", "对外", "分析", "分类", "分布", "分级", "周年", "基地", "基层", "门类", "口岸", "例会",
    "根本", "块状",
    "月份", "年代",
  ]

  private func readBounds(_ amount: inout ChineseAmount) {
    var end = amount.range.upperBound
    var isDone = false
    while !isDone {
      isDone = true
      let rest = text[end...]
      if let count = ChineseWords.aboutBehind.prefix(of: rest) {
        amount.isApproximate = true
        end += count
        isDone = false
      }
      for (words, comparator) in ChineseWords.boundsBehind {
        if let count = words.prefix(of: text[end...]) {
          amount.comparator = comparator
          end += count
          isDone = false
        }
      }
    }
    amount.range = amount.range.lowerBound..<end
  }

  // MARK: Ranges

  private static let rangeMarks = Set("-~—–至到".unicodeScalars)

  /// 5-8个 is one amount.
  private func joined(_ amounts: [ChineseAmount]) -> [ChineseAmount] {
    var joined: [ChineseAmount] = []
    for amount in amounts {
      if let last = joined.last, case .number(let low) = last.size, case .number(let high) = amount.size,
        last.unit == nil || last.unit == amount.unit, low.value < high.value
      {
        let gap = text[last.range.upperBound..<amount.range.lowerBound]
        if !gap.isEmpty, gap.count <= 2, gap.allSatisfy(Self.rangeMarks.contains) {
          joined[joined.count - 1] = ChineseAmount(
            size: .between(low, high), unit: amount.unit, range: last.range.lowerBound..<amount.range.upperBound,
            comparator: amount.comparator, isApproximate: amount.isApproximate)
          continue
        }
      }
      joined.append(amount)
    }
    return joined
  }

  // MARK: Words for ratios

  private static let numerals: [Unicode.Scalar: Double] = [
    "一": 1, "二": 2, "两": 2, "三": 3, "四": 4, "五": 5, "六": 6, "七": 7, "八": 8, "九": 9,
  ]

  private static let ratioStarts = ScalarFilter(
    RatioWords.chinese.compactMap(\.word.unicodeScalars.first) + numerals.keys + "百千零0123456789".unicodeScalars)

  /// 翻一番, 三分之二, 七成.
  private func ratios() -> [ChineseAmount] {
    var found: [ChineseAmount] = []
    var index = text.startIndex
    scan: while index < text.endIndex {
      guard Self.ratioStarts.mayContain(text[index]) else {
        index += 1
        continue
      }
      let rest = text[index...]
      for (word, change) in RatioWords.chinese where rest.begins(word) {
        // 倍增计划 and 翻番工程 are names.
        let end = index + word.unicodeScalars.count
        if !["计", "工", "行"].contains(text[end...].prefix(1).string) {
          var amount = ChineseAmount(size: .relative(change), unit: "%", range: index..<end)
          readBounds(&amount)
          found.append(amount)
          index = end
          continue scan
        }
      }
      if let amount = share(at: index) {
        found.append(amount)
        index = amount.range.upperBound
      } else {
        index += 1
      }
    }
    return found
  }

  private func share(at start: Int) -> ChineseAmount? {
    let rest = text[start...]
    if text[start] == "零" { return none(at: start) }
    if text[start] == "百" || text[start] == "千" { return round(at: start) }
    if text[start].isASCIIDigit { return start == text.startIndex || isFreeStart(start) ? ratio(at: start) : nil }
    guard let below = Self.numerals[text[start]], start + 1 < text.endIndex else { return nil }
    if rest.dropFirst().begins("分之"), let (above, end) = numeral(at: start + 3) {
      return percent((above / below * 1000).rounded() / 10, start..<end)
    }
    if text[start + 1] == "成", below >= 2,
      start + 2 == text.endIndex || !text[start + 2].isHan || rest.dropFirst(2).begins("以")
    {
      return percent(below * 10, start..<start + 2)
    }
    return nil
  }

  private func isFreeStart(_ index: Int) -> Bool {
    let before = text[index - 1]
    return !before.isASCIIDigit && !(before.isLetter && !before.isHan) && !".:∶/-,".unicodeScalars.contains(before)
  }

  private static let before = Set("数几第上过成".unicodeScalars)
  private static let behind = WordList("级 产业 企业 集群 园区 俱乐部 工程 县 镇 强")

  /// 突破千亿元: a thousand. 千亿元产业 is a name, and so is 千亿级.
  private func round(at start: Int) -> ChineseAmount? {
    if text[start...].begins("百分之"), let (value, end) = numeral(at: start + 3) { return percent(value, start..<end) }
    guard start + 2 < text.endIndex, text[start + 1] == "亿", text[start + 2] != "级", let end = unit(at: start + 2),
      start == text.startIndex
        || !text[start - 1].isASCIIDigit && Self.numerals[text[start - 1]] == nil && text[start - 1] != "十"
          && !Self.before.contains(text[start - 1]),
      !Self.behind.isPrefix(of: text[end...])
    else { return nil }
    var amount = ChineseAmount(
      size: .number(DecimalNumber(value: text[start] == "百" ? 100 : 1000, decimals: 0)),
      unit: text[(start + 1)..<end].string,
      range: start..<end)
    readBounds(&amount)
    return amount
  }

  /// 降为零, 保持为零
  private func none(at start: Int) -> ChineseAmount? {
    guard start > text.startIndex, "为到至".unicodeScalars.contains(text[start - 1]),
      start + 1 == text.endIndex || !text[start + 1].isHan && !text[start + 1].isLetter
    else { return nil }
    // 天数为零: the verb is not a word that leads to other numbers.
    let first = text[start - 1] == "为" && (start < 2 + text.startIndex || text[start - 2] != "持") ? start - 1 : start
    return ChineseAmount(size: .number(DecimalNumber(value: 0, decimals: 0)), range: first..<start + 1)
  }

  /// 1/3, a share; 2.8:1, a ratio.
  private func ratio(at start: Int) -> ChineseAmount? {
    let first = text[start...].prefix { $0.isASCIIDigit || $0 == "." }
    let mark = first.endIndex
    guard mark + 1 < text.endIndex, "/:∶".unicodeScalars.contains(text[mark]) else { return nil }
    let second = text[(mark + 1)...].prefix { $0.isASCIIDigit || $0 == "." }
    let end = second.endIndex
    guard let above = DecimalNumber(first.string), let below = DecimalNumber(second.string), below.value > 0,
      end == text.endIndex || !"/:∶万千亿".unicodeScalars.contains(text[end])
    else { return nil }
    if text[mark] == "/" {
      guard above.decimals == 0, below.decimals == 0, above.value > 0, above.value < below.value, below.value <= 10,
        end == text.endIndex || text[end].isHan || !text[end].isLetter
      else { return nil }
      let share = above.value / below.value * 100
      var amount = percent((share * 10).rounded() / 10, start..<end)
      amount?.isApproximate = share != (share * 10).rounded() / 10
      return amount
    }
    // 师生比1:15, of which only the second number says something.
    if first.equals("1"), !second.equals("1"), let number = DecimalNumber(second.string) {
      var amount = ChineseAmount(size: .number(number), unit: "1:", range: start..<end)
      readBounds(&amount)
      return amount
    }
    guard second.equals("1") else { return nil }
    var amount = ChineseAmount(size: .number(above), unit: ":1", range: start..<end)
    readBounds(&amount)
    return amount
  }

  private func percent(_ value: Double, _ range: Range<Int>) -> ChineseAmount? {
    guard let number = DecimalNumber(computed: value) else { return nil }
    var amount = ChineseAmount(size: .number(number), unit: "%", range: range)
    readBounds(&amount)
    return amount
  }

  /// A Chinese numeral below a hundred.
  private func numeral(at start: Int) -> (Double, Int)? {
    var (total, digit, end) = (0.0, Double?.none, start)
    while end < text.endIndex {
      if text[end] == "十" {
        total += (digit ?? 1) * 10
        digit = nil
      } else if let value = Self.numerals[text[end]] {
        digit = value
      } else {
        break
      }
      end += 1
    }
    return end > start ? (total + (digit ?? 0), end) : nil
  }
}
