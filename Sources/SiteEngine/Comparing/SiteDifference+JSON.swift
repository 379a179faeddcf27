import DataFormats

extension SiteDifference {
  /// The difference as JSON: format, version, and a list for targets, plans, sections, actions, and actions whose state
  /// follows from the passing of time; without sections or actions if these were not compared.
  package var json: [UInt8] {
    var json = JSONWriter(.pretty)
    json.object { json in
      json.member("format", "planpress-difference")
      json.member("version", 1)
      SiteDifference.write(targets, as: "targets", to: &json)
      SiteDifference.write(plans, as: "plans", to: &json)
      if hasTexts {
        json.array("sections") { json in
          for section in sections + translations { json.object { SiteDifference.write(section, to: &$0) } }
        }
      }
      if hasActions {
        SiteDifference.write(actions, as: "actions", to: &json)
        SiteDifference.write(actionsByTime, as: "actionsByTime", to: &json)
      }
    }
    return json.bytes
  }

  private static func write(_ section: SectionDifference, to json: inout JSONWriter) {
    json.member("path", section.path)
    json.member("language", section.language)
    json.member("oldPath", section.oldPath)
    json.member("number", section.number)
    json.member("oldNumber", section.oldNumber == section.number ? nil : section.oldNumber)
    json.member("title", section.title)
    json.member("oldTitle", section.oldTitle)
    json.member("change", section.change.rawValue)
    guard !section.text.isEmpty else { return }
    json.array("text") { json in
      for piece in section.text.pieces {
        json.object { json in
          switch piece {
          case .kept(let text): json.member("kept", text)
          case .removed(let text): json.member("removed", text)
          case .added(let text): json.member("added", text)
          }
        }
      }
    }
  }

  private static func write(_ entries: [Entry], as key: StaticString, to json: inout JSONWriter) {
    json.array(key) { json in
      for entry in entries {
        json.object { json in
          json.member("id", entry.key)
          json.member("name", entry.name)
          json.member("change", entry.change.rawValue)
          write(entry.facts, to: &json)
          write(entry.accounts, to: &json)
          guard !entry.steps.isEmpty else { return }
          json.array("steps") { json in
            for step in entry.steps {
              json.object { json in
                json.member("name", step.name)
                json.member("change", step.change.rawValue)
                write(step.facts, to: &json)
              }
            }
          }
        }
      }
    }
  }

  private static func write(_ accounts: [Account], to json: inout JSONWriter) {
    guard !accounts.isEmpty else { return }
    json.array("accounts") { json in
      for account in accounts {
        json.object { json in
          json.member("until", account.until)
          json.member("by", account.by)
          json.member("why", account.why)
        }
      }
    }
  }

  private static func write(_ facts: [Fact], to json: inout JSONWriter) {
    json.array("facts") { json in
      for fact in facts {
        json.object { json in
          json.member("key", fact.key)
          json.member("old", fact.old)
          json.member("new", fact.new)
        }
      }
    }
  }
}
