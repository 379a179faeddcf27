/// The words by which a Chinese plan promises something, by what they are looked for.
///
/// The lists differ on purpose. Each is for one place in a sentence, and has only the words that promise there: 推动
/// before 覆盖 promises, but 已推动 reports. Lists of which a promise is a small part are with
/// their readers: words before and after names (`ChineseWords`), times (`PlanTime`) and acts (`ChineseMilestones`).
enum ChinesePromises {
  /// Every list has these, unless it says why not.
  private static let verbs = "力争 确保 争取"

  /// A clause with one of these promises, even if it has a word for the past, such as 已, or describes the whole country.
  static let always = WordList("\(verbs) 预计到 目标")
  /// A sentence about a whole country or province that begins with it is a forecast, unless it has one of these. 预计 is
  /// not among them: it is how forecasts speak.
  static let ofOwnAims = WordList("\(verbs) 目标")
  /// Words by which a plan makes an expectation its own. 控制在 and 保持在 set a level, and 城镇化率 is a usual target,
  /// although population is foreseen rather than set.
  static let ofExpectations = WordList("\(verbs) 控制在 目标 城镇化率 保持在")
  /// A clause with one of these and a year in the plan's time is about the future. Without a year, 到 or 要 would say too
  /// little.
  static let withYear = WordList("\(verbs) 将 目标 预计 预期 计划 规划 拟 要 努力 到")
  /// Before 覆盖41个城市, which otherwise describes how things are. What is to be 推动 is not yet so.
  static let beforeCoverage = WordList("\(verbs) 推动 推进 实现 努力 促进 目标 保证")
  /// At the beginning of a clause of a level without a verb: 力争森林覆盖率60%.
  static let beforeLevel = WordList("\(verbs) 实现 保证 力促 努力实现 确保实现 力争实现")
  /// Removed from the beginning of 实现…全覆盖. Other verbs than promises lead to the thing that is covered, too.
  static let openingsOfCoverage = WordList("\(verbs) 推动 推进 实现 促进 基本 ， 全面 加快 做到 达到")
  /// Removed from the beginning of 全面消除… and 实现县县通高速.
  static let openingsOfClearance = WordList("\(verbs) 实现 推动 努力 到 ，")
  /// Between 每个乡镇 and the verb. 争取 is not among them, because it is a verb there: 每个乡镇争取资金100万元.
  static let afterEach = WordList("力争 确保 至少 最少 都 均 要 应 需 需要 原则上 不少于 各 分别 有")
  /// By which another place says what it plans: 上海市计划…. Of the three verbs only 力争 is among them; a sentence with
  /// another is kept as a possible target of the plan itself.
  static let ofOtherPlaces = WordList("力争 计划 提出 宣布 承诺 规划 拟 将 预计 要求 明确 确定")
}
