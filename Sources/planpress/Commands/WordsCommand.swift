import ArgumentParser
import Diagnostics
import Words

struct WordsCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "words",
    abstract: localized("Print the words of a language."),
    discussion: localized(
      "Every word that planpress itself writes on pages, in charts and in tables, as a file to translate or to change: 'planpress words en > Templates/words/de.yaml'."
    ))

  @Argument(help: localized("The tag of the language, such as en or zh-CN."))
  var language = "en"

  @OptionGroup var spoken: LanguageOptions

  func run() throws {
    guard let bytes = BuiltInWords.bytes(language) else {
      throw ValidationError(
        localized("There are no words for '\(language)'. There are words for \(list: BuiltInWords.tags)."))
    }
    Terminal.output(bytes)
  }
}
