extension Catalogue {
  /// Chinese messages of `Workbooks`.
  static let workbooks = #"""
    # SheetReader
    sheet '%1' has more than %2 merged cells
      工作表“%1”的合并单元格超过 %2 处
    row %1 of sheet '%2' is not in its place
      工作表“%2”的第 %1 行位置不对
    a cell of row %1 of sheet '%2' is not in its place
      工作表“%2”第 %1 行有一个单元格位置不对
    row %1 of sheet '%2' has too many cells
      工作表“%2”第 %1 行的单元格太多
    it has more than %1 cells
      单元格超过 %1 个
    refers to a text that the workbook does not have
      引用了工作簿中没有的文字
    cell %1 of sheet '%2' %3
      工作表“%2”的单元格 %1 %3
    is not a number
      不是数字
    # Workbook+Read
    the file has more than %1 MB
      文件超过 %1 MB
    it has more than %1 sheets
      工作表超过 %1 个
    is in the format of Excel 97 (.xls)
      是 Excel 97 格式（.xls）
    in Excel, save it as 'Excel Workbook (.xlsx)'
      请在 Excel 中另存为“Excel 工作簿 (.xlsx)”
    is a binary workbook (.xlsb)
      是二进制工作簿（.xlsb）
    is an OpenDocument spreadsheet (.ods)
      是 OpenDocument 电子表格（.ods）
    in LibreOffice, save it as 'Excel 2007-365 (.xlsx)'
      请在 LibreOffice 中另存为“Excel 2007-365 (.xlsx)”
    takes figures from other workbooks
      从其他工作簿取数
    in Excel, choose Data > Edit Links > Break Link, and save it
      请在 Excel 中选“数据 > 编辑链接 > 断开链接”，然后保存
    is not an Excel workbook
      不是 Excel 工作簿
    contains macros, which planpress does not read
      含有宏，planpress 不读取
    in Excel, save it as 'Excel Workbook (.xlsx)', which has none
      请在 Excel 中另存为“Excel 工作簿 (.xlsx)”，这种格式没有宏
    # WorkbookParts
    it has too many parts
      内部文件太多
    a sheet has no name
      有一个工作表没有名称
    it has more than %1 texts
      文字超过 %1 段
    it has too many styles
      样式太多
    # XMLReader
    its elements are nested more than %1 deep
      元素的嵌套超过 %1 层
    declares XML entities, which Office programs do not write
      声明了 XML 实体，而电子表格不会这样写
    open it in Excel and save it again as 'Excel Workbook (.xlsx)'
      请用 Excel 打开，再另存为“Excel 工作簿 (.xlsx)”
    '%1' is not valid XML, line %2
      “%1”第 %2 行不是正确的 XML
    # ZipArchive
    it has two parts named '%1'
      有两个内部文件都叫“%1”
    it has more than %1 parts
      内部文件超过 %1 个
    '%1' unpacks to more than %2 MB
      “%1”解压后超过 %2 MB
    '%1' cannot be unpacked
      “%1”无法解压
    it has no part '%1'
      缺少内部文件“%1”
    it is not a whole zip archive
      不是完整的 zip 文件
    its list of parts cannot be read
      内部文件的目录无法读取
    is protected with a password
      有密码保护
    in Excel, remove the password under File > Info > Protect Workbook, and save it
      请在 Excel 的“文件 > 信息 > 保护工作簿”中取消密码，然后保存
    # Workbook
    is too large: %1
      太大：%1
    keep only the figures in it, or split it
      只保留数据，或者拆成几个
    # Reading
    its cells have more than %1 MB of text
      单元格中的文字超过 %1 MB
    two of its sheets are one part
      其中两个工作表是同一个部件
    """#
}
