/// The words by which a Chinese plan promises an amount.
enum ChineseWords {
  /// How a word between a name and a number leads to the number.
  enum Cue: Hashable {
    /// To a level: 达到.
    case reach
    /// Down to a level: 降至.
    case fall
    /// By an amount: 提高, 减少.
    case up, down
    /// An amount that is added up: 新增.
    case add
    /// A limit: 控制在.
    case cap
    /// A level to keep: 稳定在.
    case keep
  }

  /// A cue is looked for at the end of the text before a number, the longest first.
  static let cues: [(words: WordList, cue: Cue)] = [
    (
      WordList(
        """
        达到 达 达成 提高到 提高至 提高为 提升到 提升至 提升为 增加到 增加至 增长到 增长至 扩大到 扩大至 上升到 上升至 升至 升到 增至 增到 发展到 \
        发展至 拓展到 拓展至 扩展到 扩展至 延长到 延长至 壮大到 壮大至 突破 实现 冲刺 迈上 跃上 目标为 目标值为 目标是 占比为 迈过 提到 达致 \
        做到 覆盖 优化到 优化至 优化为 改善到 改善至 调整到 调整至 巩固提升到 巩固提高到 上涨到 增为 推进到 占到
        """), .reach
    ),
    (
      WordList(
        """
        降至 降到 降低到 降低至 下降到 下降至 减少到 减少至 减至 压减到 压减至 压降到 压降至 压缩到 压缩至 缩短到 缩短至 缩减到 缩减至 缩小到 \
        缩小至 回落到 回落至 削减到 削减至
        """), .fall
    ),
    (WordList("提高 提升 增加 增长 上升 扩大 延长 增幅达 增幅为 增速达到 增速为 增速达 增速 增幅 升高 同比增长 递增"), .up),
    (WordList("下降 降低 减少 压减 压降 削减 缩短 缩减 降幅达到 降幅达 降幅 压缩 缩小 减排 递减"), .down),
    (WordList("新增 净增 累计新增 新增加 累计达到 累计达 累计完成 累计 增设 完成 超额完成"), .add),
    (WordList("控制在 控制到 限制在 限定在 严控在 压控在"), .cap),
    (WordList("保持在 稳定在 维持在 保持 稳定 维持 守住 保有 不减少于 稳定保持在 巩固在 巩固到 保持为 维持为 稳固在"), .keep),
  ]

  /// Words for a bound, before the number.
  static let bounds: [(words: WordList, comparator: Comparator)] = [
    (WordList("不低于 不少于 不小于 不得低于 不得少于 不下于 不弱于 至少 最少 ≥ >="), .atLeast),
    (WordList("不高于 不超过 不大于 不多于 不得超过 不得高于 不突破 至多 最多 ≤ <="), .atMost),
    (WordList("超过 突破 超 高于 大于 多于 优于 > 迈过"), .moreThan),
    (WordList("低于 小于 少于 跌破 <"), .lessThan),
  ]

  /// Words for a bound, after the number and its unit.
  static let boundsBehind: [(words: WordList, comparator: Comparator)] = [
    (WordList("及以上 或以上 以上"), .atLeast),
    (WordList("及以下 或以下 以下 以内 之内"), .atMost),
  ]

  static let about = WordList("大约 约为 约 将近 接近 近 大概 大致")
  static let aboutBehind = WordList("左右 上下 前后")

