extension Catalogue {
  /// Chinese messages of `SiteModel/Registers` and `SiteModel/Snapshots`.
  static let registers = #"""
    # DeclaredRows
    indicator '%1' is left out: its %2 '%3' is a draft, which is not published
      指标“%1”没有发布：它的%2“%3”是草稿，不发布
    it is published once you remove 'draft: true' from that page
      从那个页面删掉“draft: true”之后就会发布
    indicator '%1' does not belong to a plan
      指标“%1”不属于任何规划
    add 'plan: …', or move the file into the plan's folder
      加上“plan: …”，或把文件移到规划的文件夹里
    this page is not in a plan, so its indicators do not belong to one
      这个页面不在规划中，所以它的指标不属于任何规划
    move them into a plan's section or register
      把它们移到规划的章节或登记表中
    # Departments
    department '%1' is not in departments.yaml
      部门“%1”不在 departments.yaml 中
    add it to departments.yaml, or correct the name
      把它加进 departments.yaml，或改正名称
    # IndicatorAuditor
    comparator '%1' contradicts the target: '%2' should %3
      “%2”的比较符“%1”与目标矛盾：数值应当%3
    reverse the comparator, or check baseline and target
      把比较符反过来，或核对基期值和目标
    the baseline of '%1' is within its target, so progress cannot be measured
      “%1”的基期值已在目标区间内，无法计算进度
    baseline and target of '%1' are the same, so progress cannot be measured
      “%1”的基期值和目标相同，无法衡量进展
    if the value should be kept, use 'kind: floor' or 'kind: ceiling'
      如果要保持这个数值，请用“kind: floor”（下限）或“kind: ceiling”（上限）
    '%1' has no value for %2, the time of its target, but one for %3
      “%1”没有目标时间 %2 的数值，却有 %3 的数值
    '%1' looks like a short form of '%2', and is another department here
      “%1”像是“%2”的简称，这里却成了另一个部门
    write the same name everywhere, or add departments.yaml with this one as 'short-name'
      请统一写法，或者建立 departments.yaml，把这个名称写成“short-name”
    add the value for %1: a later one does not say whether the target was met, so its status is 'Data overdue'
      请补上 %1 的数值：之后的数值不能说明目标是否实现，所以状态是“期满未公布”
    '%1' has a value for %2, after its target
      “%1”有 %2 的数值，晚于目标年份
    '%1' is %2% in %3, but a share must be between 0 and 100
      “%1”在 %3 是 %2%，而比例必须在 0 到 100 之间
    check the value and the unit; for growth, use 'kind: rate'
      请核对数值和单位；如果是增速，请用“kind: rate”
    the running total of '%1' falls in %2, but a total can only grow
      “%1”的累计值在 %2 减少了，而累计值只会增加
    if each value is for its own year, add 'measure: annual'
      如果每个数值只算当年，请加上“measure: annual”
    if the value must not fall below the target, write 'kind: floor'; else check baseline, target and direction
      如果数值不能低于目标，请写“kind: floor”；否则请核对基期值、目标和方向
    if the value must not exceed the target, write 'kind: ceiling'; else check baseline, target and direction
      如果数值不能超过目标，请写“kind: ceiling”；否则请核对基期值、目标和方向
    '%1' does not say what its values count
      “%1”没有写明数值怎样计算
    add 'measure: cumulative' if each is the total so far, or 'measure: annual' if each is for its own year
      如果是到当时为止的累计，请加“measure: cumulative”；如果只算当年，请加“measure: annual”
    the target of '%1' is approximate, but has a strict comparator
      “%1”的目标是约数，比较符却是严格的
    remove 'approx' or 'comparator': 'about 5' is met within 5 %, 'more than 5' is not
      删掉“approx”或“comparator”：“约 5”相差 5% 以内就算达到，“大于 5”则不是
    about %1 times
      约为 %1 倍
    about 1/%1 of
      约为 1/%1
    '%1' is %2 in %3, %4 the figures beside it
      “%1”在 %3 是 %2，与前后的数据相比%4
    check the digits and the decimal point; if the series was redefined, add 'breaks: [%1]'
      请核对数字和小数点；如果统计口径变了，请加上“breaks: [%1]”
    '%1' is %2 in %3, a fraction beside figures in per cent
      “%1”在 %3 是 %2，前后的数据是百分数，它却是小数
    write the share in per cent, as %1
      请按百分数写这个比例，即 %1
    '%1' has no baseline, but one value before the plan, for %2
      “%1”没有基期值，但规划期之前有一个 %2 的数值
    if it is the baseline, write 'baseline: {year: %1, value: %2}'
      如果它是基期值，请写“baseline: {year: %1, value: %2}”
    '%1' has a revision for %2, but no figure that replaced it
      “%1”有 %2 的修订，但没有修订后的数据
    add the figure for %1, or remove the revision
      补上 %1 的数据，或者删掉这条修订
    the next figure of '%1' is due only on %2, later than its usual interval; until then it is not reported as overdue
      “%1”的下次更新日期是 %2，离最近的数据和目标的时间超过了发布周期，在那之前不算期满未公布
    correct 'next-update', or say how often figures are published, such as 'frequency: every 5 years'
      请更正“next-update”，或写明多久发布一次，例如“frequency: every 5 years”
    '%1' has the figure %2, but figures from 10^15 on are not assessed
      “%1”的数据是 %2，而 10^15 以上的数不作评估
    give its figures in a larger unit, such as 'million', or correct the figure
      请用更大的单位，例如“万”“亿”，或改正这个数
    the parts of '%1' by %2 add up to %3 in %4, but the total is %5
      “%1”按%2分组，%4 各部分相加是 %3，而总数是 %5
    check the figures, or add the missing part
      请核对数据，或补上缺少的部分
    the latest value of '%1' is for %2, more than %3 older than the newest figures of the plan
      “%1”的最新数值是 %2 的，比规划中最新的数据早%3以上
    nothing newer than %1 is reported of '%2'
      “%2”在 %1 之后没有新的进展
    report its progress: 'updates: [{date: 2026-03-01, text: …}]'
      请写明进展：“updates: [{date: 2026-03-01, text: …}]”
    add newer values, or say how often they are published, such as 'frequency: every 5 years'
      补上新的数值，或写明多久公布一次，例如“frequency: every 5 years”
    add newer values, or say when the next one is due, such as 'next-update: 2027-03-01'
      补上新的数值，或写明下次何时公布，例如“next-update: 2027-03-01”
    two years
      两年
    %1 years
       %1 年
    %1 months
       %1 个月
    no section refers to '%1'
      没有章节引用“%1”
    add 'from: {section: …}' with the section that promises it, or show it there with ::indicators
      用“from: {section: …}”写明是哪一节提出的，或在那一节用 ::indicators 显示它
    section '%1' does not contain this quotation
      章节“%1”中没有这句引文
    copy the sentence from the section's text, or remove 'quote'
      从那一节的正文中复制原句，或者删掉“quote”
    the quotation says %1, and the target of '%2' is %3
      引文说的是 %1，而“%2”的目标是 %3
    correct the target, or quote the sentence that names it
      改正目标，或引用提出这个目标的句子
    the target is here
      目标在这里
    # NameTable
    %1 '%2' is listed twice
      %1“%2”列了两次
    remove one of them, or give it another name
      删掉其中一个，或给它另起名称
    # ObservationFiles
    there are two data files for '%1'
      “%1”有两个数据文件
    the values of '%1' are here and in %2
      “%1”的数值既写在这里，又写在 %2 中
    keep one of them: remove 'values', or delete the file
      只保留一处：删掉“values”，或删掉那个文件
    this file is named after indicator '%1', which does not exist
      这个文件以指标“%1”命名，而没有这个指标
    %1 Rename the file
      %1 请给文件改名
    add the indicator to indicators.yaml, or rename the file
      在 indicators.yaml 中加上这个指标，或给文件改名
    %1 indicators are named '%2'
      有 %1 个指标都叫“%2”
    add the indicator to indicators.yaml
      在 indicators.yaml 中加上这个指标
    add a column 'id' (编号) that distinguishes them
      加一列“id”（编号）来区分它们
    # Programmes
    the programme '%1' is part of itself
      工程项目“%1”隶属于它自己
    remove 'parent', or name a programme that does not contain this one
      删掉“parent”，或写一个不包含它的工程项目
    the programme '%1' is nested more than %2 deep
      工程项目“%1”的层级超过 %2 层
    name a programme further up as its 'parent'
      “parent”请写层级更高的工程项目
    programme '%1' does not exist
      没有工程项目“%1”
    # ResolvedRegisters
    write the id of the indicator that takes its place, or remove 'continued-by'
      请写接续它的指标的 id，或者删掉“continued-by”
    # SectionNames
    section '%1' is a draft, which is not published
      章节“%1”是草稿，不发布
    the page shows no section until you remove 'draft: true' from it
      从那个页面删掉“draft: true”之前，这里不显示章节
    section '%1' does not exist
      没有章节“%1”
    # PromiseChange
    the %1 of %2 were %3 in the snapshot of %4, and are %5
      %2的%1在快照 %4 中是 %3，现在是 %5
    the %1 of %2 was %3 in the snapshot of %4, and is %5
      %2的%1在快照 %4 中是 %3，现在是 %5
    %1; its %2 were %3, and are %4
      %1；%2原来是 %3，现在是 %4
    %1; its %2 was %3, and is %4
      %1；%2原来是 %3，现在是 %4
    %1 every period
      每个时期 %1
    interim targets
      阶段目标
    write 'target: {text: …, earlier: [%1]}'
      请写“target: {text: …, earlier: [%1]}”
    add %1 to 'earlier' of the target, or put back what it was
      把 %1 加进目标的“earlier”，或恢复原来的内容
    write '%1' into the entry of 'earlier' that ends in %2
      请把“%1”写进“earlier”中截至 %2 的那一条
    write 'target: {%1}' in place of its 'due' or 'target', or put back what it was
      请把原来的“due”或“target”换成“target: {%1}”，或恢复原来的内容
    write 'target: {%1}', or put back what it was
      请写“target: {%1}”，或恢复原来的内容
    # SnapshotComparison
    the %1 of '%2' %3 %4 in the snapshot of %5, and %6 %7
      “%2”的 %1 在快照 %5 中%3 %4，现在%6 %7
    restore it, or say on a page why it changed: readers see that it did
      请恢复，或在页面上说明为什么改：读者会看到它改过
    was
      是
    were
      是
    is
      是
    are
      是
    '%1', which continues '%2',
      “%1”（接续“%2”）
    the snapshot has it here
      快照中的原文在这里
    the history of '%1' has a target until %2 that the snapshot of %3 does not have: %4
      “%1”的调整记录中有到 %2 为止的目标，快照 %3 中没有：%4
    remove the entry: the history cannot reach back before the first snapshot; describe older changes in a text, with their source
      请删掉这一条：调整记录从快照起往后增加；更早的调整请写在正文里，并注明出处
    the target of the part '%1' of '%2' was changed in %3, and its history no longer records this change, which the snapshot of %4 has
      “%2”的分项“%1”的目标在 %3 调整过，但它的调整记录与快照 %4 不一致
    the part '%1' of '%2' no longer has a target, but had one in the snapshot of %3
      “%2”的分项“%1”现在没有目标，快照 %3 中有
    restore it under 'parts': readers see what it was
      请在“parts”下恢复：网站会告诉读者原来的目标
    '%1' of '%2'
      “%2”的分项“%1”
    a target is not in the snapshot of %1: %2
      快照 %1 中没有一项目标：%2
    %1 targets are not in the snapshot of %2: %3
      快照 %2 中没有 %1 项目标：%3
    until there is a newer one, changes to it are not detected: 'planpress snapshot' makes one
      在有更新的快照之前，发现不了它的调整：“planpress snapshot”可以生成
    the target of '%1' was changed in %2, and its history no longer records this change, which the snapshot of %3 has
      “%1”的目标在 %2 调整过，但它的调整记录与快照 %3 不一致
    write the entry again under 'earlier': {%1, why: …}
      请在“earlier”下重新写上这一条：{%1, why: …}
    write 'until: %1' in place of 'until: %2': after a snapshot only a more exact date may take its place
      请把“until: %2”改回“until: %1”：有了快照以后，只能换成其中更精确的日期
    indicator %1 is in the snapshot of %2, and %3
      指标 %1 在快照 %2 中有，而%3
    put its entry back and add 'retired: {on: %1, why: …}'; if another indicator takes its place, add 'continued-by: …' with that one's id
      恢复它的条目并加上“retired: {on: %1, why: …}”；如果有指标接续它，再加“continued-by: …”写那个指标的 id
    %1 was %2 in the snapshot of %3, and is %4
      %1在快照 %3 中是 %2，现在是 %4
    a status may change although nothing else did: restore it, or say on a page why it changed
      别的都没变，状态也可能因此改变：请恢复原来的内容，或在页面上说明为什么改
    of the plan
      规划的
    of plan '%1'
      规划“%1”的
    the period %1
      %1规划期
    the tolerance %1
      %1容差
    'little-change' of trends
      趋势的“little-change”
    'as-of' was %1 in the snapshot of %2, and is %3
      “as-of”在快照 %2 中是 %1，现在是 %3
    '%1' is the name of the indicator or of another comparison
      “%1”是指标自己或另一个对比的名称
    give each comparison a name of its own, such as that of the place
      请给每个对比各起一个名称，例如地名
    the value of '%1' beside '%2' for %3 is left out, because the period ends after 'as-of' in site.yaml
      “%2”旁边“%1”在 %3 的数值没有采用，因为这个时期在 site.yaml 的“as-of”之后才结束
    set 'as-of' to %1 or later: without it nothing is overdue
      请把“as-of”改成 %1 或更晚：没有它，就没有数据会算作逾期
    the address %1 of the snapshot of %2 is gone
      快照 %2 中的网址 %1 没有了
    add 'aliases: [%1]' to the front matter of the page that took its place
      在接替它的页面的文件开头加上“aliases: [%1]”
    # Departments
    '%1' is taken for the name of one department
      “%1”会被当成一个部门的名称
    write 'department: {lead: %1, support: [%2]}'
      请写“department: {lead: %1, support: [%2]}”
    # IndicatorAuditor
    section '%1' no longer says “%2”, but “%3”
      章节“%1”不再写“%2”，而是“%3”
    if the target has changed with its sentence, correct both; else copy the sentence into 'quote'
      如果目标随句子一起改了，请两处都改；否则把句子复制到“quote”
    the sentence is here
      句子在这里
    # SnapshotComparison
    if this page took its place, add %1 to its 'aliases'
      如果是这个页面代替了它，请把 %1 加进它的“aliases”
    it says nothing of the target, which is judged by the value for its own time; add a later target, or leave this value for the next plan
      它不能说明目标，目标按它自己时间的数值判断；请加一个更晚的目标，或把这个数值留给下一个规划
    the first of its path
      路径的第一个值
    its baseline
      基期值
    the target of '%1' is below %2, but more is better, so it is not assessed
      “%1”的目标低于%2，但数值越高越好，所以不作评价
    the target of '%1' is above %2, but less is better, so it is not assessed
      “%1”的目标高于%2，但数值越低越好，所以不作评价
    '%1' is above its target of %2 from the first value on, and nothing says which side is better, so it is not assessed
      “%1”从第一个数值起就高于目标 %2，又没有写明高好还是低好，所以不作评价
    add 'direction: up' or 'direction: down', or a baseline
      加上“direction: up”（越高越好）或“direction: down”（越低越好），或加上基期值
    the baseline of '%1' is %2, but its value for %3 is %4
      “%1”的基期值是 %2，%3 的数值却是 %4
    correct one of them; if the figure was revised after the plan, add 'revisions: [{period: %1, value: %2}]'
      请改正其中一个；如果数据在规划发布后作过修订，请加上“revisions: [{period: %1, value: %2}]”
    the change of %1% is one of a baseline below zero: from %2, '%3' should %4 to %5
      基期值小于零，%1% 的变化以它的绝对值计算：“%3”应从 %2 %4到 %5
    if the opposite is meant, reverse its sign; clearer is the number to reach, as 'value'
      如果意思相反，请把正负号反过来；更清楚的写法是用“value”写明要达到的数值
    '%1' is judged by its value for %2, but its baseline is for a whole year, so the value neither meets nor misses the target
      “%1”按 %2 的数值评价，而基期值是全年的，所以这个数值不能说明目标达到或没有达到
    add values for whole years; if it is counted at the end of a month, write that month as the year of the baseline, such as 2025-12
      请补上全年的数值；如果是月末数，请把基期的年份写成那个月，例如 2025-12
    '%1' has values for periods of different lengths; it is judged by those of %2 months, and not by that for %3
      “%1”的数值所属时期长短不一；评价依据的是 %2 个月的数值，不是 %3 的数值
    if each quarter has to reach the target, add 'frequency: quarterly'; else keep the values of one length
      如果每个季度都要达到目标，请加上“frequency: quarterly”；否则只留一种长度的数值
    keep the values of one length; if it is counted at the end of a month, write that month as the year of the baseline, such as 2025-12
      只留一种长度的数值；如果是月末数，请把基期的年份写成那个月，例如 2025-12
    '%1' has amounts for %2 and for %3, which share some time
      “%1”在 %2 和 %3 都有数量，这两个时期有重叠
    keep one of them: amounts are added up, and what is in both would count twice
      只留一个：数量会累加，重叠的部分会算两次
    %1 was %2, and is %3
      %1 原为 %2，现为 %3
    %1 was %2, and is gone
      %1 原为 %2，现已没有
    indicator '%1' was in the plan '/%2' in the snapshot of %3, and is in '/%4'
      指标“%1”在快照 %3 中属于规划“/%2”，现在属于“/%4”
    put it back; if the plan no longer follows it, keep its entry there with 'retired: {on: %1, why: …, continued-by: …}', and give the one in the other plan a new id
      请放回原处；如果原规划不再跟踪它，在那里保留它的条目并写“retired: {on: %1, why: …, continued-by: …}”，另一规划中的那一个用新的 id
    its target is no longer judged: restore it, or add 'retired: {on: %1, why: …}'
      它的目标不再评价了：请恢复，或加上“retired: {on: %1, why: …}”
    a figure of '%1' was %2 for %3 in the snapshot of %4, and is withheld
      “%1”%3 的数值在快照 %4 中是 %2，现在不公布了
    if it was withdrawn for a reason, say so on a page: readers see that it was published
      如果撤回有原因，请在页面上说明：读者会看到它曾经公布过
    a figure of '%1' is not as in the snapshot of %2: %3
      “%1”有一个数值与 %2 的快照不同：%3
    %1 figures of '%2' are not as in the snapshot of %3: %4
      “%2”有 %1 个数值与 %3 的快照不同：%4
    if it was revised, say so: 'revisions: [{period: %1, value: %2, source: …}]'; else put back what it was
      如果是修订，请写明：“revisions: [{period: %1, value: %2, source: …}]”；否则改回原来的数值
    if this page took its place, add 'aliases: [%1]' to its front matter
      如果是这个页面代替了它，请在文件开头的信息中加上“aliases: [%1]”
    %1; 'planpress check --fix' does it
      %1；“planpress check --fix”可以代劳
    """#
}
