extension Catalogue {
  /// Chinese messages of the command line itself, ArgumentParser, troubles of the machine, `markdown` and `schema`.
  static let commandLine = #"""
    # Planpress
    Publish a plan as a website, and keep its promises checkable.
      把规划发布成网站，让规划的承诺随时可查。
    A site is a folder that contains Content/: pages in Markdown, lists of indicators in YAML, and their data in CSV. planpress turns it into plain HTML files in Output/.
      一个网站就是一个含有 Content/ 的文件夹：页面用 Markdown 写，指标清单用 YAML 写，数据用 CSV 写。planpress 把它们变成 Output/ 中的普通 HTML 文件。
    Exit codes: 0 success; 1 errors in the content, or warnings with --strict; 64 wrong usage; 70 system error (full disk, no permission, bug); 130 stopped with Ctrl-C.
      退出码：0 成功；1 内容有错误，或使用 --strict 时有警告；64 用法不对；70 系统错误（磁盘已满、没有权限、程序缺陷）；130 按 Ctrl-C 中止。
    planpress %1
      planpress %1
    planpress: interrupted; the website was not changed
      planpress：已中止，网站没有改动
    planpress: %1
      planpress：%1
    planpress: cannot %1 %2: %3
      planpress：无法%1 %2：%3
    hint: %1
      建议：%1
    planpress: %1; nothing was written
      planpress：%1；没有写入任何内容
    There is no command '%1'. Did you mean '%2'?
      没有“%1”这个命令。是不是想写“%2”？
    There is no command '%1'. The commands are %2.
      没有“%1”这个命令。可用的命令有：%2。

    # LanguageOptions
    The language of messages and help: zh-CN or en.
      提示信息和帮助的语言：zh-CN（中文）或 en（英文）。

    # ArgumentParserWords
    OVERVIEW:
      概述：
    USAGE:
      用法：
    Usage:
      用法：
    ARGUMENTS:
      参数：
    OPTIONS:
      选项：
    SUBCOMMANDS:
      子命令：
    Error:
      错误：
    (values:
      （可选：
    (default:
      （默认：
    ; default:
      ；默认：
    Show help information.
      显示帮助。
    Show the version.
      显示版本。
    See '%1' for detailed help.
      详细帮助见“%1”。
    See '%1' for more information.
      详细说明见“%1”。
    Unknown option '%1'. Did you mean '%2'?
      没有选项“%1”。是不是想写“%2”？
    Unknown option '%1'
      没有选项“%1”
    Missing value for '%1'
      “%1”缺少值
    Unexpected argument '%1'
      多余的参数“%1”
    %1 unexpected arguments: %2
      多余的 %1 个参数：%2
    Missing expected argument '%1'
      缺少参数“%1”
    Missing required subcommand.
      缺少子命令。
    The value '%1' is invalid for '%2'. Please provide one of %3.
      “%1”不能用作“%2”的值，可用的值：%3。
    The value '%1' is invalid for '%2'
      “%1”不能用作“%2”的值
    default:
      默认：

    # MachineError
    access
      访问
    close
      关闭
    copy
      复制
    create
      新建
    create a folder in
      新建文件夹于
    delete
      删除
    listen on
      监听
    lock
      锁定
    open
      打开
    publish
      发布
    publish from
      发布自
    publish to
      发布到
    push to
      推送到
    reach
      访问
    read
      读取
    replace
      替换
    resolve
      解析
    run
      运行
    update
      更新
    verify
      核对
    watch
      监视
    write
      写入
    write to
      写入到

    # MarkdownCommand
    Convert a Markdown file to HTML.
      把 Markdown 文件转换成 HTML。
    Links and directives that need a site are left as written. With --plain the output is pure CommonMark, without heading anchors, directives, tables or rules for Chinese text.
      需要整个网站才能处理的链接和指令照原样保留。加 --plain 时按纯 CommonMark 输出，没有标题锚点、指令、表格和中文排版规则。
    The file to convert; the default is standard input.
      要转换的文件；默认是标准输入。
    Use pure CommonMark.
      使用纯 CommonMark。
    Keep raw HTML and links with any scheme.
      保留 HTML 原文和任何协议的链接。
    There is no file '%1'.
      没有文件“%1”。

    # SchemaCommand
    Print the JSON Schema of a kind of file, for completion in editors.
      输出一类文件的 JSON Schema，供编辑器自动补全。
    The kinds are page (front matter), site, indicators, actions, programmes, departments and glossary.
      文件类别有：page（页面开头的信息）、site、indicators、actions、programmes、departments、glossary。
    The kind of file.
      文件类别。
    Write the schemas of all kinds into this folder.
      把所有类别的 schema 写进这个文件夹。
    Name a kind of file, or a folder with '--into'.
      请写文件类别，或用“--into”写文件夹。
    """#
}
