extension Catalogue {
  /// Chinese messages of the collection of figures.
  static let collecting = #"""
    # Collector
    choose another folder with '--to'
      请用“--to”另选一个文件夹
    department '%1' does not exist
      没有部门“%1”
    the departments are %1
      现有部门：%1
    there is no folder '%1'
      没有文件夹“%1”
    indicator '%1' does not exist
      没有指标“%1”
    it has gone since the workbook was sent out
      工作簿发出之后，这个指标被删掉了
    '%1' has two values for %2: %3 here, and %4 in another workbook
      “%1”在 %2 有两个数值：这里是 %3，另一个工作簿中是 %4
    ask which one is right, and delete the other workbook
      请核实哪个正确，并删掉另一个工作簿
    id, Year, Value (编号, 年份, 数值)
      id、Year、Value（编号、年份、数值）
    Year and Value
      Year 和 Value
    %1 cannot take rows, so nothing was written
      %1 无法添加行，所以没有写入任何内容
    give it one row for each value, with the columns %1; 'planpress check --fix' removes empty cells
      请让每个数值占一行，各列为 %1；空单元格可用“planpress check --fix”删掉
    the folder has no workbook
      文件夹里没有工作簿
    put the workbooks that came back into it
      请把收回的工作簿放进去
    '%1' is no .xlsx file, and is not read
      “%1”不是 .xlsx 文件，没有读取
    '%1' is not a file, and is not read
      “%1”不是文件，没有读取
    if it is an answer, open it and save it as 'Excel Workbook (.xlsx)'
      如果是填报的表，请打开后另存为“Excel 工作簿 (.xlsx)”
    put the workbooks themselves into the folder
      请把工作簿直接放进文件夹
    the columns of this sheet are no longer where they were; they are read by their headings
      这张工作表的列不在原来的位置，按表头读取
    compare the values that are written with the workbook
      请把写入的数值和工作簿核对一下
    no plan covers %1: the years are %2
      没有规划包含 %1：规划的年份是 %2
    name a period of the plan with '--period'
      请用“--period”写规划期内的时间
    the workbook does not say who filled it in, and when
      工作簿没有写填报人和填报日期
    ask the department, and write both into the columns for them beside the values
      请向部门问清，写进数值旁边相应的两列
    the workbook does not say who filled it in
      工作簿没有写填报人
    ask the department, and write the name into the column for it beside the values
      请向部门问清，写进数值旁边的那一列
    the workbook does not say when it was filled in
      工作簿没有写填报日期
    ask the department, and write the day into the column for it beside the values
      请向部门问清，把日期写进数值旁边的那一列
    '%1' is no day with its year
      “%1”不是带年份的日期
    write the day, such as 2027-02-10, into the column for it beside the values
      请把日期（例如 2027-02-10）写进数值旁边的那一列
    status of '%1': %2 → %3
      “%1”的状态：%2 → %3

    # OwedFigures
    %1 and %2 more
      %1，另有 %2 项
    '%1' owes
      “%1”还缺
    no department is in charge of
      没有责任部门的指标还缺
    1 value
      1 个数值
    %1 values
      %1 个数值
    %1 %2 for %3: %4
      %1 %2（%3）：%4
    'planpress collect --period %1' makes a workbook to ask for them
      “planpress collect --period %1”可以生成填报用的工作簿

