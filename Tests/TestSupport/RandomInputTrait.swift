import Testing

#if compiler(>=6.2)
  extension Trait where Self == IssueHandlingTrait {
    /// Marks a test that draws random input: a failure says how to repeat it.
    package static var randomInput: Self {
      .compactMapIssues { issue in
        var issue = issue
        issue.comments.append(Comment(rawValue: RandomInput.repetition))
        return issue
      }
    }
  }
#else
  /// Marks a test that draws random input. Swift 6.1 cannot add to a failure how to repeat it.
  package struct RandomInputTrait: TestTrait {}

  extension Trait where Self == RandomInputTrait {
    package static var randomInput: Self { RandomInputTrait() }
  }
#endif
