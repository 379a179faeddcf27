extension Catalogue {
  /// Chinese messages of the import of tables.
  static let tableImport = #"""
    # Author+Import
    a table of indicators
      指标表
    the plan has no period
      这份规划没有写规划期
    write 'period: {start: 2021, end: 2025}' into its index.md
      在它的 index.md 中写“period: {start: 2021, end: 2025}”
    the table has no row with an indicator
      表中没有一行写着指标
    no sheet '%1' has a table of indicators
      工作表“%1”中没有指标表
    the sheets are %1
      现有工作表：%1
    which sheet should be imported?
      要导入哪个工作表？
    which plan are these the indicators of?
      这些是哪份规划的指标？
    give it one row for each value, with the columns id, Year, Value (编号, 年份, 数值)
      请让每个数值占一行，各列为 id、Year、Value（编号、年份、数值）
    department '%1' of '%2' is not in the register, and is left out
      “%2”的部门“%1”不在部门登记表中，没有导入
    add it there, and 'department: %1' to the indicator
      在部门登记表中补上它，并给指标加上“department: %1”
    name the columns in one row, such as Indicator, Unit, Target (指标, 单位, 目标), and write one row for each indicator
      请在一行里写好列名，例如指标、单位、目标（Indicator、Unit、Target），每项指标占一行
    correct the register if the table is right
      如果表是对的，请改正登记表
    correct the register if the table is right; write what it was under 'earlier'
      如果以表为准，请改正登记表，并把原来的目标写在“earlier”下面
    the table names tasks and departments, and no indicators
      表中写的是任务和单位，没有指标
    add '--actions', to make actions of its rows
      加上“--actions”，把每一行导入为任务

    # TableFile+LeftOut
    the hidden column '%1' is not imported
      隐藏的列“%1”没有导入
    the hidden row of '%1' is not imported
      “%1”所在的隐藏行没有导入
    if readers should see it, show it in the workbook, and import that again
      如果要让读者看到，请在工作簿中取消隐藏，再导入一次
    sheet '%1' is hidden, and is not imported
      工作表“%1”是隐藏的，没有导入
    sheet '%1' is not imported
      工作表“%1”没有导入
    if it has a table for the site, import it with '--sheet %1'
      如果其中有网站要用的表，请用“--sheet %1”导入
    the comment on this cell is not imported: %1
      这个单元格的批注没有导入：%1
    if readers should know it, write it as the note of the indicator
      如果要让读者看到，请写成指标的备注

    # ImportedNumber
    does the comma in '%1' group thousands, or begin the decimals?
      “%1”中的逗号是千位分隔符，还是小数点？

    # ImportedColumns
    does column '%1' hold targets or values?
      “%1”列是目标还是数值？

    # TableImport
    column '%1' is not imported
      “%1”列没有导入
    write what it says into the register, or give it another heading
      请自己把其中的内容写进登记表，或换一个列标题
    write a year such as 2021
      请写年份，例如 2021
    the table has several rows of headings, and planpress cannot tell how they belong together
      表头有好几行，planpress 看不出它们怎样对应
    write the headings of all columns into one row, such as '2025 target' (2025年目标)
      请把各列的表头写在同一行里，例如“2025年目标”
    '%1' has no target in the table
      表中没有“%1”的目标
    write one into the register, or delete the entry
      请在登记表中写上目标，或删掉这一条
    '%1' is taken for an empty cell
      “%1”按空单元格处理
    write the figure into the register when it is known
      有了数值再写进登记表
    the column is for %1, and the cell says %2: the target is imported for %3
      这一列是%1年的，单元格写的是%2年：目标按%3年导入
    correct the year in the register if the column is right
      如果这一列写得对，请改正登记表里的年份
    '%1' is not a number, and is imported as words
      “%1”不是数字，按文字导入
    '%1' is not a number, and is not imported
      “%1”不是数字，没有导入
    write it into the register yourself
      请自己写进登记表
    '%1' is in another unit than '%2', whose unit is '%3', and is not imported
      “%1”的单位和“%2”（单位是“%3”）不同，没有导入
    '%1' is in another unit than '%2', whose unit is '%3', and is imported as words
      “%1”的单位和“%2”（单位是“%3”）不同，按文字导入
    this row has figures and no name, and is not imported
      这一行有数值而没有名称，没有导入
    write the name of the indicator into its row
      请在这一行写上指标名称
    '%1' is a sum of other rows, and is not imported
      “%1”是其他各行的合计，没有导入
    if it is an indicator, give it a name of its own
      如果它是指标，请给它单独的名称
    two rows have the id '%1': '%2' and '%3'; the second gets another
      有两行的编号都是“%1”：“%2”和“%3”；后一行另给编号
    give each row an id of its own
      请给每一行不同的编号
    '%1' goes from %2 to %3, and its unit is per cent
      “%1”从 %2 到 %3，而单位是百分比
    if shares are meant, write them as 44 in the register, not as 0.44
      如果是百分比，请在登记表中写 44，不要写 0.44
    write its number into the register yourself
      请自己把其中的数写进登记表
    '%1' is not a direction, and is not imported
      “%1”不是方向，没有导入
    write 'direction: up' or 'direction: down' into the register
      请在登记表中写“direction: up”或“direction: down”
    '%1' is outside the table and is not imported
      “%1”在表格之外，没有导入
    write it into the text of the plan, or as the note of an indicator
      请写到规划的正文里，或者作为指标的备注
    '%1' has another target already, and '%2' is not imported
      “%1”已经有一个目标，“%2”没有导入
    give each row a name of its own, or correct the target
      请给每一行不同的名称，或者改正目标
    write the number in that unit, or correct the unit
      请按这个单位写数值，或者改正单位
    do the values of '%1' count all since the beginning, or each year alone?
      “%1”的数值是从头累计的，还是每年各算各的？
    '%1' has two values for %2: %3 is imported, and this one is not
      “%1”在%2有两个数值：导入的是 %3，这一个没有导入
    correct the number in the table of values if this one is right
      如果这一个才对，请改正数值表中的数
    """#
}
