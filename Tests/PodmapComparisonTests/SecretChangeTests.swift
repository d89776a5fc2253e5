import PodmapComparison
import Testing
import PodmapComparisonTestSupport

@Suite("Secrets in changes")
struct SecretChangeTests {
  /// Checks the changes, and that no report of the comparison contains one of the words.
  private func check(_ old: String, _ new: String, hides words: [String], _ rows: [String]) {
    let comparison = Comparison(layout(old), layout(new))
    #expect(comparison.rows == rows)
    let report = ComparisonReport(comparison, left: "l", right: "r")
    for output in [report.text, report.markdown, ComparisonJSON(comparison, left: "l", right: "r").text] {
      for word in words { #expect(!output.contains(word), "\(word) is shown") }
    }
  }

  @Test("A changed value of a Secret is reported but not shown")
  func secrets() {
    func secret(_ data: String, _ text: String) -> String {
      "apiVersion: v1\nkind: Secret\nmetadata: {name: db}\ndata: {user: \(data)}\nstringData: {note: \(text)}\n"
    }
    check(
      secret("aHVudGVyMg==", "plain1"), secret("aHVudGVyMw==", "plain2"),
      hides: ["aHVudGVy", "hunter", "plain"],
      [
        """
        configurationChanged default/Secret/db: data.note: <redacted> & data.user: <redacted> \
        → data.note: <redacted> & data.user: <redacted>
        """
      ])
  }

  @Test("A Secret is the same whether or not its values are encoded, and however they are wrapped")
  func encodings() {
    func secret(_ data: String) -> Layout {
      layout("apiVersion: v1\nkind: Secret\nmetadata: {name: db}\n\(data)\n")
    }
    let encoded = secret("data: {note: cGxhaW4=, user: aHVudGVyMg==}")
    let mixed = secret("data: {user: \"aHVud\\nGVyMg==\\n\", note: eA==}\nstringData: {note: plain}")
    #expect(Comparison(encoded, mixed).changes.isEmpty)
    #expect(
      Comparison(encoded, secret("stringData: {user: hunter3, note: plain}")).rows
        == ["configurationChanged default/Secret/db: data.user: <redacted> → data.user: <redacted>"])
    #expect(!Comparison(encoded, secret("data: [x]")).changes.isEmpty)
    #expect(!Comparison(encoded, secret("stringData: {user: {a: b}}")).changes.isEmpty)
  }

  @Test(
    "What looks like a credential in variables, arguments, probes, annotations and ConfigMaps is not shown",
    arguments: [
      "env: [{name: DB_PASSWORD, value: hunter}]", "env: [{name: URL, value: 'postgres://app:hunter@db/x'}]",
      "env: [{name: DSN, value: 'app:hunter@tcp(db)/shop'}]", "env: [{name: NOTE, value: 'token=hunter'}]",
      "args: [--password, hunter]", "args: [--api-token=hunter]",
      "args: [-phunter]", "command: [sh, -c, 'mysql -uroot -phunter']", "args: [-p, hunter]",
      "livenessProbe: {exec: {command: [redis-cli, -a, hunter, ping]}}",
      "livenessProbe: {httpGet: {port: 80, path: '/?token=hunter'}}",
      "readinessProbe: {httpGet: {port: 80, httpHeaders: [{name: Authorization, value: hunter}]}}",
      "lifecycle: {preStop: {exec: {command: [sh, -c, 'curl -u admin:hunter localhost']}}}",
      "env: [{name: CERT, value: '-----BEGIN PRIVATE KEY-----hunter'}]",
      "env: [{name: X, value: \"password=hunter\\r\\nx\"}]", "env: [{name: X, value: \"token=hunter\\n\"}]",
      "env: [{name: X, value: AbCdhunter012345678901234567}]", "command: [redis-server, --requirepass, hunter]",
      "env: [{name: PGPASS, value: hunter}]", "env: [{name: DB_USERPASS, value: hunter}]",
      "env: [{name: JWT, value: hunter}]", "env: [{name: RABBITMQ_ERLANG_COOKIE, value: hunter}]",
      "env: [{name: HASHIDS_SALT, value: hunter}]", "env: [{name: X, value: ghp_hunterhunterhunter}]",
      "env: [{name: X, value: sk_live_hunterhunter}]", "command: [redis-server, --masterauth, hunter]",
      "command: [sh, -c, 'exec redis-server --requirepass hunter']",
    ])
  func containers(_ field: String) {
    let new = field.replacing("hunter", with: "hunter9")
    for (old, new) in [(field, new), ("", field), (field, "")] {
      let comparison = Comparison(
        layout(deployment("web", image: "x", more: old)), layout(deployment("web", image: "x", more: new)))
      #expect(!comparison.changes.isEmpty)
      let report = ComparisonReport(comparison, left: "l", right: "r")
      for output in [report.text, report.markdown, ComparisonJSON(comparison, left: "l", right: "r").text] {
        #expect(!output.contains("hunter"))
      }
    }
  }

  @Test("Credentials in objects of any kind are not shown, but names of Secrets are")
  func objects() {
    func map(_ value: String) -> String {
      """
      apiVersion: v1
      kind: ConfigMap
      metadata: {name: m, annotations: {example.com/token: \(value)}}
      data: {api_key: \(value), app.properties: "db.password=\(value)", level: \(value)x}
      """
    }
    check(
      map("hunter1"), map("hunter2"), hides: ["hunter1\"", "=hunter", ": hunter1 "],
      [
        """
        configurationChanged default/ConfigMap/m: data.api_key: <redacted> & data["app.properties"]: <redacted> \
        & data.level: hunter1x → data.api_key: <redacted> & data["app.properties"]: <redacted> & data.level: hunter2x
        """,
        """
        fieldsChanged default/ConfigMap/m: metadata.annotations["example.com/token"]: <redacted> \
        → metadata.annotations["example.com/token"]: <redacted>
        """,
      ])
    func custom(_ value: String, _ secret: String) -> String {
      """
      apiVersion: example.com/v1
      kind: Database
      metadata: {name: d}
      spec: {adminPassword: \(value), login: [{name: secret-word, value: \(value)}], credentialsRef: {name: \(secret)}}
      """
    }
    check(
      custom("hunter1", "db-token"), custom("hunter2", "db-secret"), hides: ["hunter"],
      [
        """
        fieldsChanged Database.example.com/d: spec.adminPassword: <redacted> & spec.credentialsRef.name: db-token \
        & spec.login[secret-word].value: <redacted> → spec.adminPassword: <redacted> \
        & spec.credentialsRef.name: db-secret & spec.login[secret-word].value: <redacted>
        """
      ])
  }
}
