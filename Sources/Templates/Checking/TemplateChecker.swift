import Diagnostics
struct TemplateChecker {
  var diagnostics: [Diagnostic] = []
  init(_ templates: [ParsedTemplate]) {}
  mutating func check(_ roots: [TemplateSet.Root], siteProvided: Set<String>) {}
}
