extension Catalogue {
  /// Chinese messages of `planpress diff` and `planpress report`, and about the reports themselves.
  static let comparing = #"""
    # SiteDifference, DiffCommand
    Compare two states of a site: what was changed, added and dropped.
      比较网站的两个状态：改了什么、增加了什么、删去了什么。
    Each state is the folder of a site, a snapshot (snapshots/2026-03.json, which has no texts, and of actions only dates, states and departments), or a revision of git, such as v1 or HEAD~10, of the site in --site. Compares targets, the rules of statuses, actions with who changed them and why, and sections word by word, also in Chinese. Actions that only became overdue stand apart. --format page makes a page of Markdown: put it into the site with --output Content/changes.md, and say why.
      每个状态可以是一个网站的文件夹、一份快照（如 snapshots/2026-03.json，其中没有正文，任务只有时间、进展和牵头部门），或 --site 所指网站的一个 git 版本，如 v1 或 HEAD~10。比较目标、状态的规则、任务（谁调整的、为什么），并逐字比较各章节，中文也是。只因时间推移而逾期的任务单独列出。--format page 生成一页 Markdown：用 --output Content/changes.md 放进网站，并说明原因。
    Write into this file instead, after everything is compared.
      比较完之后写入这个文件，不输出到终端。
    '--output' must name a file.
      “--output”后面要写文件名。
    The earlier state: a folder, a snapshot, or a revision.
      较早的状态：文件夹、快照或版本。
    The later state.
      较晚的状态。
    The folder that contains Content/, for revisions.
      含有 Content/ 的文件夹，用于版本。
    The form of the output: text, json, or page, a page of Markdown.
      输出的形式：text、json 或 page（一页 Markdown）。
    The title of the page.
      页面的标题。
    planpress: a snapshot has no texts: only targets, rules and dates, states and departments of actions were compared
      planpress：快照里没有正文，只比较了目标、规则和任务的时间、进展、牵头部门
    planpress: this snapshot has neither texts nor actions: only targets and rules were compared
      planpress：这份快照里没有正文和任务，只比较了目标和规则
    planpress: no difference
      planpress：没有不同
    planpress: changed: %1
      planpress：不同的有%1
    1 target
      1 个目标
    %1 targets
      %1 个目标
    1 section
      1 个章节
    %1 sections
      %1 个章节
    1 action
      1 项任务
    %1 actions
      %1 项任务
    the rules of 1 plan
      1 部规划的规则
    the rules of %1 plans
      %1 部规划的规则
    planpress: there is no snapshot of the later state: the page has names without links
      planpress：较新的状态没有快照，页面上的名称不带链接
    run 'planpress snapshot' first; the page then keeps its links whatever is dropped later
      请先运行“planpress snapshot”：以后不论删去什么，页面都保留链接
    planpress: '%1' is neither the folder of a site, nor a snapshot, nor a revision of git
      planpress：“%1”既不是网站的文件夹，也不是快照或 git 的版本
    name a folder that contains Content/, or the folder of the site with '--site'
      指定含有 Content/ 的文件夹，或用“--site”指定网站的文件夹
    planpress: '%1' has errors, so it cannot be compared
      planpress：“%1”有错误，无法比较
    Targets
      目标
    Sections
      章节
    Actions
      任务
    By the passing of time
      随时间推移发生的变化
    1 action by the passing of time
      1 项任务随时间推移发生变化
    %1 actions by the passing of time
      %1 项任务随时间推移发生变化
    Rules of statuses
      状态的规则
    words removed: %1, added: %2
      删去的词：%1，增加的词：%2
    words: %1
      词：%1
    # ReportCommand, SiteBuild+Report, ResolvedReport
    Write a monitoring report or an evaluation of the data.
      根据数据写出监测报告或评估报告。
    Takes a snapshot, and writes a report into Content/reports/: totals against the year before, each area, what changed and why, binding targets, actions, changed targets and missing figures. Edit its pages as any others. Its figures stay those of the snapshot, whatever comes later.
      先写快照，再把报告写进 Content/reports/：与上年相比的总数、各领域、状态变化及原因、约束性指标、任务、调整的目标、缺少的数据。报告的页面可以像其他页面一样修改；其中的数值始终是快照时的，以后不再改变。
    The period that the report covers: 2026, 2026 H1, 2026 Q3, 2026-06.
      报告的时期：2026。
    The plan: its folder. Without it the only plan, or all of them.
      规划的文件夹。不写则为唯一的规划，或全部规划。
    A mid-term evaluation, compared with the first snapshot.
      中期评估，与第一份快照比较。
    A final evaluation, compared with the first snapshot.
      总结评估，与第一份快照比较。
    Use either '--mid-term' or '--final'.
      “--mid-term”和“--final”只能用一个。
    planpress: %1; no report was written
      planpress：%1，没有写报告
    write 'as-of: 2026-12' into site.yaml
      在 site.yaml 里写“as-of: 2026-12”
    planpress: there is no earlier snapshot, so the evaluation compares with none
      planpress：没有更早的快照，因此这份评估没有可比较的快照
    at the end of %1 the plan is over, so an evaluation of it is the final one; nothing was written
      到 %1 末规划已经结束，对它的评估是总结评估；没有写入任何内容
    use '--final', or name the period in the middle of the plan
      请用“--final”，或写规划中期的时间
    '%1' runs until %2, so an evaluation of %3 is not the final one; nothing was written
      “%1”到 %2 年才结束，%3 的评估不是总结评估；没有写入任何内容
    use '--mid-term'; if the plan ends earlier than it was to, write that into 'period' in its front matter
      请用“--mid-term”；如果规划提前结束，请写进页面开头的“period”
    delete the folder to have the report made anew
      要重新生成报告，先删掉这个文件夹
    '%1' shows the figures of %2; a new snapshot would change them, so nothing was written
      “%1”显示的是 %2 的数值，这些数值会改变，因此没有写入
    write a later 'as-of' into site.yaml; a report keeps its figures
      在 site.yaml 里写较晚的“as-of”；报告的数值不再改变
    there is no snapshot '%1'
      没有快照“%1”
    write the name of a file of snapshots/ without '.json', such as 2026-12
      写 snapshots/ 里文件的名字，不带“.json”，例如 2026-12
    # Continuations
    a plan cannot follow one that begins later
      规划不能接续比它更晚开始的规划
    name the plan before it, or write 'follows' into the other one
      写它前面的规划，或者把“follows”写到另一个规划里
    plans cannot follow each other in a circle
      规划不能互相循环接续
    remove 'follows' from one of them
      请删掉其中一个的“follows”
    indicators cannot continue each other in a circle
      指标不能互相循环接续
    remove 'continues' or 'continued-by' from one of them
      请删掉其中一个的“continues”或“continued-by”
    a plan cannot follow itself
      规划不能接续自己
    name the plan before it, or remove 'follows'
      写它之前的规划，或删掉“follows”
    an indicator cannot continue itself
      指标不能接续自己
    name the indicator before it, or remove 'continues'
      写它之前的指标，或删掉“continues”
    write the id of the indicator that it continues, or remove 'continues'
      写它接续的指标的 id，或删掉“continues”
    # Alignments, OtherPlanReader, RefreshCommand
    another plan
      其他规划
    an alignment
      目标衔接
    a copy of a plan
      规划的副本
    'other-plans' must name sites, not be %1
      “other-plans”要写网站，不能是%1
    write 'other-plans: {national: https://example.org/plan/}'
      写“other-plans: {national: https://example.org/plan/}”
    '%1' cannot be the name of a plan
      “%1”不能作规划的名称
    write the address of its front page, such as https://example.org/plan/
      写它首页的地址，例如 https://example.org/plan/
    the copy of a plan '%1' is damaged, or of a newer planpress
      规划的副本“%1”已损坏，或由更新的 planpress 生成
    fetch it again with 'planpress refresh'
      用“planpress refresh”重新获取
    plan '%1' has no indicator '%2' with a target
      规划“%1”没有带目标的指标“%2”
    write an id of its site; 'planpress refresh' fetches new ones
      写该网站的指标 id；“planpress refresh”会获取新的指标
    write the id of an indicator of the plan above
      写上级规划中指标的 id
    '%1' belongs to the same plan
      “%1”属于同一部规划
    '%1' is not a target of that plan
      “%1”不是那部规划的目标
    write the id of a target of the plan above
      写上级规划中目标的 id
    the targets of '%1' were not fetched yet, and are left out
      “%1”的目标还没有获取，已略去
    run 'planpress refresh', and keep other-plans/%1.json
      运行“planpress refresh”，并保存 other-plans/%1.json
    name a plan of the site, or one of 'other-plans' in site.yaml
      写本网站的规划，或 site.yaml 中“other-plans”里的一部
    the chart of '%1'
      “%1”的图表
    the embedded chart of '%1'
      “%1”的嵌入图表
    the page of what is reported
      报告情况页
    the parts of '%1'
      “%1”的分组
    the page of aligned targets
      目标衔接页
    Fetch the targets of other sites' plans, with which this site's are compared.
      获取其他网站规划的目标，与本网站的目标对照。
    Fetches data/indicators.json of each site under 'other-plans' in site.yaml with curl, and keeps a copy of its targets in other-plans/<name>.json beside Content/. Keep the files with your content: no other command asks the network.
      用 curl 获取 site.yaml 中“other-plans”所列各网站的 data/indicators.json，把其中的目标存入 Content/ 旁边的 other-plans/<名称>.json。请把这些文件与内容一起保存：其他命令不访问网络。
    Only this one of the other plans.
      只获取其中这一部规划。
    planpress: site.yaml has no 'other-plans'
      planpress：site.yaml 里没有“other-plans”
    planpress: 'other-plans' in site.yaml has no '%1'
      planpress：site.yaml 的“other-plans”里没有“%1”
    planpress: cannot fetch %1: %2
      planpress：无法获取 %1：%2
    planpress: %1 is not the data of a planpress site
      planpress：%1 不是 planpress 网站的数据
    %1: unchanged, targets: %2
      %1：未变，目标 %2 个
    %1: written, targets: %2
      %1：已写入，目标 %2 个
    """#
}
