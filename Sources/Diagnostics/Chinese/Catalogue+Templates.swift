extension Catalogue {
  /// Chinese messages of `Templates`.
  static let templates = #"""
    # TemplateChecker+Names
    '%1' is text, and text is always escaped
      “%1”是文本，而文本总是要转义
    write {{%1}}
      请写 {{%1}}
    '%1' is a %2 and cannot be printed
      “%1”是%2，不能直接输出
    print one of its names: %1
      请输出它的某个名称：%1
    use it as a section, {{#%1}}…{{/%2}}
      请作为区块使用：{{#%1}}…{{/%2}}
    '%1' is a list and cannot be printed
      “%1”是列表，不能直接输出
    repeat a section for each item, {{#%1}}…{{/%2}}
      用区块逐项重复：{{#%1}}…{{/%2}}
    '%1' is a %2 and cannot name a template
      “%1”是%2，不能用来指定模板
    a dynamic name must be the name of a text
      动态名称必须是一个文本的名称
    '%1' has no name '%2'
      “%1”没有“%2”这个名称
    '%1' has %2
      “%1”有：%2
    Mustache has no else: write {{^name}}…{{/name}}
      Mustache 没有 else：请写 {{^name}}…{{/name}}
    name '%1' does not exist here
      这里没有“%1”这个名称
    '%1' is %2 and has no names of its own
      “%1”是%2，没有下级名称
    # TemplateChecker
    template '%1' does not exist
      没有模板“%1”
    '%1' is included here
      “%1”在这里被包含
    block '%1' is shown here
      区块“%1”在这里显示
    templates include each other in too many different contexts
      模板之间互相包含的方式太多
    only blocks are shown between {{<name}} and {{/name}}
      {{<name}} 和 {{/name}} 之间只显示区块
    put it in a block, {{$name}}…{{/name}}
      请放进区块：{{$name}}…{{/name}}
    '%1' has no blocks
      “%1”没有区块
    '%1' has no block '%2'
      “%1”没有区块“%2”
    template '%1' includes itself without end
      模板“%1”没完没了地包含自己
    include it in a section that goes one level deeper each time, such as {{#children}}…{{/children}}
      请放在每次深入一层的区块里，例如 {{#children}}…{{/children}}
    template '%1' has more than %2 MB with all that it includes
      模板“%1”连同它包含的内容超过 %2 MB
    include each template once; show it for each item of a list with {{#list}}…{{/list}}
      每个模板只包含一次；要逐项显示列表，请用 {{#list}}…{{/list}}
    no page uses template '%1'
      没有页面用到模板“%1”
    # RepeatedBlocks
    block '%1' is in this template twice
      区块“%1”在这个模板中出现了两次
    block '%1' of '%2' is filled twice
      “%2”的区块“%1”填写了两次
    give one of them another name
      给其中一个换个名称
    the first one is here
      第一个在这里
    # TagPairs
    %1 is not closed
      %1 没有结束
    close it with %1
      用 %1 结束
    %1 closes the tag around it
      %1 结束的是它外面的标签
    %1 has no opening tag
      %1 没有对应的开始标签
    %1 has no opening tag: %2 is open here
      %1 没有对应的开始标签：这里未结束的是 %2
    write {{/%1%2}}
      请写 {{/%1%2}}
    %1 is opened here
      %1 在这里开始
    tags are nested more than %1 levels deep
      标签的嵌套超过 %1 层
    # TemplateLexer
    a tag needs a name
      标签要有名称
    '%1' is not a name: a name has no spaces
      “%1”不是名称：名称中没有空格
    write {{#name}}…{{/name}} for 'if' and 'each', {{^name}}…{{/name}} for 'else'
      “if”和“each”请写成 {{#name}}…{{/name}}，“else”请写成 {{^name}}…{{/name}}
    '%1' is not a name: a dot needs a name on both sides
      “%1”不是名称：点号两边都要有名称
    a change of delimiters must end with '='
      更改定界符必须以“=”结束
    write it like {{=<% %>=}}
      请写成 {{=<% %>=}}
    a change of delimiters needs two delimiters without '='
      更改定界符要写两个不含“=”的定界符
    this tag is not closed
      这个标签没有结束
    end it with %1
      用 %1 结束
    # Words
    HTML
      HTML
    flag
      开关
    view
      视图
    list
      列表
    """#
}