  /// Verbs whose object is counted, such as 引进 in 引进人才5名.
  static let acts = WordList(
    """
    引进 引育 引培 招引 招聘 招录 招募 吸引 引入 集聚 培养 培育 培训 选育 选派 遴选 选拔 选树 评选 认定 扶持 孵化 资助 支持 建成 建设 建立 \
    新建 新建成 改建 扩建 改扩建 新改建 新改扩建 改造 改造提升 升级 升级改造 打造 创建 创成 创办 争创 组建 设立 增设 新设 布局 布设 部署 建 \
    开设 开通 开工 开发 开办 开放 实施 推进 推广 推出 举办 承办 开展 完成 完工 修复 修缮 修建 治理 整治 绿化 种植 栽植 造林 植树 退耕 保护 \
    新增 净增 增加 增设 增建 投放 投入 投资 投产 投用 安装 铺设 敷设 更新 更换 淘汰 关闭 关停 清退 拆除 腾退 化解 消化 安置 搬迁 保障 提供 \
    供应 筹集 筹建 募集 发放 发行 争取 申报 申请 获批 获得 取得 授权 形成 制定 制订 制修订 修订 发布 出台 研发 攻克 突破 转化 落地 签约 引导 \
    带动 帮扶 救助 服务 惠及 覆盖 接待 输送 派出 选聘 聘请 聘任 储备 储存 配备 配置 购置 采购 建档 建好 建强 办好 办理 新办 登记 注册 上市 \
    发展 推动 培优 做强 做大 壮大 新培育 新认定 新引进 再建 再造 续建 补建 外送 出口 进口 收储 盘活 流转 供地 回收 处理 处置 减排 \
    节约 节能 脱贫 就业 创业 转移 转移就业 返乡 参保 入库 纳入 晋升 提升 提质 达标 验收 评定 挂牌 命名 编制 编印 出版 创作 \
    演出 放映 排查 抽检 检测 监测 监管 检查 执法 调解 化解
    """)

  /// Words that lead into a promise without being part of its name. They are removed repeatedly from the beginning of a
  /// name.
  static let openings = WordList(
    """
    力争 确保 争取 努力 全力 保证 预计 预期 计划 拟 将 要 应 需 须 累计 全市 全县 全区 全省 全国 全州 全镇 全校 全院 我市 我县 我省 我区 本市 本区 本县 \
    全域 持续 继续 进一步 稳步 积极 大力 加快 加大 着力 全面 基本 逐步 分批 陆续 每年 年均 总共 共计 共 同时 并且 并 且 其中 再 又 还 也 使得 使 \
    让 把 力促 争 在 到 至 鼓励 高标准 高质量 高水平 高起点 的 ， 、 和 及 与 以及 或 ： : , ; ； 深入 统筹 抓好 抓紧 主要 分别 不断 有效 有序 科学 \
    合理 切实 牢牢 严格 坚决 力保 支持 通过 期间 时期 ） ) ” " · 即 一是 二是 三是 四是 五是 六是 一批 最终 初步 总体 预期性 约束性 加强 底 前 末
    """)
  /// Removed as well before a name that is followed by a word such as 达到.
  static let causes = WordList("推动 促进 实现 引导 推进 保持 带动 规划 目标 做到 使得 保障 拉动 控制")
  /// Words that begin like one of the openings and are part of a name.
  static let names = WordList(
    """
    应急 共享 共同 共有 共青 再生 再制造 在校 在岗 在园 在线 在册 在建 在职 在库 在地 要素 需水 需求 并网 并购 和谐 及时 与会 全面小康 全国级 全省级 \
    应用 应届 前沿 前瞻 底层 末端 争创 使用 还田 还林 也门 科学 合理用药 基本养老 基本医疗 基本公共 基本农田 基本草原 基本建设 主要农作物 主要污染物 \
    主要粮食 主要农产品 严格保护 持续改进 统筹区 规划面积 计划生育 主要道路 主要河流 主要江河 主要城市 主要水体 重点 总体规划 在外 到户 到期 至善 全域旅游 全民 全社会 全员 全口径 \
    全年 合理膳食 有效发明 有效灌溉 有效投资 有效商标 有效专利 有效注册 有效期 有效供给 共建 加工 支持性 与外
    """)

  /// Words at the end of a name that belong to the verb after it.
  static let closings = WordList(
    """
    的 将 要 应 需 力争 预计 争取 稳步 持续 进一步 总体 基本 均 都 也 再 年均 平均 共 总共 累计 分别 力求 确保 实现 不断 逐年 每年 同比 较 比 \
    基础上 的基础上 五年 由 从 为 是 达 至 到 在 、 和 及 与 ， 全部 总计 共计 一共 合计 有望 可 能 会 ： : （ ( “ 同 大幅 明显 显著 逐步 全面 新 仅
    """)

  /// Names that end like one of the closings.
  static let ratios = WordList("占比 收入比 配比 性别比 床护比 医护比 师生比 生师比 产出比 投入产出比 抚养比 之比 更新 创新 革新 翻新")

