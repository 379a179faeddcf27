extension Catalogue {
  /// Chinese messages of `build`, `check`, `explain`, `serve`, `publish` and `snapshot`, and the options that they share.
  static let buildCommands = #"""
    # BuildCommand
    Build the website.
      生成网站。
    All errors are found before anything is written: a build with errors leaves the previous website unchanged. Only files that differ are written, and files that planpress did not create are never touched.
      写入之前先找出全部错误：有错误时，原来的网站保持不变。只写入有变化的文件，不是 planpress 生成的文件绝不改动。
    The folder to write the website to; the default is Output/ in the site's folder.
      网站写到哪个文件夹；默认是网站文件夹中的 Output/。
    List the sources that changed and the files that were written.
      列出改动过的源文件和写入的文件。
    Rebuild from scratch in memory and compare.
      在内存中从头生成一遍，并作比较。
    '--output' must name a folder.
      “--output”后面要写文件夹。
    skipped: no source and no file of the website changed since the last build
      跳过：上次生成以来，源文件和网站文件都没有变化
    built: no earlier build of this folder is on record
      已生成：没有这个文件夹以前的生成记录
    built: planpress or its options changed since the last build
      已生成：上次生成以来，planpress 或它的选项有变化
    built: a file of the website was changed or deleted since the last build
      已生成：上次生成以来，网站中有文件被改动或删除
    built: a source changed since the last build
      已生成：上次生成以来，有 1 个源文件改动
    built: %1 sources changed since the last build
      已生成：上次生成以来，有 %1 个源文件改动
    %1 is identical to a build from scratch
      %1 与从头生成的结果完全一致
    planpress: %1/%2 differs from a build from scratch
      planpress：%1/%2 与从头生成的结果不同
    delete %1/.planpress and build again; this is a bug in planpress, please report it
      删掉 %1/.planpress 再生成一次；这是 planpress 的缺陷，请告诉我们
    %1 and %2 in %3: %4; %5 (%6 ms)
      %3：%1，%2：%4；%5（%6 毫秒）
    added
      新增
    edited
      改动
    removed
      删除
    nothing changed
      没有变化
    %1 new
      新增 %1 个
    %1 changed
      改动 %1 个
    %1 deleted
      删除 %1 个

    # CheckCommand
    Report errors, warnings and loose ends, without building the website.
      报告错误、警告和疏漏，不生成网站。
    Loose ends are unused terms and images, empty pages, duplicate titles and gaps in file numbers. Nothing is written, except with --fix.
      疏漏指没有用到的术语和图片、空页面、重复的标题、文件编号缺号。除非加上 --fix，不写入任何内容。
    Check links to other websites, with curl.
      用 curl 检查指向其他网站的链接。
    Compare with this snapshot instead of the newest.
      与这个快照比较，而不是最新的快照。
    Say what is overdue and due soon on this day, instead of at 'as-of' in site.yaml, or today.
      以这一天为准判断哪些数据逾期或即将到期，而不是 site.yaml 中的“as-of”或今天。
    List the values that are missing for a period, by department: 2026.
      按部门列出某个时期还缺的数值，例如 2026。
    fixed %1:%2:%3: %4
      已改正 %1:%2:%3：%4
    accepted %1:%2:%3: %4 [%5]: %6
      已接受 %1:%2:%3：%4 [%5]：%6
    %1, %2 accepted
      %1，已接受 %2 个
    planpress: %1 (%2 ms)
      planpress：%1（%2 毫秒）
    %1: 'planpress snapshot' makes one
      %1：用“planpress snapshot”生成一份
    checking %1 external links
      正在检查 %1 个外部链接
    page not found (%1)
      找不到页面（%1）
    the server answered %1
      服务器的回答是 %1
    cannot reach %1: %2
      打不开 %1：%2
    link to its new address, or to a copy in a web archive
      改用它的新网址，或网页存档中的副本
    Fix what has exactly one safe fix: a misspelt id with one near match, full-width colons and brackets of markup, a missing space after '##', a pasted table, a missing line break at the end of a file.
      修正只有一种改法的问题：只有一个相近写法的拼错 id、标记中的全角冒号和括号、“##”后面少的空格、粘贴的表格、文件末尾少的换行。
    Also written --fix=paragraphs: like --fix, and an empty line between lines that each end like a sentence.
      也可写成 --fix=paragraphs：同 --fix，并在各自成句的行之间空一行。

    # ExplainCommand
    Say what a message means, and what to do about it.
      说明一条信息是什么意思、该怎么办。
    Prints the guide's entry for the code in brackets at the end of a message.
      显示指南中对信息末尾方括号里的代码的说明。
    The code: reference.unknown-indicator. Without it, all codes are listed.
      代码，例如 reference.unknown-indicator。不写则列出全部代码。
    planpress: there is no message with the code '%1'
      planpress：没有代码为“%1”的信息
    'planpress explain' lists all codes
      “planpress explain”列出全部代码
    the nearest codes are %1
      相近的代码有：%1

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
    Apply the safe fix
      改正有把握的 1 处
    Apply the %1 safe fixes
      改正有把握的 %1 处
    The site cannot be read
      无法读取网站
    Building the site
      正在生成网站

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

    # SnapshotCommand
    Record what the plan promises now, so that later changes of a target are noticed.
      记下规划现在的承诺，以后目标有调整就能看出来。
    Writes snapshots/<time>.json beside Content/: every target, baseline, value, status and address. The time is 'as-of' in site.yaml, or the newest period with a figure. Keep the file with your content. Every build compares the site with the newest snapshot. A snapshot of the same time that said something else is kept as <time>-replaced-1.json.
      在 Content/ 旁边写入 snapshots/<时间>.json：全部目标、基期值、数值、状态和网址。时间取 site.yaml 中的“as-of”，或有数据的最新时期。请把这个文件和内容一起保存。每次生成都会与最新的快照比较。同一时间的旧快照如果内容不同，会另存为 <时间>-replaced-1.json。
    planpress: %1; no snapshot was written
      planpress：%1；没有写入快照
    %1: unchanged, %2
      %1：没有变化，%2
    %1: written, %2
      %1：已写入，%2
    %1: written anew, %2; what it said before is now %3
      %1：已重新写入，%2；原来的内容现在是 %3
    targets, figures or dates were changed without an explanation
      有目标调整过，但没有写明
    the site has no figures and no 'as-of' in site.yaml
      网站没有数据，site.yaml 中也没有“as-of”

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

    # FindingReport
    planpress: %1 more findings [%2] at %3; use '--format json' to list all
      planpress：另有 %1 个问题 [%2]，位置是 %3；用“--format json”列出全部
    planpress: %1 more warnings [%2]; use '--format json' to list all
      planpress：另有 %1 个警告 [%2]；用“--format json”列出全部
    planpress: %1 more notes [%2]; use '--format json' to list all
      planpress：另有 %1 条说明 [%2]；用“--format json”列出全部
    %1 and %2
      %1、%2
    %1, %2 and %3
      %1、%2、%3
    1 note
      1 个提示
    %1 notes
      %1 个提示
    no findings
      没有发现问题
    1 note
      1 条说明
    %1 notes
      %1 条说明
    1 error
      1 个错误
    %1 errors
      %1 个错误
    1 warning
      1 个警告
    %1 warnings
      %1 个警告
    """#
}
