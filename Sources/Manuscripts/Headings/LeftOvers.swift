import Bytes
import Diagnostics

/// Lines that a web page or a broken copy leaves in a text. They are kept, and reported.
enum LeftOvers {
  static func report(in manuscript: inout Manuscript) {
    report(manuscript.blocks, &manuscript)
  }

  private static func report(_ blocks: [SourceBlock], _ manuscript: inout Manuscript) {
    for (index, block) in blocks.enumerated() {
      // The source of a table is below it.
      let isSource = block.plain.namesSource && index > 0 && blocks[index - 1].isFigure
      if !isSource { report(block, &manuscript) }
    }
  }

  private static func report(_ block: SourceBlock, _ manuscript: inout Manuscript) {
    if case .box(_, let content) = block.kind { report(content, &manuscript) }
    guard block.isParagraph else { return }
    if block.plain.isLeftOver {
      manuscript.report(
        .warning, .importLeftOver, "this looks left over from the page the text was copied from; it is kept",
        hint: "delete it from the section if it is not part of the plan", line: block.line)
    } else if block.plain.endsWithin {
      manuscript.report(
        .warning, .importBrokenSentence, "the paragraph ends within a sentence",
        hint: "find the rest of it in the original, or delete it", line: block.line)
    }
  }
}

extension SourceBlock {
  /// A table, a picture, or the caption of one.
  fileprivate var isFigure: Bool {
    if case .table = kind { return true }
    return plain.isCaption || markdown.hasPrefix("![")
  }
}

extension String {
  fileprivate var namesSource: Bool {
    ["资料来源", "数据来源", "来源", "Source"].contains { drop { "（(".contains($0) }.hasPrefix($0) }
  }

  /// A line on rights, sources or the page itself.
  var isLeftOver: Bool {
    // Such a line is recognized by its start. Works on bytes, because each paragraph is tested several times: with
    // characters this took an eighth of an import.
    var start: [UInt8] = []
    start.reserveCapacity(LeftOverWords.length * 3)
    var count = 0
    for scalar in unicodeScalars.prefix(LeftOverWords.length) {
      switch scalar {
      case "【", "[", "（", "(", " ", "\u{9}"..."\u{D}", "\u{A0}", "\u{2000}"..."\u{200A}", "\u{3000}": continue
      default: break
      }
      count += 1
      if scalar.isASCII {
        let byte = UInt8(truncatingIfNeeded: scalar.value)
        start.append((UInt8(ascii: "A")...UInt8(ascii: "Z")).contains(byte) ? byte | 0x20 : byte)
      } else if let bytes = UTF8.encode(scalar) {
        start += bytes
      }
    }
    if start.count > 2, LeftOverWords.firsts.contains(SIMD3(start[0], start[1], start[2])),
      LeftOverWords.starts.contains(where: { start.starts(with: $0) })
    {
      return true
    }
    if start.starts(with: "©".utf8) { return true }
    if count < 12, LeftOverWords.buttons.contains(String(decoding: start, as: UTF8.self)) { return true }
    // 第3页共20页, - 4 -
    if count < 16, start.starts(with: "第".utf8), start.suffix(3).elementsEqual("页".utf8) { return true }
    if (3...6).contains(count), start.first == start.last, start.first == UInt8(ascii: "-"),
      start.dropFirst().dropLast().allSatisfy({ (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) })
    {
      return true
    }
    // 某县人民政府办公室 2021年3月1日印发
    if count < 60, start.suffix(6).elementsEqual("印发".utf8), start.contains("年"), start.contains("日") { return true }
    if count < 120, start.contains("icp备") || start.contains("公网安备") || start.contains("网站标识码") { return true }
    return start.contains("未经许可") && (start.contains("转载") || start.contains("复制"))
      || start.contains("allrightsreserved")
  }
}

private enum LeftOverWords {
  /// In scalars.
  static let length = 200
  static let starts = [
    "本文来源", "本文转自", "版权提示", "版权声明", "版权所有", "免责声明", "资料来源", "数据来源", "信息来源", "文章来源", "来源:", "来源：", "责任编辑", "责编", "编辑:",
    "编辑：",
    "原标题", "浏览次数", "阅读次数", "发布时间", "发布日期", "上一篇", "下一篇", "分享到", "打印本页", "关闭窗口", "扫一扫", "相关阅读", "相关链接", "点击下载", "附件下载",
    "抄送", "此件公开发布", "此件主动公开", "此件依申请公开", "copyright", "source:", "allrightsreserved", "sharethis", "printthis",
    "lastupdated", "当前位置", "您的位置", "您现在的位置", "您当前的位置", "打印关闭", "打印本", "【打印", "字体：", "字体大小", "字号：", "网站地图",
    "技术支持", "主办单位：", "承办单位：", "扫码", "我要纠错", "首页>", "首页政务公开", "weusecookies", "thissiteusescookies", "acceptallcookies",
    "skipto", "shareon", "shareonfacebook", "backtotop", "cookiepolicy", "privacypolicy", "followus",
  ].map { Array($0.utf8) }
  /// One- or two-word lines that were buttons or links.
  static let buttons: Set<String> = [
    "首页", "打印", "关闭", "返回", "返回顶部", "返回首页", "导航", "菜单", "分享", "收藏", "繁体", "无障碍", "home", "menu", "close", "print",
    "search",
    "share", "login", "signin", "readmore", "acceptall", "打印关闭分享到", "首页政务公开", "back",
  ]
  /// The first three bytes of each: a Chinese character, or letters.
  static let firsts = Set(starts.map { SIMD3($0[0], $0[1], $0.count > 2 ? $0[2] : 0) })
}