  /// Words at the end of a clause that only say that its subject gets better.
  static let progress = WordList(
    """
    稳步提高 持续提高 不断提高 显著提高 明显提高 大幅提高 稳步提升 持续提升 不断提升 显著提升 明显提升 大幅提升 进一步提高 进一步提升 稳步增长 \
    持续增长 稳定增长 较快增长 快速增长 平稳增长 持续扩大 不断扩大 不断壮大 持续壮大 持续改善 不断改善 明显改善 显著改善 进一步改善 进一步优化 \
    持续优化 不断优化 更加优化 更加合理 持续下降 稳步下降 明显下降 大幅下降 进一步下降 持续降低 大幅降低 进一步降低 显著增强 明显增强 不断增强 \
    更加完善 基本形成 全面提升 稳中有升 稳中向好 水平提升 提质增效 较大提高 大幅增加 稳步增加 持续增加 明显增加 得到提升 得到提高 实现突破 提高 \
    提升 增长 改善 优化 扩大 下降 降低 增加 增强
    """)

  /// Before a number that describes how something is made up, or what there is.
  static let descriptions = WordList(
    """
    包括 分为 分成 共有 由 涉及 涵盖 围绕 聚焦 按照 坚持 遵循 依托 利用 针对 对 现有 拥有 已有 属于 位于 距离 距 提出 明确 列出 共分 分 等 \
    列入 剩余 原有 辖 下辖 设有 面向 落实 贯彻 牢记 做好 打好 抓好 办好 深化 强化 突出 把握 处理好 在 从 以 经过 历时 连续 时隔 不满 未满 年满 满 \
    每 约定 上述 以上 下列 前 第 逾 具有 具备 有 是 为 即 如 像 其他 另外 这 那 该 本 各 全体 同 和 与 或
    """)

  /// Things that a plan is made of rather than what it achieves: 推进五项改革.
  static let parts = WordList("任务 工程 行动 举措 措施 改革 政策 方面 领域 战役 体系 原则 理念 战略 关系 环节 方向 重点 机制 制度 要素 转变 维度 层面 实事")

  /// Words of rules rather than targets: 单笔贷款不超过300万元.
  static let rules = WordList("单笔 额度 补助 补贴 奖励 资助 贷款 罚款 收费 最高 最低 扣除 标准")

  /// Nouns after the 的 of an amount that is a target all the same: 不低于10%的速度, 7%以上的目标.
  static let goals = WordList(
    "目标 水平 要求 速度 增速 增长 年均增长 增幅 比例 比重 标准 规模 份额 幅度 任务 底线 红线 覆盖 提升 下降 降幅 左右 约束性 预期性")
  /// Who or what an amount picks out: 研发投入达到5%的企业.
  static let holders = WordList(
    """
    企业 单位 项目 社区 街道 乡镇 村 县 市 区 园区 家庭 农户 人员 个人 职工 机构 学校 医院 地区 城市 产业 团队 平台 用地 房屋 建筑 住宅 小区 锅炉 车辆 河流 \
    耕地 地块 产品 工程 设施 道路 公司 银行 投资者 人才 学生 老年人 儿童 申报 可 应 须 要 给予 予以 由 按 方可 部门 开发区 高校 院所 合作社 家庭农场 商户 业主 \
    景区 矿山 水库 桥梁 线路 居民 群众 贫困户 村民 组织 协会 基金 贷款 订单
    """)
  /// Words that begin a condition or a rule.
  static let conditions = WordList("对 对于 凡 若 如 如果 一旦 当 单个 单项 每 不足 但")
  /// Words and names that begin like a condition.
  static let noConditions = WordList("对外 对口 对接 对标 当地 当年 当季 如期 如皋 如东")
  /// Words after what a rule is about: 出让年限一般不超过20年.
  static let rulesBefore = WordList("一般 原则上 通常")
  /// Quantities that only a rule of land use limits.
  static let landRules = WordList("容积率 出让年限 建筑密度 建筑高度 退让距离 层数 檐口高度 建设工期 工期")
  /// Words after an amount that make it a condition: 总投资在5000万元以上的，由…核准.
  static let rulesBehind = WordList("由 须 应 应当 需 方可 可 可以 按 给予 予以 免 实行 要")
  /// Before a share that is set aside by a rule: 预留不低于5%的建设用地.
  static let allotments = WordList("预留 留出 安排 计提 提取 列支 划出 单列 切块 配建 配套 拿出 留足")
  /// Acts whose object has the level that precedes it: 建成覆盖率超过90%的养老服务网络.
  static let makers = WordList("建成 建立 形成 构建 打造 建设 完善 健全")
  /// Words of a forecast, which nobody promises: 预计到2030年老年人口超过80万人.
  static let forecasts = WordList("预测 据测算 据估算 测算 经测算 如不采取 若不采取 如不加")
  static let expectations = WordList(
    "预计 将达 将超过 将突破 将增加 将增至 将扩大 将占 将接近 将减少 将下降 将上升 将进入")
  /// Quantities that a plan forecasts rather than sets.
  static let foreseen = WordList("人口 需求 缺口 老龄化 老年人 用水量 用电量 负荷")
  /// Words for a share of the wider region or the state of the world, in a sentence that describes the present.
  static let circumstances = WordList(
    "占全省 占全国 占全球 占世界 占全区 占全市 占湖北 我国 全球 世界 国际 老龄化程度 消费结构 产业链重构 深刻变化 深刻调整 加速演变 加速演进 关键期 中后期 转型期 大关")

