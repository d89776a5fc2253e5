import PodmapManifests
import Testing

@Suite("The choice of messages for a terminal")
struct MessageChoiceTests {
  private func messages(_ topic: Diagnostic.Topic, _ severity: Diagnostic.Severity, _ count: Int) -> [Diagnostic] {
    (0..<count).map { Diagnostic(severity, topic: topic, "\(topic.code) \($0)") }
  }

  private func choice(_ diagnostics: [Diagnostic]...) -> MessageChoice { MessageChoice(diagnostics.flatMap(\.self)) }

  @Test("Few messages are shown in their order, without a summary")
  func few() {
    let choice = choice(messages(.policyPeer, .note, 2), messages(.missingObject, .warning, 2))
    #expect(
      choice.shown.map(\.message) == ["policy-peer 0", "policy-peer 1", "missing-object 0", "missing-object 1"])
    #expect(choice.rest == nil)
  }

  @Test("Of many, each topic is shown before any is shown twice, warnings before notes, and the others are counted")
  func many() {
    let choice = choice(
      messages(.policyPeer, .note, 3), messages(.missingObject, .warning, 6), messages(.deniedCall, .warning, 1))
    #expect(
      choice.shown.map(\.message) == ["missing-object 0", "missing-object 1", "missing-object 2", "denied-call 0"])
    #expect(
      choice.rest?.description
        == "warning: 6 more messages: 3 about peers of NetworkPolicies that are not in the input, "
        + "3 about objects that are not in the input; use --verbose to print them")
  }

  @Test("Every error is shown, however many there are")
  func errors() {
    let choice = choice(messages(.unreadable, .error, 9), messages(.missingObject, .warning, 5))
    #expect(choice.shown.count == 13)
    #expect(
      choice.rest?.message == "1 more message about objects that are not in the input; use --verbose to print them")
  }

  @Test("What is to be expected is neither shown nor counted")
  func routine() {
    let choice = choice(
      messages(.notAManifest, .note, 9), messages(.duplicateObject, .note, 9), messages(.notShown, .note, 1))
    #expect(choice.shown.isEmpty && choice.rest == nil)
    #expect(self.choice(messages(.notAManifest, .error, 1)).shown.count == 1)
  }

  @Test("A message about alternatives stands for those about each object")
  func alternatives() {
    let choice = choice(messages(.duplicateObject, .warning, 9), messages(.alternatives, .warning, 1))
    #expect(choice.shown.map(\.topic) == [.alternatives] && choice.rest == nil)
  }
}
