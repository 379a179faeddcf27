import Foundation
import TestSupport
import Testing

struct RandomInputTests {
  /// `make fuzz` must find all tests that draw at random, and their failures must show how to repeat them.
  @Test("Every test that draws random input uses RandomInput, is named random…, and has the trait .randomInput")
  func everyGenerator() {
    var tests = 0
    for (path, data) in filesBelow("\(packageRoot)/Tests")
    where path.hasSuffix("Tests.swift") && !path.hasSuffix("RandomInputTests.swift") {
      let text = String(decoding: data, as: UTF8.self)
      let uses = text.matches(of: /RandomInput\(/).count
      let names = text.matches(of: /func random[A-Z]?\w*\(/).count
      let traits = text.matches(of: /\.randomInput\b/).count
      guard uses > 0 || traits > 0 else { continue }
      tests += names
      #expect(names == uses && traits == uses, "\(path) has \(uses) random inputs, \(names) names and \(traits) traits")
    }
    #expect(tests > 10)
  }

  @Test("No test draws at random in another way")
  func others() {
    for (path, data) in filesBelow("\(packageRoot)/Tests")
    where path.hasSuffix("Tests.swift") && !path.hasSuffix("RandomInputTests.swift") {
      let text = String(decoding: data, as: UTF8.self)
      let others = text.matches(of: /SplitMix\(|\.random\(in: [^,)]*\)|SystemRandomNumberGenerator|6_364_136_223/)
      #expect(others.isEmpty, "\(path) draws at random without RandomInput")
    }
  }

  @Test("The same seed draws the same numbers, and another draws others")
  func seeds() {
    func numbers(_ seed: Int) -> [UInt64] {
      var generator = RandomInput(seed: seed, rounds: 1).generator
      return (0..<4).map { _ in generator.next() }
    }
    #expect(numbers(1) == numbers(1))
    #expect(numbers(1) != numbers(2))
  }
}