    # ReturnedValue
    the value of '%1' is for %2, and %3 was asked for
      “%1”填的是 %2 的数值，而要的是 %3 的
    ask the department for the value of %1, or add this one to the register under its own period
      请部门填报 %1 的数值，或者把这个数值按它自己的时期写进登记表
    its figures are for shorter periods, such as %1
      它的数据是更短时期的，例如 %1
    '%1' has two values for %2: %3 here, and %4 on the site
      “%1”在 %2 有两个数值：这里是 %3，网站上是 %4
    change the value on the site yourself; the old one belongs under 'revisions'
      请自己修改网站上的数值；原来的数值写到“revisions”下面
    '%1' would be %2 for %3: %4
      “%1”在 %3 会是 %2，值得怀疑：%4
    ask the department; if the value is right, repeat with '--accept %1'
      请向部门核实；如果数值正确，加上“--accept %1”再运行一次
    ask for a number in %1, without its unit
      请对方只填数字，以 %1 计，不带单位
    leave the cell empty, and say in its note why there is no figure
      单元格留空，在备注里说明为什么没有数值
    ask for a number, without its unit
      请对方只填数字，不带单位
    the value of '%1' is a percentage, but its unit is '%2'
      “%1”的数值是百分数，但它的单位是“%2”
    the value of '%1' is a percentage, but its unit is not given
      “%1”的数值是百分数，但没有写单位
    the value of '%1' is a date, %2
      “%1”的数值是日期，%2
    the formula for '%1' has no result in the file
      “%1”的公式在文件中没有计算结果
    open the workbook in Excel, which computes it, and save it
      用 Excel 打开工作簿（会重新计算）再保存
    nothing can shrink by 100 % or more
      任何数量都不可能减少 100% 或更多
    beyond its limit of %1
      超出了它的限值 %1
    a share that was between 0 and 100 % so far
      这个比例以前都在 0 到 100% 之间
    a total that was %1 in %2 cannot fall
      %2 的累计值已经是 %1，累计值不会减少
    it was %1 in %2, and 0 often means a missing figure
      %2 是 %1，而填 0 往往表示没有数据
    it was %1 in %2, with the other sign
      %2 是 %1，正负号相反
    %1 times what it was in %2, %3
      是 %2（%3）的 %1 倍
    %1 times less than it was in %2, %3
      只有 %2（%3）的 1/%1

    # ReturnedWorkbook
    this workbook was not made by 'planpress collect', and is not read
      这不是“planpress collect”生成的工作簿，没有读取
    if it is an answer, ask for the file that was sent out, filled in
      如果它是答复，请对方返回发出去的那个文件，填好后再发来
    the hidden sheet of this workbook, which says what was asked, is gone
      这个工作簿的隐藏工作表不见了，而它记录了要填报的内容
    ask for the values in the workbook that was sent out
      请对方在发出去的那个工作簿中填报
    this row has a value, and no id of an indicator
      这一行有数值，但没有指标的 id
    '%1' is not an indicator that this workbook asked for
      “%1”不是这个工作簿要收集的指标
    restore the id of this row, or send the workbook again
      写上这一行原来的 id，或重新收集
    the row of '%1' is no longer in the workbook
      “%1”那一行已经不在工作簿里
    ask for its value again
      请重新收集它的数值
    this cell was locked and said '%1'; it says '%2' now, which is not read
      这个单元格是锁定的，原来写的是“%1”，现在是“%2”，不会读取
    ask the department what it means, and change the register yourself
      请问清部门的意思，再自己修改登记表
    the unit of '%1' was '%2' and is '%3' now, and the value is not read
      “%1”的单位原来是“%2”，现在是“%3”，数值没有读取
    ask the department for the value in the unit of the workbook
      请部门按工作簿的单位填报
    this row has the id '%1' and the name of '%2', and is not read
      这一行的编号是“%1”，名称却是“%2”的，没有读取
    ask the department which indicator its value is of
      请问清部门填的是哪项指标的数
    this cell holds a number outside the cells to fill, and it is not read
      这个单元格的数不在要填的格子里，没有读取
    if it is the value, write it into the yellow cell of its row
      如果它就是要填的数，请写到这一行的黄色单元格里
    sheet '%1' was added to the workbook, and is not read
      工作表“%1”是后加的，没有读取
    if it has values, write them into the sheet that was sent out
      如果里面有数值，请填到下发的那张工作表里
    this cell was locked and said '%1'; it says '%2' now
      这个单元格是锁定的，原来是“%1”，现在是“%2”
    ask the department which period its figures are of, and send it a new workbook
      请问清部门填的是哪个时期的数，再发一份新的工作簿
    """#
}
