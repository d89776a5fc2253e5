/// Applications by the names of their objects, to find those that have the same ones.
struct Repetitions {
  private var applications: [FoundApplication] = []
  private var users: [String: [Int]] = [:]

  mutating func add(_ application: FoundApplication) {
    for name in application.names { users[name, default: []].append(applications.count) }
    applications.append(application)
  }

  /// The first of the applications that have most of the objects of another one, and fulfil a condition.
  func first(
    with application: FoundApplication, where isWanted: (FoundApplication) -> Bool = { _ in true }
  ) -> FoundApplication? {
    var counts: [Int: Int] = [:]
    for name in application.names { for user in users[name] ?? [] { counts[user, default: 0] += 1 } }
    let found = counts.filter { 2 * $0.value > application.names.count && isWanted(applications[$0.key]) }
    return found.keys.min().map { applications[$0] }
  }
}
