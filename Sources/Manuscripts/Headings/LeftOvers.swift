import Diagnostics

/// What a web page or a broken copy leaves in a text. It stays where it is, and is reported.
enum LeftOvers {
  static func report(in manuscript: inout Manuscript) {
    for block in manuscript.blocks { report(block, &manuscript) }
  }

  private static func report(_ block: SourceBlock, _ manuscript: inout Manuscript) {
    if case .box(_, let content) = block.kind { for inner in content { report(inner, &manuscript) } }
    guard block.isParagraph else { return }
    if block.plain.isLeftOver {
      manuscript.report(
        .warning, .importLeftOver, "this looks left over from the page the text was copied from; it is kept",
        hint: "delete it from the section if it is no part of the plan", line: block.line)
    } else if block.plain.endsWithin {
      manuscript.report(
        .warning, .importBrokenSentence, "the paragraph ends within a sentence",
        hint: "find the rest of it in the original, or delete it", line: block.line)
    }
  }
}

extension String {
  /// A line on rights, sources or the page itself.
  var isLeftOver: Bool {
    // What tells such a line stands at its start.
    let text = prefix(200).filter { !$0.isWhitespace && $0 != "【" && $0 != "[" && $0 != "（" && $0 != "(" }
    let starts = [
      "版权提示", "版权声明", "版权所有", "免责声明", "资料来源", "数据来源", "信息来源", "文章来源", "来源:", "来源：", "责任编辑", "责编", "编辑:", "编辑：",
      "原标题", "浏览次数", "阅读次数", "发布时间", "发布日期", "上一篇", "下一篇", "分享到", "打印本页", "关闭窗口", "扫一扫", "相关阅读", "相关链接", "点击下载", "附件下载",
      "抄送", "此件公开发布", "此件主动公开", "此件依申请公开",
    ]
    if starts.contains(where: { text.hasPrefix($0) }) { return true }
    // 某县人民政府办公室 2021年3月1日印发
    if text.count < 60, text.hasSuffix("印发"), text.contains("年"), text.contains("日") { return true }
    let lower = text.lowercased()
    if ["copyright", "©", "source:", "allrightsreserved", "sharethis", "printthis", "lastupdated"].contains(where: {
      lower.hasPrefix($0)
    }) {
      return true
    }
    return text.contains("未经许可") && (text.contains("转载") || text.contains("复制")) || lower.contains("allrightsreserved")
  }
}
