/// Words that planners who write Chinese type in place of a key or a value. They are not accepted as such: a hint names
/// the English word.
enum ChineseKeys {
  /// The English key for each Chinese one; several where the mapping decides which is meant.
  private static let keys: [String: [String]] = [
    "标题": ["title"], "题目": ["title"], "短标题": ["short-title"], "名称": ["name"], "名字": ["name"],
    "指标名称": ["name"], "指标": ["name", "indicators"], "项目名称": ["name"], "单位": ["unit"], "计量单位": ["unit"],
    "类型": ["kind", "type"], "种类": ["kind", "type"], "指标类型": ["kind"], "属性": ["nature"], "性质": ["nature"],
    "指标属性": ["nature"], "目标": ["target"], "目标值": ["target", "value"], "阶段目标": ["targets"], "基期": ["baseline"],
    "基期值": ["baseline", "value"], "基数": ["baseline", "value"], "现状值": ["baseline", "value"], "现状": ["baseline"],
    "年份": ["year"], "年": ["year"], "年度": ["year"], "数值": ["value", "values"], "值": ["value", "values"],
    "指标值": ["value", "values"], "数据": ["values", "value"], "历年数据": ["values"], "历年值": ["values"],
    "来源": ["source", "from"], "数据来源": ["source"], "资料来源": ["source"], "备注": ["note"], "注释": ["note"],
    "注": ["note"], "说明": ["note", "summary", "definition"], "编号": ["id", "code", "number"], "标识": ["id"],
    "代码": ["code", "id"], "部门": ["department"], "责任部门": ["department"], "责任单位": ["department"],
    "主管部门": ["department"], "牵头部门": ["lead", "department"], "牵头单位": ["lead", "department"], "牵头": ["lead"],
    "配合部门": ["support"], "配合单位": ["support"], "协办": ["support"], "类别": ["category", "tags"],
    "分类": ["category", "tags"], "工程": ["programme"], "专项": ["programme"], "项目": ["programme"], "出处": ["from"],
    "依据": ["from"], "章节": ["section", "from"], "原文": ["quote"], "引文": ["quote"], "文字": ["text"],
    "时期": ["period"], "规划期": ["period"], "期间": ["period"], "开始": ["start"], "起始年": ["start"], "起": ["start"],
    "结束": ["end"], "终止年": ["end"], "止": ["end"], "草稿": ["draft"], "摘要": ["summary"], "简介": ["summary"],
    "概述": ["summary"], "日期": ["date", "on"], "原因": ["why"], "理由": ["why"], "发布日期": ["date"], "更新": ["updated"],
    "更新日期": ["updated"],
    "语言": ["language", "languages"], "地址": ["slug", "url"], "网址": ["url", "base-url"], "顺序": ["order"],
    "排序": ["order"], "序号": ["number", "order"], "别名": ["aliases"], "旧地址": ["aliases"], "发布机构": ["publisher"],
    "发布单位": ["publisher"], "地区": ["region"], "区域": ["region"], "通过日期": ["adopted"], "比较": ["comparator"],
    "约": ["approx"], "约数": ["approx"], "期限": ["due"], "完成时间": ["due"], "频率": ["frequency"], "口径": ["measure"],
    "术语": ["term"], "词条": ["term"], "释义": ["definition"], "解释": ["definition"], "含义": ["definition"],
    "定义": ["definition"], "英文": ["english"],
    "标签": ["tags"], "关键词": ["tags"], "规划": ["plan"], "上级": ["parent"], "方向": ["direction"], "方法": ["method"],
    "状态": ["state", "status", "judgement"], "配合": ["support"], "页脚": ["footer"], "菜单": ["navigation"], "变化": ["change"],
    "区间": ["between"], "每年": ["every"], "编号方式": ["numbering"],
    "简称": ["short-name", "short-title"], "联系": ["contact"], "联系人": ["contact"],
  ]

  /// The English value for each Chinese one.
  private static let values: [String: [String]] = [
    "约束性": ["binding"], "约束": ["binding"], "约束性指标": ["binding"], "预期性": ["anticipatory"],
    "预期": ["anticipatory"], "预期性指标": ["anticipatory"], "增量": ["increase"], "新增": ["increase"],
    "累计": ["cumulative", "increase"], "水平": ["level"], "存量": ["level"], "下限": ["floor"], "不低于": ["floor"],
    "底线": ["floor"], "上限": ["ceiling"], "不超过": ["ceiling"], "控制": ["ceiling"], "增速": ["rate"],
    "增长率": ["rate"], "里程碑": ["milestone"], "节点": ["milestone"], "年度": ["annual"], "当年": ["annual"],
    "上升": ["up"], "提高": ["up"], "增加": ["up"], "下降": ["down"], "降低": ["down"], "减少": ["down"],
    "规划": ["plan"], "章节": ["section"], "章": ["section"], "节": ["section"], "页面": ["page"], "计划": ["planned"],
    "未开始": ["planned", "not-started"], "已开工": ["started"], "开工": ["started"], "进行中": ["started", "in-progress"],
    "完成": ["done", "complete"],
    "已完成": ["done", "complete"], "初步": ["provisional"], "初步数": ["provisional"], "估计": ["estimated"],
    "估算": ["estimated"],
    "向上": ["up"], "向下": ["down"], "越高越好": ["up"], "越低越好": ["down"], "是": ["true"], "真": ["true"], "否": ["false"],
    "假": ["false"], "延期": ["delayed"], "停止": ["stopped"], "暂停": ["stopped"], "不适用": ["not-applicable"],
    "修订": ["revised"], "最终": ["final"], "中文": ["zh-CN"], "简体中文": ["zh-CN"], "英文": ["en"], "英语": ["en"],
  ]

  /// The English key among those that a mapping may have.
  static func key(_ word: String, among known: [String]) -> String? {
    keys[word]?.first(where: known.contains)
  }

  static func isKey(_ word: String) -> Bool { keys[word] != nil }

  /// Whether a Chinese key means an English one.
  static func isKey(_ word: String, for key: String) -> Bool { keys[word]?.contains(key) == true }

  /// The English value of a key that takes words.
  static func value(_ word: String, of key: String) -> String? {
    let valid: [String] =
      switch key {
      case "kind": ["level", "increase", "floor", "ceiling", "rate", "milestone"]
      case "nature": ["binding", "anticipatory"]
      case "type": ["plan", "section", "page"]
      case "measure": ["cumulative", "annual"]
      case "direction": ["up", "down"]
      case "draft", "approx", "accountability": ["true", "false"]
      case "state": ["planned", "started", "done", "delayed", "stopped"]
      case "reporting": ["complete", "in-progress", "not-started", "not-applicable"]
      default: []
      }
    return value(word, among: valid)
  }

  /// The English value among the valid ones.
  static func value(_ word: String, among valid: [String]) -> String? {
    values[word]?.first(where: valid.contains)
  }
}
