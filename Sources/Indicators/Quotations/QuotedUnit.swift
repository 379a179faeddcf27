/// A unit taken apart: `万人` is 10,000 of `人`, and `€ million` 1,000,000 of `€`.
struct QuotedUnit {
  let factor: Double
  private let name: String

  init(_ unit: String) {
    var rest = QuotedUnit.plain(unit)[...]
    var factor = 1.0
    while let prefix = QuotedUnit.prefixes.first(where: { rest.hasPrefix($0.0) && (rest.count > $0.0.count) }) {
      if UnitWords.isThousandfold(Array(rest.unicodeScalars.prefix(2))[...]) { break }
      rest = rest.dropFirst(prefix.0.count)
      factor *= prefix.1
    }
    if let sign = rest.first, "€£$".contains(sign) {
      if let more = QuotedUnit.behindCurrency[rest.dropFirst().filter { $0 != " " }] {
        rest = rest.prefix(1)
        factor *= more
      }
    }
    self.factor = factor
    name = QuotedUnit.shares.contains(String(rest)) || rest.hasPrefix("%") ? "%" : QuotedUnit.currency(String(rest))
  }

  private static let prefixes: [(String, Double)] = [
    ("百", 100), ("千", 1000), ("万", 1e4), ("亿", 1e8), ("hundred ", 100), ("thousand ", 1000), ("million ", 1e6),
    ("billion ", 1e9),
  ]
  private static let behindCurrency: [String: Double] = [
    "": 1, "k": 1000, "thousand": 1000, "m": 1e6, "mn": 1e6, "million": 1e6, "bn": 1e9, "billion": 1e9,
  ]
  private static let shares: Set<String> = [
    "％", "percent", "per cent", "percentage", "percentage point", "percentage points", "pp", "百分点", "个百分点",
  ]

  /// One spelling for units that have several.
  private static func plain(_ unit: String) -> String {
    var plain = String.UnicodeScalarView()
    for scalar in unit.lowercased().unicodeScalars {
      switch scalar {
      case "²": plain.append("2")
      case "³": plain.append("3")
      case "μ": plain.append("µ")
      case "¥", "￥": plain.append("元")
      default: plain.append(scalar)
      }
    }
    return String(plain)
  }

  private static func currency(_ word: String) -> String {
    switch word {
    case "euro", "euros", "eur": "€"
    case "pound", "pounds", "gbp": "£"
    case "dollar", "dollars", "usd": "$"
    case "yuan", "rmb", "cny": "元"
    case "tonne", "tonnes", "tons", "ton": "t"
    case "kilometre", "kilometres", "kilometer", "kilometers", "kms": "km"
    case "hectare", "hectares": "ha"
    case "kilogram", "kilograms", "kilogrammes": "kg"
    case "metre", "metres", "meter", "meters": "m"
    case "megawatt", "megawatts": "mw"
    case "gigawatt", "gigawatts": "gw"
    default: word
    }
  }

  /// Measure words, which the counted thing follows.
  private static let counters: Set<String> = [
    "个", "名", "位", "家", "所", "座", "条", "项", "件", "处", "台", "辆", "套", "户", "张", "支", "场", "门", "棵", "株", "头", "艘",
  ]
  /// Units of measurement, which the measured thing follows: 200公里道路.
  private static let measures: Set<String> = [
    "公里", "千米", "米", "公顷", "亩", "平方米", "平方公里", "平方千米", "立方米", "吨", "千瓦", "千克", "公斤", "微克/立方米", "毫克/立方米",
  ]
  /// Characters that make another unit or word of a unit: 千瓦时, 吨公里, 吨标准煤, 元/米.
  private static let notBehindMeasures = Set("/每时公标产".unicodeScalars)
  /// Where the words end that name what is counted.
  private static let nounEnds: Set<String> = [
    "of", "by", "in", "per", "a", "an", "and", "or", "for", "to", "from", "with", "at", "on", "each", "every", "within",
    "across", "who", "that", "which", "is", "are", "will", "the", "between", "under", "over", "than",
  ]
  private static let otherMeasures: Set<String> = ["square", "cubic", "percentage"]

  /// Whether a number's unit in a sentence is this one. The sentence may go on after it: 人以上, days a year.
  func isSame(as given: String) -> Bool {
    guard !name.isEmpty else { return false }
    let unit = QuotedUnit.plain(given)
    if name == "%" {
      return unit == "%" || unit.hasPrefix("个百分点") || unit.hasPrefix("百分点") || unit.hasPrefix("percentage point")
    }
    if name.unicodeScalars.allSatisfy({ $0.value < 0x2E80 }) { return isLatin(unit) }
    if name == "元", QuotedUnit.currency(String(unit.prefix { $0 != " " })) == "元" { return true }
    // 名 or 位 for 人
    guard unit.hasPrefix(name) else {
      // 5万城镇就业人员
      return name == "人" && (unit.hasPrefix("名") || unit.hasPrefix("位") || unit.count <= 10 && unit.hasSuffix("人员"))
    }
    let rest = unit.dropFirst(name.count)
    // 3.3万名学生 counts in 名; 5个百分点 and 三个方面 do not count in 个.
    if QuotedUnit.counters.contains(name) {
      return !["百分点", "月", "方面", "阶段", "层面", "维度", "小时", "工作日", "季度"].contains { rest.hasPrefix($0) }
    }
    if QuotedUnit.measures.contains(name), let first = rest.unicodeScalars.first {
      return !QuotedUnit.notBehindMeasures.contains(first)
    }
    // 人 is not 人才, 亿元 is not 亿元产业: only a word that ends or goes on with a known ending counts.
    return rest.isEmpty || ["以上", "以下", "以内", "左右", "以"].contains { rest.hasPrefix($0) }
  }

  /// `days a year` is in `days`, and `new affordable homes` in `homes`.
  private func isLatin(_ unit: String) -> Bool {
    if unit.hasPrefix(name) {
      let rest = unit.dropFirst(name.count)
      if rest.isEmpty || rest.first == " " { return true }
    }
    let all = unit.split(separator: " ")
    let end = all.indices.first { index in
      // Between adjectives the noun is still to come: five primary and secondary schools, but 20 parks and schools.
      let isJoin = (all[index] == "and" || all[index] == "or") && index > 0 && all[index - 1].last != "s"
      return !isJoin && QuotedUnit.nounEnds.contains(String(all[index]))
    }
    let words = all[..<(end ?? all.count)]
    let own = name.split(separator: " ")
    if own.count == 1, let first = words.first, QuotedUnit.currency(String(first)) == name { return true }
    guard words.count >= own.count, !own.isEmpty,
      !words.dropLast(own.count).contains(where: { QuotedUnit.otherMeasures.contains(String($0)) })
    else { return false }
    return zip(words.suffix(own.count), own).allSatisfy { isSameNoun(String($0), String($1)) }
  }

  /// `home` and `homes`, and the spellings of a unit.
  private func isSameNoun(_ given: String, _ own: String) -> Bool {
    given == own || given + "s" == own || given == own + "s" || QuotedUnit.currency(given) == own
  }
}

/// Words of units that look like a number and a unit.
enum UnitWords {
  private static let thousandfold = Set("米瓦克伏卡赫帕焦兆".unicodeScalars)

  /// Whether a unit begins with a word for a thousand: 千米 and 千瓦 are units of their own, not thousands of another.
  static func isThousandfold(_ text: ArraySlice<Unicode.Scalar>) -> Bool {
    guard let first = text.first, let second = text.dropFirst().first else { return false }
    return first == "千" && thousandfold.contains(second) || first == "百" && second == "分"
  }
}
