/// Whose figures a column has, by its heading: those of the plan's own place, or of a larger one beside it, such as the
/// nation.
enum ColumnPlace: Comparable {
  /// The heading names no place, or the plan's own: 2025年, 2025年 本县.
  case own
  /// The whole of a place, which may be the plan's own: 2025年 全市. Or something in brackets, which may be a place.
  case whole
  /// The heading has words that are not known: 2025年 开发区.
  case unclear
  case other

  private static let others = [
    "全国", "国家", "世界", "全球", "国际", "平均", "均值", "均数", "全省", "省级", "全自治区", "外省", "外市", "兄弟", "标杆", "先进",
  ]
  private static let englishOthers: Set<String> = [
    "national", "nation", "nationwide", "country", "countrywide", "state", "statewide", "province", "provincial",
    "regional", "region", "global", "world", "average", "mean", "median", "england", "britain", "uk", "us", "eu",
    "oecd",
    "peer", "peers", "comparator", "benchmark",
  ]
  private static let owns = ["本县", "本市", "本区", "本省", "本州", "本地", "我县", "我市", "我区", "我省", "本规划", "自身"]
  private static let wholes = ["全市", "全县", "全区", "全州", "全域", "全镇", "全乡", "全旗"]
  /// Words in headings of figures besides a place and a year.
  private static let plain = [
    "实际完成", "实际", "预计完成", "预计", "快报", "初步", "完成", "实绩", "数值", "绝对值", "绝对量", "总量", "目标", "规划", "计划", "预期", "期末", "基期",
    "基准", "基数", "基础", "基年", "现状", "现值", "当前", "起始", "年均", "增长率", "增长", "增速", "累计", "指标", "左右", "年度", "年", "值", "数", "率",
    "情况",
    "水平", "末", "底",
  ]
  private static let englishPlain: Set<String> = [
    "actual", "value", "values", "result", "results", "outturn", "estimate", "estimated", "forecast", "latest",
    "target",
    "targets", "goal", "goals", "baseline", "base", "current", "level", "planned", "plan", "year", "annual", "growth",
    "in", "for", "by", "to", "of", "the", "end", "fy", "ambition", "interim", "final", "our",
  ]

  /// `hasNation`: whether another heading of the table names the nation, beside which 全省 is the plan's own province.
  init(head: String, hasNation: Bool) {
    func words(_ text: some StringProtocol) -> Set<String> {
      Set(text.lowercased().split { !("a"..."z").contains($0) }.map(String.init))
    }
    let text = head.lowercased().filter { !$0.isWhitespace }
    // Units and remarks are in brackets.
    let outside = text.prefix { !"(（[【".contains($0) }
    let others = Self.others.filter(text.contains)
    let isOwnProvince = others == ["全省"] && hasNation
    if !others.isEmpty && !isOwnProvince || !words(head).isDisjoint(with: Self.englishOthers) {
      self = .other
    } else if Self.owns.contains(where: text.contains) {
      self = .own
    } else if isOwnProvince || Self.wholes.contains(where: text.contains) {
      self = .whole
    } else {
      var rest = outside.filter { !$0.isASCII && !$0.isNumber && !"“”‘’".contains($0) }
      for plan in ["十三五", "十四五", "十五五", "十六五"] { rest = rest.replacing(plan, with: "") }
      for word in Self.plain { rest = rest.replacing(word, with: "") }
      let isPlain = rest.isEmpty && words(head.prefix { !"(（[【".contains($0) }).isSubset(of: Self.englishPlain)
      // 2025年（开发区） beside 2025年
      self = isPlain ? (outside.count < text.count ? .whole : .own) : .unclear
    }
  }

  /// Whether a heading names the nation: 2025年 全国.
  static func isOfNation(_ head: String) -> Bool { head.contains("全国") || head.contains("国家") }
}

extension ImportedColumns {
  /// The roles without those of columns that have the figures of another place: nothing is read from them. Of several
  /// columns with one role, such as 本县 and 开发区 below 2025年, those of the plan's own place stay.
  static func ofOwnPlace(_ roles: [Role], _ header: [String]) -> [Role] {
    let hasNation = header.contains(where: ColumnPlace.isOfNation)
    let places = header.map { ColumnPlace(head: $0, hasNation: hasNation) }
    func isFigure(_ role: Role) -> Bool {
      if case .target = role { return true }
      return role.isNumber && role != .column(.value)
    }
    var roles = roles
    for index in roles.indices where isFigure(roles[index]) && places[index] == .other { roles[index] = .unknown }
    for group in Dictionary(grouping: roles.indices.filter { isFigure(roles[$0]) }, by: { roles[$0] }).values
    where Set(group.map { header[$0] }).count > 1 {
      let nearest = group.map { places[$0] }.min() ?? .own
      for index in group where nearest == .unclear || places[index] > nearest { roles[index] = .unknown }
    }
    return roles
  }
}
