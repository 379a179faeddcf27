import Foundation
import TestSupport

/// A folder with a git repository.
struct GitRepository {
  let path: String

  /// Runs git there and returns its output.
  @discardableResult
  func git(_ arguments: String...) throws -> String { try git(arguments) }

  @discardableResult
  func git(_ arguments: [String]) throws -> String {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
    process.arguments =
      ["git", "-C", path, "-c", "user.name=n", "-c", "user.email=e@example.org", "-c", "init.defaultBranch=main"]
      + arguments
    let output = Pipe()
    process.standardOutput = output
    process.standardError = FileHandle.nullDevice
    try process.run()
    let data = output.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    return String(decoding: data, as: UTF8.self)
  }

  /// The files of a branch.
  func files(_ branch: String) throws -> [String] {
    try git("ls-tree", "-r", "--name-only", branch).split(separator: "\n").map(String.init)
  }
}

/// A folder with substitutes for programs, by name, to be put first in `PATH`.
struct FakePrograms {
  let folder = TemporaryFolder()

  init(_ scripts: [String: String]) throws {
    for (name, script) in scripts {
      folder.write("#!/bin/sh\n\(script)\n", to: name)
      try FileManager.default.setAttributes([.posixPermissions: 0o755], ofItemAtPath: "\(folder.path)/\(name)")
    }
  }

  var environment: [String: String] {
    ["PATH": "\(folder.path):\(ProcessInfo.processInfo.environment["PATH"] ?? "/usr/bin:/bin")"]
  }
}
