extension Catalogue {
  /// Chinese messages of `Manuscripts` and of the import of texts.
  static let manuscripts = #"""
    # ConversionFailure
    or save the document as plain text (.txt, UTF-8) and import that
      也可以把文档另存为纯文本（.txt，UTF-8）再导入
    '%1' is read with pandoc, which is not installed
      读取“%1”要用 pandoc，而电脑上没有安装
    install it ('apt install pandoc', 'brew install pandoc', or from pandoc.org), %1
      请安装它（“apt install pandoc”“brew install pandoc”，或从 pandoc.org 下载），%1
    '%1' needs pandoc 2.17 or newer, and this is %2
      读取“%1”要用 pandoc 2.17 以上的版本，而这里是 %2
    install a newer one from pandoc.org, %1
      请从 pandoc.org 安装新版本，%1
    pandoc did not read '%1' in %2 seconds
      pandoc 在 %2 秒内没有读完“%1”
    save it in several parts, %1
      请把它分成几个文件，%1
    pandoc needs more than %1 of memory for '%2'
      pandoc 读取“%2”需要超过 %1 的内存
    pandoc cannot read '%1': %2
      pandoc 无法读取“%1”：%2
    open it in Word and save it again, %1
      请用 Word 打开，重新保存，%1
    # ManuscriptFile
    '%1' is not read
      不读取“%1”
    '%1' is not a kind of file that is imported
      “%1”这类文件不能导入
    save it as .docx, .odt, .html, .md or .txt; a table of indicators as .xlsx or .csv
      请另存为 .docx、.odt、.html、.md 或 .txt；指标表请存为 .xlsx 或 .csv
    there is no file '%1'
      没有“%1”这个文件
    check its name and folder
      请检查文件名和所在的文件夹
    '%1' is a folder
      “%1”是文件夹
    name the files in it
      请写出其中的文件名
    the file has %1; the limit is %2
      文件大小为 %1，上限是 %2
    save it with smaller pictures, or in several parts
      请缩小图片再保存，或者分成几个文件
    choose the file with the text of the plan
      请选择有规划正文的文件
    open it in Word or WPS and save it as 'Word Document (.docx)'
      请用 Word 或 WPS 打开，另存为“Word 文档 (.docx)”
    ask for the document it was made from and save that as .docx; a PDF has no paragraphs
      请索要生成它的原文档，另存为 .docx；PDF 中没有段落信息
    ask for the document it was made from and save that as .docx
      请索要生成它的原文档，另存为 .docx
    save it as 'Excel Workbook (.xlsx)'
      请另存为“Excel 工作簿 (.xlsx)”
    copy its text into a .txt file
      请把其中的文字复制到 .txt 文件里
    the file is in no encoding that is known: not UTF-8, UTF-16 or GB18030
      文件的编码无法识别：不是 UTF-8、UTF-16，也不是 GB18030（GBK）
    open it in an editor and save it as UTF-8
      请用编辑器打开，另存为 UTF-8
    open it in a browser and save it as UTF-8
      请用浏览器打开，另存为 UTF-8
    the file is encoded in %1, and is read as that
      文件是 %1 编码，已按这种编码读取
    the file is protected with a password, or is in the format of Word 97 (.doc)
      文件有密码保护，或者是 Word 97 的格式（.doc）
    open it in %1, remove the password, and save it as .%2
      请用 %1 打开，去掉密码，另存为 .%2
    the file is no .%1 document
      文件不是 .%1 文档
    open it in %1 and save it as .%2
      请用 %1 打开，另存为 .%2
    the file %1
      文件%1
    open it in %1, remove the password, and save it again
      请用 %1 打开，去掉密码，重新保存
    open it in %1 and save it again as .%2
      请用 %1 打开，重新存为 .%2
    what pandoc made of the file cannot be read: %1
      pandoc 转换出来的内容无法读取：%1
    save it as plain text (.txt, UTF-8) and import that
      请另存为纯文本（.txt，UTF-8）再导入
    the picture '%1' is not in the file, and nothing is fetched
      图片“%1”不在文件里；planpress 不从网上下载
    save it beside the section, and write '![description](picture.png)' there
      请把它存到章节文件旁边，并在那里写“![description](picture.png)”
    save it beside the section and correct its name there
      请把它存到章节文件旁边，并改正那里的文件名
    the picture '%1' is not there, or not below the folder of the text
      图片“%1”不存在，或不在正文所在的文件夹之下
    put it beside the section and correct its name there
      请把它放到章节文件旁边，并改正那里的文件名
    # ManuscriptImport
    rename it, or import into another folder with '--into'
      请给它改名，或用“--into”导入到别的文件夹
    '%1' is no longer in %2; its section is still there
      %2 中已经没有“%1”，而它的章节文件还在
    delete the file if the section is given up
      如果不再要这一节，请删掉文件
    the section '%1' was imported before, and its file is gone or renamed
      章节“%1”以前导入过，它的文件已经删掉或改名
    it is not written again; to have it again, delete %1/ and import into a new folder
      不会再写一次；要重新生成，请删掉 %1/，导入到新的文件夹
    the source no longer has these lines, which you have edited; yours are kept
      原文已经没有这几行，而你改过它们；保留你的
    the source has changed these lines, and so have you; yours are kept. The source says: %1
      这几行原文改了，你也改了；保留你的。原文现在是：%1
    take over what you need by hand
      需要的内容请自己改过来
    > %1  moved from %2
      > %1  原来是 %2
    to which plan do these sections belong?
      这些章节属于哪个规划？
    no title says which years the plan covers; from its text they are taken to be %1–%2
      标题没有写规划的起止年份；按正文取为 %1–%2
    correct 'period' in the plan's index.md, or import with '--period %1-%2'
      请改正规划 index.md 中的“period”，或用“--period %1-%2”导入
    # Outline
    '%1' has no text
      “%1”下面没有正文
    find it in the original, or delete the heading
      请查对原文补上，或者删掉标题
    # FoundNumbering
    %1, so the numbers of this level stay in the titles
      %1，所以这一级的序号留在标题里
    correct the numbers in the source, or take them out of the titles and set 'numbering' in the plan
      请改正原文的序号，或者从标题中去掉序号，并在规划中写“numbering”
    %1 is numbered in another way than %2
      %1和%2的序号写法不同
    the table of contents is left out: the site makes its own
      目录没有导入：网站会自己生成
    a footnote that nothing refers to is left out: '%1'
      没有引用的脚注没有导入：“%1”
    %1 repeats the number of the level above
      %1带有上一级的序号
    circled numbers cannot be counted by a plan
      带圈的序号不能自动编号
    '%1' does not fit its level
      “%1”和它的级别不符
    %1 is where number %2 is expected
      应该是第 %2 的地方写的是%1
    '%1' (numbered by Word)
      “%1”（由 Word 自动编号）
    # MarkdownReader
    of the front matter, only the title is taken over
      文件开头的信息中只取标题
    copy what else you need into the plan's index.md
      其他需要的内容请复制到规划的 index.md
    # OfficeManuscript
    the table has merged cells, or tables in its cells; each text appears once
      表格有合并的单元格，或单元格中还有表格；每段文字只写一次
    compare it with the original
      请与原文对照
    %1 tables have merged cells, or tables in their cells; each text appears once
      有 %1 个表格含合并的单元格，或单元格中还有表格；每段文字只写一次
    compare them with the original; they begin at lines %1
      请与原文对照；它们从这些行开始：%1
    the title of the web page is left out, because its text has one of its own: '%1'
      网页的标题没有采用，因为正文有自己的标题：“%1”
    a text box is placed after this paragraph: '%1'
      文本框放在这一段后面：“%1”
    pandoc leaves out a part of this paragraph: '%1'
      pandoc 漏掉了这一段中的一部分：“%1”
    write it into the section
      请补写到这一节里
    pandoc leaves out a part of this paragraph, and Word's own text replaces it: '%1'
      pandoc 漏掉了这一段中的一部分，已改用 Word 自己的文字：“%1”
    compare it with the original: bold text and links are lost
      请与原文核对：加粗和链接没有保留
    pandoc leaves out a paragraph, which is placed after this one: '%1'
      pandoc 漏掉的一段放在这一段后面：“%1”
    move it in the section if it belongs elsewhere
      如果它应该在别处，请在章节中移动
    a comment
      一条批注
    a hidden text
      一处隐藏文字
    a text that was deleted while changes were tracked
      修订中删除的一段文字
    a header or footer
      页眉或页脚
    %1 is left out: '%2'
      没有导入%1：“%2”
    %1 %2 are left out: %3
      没有导入 %1 处%2：%3
    comments
      批注
    texts that were deleted while changes were tracked
      修订中删除的文字
    headers and footers
      页眉页脚
    hidden texts
      隐藏文字
    symbols of fonts
      字体符号
    %1 texts that were inserted while changes were tracked are taken over: %2
      已导入修订模式下插入的 %1 处文字：%2
    a title has no footnotes: this one is put below the heading: '%1'
      标题不能带脚注，这条脚注放在标题下面：“%1”
    a symbol of a font
      字体中的符号
    a text that was inserted while changes were tracked is taken over: '%1'
      已导入修订模式下插入的文字：“%1”
    a heading without text is left out, after: '%1'
      没有导入没有文字的标题，它在这段之后：“%1”
    the equation is written as TeX, without its layout: '%1'
      公式的排版没有导入，公式写成了 TeX：“%1”
    browsers do not show the picture '%1', which is in a format of Windows
      图片“%1”是 Windows 专用的格式，浏览器无法显示
    save it as .png, put it beside the section and correct its name there
      请另存为 .png，放到章节文件旁边，并改正那里的文件名
    # Headings
    this repeats the title of the box, and is left out
      这里重复了专栏的标题，没有导入
    nothing shows where the box '%1' ends; it is taken to end with line %2
      看不出专栏“%1”在哪里结束；当作到第 %2 行为止
    move the closing ':::' in the section if it ends elsewhere
      如果不是，请在章节中移动结尾的“:::”
    the table of contents is left out, to line %1: the site makes its own
      没有导入目录（到第 %1 行）：网站会自动生成目录
    this looks left over from the page the text was copied from; it is kept
      这里像是从原网页带过来的文字；已保留
    delete it from the section if it is not part of the plan
      如果不是规划的内容，请从章节中删掉
    the paragraph ends within a sentence
      这一段在句子中间断了
    find the rest of it in the original, or delete it
      请查对原文补全，或者删掉
    the title of the file, '%1', is not used: the plan already has a title
      文件的标题“%1”没有放进任何页面：规划已有自己的标题
    write it as the title of a section if readers need it
      如果读者需要，请写成某一节的标题
    the page hides this text, and it is left out: %1
      网页隐藏了这段文字，没有导入：%1
    write it into the section if readers should see it
      如果要让读者看到，请写进相应的章节
    the letter before the title of the plan is on the plan's own page
      规划标题之前的通知放在规划的首页上
    delete it there if readers do not need it
      如果读者不需要，请在那里删掉
    """#
}
