/// The words that make a name that of a credential: the one list for variables, fields, flags, keys and running text.
///
/// Every output uses it, through `CredentialName`. A word is in lower case, without separators.
enum CredentialWords {
  /// Whether the name of a credential contains the text, wherever its words begin and end: `db_userPassword`.
  static let anywhere: [String: CredentialGrade] = [
    "secret": .key, "token": .key, "apikey": .key, "accesskey": .key, "accountkey": .key, "sharedkey": .key,
    "privatekey": .key, "signingkey": .key, "encryptionkey": .key, "masterkey": .key, "licensekey": .key,
    "licencekey": .key, "credential": .key, "bearer": .key, "authorization": .key,
    "authorisation": .key, "webhook": .key, "connectionstring": .key, "connstr": .key, "dockerconfigjson": .key,
    "dockercfg": .key,
    "masterauth": .password, "mnemonic": .key, "keystorepass": .password, "serviceaccountkey": .key,
    "serviceaccountjson": .key,
  ].merging(CredentialLanguages.anywhere.map { ($0, .password) }) { first, _ in first }

  /// Words that count on their own only, so that `author`, `monkey` and `spinner` don't.
  static let alone: [String: CredentialGrade] = [
    "key": .key, "keys": .key, "auth": .key, "auths": .key, "cred": .key, "creds": .key, "sas": .key,
    "jwt": .key, "cookie": .key, "cookies": .key, "salt": .key, "pepper": .key, "pat": .key, "dsn": .key, "sig": .key,
    "hmac": .key, "signature": .key, "otp": .password, "totp": .password, "pin": .password, "pins": .password,
    "kubeconfig": .key, "netrc": .key, "pgpass": .password,
  ].merging(CredentialLanguages.alone.map { ($0, .password) }) { first, _ in first }

  /// Words that count at the end of a name only: `HTTP_BASIC`, not `BASIC_LIMIT`.
  static let last: Set<String> = ["basic", "private", "code", "codes"]

  /// Short words that nobody uses in a sentence for anything else.
  static let plain: Set<String> = ["pwd", "psw", "pw", "mdp", "passe"]

  /// A name that ends in one of these and `code` says what happened or where, rather than what opens something.
  static let harmlessCodes: Set<String> = [
    "status", "exit", "error", "return", "response", "result", "reason", "http", "https", "country", "language", "lang",
    "locale", "currency", "zip", "postal", "post", "region", "area", "site", "source", "byte", "qr", "bar", "color",
    "colour", "key", "char", "op", "vs", "expected", "valid", "airport", "dial", "retry", "success",
  ]

  /// A name that ends in one of these and `code` opens something.
  static let openingCodes: Set<String> = [
    "access", "pass", "security", "verification", "confirmation", "activation", "auth", "authorization", "pin", "door",
    "invite", "invitation", "reset", "unlock", "backup", "recovery", "entry", "secret", "login", "otp", "mfa", "totp",
    "registration", "pairing", "admin", "user", "master",
  ]

  /// Words that contain one of the above, and mean something else.
  static let innocent: Set<String> = [
    "bypass", "compass", "encompass", "onepass", "multipass", "passthrough", "tokenizer", "tokenizers", "tokenize",
    "tokenized", "tokenization", "tokeniser", "detokenizer", "secretary", "trespass", "secretless", "underpass",
    "overpass", "monkey", "donkey", "turkey", "hockey", "jockey", "whiskey", "hotkey", "lackey", "mickey", "valkey",
  ]

  /// Two words that together mean something else: `PUBLIC_KEY`, `PASS_THROUGH`.
  static let innocentPairs: Set<String> = [
    "passthrough", "publickey", "publickeys", "primarykey", "primarykeys", "foreignkey", "partitionkey", "sortkey",
    "cachekey", "routingkey", "idempotencykey", "keyvault", "keyspace", "keyboard", "topologykey", "topologykeys",
    "keyframe",
    "labelkey", "labelkeys", "annotationkey", "keycloak", "keydb", "rangekey", "rowkey", "shardkey", "keyusage",
    "passcount", "passrate",
  ]

  /// Whether a word ends in `pass` and names a password: `requirepass`, `PGPASS`.
  static func endsWithPass(_ word: String) -> Bool { word.hasSuffix("pass") && !innocent.contains(word) }

  /// Whether a word ends in `key` and names one: `sshkey`, `adminkey`.
  static func endsWithKey(_ word: String) -> Bool {
    word.hasSuffix("key") && !innocent.contains(word) && !innocentPairs.contains(word)
  }
}

/// What a name says about its value.
enum CredentialGrade: Int, Comparable, Sendable {
  /// A key, a token, or something else that a program generates.
  case key
  /// A text that somebody chose, which may look like any word.
  case password

  static func < (left: CredentialGrade, right: CredentialGrade) -> Bool { left.rawValue < right.rawValue }
}
