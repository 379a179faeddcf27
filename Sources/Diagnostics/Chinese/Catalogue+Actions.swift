extension Catalogue {
  /// Chinese messages about actions and updates.
  static let actions = #"""
    # Actions
    an action
      任务
    an action names its section with 'section'
      任务用“section”说明所属章节
    '%1' is '%2', and its update of %3 says '%4'
      “%1”的 state 是“%2”，而 %3 的进展说明写的是“%4”
    correct the one that is out of date; without 'state' the newest update says the state of the action
      请改正过时的一处；不写 state 时，以最新的进展说明为准
    an action in a register needs 'id'
      登记表中的任务必须有“id”
    add a line such as 'id: tram-line-2'; it becomes the address of the action's page
      加一行，例如“id: tram-line-2”；它会成为任务页面的网址
    use letters, digits and '-', such as tram-line-2; the id becomes part of an address
      只用字母、数字和“-”，例如 tram-line-2；id 会成为网址的一部分
    'done' must be the time at which the action was done
      “done”必须是任务完成的时间
    write 'done: 2026-06', or 'state: done' where nobody knows when
      写“done: 2026-06”；不知道何时完成就写“state: done”
    'progress' must be a share from 0% to 100%, not '%1'
      “progress”必须是 0% 到 100% 的比例，不能是“%1”
    write 'progress: %1%'
      写“progress: %1%”
    write it as 'progress: 45%'
      写成“progress: 45%”
    a step
      步骤
    '%1' does not begin with a number: '%2'
      “%1”开头没有数字：“%2”
    write '%1: {value: 1200, unit: million, source: …}'
      写“%1: {value: 1200, unit: million, source: …}”
    '%1' needs 'value'
      “%1”必须有“value”
    add 'value: 1200'
      加上“value: 1200”
    the action is due in %1, before it starts in %2
      任务要求在 %1 完成，早于开始时间 %2
    write the earlier time as 'start'
      把较早的时间写作“start”
    'done: %1' and 'state: %2' contradict each other
      “done: %1”与“state: %2”互相矛盾
    there is no table in ':::actions'
      “:::actions”里没有表格
    begin it with a line such as '| Action | Lead | Due |' and a line '| --- | --- | --- |'
      开头写一行“| 任务 | 牵头单位 | 完成时限 |”，再写一行“| --- | --- | --- |”
    the table has no column with the names of its actions
      表格没有写任务名称的一列
    call it Action, 任务, Acción, Мероприятие or الإجراء; the other headings of the table may stay as they are
      把这一列叫作“任务”或 Action；表格的其他标题可以不变
    column '%1' is not read: its cells are shown, and the actions have nothing of it
      “%1”一列没有识别：单元格照样显示，但不会成为任务的信息
    call it Summary, Lead, Partners, Start, Due, Done, State, Progress, Budget, Place or Note if it is one of these
      如果它是其中之一，请叫作主要内容、牵头单位、配合单位、开始时间、完成时限、完成日期、状态、进度、预算、地点或备注
    '%1' may be a day in either of two months
      “%1”可能是两个月份中的任一天
    write it as 2026-02-01: year, month, day
      按年、月、日写成 2026-02-01
    '%1' may be a day in either of two months, and is left out
      “%1”可能是两个月份中的任一天，没有导入
    write '%1:' as 2026-02-01: year, month, day
      把“%1:”按年、月、日写成 2026-02-01
    write '%1:' into the register as 2026, 2026-06, 2026-06-30 or 2026 Q2
      在登记表里把“%1:”写成 2026、2026-06、2026-06-30 或 2026 Q2
    '%1' is in the table twice, and becomes two actions
      “%1”在表格里出现两次，成为两项任务
    if it is one action, keep one entry and name the other department under 'support'
      如果是同一项任务，只留一条，把另一个部门写进“support”
    use letters, digits and '-'
      只用字母、数字和“-”
    '%1' is not a state of an action
      “%1”不是任务的状态
    write planned, started, done, delayed or stopped, or leave the cell empty
      写 planned（计划）、started（已启动）、done（完成）、delayed（延期）或 stopped（停止），或把单元格留空
    '%1' is not a percentage
      “%1”不是比例
    write it as 45%
      写成 45%
    '%1' does not begin with a number
      “%1”开头没有数字
    write it as 1200 million
      写成 1200万元
    '%1' is not a date
      “%1”不是日期
    write 2026, 2026-06, 2026-06-30 or 2026年6月底, or leave the cell empty
      写 2026、2026-06、2026-06-30 或 2026年6月底，或把单元格留空
    add 'department: …' to each, or to its section
      给每一项加上“department: …”，或加在它所在的章节上
    %1: %2 of %3 indicators and actions has no department in charge: %4
      %1：%3 项指标和任务中有 %2 项没有牵头部门：%4
    %1: %2 of %3 indicators and actions have no department in charge: %4
      %1：%3 项指标和任务中有 %2 项没有牵头部门：%4
    add what is known: a figure, or a state and a share of an action
      补上已知的情况：指标的数值，或任务的状态和进度
    the entry of 'earlier' until %1 has the dates that follow it
      “earlier”中截至 %1 的一条与之后的时间相同
    write the date before the change, or remove the entry
      请写调整之前的时间，或者删掉这一条
    %1: %2 of the %3 indicators and actions that have begun was never updated: %4
      %1：%3 项指标和任务中有 %2 项从未更新：%4
    %1: %2 of the %3 indicators and actions that have begun were never updated: %4
      %1：%3 项指标和任务中有 %2 项从未更新：%4
    '%1' may be somebody else's plan: '%2' is aligned with it, and nobody answers for it here
      “%1”可能是别人的规划：“%2”与它衔接，而这里没有部门对它负责
    write 'reference: true' if it is, so that the front page does not count it, or else 'reference: false'
      如果是，请写“reference: true”，首页就不计它；如果不是，请写“reference: false”
    an action is overdue
      一项任务逾期
    %1 actions are overdue
      %1 项任务逾期
    report 'state: done' or 'state: stopped', or write a new 'due', and the old one under 'earlier'
      填报“state: done”（完成）或“state: stopped”（停止），或者写上新的“due”，原来的写在“earlier”里
    an action is due soon
      一项任务即将到期
    %1 actions are due soon
      %1 项任务即将到期
    ask the department how far it is
      向部门了解进展
    the list of the actions of '%1'
      “%1”的任务列表
    the action '%1'
      任务“%1”
    actions cannot be shown as '%1'
      任务不能显示为“%1”
    use table or timeline
      用 table（表格）或 timeline（时间线）
    no action matches this table
      没有任务符合这个表格的条件
    actions cannot be grouped by '%1'
      任务不能按“%1”分组
    they can be grouped by %1
      可以按这些分组：%1
    action '%1' belongs to a draft, which is not published, and is left out
      任务“%1”属于草稿，草稿不发布，所以没有列出
    action '%1' belongs to a draft, which is not published
      任务“%1”属于草稿，草稿不发布
    action '%1' does not exist
      任务“%1”不存在
    its actions are shown once you remove 'draft: true' from that page
      从那个页面删掉“draft: true”之后就会显示它的任务
    '%1' is not a year
      “%1”不是年份
    write year=2026
      写 year=2026
    '%1' cannot be '%2'
      “%1”不能是“%2”
    '::actions{…}' on a line of its own, or ':::actions', a table and a line ':::'
      单独一行“::actions{…}”，或“:::actions”、一个表格和一行“:::”
    ':action[id]' in the text
      在文字中写“:action[id]”
    this page is not in a plan, so its actions do not belong to one
      这个页面不在规划中，所以它的任务不属于任何规划
    action '%1' does not belong to a plan
      任务“%1”不属于任何规划
    action '%1' is left out: its %2 '%3' is a draft, which is not published
      任务“%1”没有发布：它的%2“%3”是草稿，不发布
    action '%1' is done in %2, after 'as-of: %3', and is not counted as done
      任务“%1”在 %2 完成，晚于“as-of: %3”，不算作完成
    correct the time, or move 'as-of' in site.yaml
      改正时间，或修改 site.yaml 的“as-of”
    '%1' is not one of the levels of this plan
      “%1”不是这个规划的层级
    its levels are %1
      它的层级有：%1
    say what happened and what is being done, under 'updates:' or in a file of updates/
      写明发生了什么、正在做什么：写在“updates:”下面，或写成 updates/ 里的文件
    %1: %2 of %3 indicators and actions is at risk without an update: %4
      %1：%3 项指标和任务中有 %2 项有风险却没有更新说明：%4
    %1: %2 of %3 indicators and actions are at risk without an update: %4
      %1：%3 项指标和任务中有 %2 项有风险却没有更新说明：%4
    a table of actions
      任务表
    no sheet '%1' has a table of actions
      工作表“%1”中没有任务表
    call it 'Task' or 任务, in the first row
      在第一行把这一列叫作“Task”或“任务”
    the table has no row with an action
      表中没有一行写着任务
    several sections of the plan are called '%1'; it stays as a note
      规划中有几个章节都叫“%1”；已写成备注
    no section of the plan is called '%1'; it stays as a note
      规划中没有叫“%1”的章节；已写成备注
    write the section's path into the register: 'section: …'
      在登记表中写上章节的路径：“section: …”
    earlier dates
      原来的时间
    earlier dates need 'until', the month in which they were changed
      原来的时间必须有“until”，即调整的月份
    earlier dates must say what was different
      原来的时间必须写明原来是什么
    add what the date was: 'due: …'
      写上原来的时间：“due: …”
    the start of '%1' was %2 in the snapshot of %3, and is %4
      “%1”的开始时间在快照 %3 中是 %2，现在是 %4
    the due date of '%1' was %2 in the snapshot of %3, and is %4
      “%1”的完成时限在快照 %3 中是 %2，现在是 %4
    write 'earlier: [%1]' into the action, or put back what it was
      请在任务中写上“earlier: [%1]”，或改回原来的时间
    add %1 to 'earlier' of the action, or put back what it was
      请在任务的“earlier”中加上 %1，或改回原来的时间
    the due date of the step '%1' of '%2' was %3 in the snapshot of %4, and is %5
      “%2”的步骤“%1”的完成时限在快照 %4 中是 %3，现在是 %5
    write 'earlier: [%1]' into the step, or put back what it was
      请在步骤中写上“earlier: [%1]”，或改回原来的时间
    add %1 to 'earlier' of the step, or put back what it was
      请在步骤的“earlier”中加上 %1，或改回原来的时间
    the step '%1' of '%2'
      “%2”的步骤“%1”
    the dates of %1 are changed in %2, after 'as-of: %3', and the change is left out
      %1的时间在 %2 才调整，晚于“as-of: %3”，这次调整没有发布
    %1 is done in %2, after 'as-of: %3', and is not counted as done
      %1在 %2 完成，晚于“as-of: %3”，不算作完成
    the name of action '%1' was '%2' in the snapshot of %3, and is '%4'
      任务“%1”的名称在快照 %3 中是“%2”，现在是“%4”
    restore the name: it says what was promised, and readers see that it changed
      请改回原来的名称：名称说的是承诺了什么，网站会告诉读者名称变了
    %1 was done in the snapshot of %2, but no longer is
      %1在快照 %2 中已完成，现在又没有完成
    put back 'done', or say in a new update of the action why it is open again
      请恢复“done”，或为任务新写一条进展，说明为什么又没有完成
    the step '%1' of '%2' is in the snapshot of %3, and is gone
      “%2”的步骤“%1”在快照 %3 中有，现在没有了
    restore it under its name, or say in a new update of the action why it is no longer a step
      请按原来的名称放回去，或为任务新写一条进展，说明为什么不再是一个步骤
    the dates of %1 were changed in %2, and its history no longer records this change, which the snapshot of %3 has
      %1的时间在 %2 调整过，但“earlier”与快照 %3 不一致
    write the entry again under 'earlier': {%1}
      请把这一条重新写在“earlier”下面：{%1}
    action '%1' is in the snapshot of %2, and %3
      任务“%1”在快照 %2 中有，而%3
    restore its entry; if nobody does it any more, add 'state: stopped' and a note that says why
      请把它的条目放回去；不再做的，加上“state: stopped”和说明原因的“note”
    '%1' does not begin with a number, and is left out
      “%1”开头没有数字，没有导入
    '%1' is not a date, and is left out
      “%1”不是日期，没有导入
    write it into the register by hand
      请自己写进登记表
    an update needs 'date'
      更新必须有“date”
    add 'date: 2026-03-15', or begin the file's name with the day
      加上“date: 2026-03-15”，或让文件名以日期开头
    an update is of %1, after 'as-of: %2', and is left out
      有一条更新的日期是 %1，晚于“as-of: %2”，没有发布
    correct the day, or move 'as-of' in site.yaml
      改正日期，或修改 site.yaml 的“as-of”
    there is no action, indicator, programme or section '%1'
      没有名为“%1”的任务、指标、工程或章节
    write the id of what the update is about, or the path of a section
      写这条更新所说的任务或指标的 id，或章节的路径
    Make actions of milestone indicators.
      把里程碑指标变成任务。
    Prints an entry of actions.yaml for each indicator of the kind 'milestone' that has an id, with its section, department, due date and what was reported of it. With --write the entries are added to the register. The indicators stay as they are: a milestone may be both.
      为每个有 id 的“milestone”（里程碑）指标打印一个 actions.yaml 条目，带上它的章节、部门、完成时限和填报情况。加 --write 就写进登记表。指标保持不变：一个里程碑可以既是指标也是任务。
    What to convert: milestones.
      要转换的内容：milestones（里程碑）。
    Add the actions to actions.yaml of each plan.
      把任务写进各规划的 actions.yaml。
    planpress: added to %1
      planpress：已写入 %1
    1 milestone that is not yet an action
      有 1 个里程碑还不是任务
    %1 milestones that are not yet actions
      有 %1 个里程碑还不是任务
    '%1' is not a state of an action; it stays as a note
      “%1”不是任务的状态，作为备注保留
    write 'state:' with planned, started, done, delayed or stopped into the register
      请在登记表中写“state:”，取值为 planned、started、done、delayed 或 stopped
    write it into the text of the plan, or as the note of an action
      请写到规划的正文里，或者作为任务的备注
    actions that would be added to %1: %2
      将写进 %1 的任务：%2 项
    actions added to %1: %2
      写进 %1 的任务：%2 项
    The tables are divisions of labour: make actions of their rows.
      表格是任务分工表：每一行变成一项任务。
    """#
}
