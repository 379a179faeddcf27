import Foundation
import TestSupport

/// What a run of the built program gave.
struct Run {
  let status: Int32
  let output: String
  let errors: String
}

/// Runs the program that the build made, as a user would.
func planpress(_ arguments: [String], input: String = "", environment: [String: String] = [:]) throws -> Run {
  let process = Process()
  process.executableURL = programURL
  process.arguments = arguments
  process.environment = ProcessInfo.processInfo.environment.merging(environment) { _, new in new }
  let (output, errors, standardInput) = (Pipe(), Pipe(), Pipe())
  process.standardOutput = output
  process.standardError = errors
  process.standardInput = standardInput
  try process.run()
  standardInput.fileHandleForWriting.write(Data(input.utf8))
  try standardInput.fileHandleForWriting.close()
  // Small outputs: no pipe fills before the other is read.
  let outputData = output.fileHandleForReading.readDataToEndOfFile()
  let errorData = errors.fileHandleForReading.readDataToEndOfFile()
  process.waitUntilExit()
  return Run(
    status: process.terminationStatus, output: String(decoding: outputData, as: UTF8.self),
    errors: String(decoding: errorData, as: UTF8.self))
}

/// The program lies beside the tests' own bundle.
let programURL: URL = {
  let environment = ProcessInfo.processInfo.environment
  if let path = environment["PLANPRESS_PROGRAM"] { return URL(fileURLWithPath: path) }
  let builds = ["debug", "release"].map { URL(fileURLWithPath: "\(packageRoot)/.build/\($0)/planpress") }
  return builds.first { FileManager.default.isExecutableFile(atPath: $0.path) } ?? builds[0]
}()