  /// After an amount that only describes a thing: 10亿元产业, 200万吨项目.
  static let sizedThings = WordList(
    "级 企业 产业 集群 园区 项目 工程 电站 机组 基地 生产线 装置 俱乐部 规模 强企业 强县 以上企业 以上项目 及以上企业 以上产业 以上集群 县 镇 市场主体")

  /// Units that describe what follows them: 15分钟生活圈, 65岁以上老年人.
  static let describingUnits: Set<String> = [
    "分钟", "小时", "岁", "周岁", "天", "日", "年", "周", "个月", "月", "千伏", "米", "毫米", "厘米", "层", "级", "分", "℃", "代", "期", "学时",
    "季", "轮", "点", "寸",
  ]

  /// Words for the past: a clause with one of these promises nothing.
  static let past = WordList(
    """
    已经 已有 已建 已达 已完成 已实现 已累计 已形成 已 现有 达到了 实现了 新增了 建成了 完成了 取得了 荣获 获评 被评为 被列为 居全省 居全国 位居 排名 \
    位列 同比 较上年 比上年 较去年 比去年 创历史 历史新高 仅为 仅占 只有 不足 顺利完成 超额完成了 圆满完成 提高了 增长了 下降了 增加了 减少了 \
    提升了 培育了 引进了 培养了 获得了 形成了 达到过 曾 造成 导致 致使 首次突破 首次超过 首次达到 第一季度 第二季度 第三季度 一季度 二季度 \
    三季度
    """)

  /// Headings of sections in which a plan looks back.
  static let pastHeadings = WordList(
    "发展基础 发展现状 现状 回顾 主要成就 成就 发展成效 工作成效 成效 基础和 基础与 基础条件 面临形势 形势 发展环境 存在问题 问题与 主要问题 发展背景 背景 基本情况 概况 完成情况")

  static let units = WordList(
    """
    个工作日 个自然日 个小时 个月 个百分点 百分点 平方公里 平方千米 平方米 立方米 微克/立方米 毫克/立方米 毫克/升 公里 千米 海里 毫米 厘米 米 公顷 亩 元 美元 欧元 港元 人次 人年 人 名 位 \
    家 户 户次 个 项目 项 件 座 条 所 处 套 台套 台 辆 艘 架 吨标准煤 吨标煤 吨二氧化碳 吨公里 吨 千克 公斤 斤 千瓦时 千瓦 兆瓦时 兆瓦 吉瓦 度 小时 分钟 天 日 周岁 岁 \
    年 张 床位 床 部 种 类 批次 批 场次 场 次 届 只 头 羽 株 棵 片 支 门 期 篇 本册 本 册 份 枚 块 笔 宗 例 对 组 班次 班 倍 标准箱 标箱 \
    箱 升 分贝 学时 课时 车次 列 航线 航班 车位 泊位 桩 基 根 杆 盏 栋 幢 间 套间 单 订单 平米 学位 托位 床位数 分 股 只股票 瓶 袋 桶 眼 口 孔 扇 \
    % ‰ ℃ km km² TEU 标台 人月 工日 兆 Mbps Gbps PFLOPS EFLOPS PB TB GW MW kW 千伏 千伏安 万伏安 度电 厘 顶 卷 幅 台次 艘次 架次 家次 户数 折 级 层 \
    代 轮 季 点 集 盘 剂 剂次 单位 毫升 公升 立方 方
    """)
}
