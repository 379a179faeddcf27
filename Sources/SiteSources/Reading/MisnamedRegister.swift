import Diagnostics
import Files

/// A file that was meant as a register, but whose name is not that of one: `Indicators.yaml`, `指标.yaml`, `action.yaml`,
/// `indicators.json`.
struct MisnamedRegister {
  let kind: RegisterKind
  let finding: Diagnostic

  private static let names: [String: RegisterKind] = [
    "indicator": .indicators, "指标": .indicators, "指标表": .indicators, "programme": .programmes,
    "program": .programmes, "programs": .programmes, "项目": .programmes, "工程": .programmes, "department": .departments,
    "部门": .departments, "单位": .departments, "glossaries": .glossary, "terms": .glossary, "术语": .glossary,
    "术语表": .glossary, "词汇表": .glossary, "action": .actions, "任务": .actions, "行动": .actions, "措施": .actions,
  ]

  init?(_ file: SourceFile) {
    let name = file.name
    let ending = name.pathExtension
    guard ["yaml", "yml", "json"].contains(ending.lowercased()) else { return nil }
    let bare = name.withoutPathExtension.lowercased()
    guard let kind = RegisterKind(rawValue: bare) ?? MisnamedRegister.names[bare] else { return nil }
    // Data of other programs has any name.
    if ending == "json", RegisterKind(rawValue: bare) == nil { return nil }
    self.kind = kind
    finding = Diagnostic(
      .error, .fileNotRead, "'\(name)' is not read, and not published: registers have names of their own",
      hint: ending.lowercased() == "json"
        ? "write its entries as YAML into '\(kind.rawValue).yaml'" : "rename it to '\(kind.rawValue).yaml'",
      at: SourceLocation(file: file.contentPath))
  }
}
