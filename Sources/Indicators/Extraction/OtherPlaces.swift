/// Sentences about what other places plan: 上海市计划到2030年…, Chicago plans to plant 75,000 trees.
enum OtherPlaces {
  private static let chinese = WordList(
    """
    北京 上海 天津 重庆 广州 深圳 杭州 南京 武汉 成都 西安 苏州 青岛 宁波 厦门 合肥 长沙 郑州 济南 福州 昆明 贵阳 南宁 海口 沈阳 大连 长春 哈尔滨 石家庄 太原 南昌 \
    兰州 银川 西宁 乌鲁木齐 拉萨 呼和浩特 香港 澳门 台湾 浙江 江苏 广东 山东 四川 美国 英国 德国 法国 日本 韩国 新加坡 印度 欧盟 欧洲 丹麦 荷兰 瑞典 挪威 芬兰 \
    哥本哈根 伦敦 纽约 东京 巴黎 柏林 首尔 洛杉矶 芝加哥
    """)
  private static let chineseOpenings = WordList("例如 比如 如 其中 而 据悉 据了解 目前")
  private static let ends = WordList("市政府 省政府 政府 市 省 特别行政区")

  /// Whether a Chinese sentence begins with another place and its plans. `titles` are those of the plan and of its site.
  static func plan(_ sentence: ArraySlice<Unicode.Scalar>, titles: String) -> Bool {
    var text = sentence
    if let count = chineseOpenings.prefix(of: text), chinese.isPrefix(of: text.dropFirst(count)) {
      text.removeFirst(count)
    }
    guard let count = chinese.prefix(of: text) else { return false }
    let name = text.prefix(count).string
    text.removeFirst(count)
    if let end = ends.prefix(of: text) { text.removeFirst(end) }
    return ChinesePromises.ofOtherPlaces.isPrefix(of: text) && !titles.contains(name)
  }

  private static let english: Set<String> = [
    "chicago", "copenhagen", "london", "paris", "berlin", "amsterdam", "oslo", "stockholm", "helsinki", "vienna",
    "zurich", "madrid", "barcelona", "lisbon", "rome", "milan", "dublin", "glasgow", "edinburgh", "manchester",
    "birmingham", "leeds", "liverpool", "bristol", "cardiff", "belfast", "toronto", "vancouver", "montreal", "ottawa",
    "sydney", "melbourne", "brisbane", "perth", "auckland", "wellington", "tokyo", "seoul", "singapore", "beijing",
    "shanghai", "delhi", "mumbai", "nairobi", "boston", "philadelphia", "seattle", "portland", "denver", "houston",
    "dallas", "austin", "phoenix", "detroit", "miami", "atlanta", "minneapolis", "baltimore", "washington",
    "california", "texas", "germany", "france", "spain", "italy", "denmark", "sweden", "norway", "finland",
    "netherlands", "belgium", "austria", "switzerland", "ireland", "scotland", "wales", "england", "japan", "china",
    "india", "australia", "canada", "brazil", "europe",
  ]
  private static let englishPairs: Set<String> = [
    "new york", "los angeles", "san francisco", "san diego", "hong kong", "new zealand", "united kingdom",
    "united states", "south korea", "cape town", "mexico city", "são paulo", "buenos aires", "tel aviv",
  ]
  private static let englishVerbs: Set<String> = [
    "plans", "aims", "intends", "has", "wants", "pledged", "committed", "announced", "will", "is", "hopes", "seeks",
    "targets", "promised", "adopted",
  ]

  /// Whether an English sentence begins with another place and its plans. `words` are in lower case.
  static func plan(_ words: [String], titles: String) -> Bool {
    guard words.count > 2 else { return false }
    let start = words[0] == "the" ? 1 : 0
    let titles = titles.lowercased()
    var name = words[start]
    var next = start + 1
    if english.contains(name) {
      // Denver City Council has pledged
      if ["city", "council"].contains(words[next]) { next += 1 }
    } else if words.count > next, englishPairs.contains("\(name) \(words[next])") {
      name += " " + words[next]
      next += 1
    } else {
      return false
    }
    guard words.count > next, englishVerbs.contains(words[next]) else { return false }
    return !titles.contains(name)
  }
}
