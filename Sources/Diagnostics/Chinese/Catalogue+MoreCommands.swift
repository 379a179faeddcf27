extension Catalogue {
  /// What the commands say from `publish` on, and ArgumentParser, in Chinese.
  static let moreCommands = #"""
    # ExtractCommand
    List the targets that sentences promise, and add them as indicators.
      列出正文句子中承诺的目标，并把它们加为指标。
    Reads every page of every plan, in Chinese and English, and lists each number that a sentence promises and no indicator has yet, with what the sentence leaves open. Things to be done without a number are listed as milestones. On a terminal it then asks for each target whether to add it to the register of its plan.
      读取每份规划的每个页面（中文和英文），列出句子中承诺而还没有指标的每个数，以及句子没有写明的内容。没有数字的任务列为里程碑。在终端中会逐个询问是否加进规划的登记表。
    Add the targets without asking: all but milestones, or those of --only.
      不询问，直接添加目标：里程碑除外，或只加 --only 选出的。
    Choose by number, milestones too: 1,3-5.
      按序号选择，里程碑也可以选，例如 1,3-5。
    The format of the list: text, or json with one object per line.
      列表的格式：text（文本），或 json（每行一个对象）。
    planpress: added 1 indicator to %1
      planpress：已把 1 项指标加进 %1
    planpress: added %1 indicators to %2
      planpress：已把 %1 项指标加进 %2
    '%1' is not one of the numbers 1 to %2.
      “%1”不是 1 到 %2 之间的序号。
    add it? [y]es, [n]o, [q]uit:
      添加吗？[y] 是，[n] 否，[q] 结束：
    planpress: 1 target that no indicator has
      planpress：有 1 个目标还没有指标
    planpress: not added, because the text does not say the value that the change counts from: %1
      planpress：没有添加，因为正文没有写明变化的起算值：%1
    add each with 'planpress new indicator ID --from QUOTATION --baseline 2020=400'
      请用“planpress new indicator 编号 --from 原文 --baseline 2020=400”逐个添加
    planpress: the site has no plan
      planpress：网站没有规划
    write 'type: plan' and 'period: {start: …, end: …}' into the index.md of the plan
      请在规划的 index.md 中写上“type: plan”和“period: {start: …, end: …}”
    there is no site in %1 yet, and a table alone makes none
      %1 中还没有网站，只有表格不能建立网站
    import the text of the plan first, or make a site with 'planpress init'
      请先导入规划的正文，或者用“planpress init”建立网站
    planpress: %1 targets that no indicator has
      planpress：有 %1 个目标还没有指标
    %1, 1 milestone to confirm
      %1，另有 1 个里程碑待确认
    %1, %2 milestones to confirm
      %1，另有 %2 个里程碑待确认
    '--accept' adds the targets to the register; '--accept --only 1,3-5' adds those
      “--accept”把目标加进登记表；“--accept --only 1,3-5”只加其中几个
    # PublishCommand
    Build the website and publish it to a folder, to a git branch, or with rsync to another machine.
      生成网站，并发布到文件夹、git 分支，或用 rsync 发布到另一台机器。
    Lists the files that change there. Files that planpress did not publish are neither replaced nor deleted.
      列出那里有变化的文件。不是 planpress 发布的文件，既不替换也不删除。
    The folder to publish to: a web server's folder, or the checkout of another repository.
      发布到哪个文件夹：网站服务器的文件夹，或另一个仓库的工作目录。
    The git branch to publish to, such as gh-pages. Adds one commit; your working files stay as they are.
      发布到哪个 git 分支，例如 gh-pages。会新增一次提交；你的工作文件不受影响。
    The remote to push the branch to, as a name or URL; the default is origin, if it exists.
      把分支推送到哪个远程仓库，写名称或网址；默认是 origin（如果有）。
    The rsync destination to publish to: web@example.org:/var/www/plan.
      用 rsync 发布到哪里：web@example.org:/var/www/plan。
    List what would change, and change nothing.
      只列出将有的变化，不作改动。
    Give exactly one of '--to', '--branch' and '--rsync'.
      “--to”“--branch”“--rsync”必须且只能写一个。
    '--remote' needs '--branch'.
      “--remote”要与“--branch”一起用。
    '--to', '--branch', '--remote' and '--rsync' must not be empty.
      “--to”“--branch”“--remote”“--rsync”不能为空。
    planpress: %1; nothing was published
      planpress：%1；没有发布任何内容
    branch %1
      分支 %1
    branch %1 at %2
      %2 的分支 %1
    files in %1 are in the way
      %1 中有文件挡住了
    %1 overlaps '%2' of the site
      %1 和网站的“%2”有重叠
    publish to a separate folder
      请发布到另外的文件夹
    %1: nothing to publish
      %1：没有需要发布的内容
    %1: would be finished: no file has changed since the last time
      %1：将补完上次的发布，没有文件变化
    %1: finished: no file has changed since the last time
      %1：已补完上次的发布，没有文件变化
    %1: would change: %2
      %1：将有变化：%2
    %1: published: %2
      %1：已发布：%2
    %1 is not in a git repository
      %1 不在 git 仓库中
    create one with 'git init', or publish to a folder with '--to'
      用“git init”新建仓库，或用“--to”发布到文件夹
    '%1' is not a valid remote
      “%1”不是远程仓库
    use the remote's name or its URL
      请写远程仓库的名称或网址
    '%1' is not a valid branch name
      “%1”不能用作分支名
    use a name such as gh-pages
      请用 gh-pages 这样的名称
    branch '%1' is checked out in %2
      分支“%1”正在 %2 中使用
    publish to a separate branch, such as gh-pages
      请发布到另外的分支，例如 gh-pages
    planpress: branch '%1' at %2 has the site; the one in this repository could not be moved: %3
      planpress：%2 的分支“%1”已有本站；本仓库的分支未能更新：%3
    another git program is at work, or was killed: then remove the file that ends in '.lock'
      可能有别的 git 程序正在运行，或曾被强行终止：若是后者，请删去以“.lock”结尾的文件
    planpress: branch '%1' in this repository has moved meanwhile, and stays as it is
      planpress：本仓库的分支“%1”在此期间有新的提交，保持不变
    in this repository
      在本仓库中
    at %1
      在 %1 处
    branch '%1' %2 has moved meanwhile
      分支“%1”%2在此期间有新的提交
    run the command again
      请再运行一次
    '%1' in branch '%2' was not published by planpress
      分支“%2”中的“%1”不是 planpress 发布的
    remove the file from the branch, or publish to a separate branch
      从那个分支中删掉这个文件，或发布到另外的分支
    branch '%1' has commits here that are not at %2, and others there
      分支“%1”在这里和在 %2 各有对方没有的提交
    bring the two together, or delete the branch here with 'git branch -D %1'
      请合并两边，或用“git branch -D %1”删掉这里的分支
    '%1' is not a valid destination
      “%1”不是发布地址
    write it as web@example.org:/var/www/plan
      请写成 web@example.org:/var/www/plan
    '%1' at %2 was not published by planpress
      %2 中的“%1”不是 planpress 发布的
    move the file away, or publish to a separate folder
      移走这个文件，或发布到另外的文件夹
    # ServeCommand
    Preview the site in a browser; pages reload when you save a file.
      在浏览器中预览网站；保存文件后页面自动刷新。
    The site is built in memory; nothing is written to Output/. Errors are shown in the browser and in the terminal, and the last good pages stay until they are fixed. Ctrl-C ends the preview.
      网站在内存中生成，不写入 Output/。错误显示在浏览器和终端中，改正之前保留上一次正常的页面。按 Ctrl-C 结束预览。
    The address to listen on. With any other than 127.0.0.1, other machines can see the site.
      监听的地址。如果不是 127.0.0.1，其他机器也能看到网站。
    The port to listen on; if it is in use, the next free one.
      监听的端口；已被占用时用下一个空闲的。
    Open the preview in the browser.
      在浏览器中打开预览。
    '--port' must be between 0 and 65535.
      “--port”必须在 0 到 65535 之间。
    '--host' must not be empty.
      “--host”不能为空。
    The editor that opens a line from the page of errors.
      从错误页面打开某一行时使用的编辑器。
    planpress: port %1 is in use, using %2
      planpress：端口 %1 已被占用，改用 %2
    Preview running at %1 (press Ctrl-C to stop)
      预览地址：%1（按 Ctrl-C 结束）
    planpress: with --host %1, every machine that can reach this one can read the site
      planpress：使用 --host %1 时，能访问本机的机器都能看到网站
    planpress: cannot open a browser; go to %1
      planpress：无法打开浏览器，请访问 %1
    %1: %2 pages and %3 indicators in %4 ms
      %1：%2 个页面，%3 项指标，%4 毫秒
    %1 files
      %1 个文件
    planpress: %1; the preview shows the last good version until they are fixed
      planpress：%1；改正之前，预览显示上一次正常的版本
    planpress: %1; the preview shows the errors until they are fixed
      planpress：%1；改正之前，预览显示这些错误
    # FindingsPage
    planpress: findings
      planpress：检查结果
    There is no page to show yet. It appears as soon as the errors are fixed.
      还没有可以显示的页面。改正错误之后，页面会自动出现。
    The preview shows the last good version. It reloads as soon as the errors are fixed.
      预览显示的是上一次正常的版本。改正错误之后，页面会自动刷新。
    %1 more; see the terminal.
      另有 %1 个，见终端。
    The button above fixes it.
      上面的按钮会修正这一处。
    Open this line
      打开这一行
    Fix the one that is sure
      改正有把握的 1 处
    Fix the %1 that are sure
      改正有把握的 %1 处
    The site cannot be read
      无法读取网站
    Building the site
      正在生成网站
    # SharedBuildOptions
    The address where the site will be published: https://example.org/plans/.
      网站发布后的地址，例如 https://example.org/plans/。
    Treat warnings as errors.
      把警告当作错误。
    Format of the messages on standard error.
      标准错误输出中信息的格式。
    Print errors and warnings only.
      只显示错误和警告。
    Print each stage with its time, and each file that changes.
      显示每个阶段的用时和每个有变化的文件。
    Use either '--quiet' or '--verbose'.
      “--quiet”和“--verbose”只能用一个。
    planpress: %1 ms: %2
      planpress：%1 毫秒：%2
    reading the content
      正在读取内容
    resolving pages and links
      正在处理页面和链接
    writing %1 files
      正在写入 %1 个文件
    # SiteOptions
    Include pages with 'draft: true'.
      包括写有“draft: true”的草稿页面。
    Number of threads; the default is one per processor.
      线程数；默认每个处理器一个。
    '--jobs' must be at least 1.
      “--jobs”至少为 1。
    '<site>' must name a folder.
      “<site>”要写文件夹。
    # SnapshotCommand
    Write down what the plan promises now, so that a later change of a target shows.
      记下规划现在的承诺，以后目标有调整就能看出来。
    Writes snapshots/<time>.json beside Content/: every target, baseline, value, status and address. The time is 'as-of' in site.yaml, or the newest period with a figure. Keep the file with your content. Every build compares the site with the newest snapshot.
      在 Content/ 旁边写入 snapshots/<时间>.json：全部目标、基期值、数值、状态和网址。时间取 site.yaml 中的“as-of”，或有数据的最新时期。请把这个文件和内容一起保存。每次生成都会与最新的快照比较。
    planpress: %1; no snapshot was written
      planpress：%1；没有写入快照
    %1: unchanged, %2 indicators
      %1：没有变化，%2 项指标
    %1: written, %2 indicators
      %1：已写入，%2 项指标
    targets, figures or dates were changed without saying so
      有目标调整过，但没有写明
    the site has no figures and no 'as-of' in site.yaml
      网站没有数据，site.yaml 中也没有“as-of”
    # FindingReport
    planpress: %1 more findings [%2] at %3; use '--format json' to list all
      planpress：另有 %1 个问题 [%2]，位置是 %3；用“--format json”列出全部
    planpress: %1 more warnings [%2]; use '--format json' to list all
      planpress：另有 %1 个警告 [%2]；用“--format json”列出全部
    planpress: %1 more notes [%2]; use '--format json' to list all
      planpress：另有 %1 条说明 [%2]；用“--format json”列出全部
    %1 and %2
      %1、%2
    no findings
      没有发现问题
    1 error
      1 个错误
    %1 errors
      %1 个错误
    1 warning
      1 个警告
    %1 warnings
      %1 个警告
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
    # MigrateCommand
    Bring a site of an earlier planpress to today's keys.
      把旧版 planpress 的网站改成现在的写法。
    Removes keys with nothing behind them, and keeps the addresses that pages had. It changes only what can mean one thing, and keeps comments and layout; the errors that are left are listed. Commit your site before.
      删掉后面没有值的键，保留页面原来的网址。只改只有一种意思的地方，不动注释和排版；剩下的错误会列出来。请先提交网站。
    Print what would be changed, and write nothing.
      只显示会改什么，不写文件。
    1 change
      1 处改动
    %1 changes
      %1 处改动
    planpress: nothing to change
      planpress：没有要改的
    planpress: would make %1
      planpress：将有%1
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
