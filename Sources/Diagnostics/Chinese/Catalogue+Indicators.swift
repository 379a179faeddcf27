extension Catalogue {
  /// Chinese messages of `Indicators`.
  static let indicators = #"""
    # ColumnRoles
    the indicator has no CSV file, so it has no column '%1'
      这个指标没有 CSV 文件，所以也没有“%1”这一列
    the indicator's CSV file has no column '%1'
      这个指标的 CSV 文件没有“%1”这一列
    the headline's cells
      “headline”指定的单元格
    # FieldReader+AssessBy
    'assess-by' must be 'time' or 'growth', not '%1'
      “assess-by”只能是“time”（按时间）或“growth”（按增速），不能是“%1”
    write 'assess-by: [time, growth]'
      请写“assess-by: [time, growth]”
    # FieldReader+EarlierTargets
    an earlier target
      以前的目标
    two entries of 'earlier' end in %1
      “earlier”中有两条都以 %1 结束
    give each change its own time, such as 'until: 2026-03-15'
      给每次调整写上各自的时间，例如“until: 2026-03-15”
    the other entry is here
      另一条在这里
    an earlier target needs 'until', the month in which it was changed
      以前的目标要写“until”，即调整的月份
    add 'until: 2026-03'
      加上“until: 2026-03”
    an earlier target must say what was different
      以前的目标要写明当时有什么不同
    add what the target was: 'value: …'
      写上当时的目标：“value: …”
    'retired' needs 'on'
      “retired”缺少“on”
    add the month: 'on: 2026-03'
      加上月份：“on: 2026-03”
    # FieldReader+Periods
    %1 is not a period
      %1不是时期
    '%1' is a day that does not exist
      没有“%1”这一天
    '%1' needs the period of each note
      “%1”中每条备注都要写明时期
    write '%1: {2020: …}', or 'note: …' for a note on the whole indicator
      请写“%1: {2020: …}”；如果是对整个指标的备注，写“note: …”
    a note must be text
      备注必须是文本
    '%1' is not a period
      “%1”不是时期
    # FieldReader+Targets
    a baseline
      基期值
    'due' and 'target' both say when the milestone is due
      “due”和“target”都写了里程碑的期限
    remove one of them; steps on the way belong in 'targets: [{year: …, text: …}]'
      请删去一个；中间步骤写在“targets: [{year: …, text: …}]”里
    'due' only applies to 'kind: milestone', and this is 'kind: %1'
      “due”只用于“kind: milestone”（里程碑），而这里是“kind: %1”
    write the year in 'target: {year: …, value: …}', or set 'kind: milestone'
      请把年份写进“target: {year: …, value: …}”，或者写“kind: milestone”
    'targets' must be a list
      “targets”必须是列表
    write 'targets: [{year: 2023, value: …}, …]'
      请写“targets: [{year: 2023, value: …}, …]”
    'target' must be a number or a mapping, not '%1'
      “target”必须是数字或一组“键: 值”，不能是“%1”
    for a target in words write 'target: {text: …}'
      用文字表述的目标请写“target: {text: …}”
    a target
      目标
    a target needs 'value', 'change', 'between', 'every', 'text' or 'direction'
      目标要有“value”“change”“between”“every”“text”“direction”中的一个
    add 'value: …'
      加上“value: …”
    a target has %1 and %2
      目标同时写了%1和%2
    keep one of them
      只保留其中一个
    a milestone is done or not done; remove '%1'
      里程碑只有完成和未完成之分，请删掉“%1”
    'change' must be a number or a number with %, not '%1'
      “change”必须是数字或带 % 的数字，不能是“%1”
    write 'change: "-50%"' for half of the baseline
      如果要比基期减少一半，请写“change: "-50%"”
    'between' must be a list of two numbers
      “between”必须是由两个数字组成的列表
    write 'between: [25, 30]'
      请写“between: [25, 30]”
    the range of 'between' must begin below its end
      “between”的起点必须小于终点
    write 'value: %1'
      请写“value: %1”
    write 'between: [%1, %2]'
      请写“between: [%1, %2]”
    '%1' is not a comparator
      “%1”不是比较符
    write ">=", ">", "<=" or "<", in quotes
      请写 ">="、">"、"<=" 或 "<"，连同引号
    add '%1: …'
      加上“%1: …”
    # FieldReader+Values
    'values' must be a mapping from periods to values, not %1
      “values”必须逐个时期写数值，不能是%1
    write 'values: {2022: started, 2023: done}'
      请写“values: {2022: started, 2023: done}”
    write 'values: {2021: …}'
      请写“values: {2021: …}”
    there are two values for %1
      %1有两个数值
    remove one of them; a value that was published earlier belongs under 'revisions'
      删掉其中一个；以前公布过的数值写到“revisions”下面
    the other value is here
      另一个数值在这里
    a value
      数值
    a milestone's state must be a word, not %1
      里程碑的状态必须是一个词，不能是%1
    write planned, started or done
      请写 planned（计划中）、started（已启动）或 done（已完成）
    '%1' is not a milestone state
      “%1”不是里程碑的状态
    a rate must be above -100 %, and this one is %1
      增长率必须大于 -100%，而这里是 %1
    a rate must be above -100 %, and its range begins at %1
      增长率必须大于 -100%，而它的范围从 %1 开始
    use 'kind: level' if the figures are amounts and not yearly growth in per cent
      如果这些数字是总量而不是年增速（%），请用“kind: level”
    a department
      部门
    a revision
      修订
    '%1' is not a frequency
      “%1”不是公布频率
    write 'frequency: %1'
      请写“frequency: %1”
    write yearly, quarterly, monthly or 'every 5 years'
      请写 yearly（每年）、quarterly（每季）、monthly（每月）或“every 5 years”（每 5 年）
    a judgement
      人工判断
    a judgement needs 'status'
      人工判断缺少“status”
    add a status, such as 'status: on-track'
      写上状态，例如“status: on-track”
    # IndicatorDeclaration+History
    a target that is a change needs a baseline
      以变化量表示的目标要有基期值
    add what it was measured from: 'baseline: {year: …, value: …}'
      写上从哪里算起：“baseline: {year: …, value: …}”
    the target of '%1' until %2 is the same as after it
      “%1”在 %2 之前的目标和之后的一样
    write what it was, or remove the entry
      写上当时的目标，或者删掉这一条
    # IndicatorDeclaration+Resolving
    the target of '%1' is changed in %2, after 'as-of' in site.yaml
      “%1”的目标在 %2 才调整，晚于 site.yaml 的“as-of”
    correct 'until', or move 'as-of': until then the old target is in force
      请更正“until”，或改“as-of”：在那之前，原来的目标仍然有效
    the judgement of '%1' on %2 is left out, because the day is after 'as-of' in site.yaml
      “%1”在 %2 的人工判断不计入，因为这一天晚于 site.yaml 的“as-of”
    a milestone that is done in %1 cannot be %2 in %3
      里程碑在 %1 已完成，不可能在 %3 才是“%2”
    correct one of the two dates
      请改正其中一个日期
    the value of '%1' for %2 is left out, because the period ends after 'as-of' in site.yaml
      “%1”%2 的数值没有采用，因为这个时期在 site.yaml 的“as-of”之后才结束
    give 'as-of' a later month, or remove the value
      把“as-of”改成更晚的月份，或者删掉这个数值
    # IndicatorDeclaration+Shared
    the value is a percentage, but %1
      数值是百分数，但%1
    write 'unit: "%"' in the indicator's entry, or format the cell as a number
      在指标条目里写“unit: "%"”，或把单元格格式改为数字
    '%1' is a milestone, which is done or not done and has no values
      “%1”是里程碑，只有完成和未完成之分，没有数值
    remove the row, and write 'done: …' into its entry once it is done
      删掉这一行；完成之后，在它的条目里写“done: …”
    the same file
      同一个文件
    '%1' has two values for %2: %3 in %4, and %5 in %6
      “%1”在 %2 有两个数值：%3（%4）和 %5（%6）
    # IndicatorDeclaration+Targets
    the comparator '%1' of '%2' contradicts 'direction: %3'
      “%2”的比较符“%1”与“direction: %3”矛盾
    remove one of them
      删掉其中一个
    'kind: %1' of '%2' contradicts 'direction: %3'
      “%2”的“kind: %1”与“direction: %3”矛盾
    remove 'direction'
      删掉“direction”
    the target of '%1' is for %2, which is not after its baseline, %3
      “%1”的目标是 %2 的，不晚于基期 %3
    give the target a later year, or the baseline an earlier one
      把目标年份改晚，或把基期改早
    '%1' has two targets for %2
      “%1”在 %2 有两个目标
    remove one of them; if the first was changed, keep the new one and add what it was: 'earlier: [{%1, until: 2026-03, why: …}]'
      删掉其中一个；如果前一个目标调整过，请保留新的，并写上原来的：“earlier: [{%1, until: 2026-03, why: …}]”
    the other target is here
      另一个目标在这里
    only the last target of '%1' may have 'earlier'
      “%1”只有最后一个目标可以写“earlier”
    write the earlier path into the last target: 'earlier: [{targets: [{year: …, value: …}], until: 2026-03, why: …}]'
      把原来的阶段目标写进最后一个目标：“earlier: [{targets: [{year: …, value: …}], until: 2026-03, why: …}]”
    # IndicatorRegister+Goals
    the target of an increase must be above 0, and this one is %1
      增量型指标的目标必须大于 0，而这里是 %1
    use 'kind: level' with a baseline if the figure should fall, or 'kind: ceiling' if it should stay below a limit
      如果希望数值下降，请用“kind: level”并写基期值；如果是不能超过某个上限，请用“kind: ceiling”
    a change in per cent needs a level that it starts from, and this is 'kind: %1'
      以百分比表示的变化要从一个水平算起，而这里是“kind: %1”
    use 'kind: level' with a baseline, or write what it should reach: 'value: …'
      请用“kind: level”并写基期值，或直接写要达到的数值：“value: …”
    a change in per cent needs a baseline other than 0
      以百分比表示的变化，基期值不能是 0
    write what the target should reach: 'value: …'
      请写目标要达到的数值：“value: …”
    a range is the target of a level, and this is 'kind: %1'
      区间只能作为水平型指标的目标，而这里是“kind: %1”
    remove 'kind', or write one number: 'value: …'
      删掉“kind”，或者只写一个数：“value: …”
    a target for every period needs values that are each for their own period
      每个时期都要达到的目标，数值必须是各个时期自己的
    add 'measure: annual', and give each value for its own year
      加上“measure: annual”，并按年份分别写数值
    a range needs no comparator, and this one has '%1'
      区间不需要比较符，而这里写了“%1”
    remove 'comparator'
      删掉“comparator”
    the targets are partly for every period and partly for their own time
      有的目标是每个时期都要达到的，有的只针对某个时期
    write 'every' in all of them, or in none
      要么都写“every”，要么都不写
    # IndicatorRegister
    an indicator
      指标
    an indicator names its section with 'from'
      指标用“from”说明所属章节
    write 'from: {section: …, quote: …}'
      请写成“from: {section: …, quote: …}”
    use 'name'
      请用“name”
    use 'definition'
      请用“definition”
    use 'department'
      请用“department”
    an indicator in a register needs 'id'
      登记表中的指标缺少“id”
    add a line such as 'id: skilled-workers'; it becomes the address of the indicator's page
      加一行，例如“id: skilled-workers”；它会成为指标页面的网址
    'judgement' only applies to a target without a number
      “judgement”（人工判断）只用于没有数字的目标
    remove 'judgement': the status follows from the figures
      删掉“judgement”：状态由数据得出
    add 'baseline: {year: …, value: …}', or set 'kind: increase'
      加上“baseline: {year: …, value: …}”，或者写“kind: increase”
    a milestone has no baseline
      里程碑没有基期值
    remove 'baseline'
      删掉“baseline”
    '%1' is not a valid id
      “%1”不能用作 id
    use letters, digits and '-', such as skilled-workers; the id becomes part of an address
      请用字母、数字和“-”，例如 skilled-workers；id 会成为网址的一部分
    'measure' only applies to 'kind: increase', and this is 'kind: %1'
      “measure”只用于“kind: increase”，而这里是“kind: %1”
    set 'kind: increase', or remove 'measure'
      写上“kind: increase”，或者删掉“measure”
    # ObservationQuality
    '%1' is not the status of a figure
      “%1”不是数据的状态
    write provisional, estimated, revised or suppressed; rename the column if it divides the total
      请写 provisional（初步）、estimated（估计）、revised（修订）或 suppressed（不公布）；如果这一列是对总数的分组，请给它改名
    the figure for %1 is suppressed, but has the value %2
      %1 的数据标为不公布，却写了数值 %2
    remove the value, so that it is not published, or remove 'suppressed'
      删掉数值，以免公布出去；或者删掉“suppressed”
    the range for %1 has only one end
      %1 的区间只有一端
    give both 'low' and 'high', or neither
      “low”和“high”要么都写，要么都不写
    the range for %1 begins above its end: %2 to %3
      %1 的区间起点大于终点：%2 到 %3
    exchange 'low' and 'high'
      把“low”和“high”对调
    there is a range for %1, but no value
      %1 有区间，但没有数值
    add the value, or remove the range
      补上数值，或者删掉区间
    the value for %1, %2, is outside its range, %3 to %4
      %1 的数值 %2 不在它的区间 %3 到 %4 之内
    check the value and the two ends
      请核对数值和区间两端
    # ObservationRows
    there is no column '%1'
      没有“%1”这一列
    rename column '%1' to '%2'
      把“%1”列改名为“%2”
    the first line must name the columns: Year first, Value last
      第一行要写列名：先 Year，最后 Value
    '%1' is not a number
      “%1”不是数字
    leave the cell empty if there is no value
      没有数值时，让单元格空着
    leave the cell empty if there is no range
      没有区间时，让单元格空着
    # ObservationTable
    %1 %2 already has a value for %3
      第 %2 %1已经有 %3 的数值
    remove one of the lines, or add a column that distinguishes them
      删掉其中一行，或者加一列来区分它们
    no total row (all dimension cells blank), so the indicator has no headline value
      没有总计行（各分组列都空着的行），所以指标没有总数
    leave the cells between Year and Value blank in the total rows, or say in the register which rows are the total: 'headline: {%1}'
      总计行中，Year 和 Value 之间的单元格要空着；或在登记表中写明哪些行是总计：“headline: {%1}”
    # ValuesTable
    add a column 'id' (编号) with the ids of the indicators
      加一列“id”（编号），写各指标的 id
    add a column 'Year' (年份) with the period of each value
      加一列“Year”（年份），写每个数值的时期
    add the columns 'Year' and 'Value' (年份, 数值), or a column for each year, such as 2021
      加上“Year”（年份）和“Value”（数值）两列，或者一年一列，例如 2021
    column '%1' is not read
      “%1”这一列不会读取
    this %1 has a value, and no %2 of an indicator
      这一%1有数值，但没有指标的%2
    write the %1 of the indicator into column '%2'
      把指标的%1写进“%2”列
    the %1 has no period
      这一%1没有写时期
    # Words
    the unit of '%1' is '%2'
      “%1”的单位是“%2”
    '%1' has no unit
      “%1”没有写单位
    empty
      空
    name
      名称
    id
       id
    # TargetText
    'value' must be a number, not '%1'
      “value”必须是数字，不能是“%1”
    write '%1'
      请写“%1”
    write '%1', and 'unit: %2'
      请写“%1”，单位写“unit: %2”
    %1, or 'target: %2' with %3 in the unit
      %1，或者写“target: %2”，把%3写进单位
    write a year such as 2021, or 2021-06, 2021 Q3, 2021 H1, 2021/22, 2009-2011
      写年份，例如 2021，或 2021-06、2021 Q3、2021 H1、2021/22、2009-2011
    %1 %2 already has the same value for %3
      第 %2 个%1已有 %3 的同一数值
    remove one of the lines
      删掉其中一行
    '%1' is not a kind of period
      “%1”不是一种时期
    write years, fiscal-years, months or ranges
      写 years（年）、fiscal-years（财政年度）、months（月）或 ranges（若干年）
    the fiscal year
      财政年度
    a fiscal year needs 'starts'
      财政年度必须有“starts”
    write the month in which it begins, such as 'starts: 7'
      写它开始的月份，例如“starts: 7”
    '%1' may be %2, and no other period says which
      “%1”可能是%2，其他时期也看不出是哪一种
    write %1 into the indicator's entry
      在指标条目中写%1
    one year that begins in %1
      从 %1 年开始的一个年度
    the years from %1 to %2
      %1 年到 %2 年
    write ': ' and ', ' instead of '：' and '，', as in '{2021: 3, 2022: 4}'
      请用半角的“: ”和“, ”代替“：”和“，”，例如“{2021: 3, 2022: 4}”
    a value must be a number, not %1
      数值必须是数字，不能是%1
    write 'values:' without '-': '%1: …' on a line of its own
      “values:”下面不要写“-”，每行写“%1: …”
    leave out a value that is not known
      没有数值的年份可以不写
    # StatusUpdate
    an update
      更新
    '%1' is not a status of an indicator or an action
      “%1”不是指标或任务的状态
    write one such as behind, on-track, started, delayed or done
      请写其中一个，例如 behind（滞后）、on-track（正常）、started（进行中）、delayed（延期）、done（完成）
    add a line 'date: 2026-03-15'
      加一行“date: 2026-03-15”
    write %1.%2
      请写 %1.%2
    """#
}
