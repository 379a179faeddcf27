extension Catalogue {
  /// Chinese messages about files of words and about translations.
  static let words = #"""
    # Files of words
    there are no words for the language '%1'
      没有语言“%1”的用词
    use %1, or add Templates/words/%2.yaml
      请用 %1，或添加 Templates/words/%2.yaml
    the words of '%1' are not complete: %2 appear in English, such as %3
      “%1”的用词不全：有 %2 个会以英文显示，例如 %3
    'planpress words %1 > Templates/words/%2.yaml', and add them; 'planpress words en' has all
      运行“planpress words %1 > Templates/words/%2.yaml”，再补上；“planpress words en”列出全部
    '%1' is not the tag of a language
      “%1”不是语言代码
    name the file after its language, such as fr.yaml or pt-BR.yaml
      请以语言代码命名文件，例如 fr.yaml 或 pt-BR.yaml
    a file of words is a list of names with their texts
      用词文件由名称和文字组成，每行一个
    write for example 'contents: "Sommaire"'
      例如写“contents: "Sommaire"”
    the words are not complete: %1 appears in English
      用词不全：%1 会以英文显示
    the words are not complete: %1 appear in English, such as %2
      用词不全：有 %1 个会以英文显示，例如 %2
    Templates/words/en.yaml of planpress has them all; 'planpress words en' prints it
      planpress 的 Templates/words/en.yaml 中有全部用词；“planpress words en”会打印出来
    '%1' is not a direction
      “%1”不是书写方向
    write ltr or rtl
      写 ltr 或 rtl
    planpress has no word '%1'
      planpress 没有用词“%1”
    remove the line
      删去这一行
    '%1' is not a form of this language's plurals
      “%1”不是这种语言的复数形式
    its forms are %1; 'plurals' at the beginning of the file has the rules
      它的形式有 %1；规则见文件开头的“plurals”
    '%1' lacks the form %2
      “%1”缺少形式 %2
    '%1' lacks the forms %2
      “%1”缺少形式 %2
    add %1
      请添加 %1
    '%1' lacks its 'power' of ten
      “%1”缺少“power”（10 的几次方）
    write for example millions: {power: 6, one: million}
      例如写 millions: {power: 6, one: million}
    write for example units: {years: {one: year}}
      例如写 units: {years: {one: year}}
    '%1' has no place {%2}
      “%1”中没有 {%2} 这个位置
    it has none
      它没有可填的位置
    it has %1
      它有 %1
    '%1' does not say %2
      “%1”没有用上 %2
    the English text is "%1"
      英文是“%1”
    '%1' must be a text
      “%1”必须是文字
    write %1: "…"
      写 %1: "…"
    '%1' must be a list of %2 names
      “%1”必须列出 %2 个名称
    '%1' must be a whole number from %2 to %3
      “%1”必须是 %2 到 %3 的整数
    '%1' must be names with values
      “%1”必须由名称和值组成
    write for example plurals: {one: "n = 1"}
      例如写 plurals: {one: "n = 1"}
    '%1' is not a form of plurals
      “%1”不是复数形式
    CLDR has zero, one, two, few and many; what no rule holds for is other
      CLDR 有 zero、one、two、few 和 many；其余都是 other
    '%1' is not a rule of plurals
      “%1”不是复数规则
    write it as CLDR does, such as "n % 10 = 2..4 and n % 100 != 12..14"
      按 CLDR 的写法，例如 "n % 10 = 2..4 and n % 100 != 12..14"
    write for example numbers: {decimal: ",", group: "u{202F}", group-from: 10000, percent: " %"}
      例如写 numbers: {decimal: ",", group: " ", group-from: 10000, percent: " %"}
    'decimal' must not be empty
      “decimal”不能为空
    'decimal' and 'group' are the same, so that nobody can tell 1,234 from 1.234
      “decimal”和“group”相同，1,234 和 1.234 就无法区分
    give them different signs, or 'group: ""' for none
      请用不同的符号；不分组的写“group: ""”
    the language '%1' is listed twice
      语言“%1”列了两次
    '%1' is not a size from which digits are grouped
      “%1”不是开始分组的位数
    write 1000 or 10000
      写 1000 或 10000
    numbers have no '%1'
      数字没有“%1”这一项
    they have decimal, group, group-from, minus, percent and currency
      可用的有 decimal、group、group-from、minus、percent 和 currency
    '%1' is not a place of the sign of a currency
      “%1”不是货币符号的位置
    write before or after
      写 before（在前）或 after（在后）
    write for example scales: {million: 6, thousand: 3}
      例如写 scales: {million: 6, thousand: 3}

    # Translations
    'language-folders: all' needs 'base-url'
      “language-folders: all”需要“base-url”
    add the address of the site, such as 'base-url: https://www.example.org/'
      写上站点的网址，例如“base-url: https://www.example.org/”
    the page has no translation into '%1'
      这个页面没有“%1”的译文
    create %1, with 'original: %2' in its front matter
      请新建 %1，在前置数据中写“original: %2”
    the translation does not say which text it translates
      译文没有写明译自哪一稿
    if it is up to date, write 'original: %1' in its front matter
      如果译文是最新的，在前置数据中写“original: %1”
    the translation of '%1' is older than its original
      “%1”的译文比原文旧
    '%1' has no word in %2
      “%1”在 %2 中没有用词
    add a line '%1: …' there
      请在那里加一行“%1: …”
    this page is named as the translation of '%1' into '%2', which the site does not have
      这个页面的文件名像是“%1”译成“%2”的译文，而站点没有这种语言
    write 'languages: [%1]' in site.yaml, or give the page another name
      在 site.yaml 中写“languages: [%1]”，或给这个页面改名
    '%1', which this page translates into '%2', does not exist
      这个页面译成“%2”的原文“%1”不存在
    %1 Then give this page its name, with '.%2' before '.md'
      %1如果是，请给这个页面取同样的名称，并在“.md”前加“.%2”
    give this page the name of its original, or write 'translation-of: …' with the original's path
      请让这个页面与原文同名，或写“translation-of: …”，后面是原文的路径
    a translation takes %1 from its original: the value here is ignored
      译文的 %1 取自原文，写在这里的不起作用
    remove it here; texts of indicators are translated in the original, as name: {zh-CN: …, en: …}
      请从这里删去；指标的文字在原文中翻译，写成 name: {zh-CN: …, en: …}
    write for example language-names: {fr: French}
      例如写 language-names: {fr: 法文}
    the translation is older than its original
      译文比原文旧
    bring it up to date, then write 'original: %1'
      更新译文，再写“original: %1”
    the original
      原文
    '%1' has no text in %2
      “%1”没有 %2 的文字
    write '%1: {%2, %3}'
      写“%1: {%2, %3}”
    the folder '%1' is for translations, and this page does not say which page it translates
      文件夹“%1”是放译文的，这个页面没有写明译自哪个页面
    add a line such as 'translation-of: plan/1-air.md' to its front matter, or move the page out of '%1'
      在前置数据中加一行，例如“translation-of: plan/1-air.md”；或把页面移出“%1”
    the site has one language
      站点只有一种语言
    add the language of this page to 'languages' in site.yaml
      在 site.yaml 的“languages”中加上这个页面的语言
    the language of this translation is not known
      不知道这篇译文是什么语言
    add a line 'language: …' with one of %1
      加一行“language: …”，写 %1 之一
    '%1' is not a page of the site
      “%1”不是站点的页面
    write the path of the page below Content/, such as plan/1-air.md
      写页面在 Content/ 下的路径，例如 plan/1-air.md
    '%1' has two translations into '%2'
      “%1”有两篇“%2”的译文
    keep one of them
      只留一篇
    the other is here
      另一篇在这里
    List texts without a translation, and translations that are older than their original.
      列出没有译文的文字，以及比原文旧的译文。
    Print the words of a language.
      打印一种语言的用词。
    Every word that planpress itself writes on pages, in charts and in tables, as a file to translate or to change: 'planpress words en > Templates/words/de.yaml'.
      planpress 自己写在页面、图和表中的全部用词，作为文件打印出来，以便翻译或修改：“planpress words en > Templates/words/de.yaml”。
    The tag of the language, such as en or zh-CN.
      语言代码，例如 en 或 zh-CN。
    There are no words for '%1'. There are words for %2.
      没有“%1”的用词。有用词的语言是 %2。
    """#
}
