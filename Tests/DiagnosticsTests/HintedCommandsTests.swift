import Diagnostics
import Testing

struct HintedCommandsTests {
  @Test(
    "Commands in a hint name the folder of the site, as their command takes it",
    arguments: [
      ("'planpress check --fix' does it", "'planpress check plans/city --fix' does it"),
      ("there is none: 'planpress snapshot' makes one", "there is none: 'planpress snapshot plans/city' makes one"),
      ("'planpress collect --period 2026' asks", "'planpress collect plans/city --period 2026' asks"),
      ("“planpress extract --accept”把目标加进登记表", "“planpress extract plans/city --accept”把目标加进登记表"),
      (
        "'planpress extract --accept' adds all; 'planpress extract --accept --only 1,3-5' adds those",
        "'planpress extract plans/city --accept' adds all; 'planpress extract plans/city --accept --only 1,3-5' adds those"
      ),
      (
        "add it: 'planpress new indicator homes --from \"the city's homes\" --baseline 2025=400', and check",
        "add it: 'planpress new indicator homes --from \"the city's homes\" --baseline 2025=400 --site plans/city', and check"
      ),
      (
        "take it in with 'planpress import Content/a.xlsx'",
        "take it in with 'planpress import plans/city/Content/a.xlsx --into plans/city'"
      ),
      (
        "'planpress words fr > Templates/words/fr.yaml' writes them",
        "'planpress words fr > plans/city/Templates/words/fr.yaml' writes them"
      ),
      ("name it: 'planpress build my-site'", "name it: 'planpress build my-site'"),
      ("'planpress explain' lists all codes", "'planpress explain' lists all codes"),
      ("what planpress check does", "what planpress check does"),
    ])
  func folder(hint: String, expected: String) {
    #expect(HintedCommands(folder: "plans/city").named(in: hint) == expected)
    #expect(HintedCommands(folder: ".").named(in: hint) == hint)
    #expect(HintedCommands().named(in: hint) == hint)
  }

  @Test("A folder with a space, and a word with a quote, are quoted")
  func quotes() {
    #expect(
      HintedCommands(folder: "my plan").named(in: "'planpress check --fix' does it")
        == "'planpress check \"my plan\" --fix' does it")
    #expect(HintedCommands.word("规划") == "规划")
    #expect(HintedCommands.word("5\" pipe") == "\"5\\\" pipe\"")
    #expect(HintedCommands.word("") == "\"\"")
  }
}
