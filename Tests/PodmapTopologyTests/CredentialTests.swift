import Testing

@testable import PodmapTopology

@Suite("What may be a credential")
struct CredentialTests {
  @Test(
    "By the name of a variable",
    arguments: [
      ("DB_PASSWORD", true), ("dbPass", true), ("PGPASS", true), ("API_KEY", true), ("apiToken", true),
      ("AUTH_HEADER", true), ("SAS", true), ("SESSION_SALT", true), ("TOKEN_URL", false), ("DB_HOST", false),
      ("BYPASS", false), ("LOG_LEVEL", false), ("KEYBOARD", false),
    ])
  func variables(_ name: String, _ expected: Bool) {
    #expect(CredentialNames.mayMean(name) == expected)
  }

  @Test(
    "By the name of a field in a text, where a key alone is not a credential",
    arguments: [
      ("password", true), ("--token", true), ("access-key", true), ("requirepass", true), ("jwt", true),
      ("key", false), ("token-file", false), ("authority", false), ("", false),
    ])
  func fields(_ name: String, _ expected: Bool) {
    #expect(CredentialNames.isField(name) == expected)
  }

  @Test(
    "By the name of a field of an object",
    arguments: [
      ("clientSecret", true), ("tokenUrl", false), ("secretName", false), ("passwordFile", true), ("keyRef", false),
    ])
  func objectFields(_ name: String, _ expected: Bool) {
    #expect(Credentials.areNamed(name) == expected)
  }

  @Test(
    "By the flag before it",
    arguments: [("--password", true), ("-p", true), ("-u", true), ("--port", false), ("--password=x", false)])
  func flags(_ flag: String, _ expected: Bool) {
    #expect(Credentials.mayFollow(flag: flag) == expected)
  }

  @Test(
    "By what a text looks like",
    arguments: [
      ("password: hunter2", true), ("mysql -phunter2", true), ("curl -u admin:hunter2 x", true),
      ("user:hunter2@tcp(db)/shop", true), ("ghp_0123456789abcdefghij", true),
      ("0123456789abcdef0123456789abcdef", true), ("aB3dE5gH7jK9mN1pQ3sT", true),
      ("https://hooks.slack.com/services/T0/B0/x", true), ("-----BEGIN RSA PRIVATE KEY-----", true),
      ("mkdir -p /data", false), ("shop/web@sha256:0a", false), ("http://web:8080/health", false),
      ("/usr/share/nginx/html/index.html", false), ("a plain sentence of ordinary words", false),
    ])
  func texts(_ text: String, _ expected: Bool) {
    #expect(Credentials.mayStand(in: text) == expected)
  }

  @Test(
    "For certain",
    arguments: [
      ("https://user:word@db/shop", true), ("token=abc", true), ("-----BEGIN CERTIFICATE-----", true),
      ("the token is rotated", false), ("http://web/x?a=b", false),
    ])
  func certain(_ text: String, _ expected: Bool) {
    #expect(Credentials.standClearly(in: text) == expected)
  }
}
