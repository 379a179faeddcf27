import Foundation
import TestSupport
import Testing

/// Hints with a command can be typed where the command was run.
struct HintTests {
  private func folder() -> TemporaryFolder {
    TemporaryFolder([
      "my-plan/Content/site.yaml": "title: Test\nlanguages: [en]\n",
      "my-plan/Content/index.md": "---\ntype: plan\ntitle: A plan\nperiod: 2027-2031\n---\nText.\n",
      "my-plan/Content/1-homes.md": "---\ntitle: Homes\n---\nBy 2031, energy use of homes will fall by 20 kWh.\n",
      "my-plan/Content/departments.yaml": "- {id: works, name: Works}\n",
      "my-plan/Content/indicators.yaml":
        "- {id: trees, name: Trees, unit: trees, department: works, target: 50, values: {2027: 3}}\n",
    ])
  }

  /// The commands that the hints of a run name.
  private func commands(_ run: Run) -> [String] {
    "\(run.output)\n\(run.errors)".matches(of: /'(planpress [^']+)'/).map { String($0.output.1) }
  }

  /// Runs a command line as a shell would.
  private func type(_ command: String, in folder: TemporaryFolder) throws -> Int32 {
    try Shell.run(
      command.replacingOccurrences(of: "planpress ", with: "\"$PROGRAM\" "), in: folder.path,
      ["PROGRAM": programURL.path])
  }

  @Test("Every hint at a command names the folder, and the command works when it is typed")
  func typed() throws {
    let folder = folder()
    let runs = [
      ["check", "my-plan", "--period", "2028"], ["check", "my-plan"], ["extract", "my-plan"],
      ["extract", "my-plan", "--accept"],
    ]
    var typed: Set<String> = []
    for arguments in runs {
      for command in commands(try planpress(arguments, in: folder.path)) where typed.insert(command).inserted {
        #expect(command.contains("my-plan"), "\(command)")
        #expect(try type(command, in: folder) == 0, "\(command)")
      }
    }
    #expect(typed.contains("planpress collect my-plan --period 2028"))
    #expect(typed.contains("planpress snapshot my-plan"))
    #expect(
      typed.contains { $0.hasPrefix("planpress new indicator") && $0.contains("--baseline 2026=400") }, "\(typed)")
  }

  @Test("Without a site, the hint says where one is, or how to get there, whatever the command")
  func noSite() throws {
    let folder = folder()
    for arguments in [["check"], ["collect", "--period", "2028"], ["new", "section", "Air"], ["extract"]] {
      let run = try planpress(arguments, in: folder.path)
      #expect(run.status == 1)
      #expect(run.errors.contains("hint: name the folder of the site in the command: 'my-plan'\n"), "\(run.errors)")
    }
    let inside = try planpress(["check"], in: "\(folder.path)/my-plan/Content")
    #expect(inside.errors.contains("hint: you are in it: go to the folder above with 'cd ..'\n"), "\(inside.errors)")
    let named = try planpress(["check", "my-plan/Content"], in: folder.path)
    #expect(
      named.errors.contains("hint: name the folder above it in the command: 'my-plan'\n"), "\(named.errors)")
    let empty = TemporaryFolder()
    let nothing = try planpress(["check"], in: empty.path)
    #expect(
      nothing.errors.contains(
        "hint: go to the folder that contains Content with 'cd', or name that folder in the command\n"),
      "\(nothing.errors)")
  }

  @Test("Notes are counted")
  func notes() throws {
    let folder = folder()
    let run = try planpress(["check", "my-plan", "--today", "2027-01-01"], in: folder.path)
    #expect(run.errors.contains("note: "))
    #expect(run.output.contains(/^planpress: 1 warning and 1 note \(/), "\(run.output)")
  }
}
