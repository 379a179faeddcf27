extension Catalogue {
  /// Chinese messages of `SiteEngine` about targets in sentences and about sites of an earlier planpress.
  static let authoring = #"""
    # ExtractedTarget
    programme %1
      工程项目 %1
    programme '%1', which is not in the register
      工程项目“%1”，登记表中没有它
    confidence %1
      可信度 %1
    open: %1
      待定：%1
    about %1
      约 %1
    %1% of the baseline
      基期值的 %1%
    %1 in every year
      每年 %1
    %1 to %2%3
      %1 至 %2%3
    to fall
      下降
    to rise
      上升
    milestone
      里程碑
    changed: indicator '%1' quotes the sentence as it was; correct its quotation and its target
      已改动：指标“%1”引用的是原来的句子；请改正引文和目标
    the name is a guess
      名称是推测的
    no unit
      没有单位
    no date: the plan's last year holds
      没有时间：按规划最后一年
    the value that the change counts from
      变化的起算值
    the number
      数值
    the quotation has no words
      引文中没有文字
    the sentence says by how much '%1' is to change, and not what it was
      句子写了“%1”变化多少，没有写变化之前是多少
    add '--baseline 2020=400' with the year and the value, or '--target' with what it should reach
      请加上“--baseline 2020=400”（年份和数值），或者用“--target”写明要达到多少
    the baseline must be a number, not '%1'
      基期值必须是数，不能是“%1”
    write the year and the value: 2020=400
      请写年份和数值：2020=400
    '%1' is not a year
      “%1”不是年份
    no sentence that promises something has the words '%1'
      没有哪个承诺目标的句子含有“%1”
    'planpress extract' lists the sentences; leave out '--from' to add an indicator without one
      “planpress extract”列出这些句子；要添加没有引文的指标，请去掉“--from”
    the quotation promises several things: %1
      这句引文承诺了几件事：%1
    quote the words of one of them, or name it with '--name'
      请只引用其中一件，或用“--name”写明是哪一件
    the target must be a number, not '%1'
      目标必须是数字，不能是“%1”
    # Migration
    the page '%1' was at %2, and is at %3 now
      页面“%1”原来在 %2，现在在 %3
    add %1 to its 'aliases'
      请把 %1 加进它的“aliases”
    the old address is added to its 'aliases', so that links to it go on working
      原来的网址会加进它的“aliases”，以前的链接仍然有效
    added %1 to 'aliases'
      把 %1 加进了“aliases”
    '%1' has nothing behind it, which is an error now
      “%1”后面没有值，现在算错误
    the line is removed
      这一行会删掉
    removed '%1'
      删掉了“%1”
    """#
}
