extension Int {
  /// "1 pod", "3 pods"
  package func counted(_ noun: String) -> String { self == 1 ? "1 \(noun)" : "\(self) \(noun)s" }
}
