import Foundation
import TestSupport

/// The result of running the program.
struct Run {
  let status: Int32
  let output: String
  let errors: String
}

/// Runs the built program like a user.
func planpress(
  _ arguments: [String], in folder: String? = nil, input: String = "", environment: [String: String] = [:]
) throws -> Run {
  let process = Process()
  if let folder { process.currentDirectoryURL = URL(fileURLWithPath: folder) }
  process.executableURL = programURL
  process.arguments = arguments
  process.environment = englishEnvironment.merging(environment) { _, new in new }
  let (output, standardInput) = (Pipe(), Pipe())
  process.standardOutput = output
  // A file, because an unread pipe fills up.
  let errors = TemporaryFolder(["errors": ""])
  process.standardError = FileHandle(forWritingAtPath: "\(errors.path)/errors")
  process.standardInput = standardInput
  try process.run()
  standardInput.fileHandleForWriting.write(Data(input.utf8))
  try standardInput.fileHandleForWriting.close()
  let outputData = output.fileHandleForReading.readDataToEndOfFile()
  process.waitUntilExit()
  return Run(
    status: process.terminationStatus, output: String(decoding: outputData, as: UTF8.self),
    errors: errors.text("errors") ?? "")
}

/// The environment of the tests, in which the program speaks English, whatever the machine does.
let englishEnvironment = ProcessInfo.processInfo.environment.merging(["LC_ALL": "", "LC_MESSAGES": "", "LANG": "en"]) {
  _, new in new
}

/// The program that the tests run: `PLANPRESS_PROGRAM`, else the debug or release build.
let programURL: URL = {
  let environment = ProcessInfo.processInfo.environment
  if let path = environment["PLANPRESS_PROGRAM"] { return URL(fileURLWithPath: path) }
  let builds = ["debug", "release"].map { URL(fileURLWithPath: "\(packageRoot)/.build/\($0)/planpress") }
  return builds.first { FileManager.default.isExecutableFile(atPath: $0.path) } ?? builds[0]
}()

/// Runs shell commands.
enum Shell {
  /// Runs commands and returns the exit code; their output is discarded.
  static func run(_ commands: String, in folder: String = "/", _ environment: [String: String] = [:]) throws -> Int32 {
    let process = try start(commands, folder, environment, output: FileHandle.nullDevice)
    process.waitUntilExit()
    return process.terminationStatus
  }

  /// Runs commands and returns their output and errors.
  static func output(_ commands: String, in folder: String = "/", _ environment: [String: String] = [:]) throws
    -> String
  {
    let pipe = Pipe()
    let process = try start(commands, folder, environment, output: pipe)
    let data = pipe.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    return String(decoding: data, as: UTF8.self)
  }

  /// Starts commands that run until they are terminated.
  static func start(
    _ commands: String, _ folder: String = "/", _ environment: [String: String] = [:],
    output: Any = FileHandle.nullDevice
  ) throws -> Process {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/bin/bash")
    process.arguments = ["-eo", "pipefail", "-c", commands]
    process.currentDirectoryURL = URL(fileURLWithPath: folder)
    process.environment = englishEnvironment.merging(environment) { _, new in new }
    process.standardOutput = output
    process.standardError = output
    process.standardInput = FileHandle.nullDevice
    try process.run()
    return process
  }
}
