import Testing

@testable import PodmapTopology

@Suite("What may be a credential")
struct CredentialTests {
  @Test(
    "A value is hidden by the name of its variable, field or flag",
    arguments: [
      "DB_PASSWORD", "dbPass", "PGPASS", "API_KEY", "apiToken", "AUTH_HEADER", "SAS", "SESSION_SALT", "COOKIE_W",
      "GITHUB_PAT", "JWT", "DSN", "PIN", "USER_PIN", "PASSCODE", "CODE", "ACCESS_CODE", "OTP", "PSWD", "pw", "PW",
      "WEBHOOK_URL", "SLACK_WEBHOOK", "HTTP_BASIC", "BASIC_AUTH", "kennwort", "MOT_DE_PASSE", "motDePasse", "MDP",
      "CONTRASENA", "contraseña", "CONTRASEÑA", "CLAVE", "SENHA", "parola", "haslo", "hasło", "HESLO", "wachtwoord",
      "LOSENORD", "lösenord", "adgangskode", "salasana", "jelszó", "SIFRE", "şifre", "пароль", "ПАРОЛЬ", "κωδικός",
      "ΚΩΔΙΚΌΣ",
      "密码", "db密码", "パスワード", "비밀번호", "סיסמה", "كلمة_المرور", "mật_khẩu", "KATA_SANDI", "CONNECTION_STRING",
      "restuserkey", "CONN_STR",
      "AccountKey", "SharedAccessKey", "PRIVATE_KEY", "SSL_KEY", "ENCRYPTION_KEYS", "PUBLIC_KEY_PASSWORD",
      "secretString", "CREDENTIALS", "clientSecret", "secret", "passwordFile", "PASSWORD_NAME", "TOKEN_VALUE",
      "TOKEN_1",
      "TOKENS", "AUTHORIZATION", "KEY", "--auth", "dockerconfigjson", "HMAC", "signature", "MYSQL_PWD", "ROOTPW",
    ])
  func hiddenByName(_ name: String) {
    #expect(Credentials.hide("Sunshine088", under: CredentialName(name), named: name))
  }

  @Test(
    "A value is hidden although its name promises something harmless, if it isn't that",
    arguments: [
      ("PASSWORD_FILE", "hunter2"), ("TOKEN_TTL", "hunter2"), ("SECRET_LENGTH", "hunter2"), ("PIN", "1234"),
      ("CODE", "123456"), ("API_KEY_HEADER", "X-Api-Key: hunter2"), ("API_KEY_HEADER", "hunter2"),
      ("AUTH_ENABLED", "hunter2"), ("DSN", "hunter2"), ("DSN", "postgres://app:hunter2@db/shop"),
      ("WEBHOOK_URL", "https://hooks.slack.com/services/T000/B000/hunter2"), ("WEBHOOK_URL", "hunter2"),
      ("TOKEN_URL", "https://auth/token?code=hunter2"), ("PASSWORD_TYPE", "hunter2"),
      ("SECRET_NAME", "aB3dE5gH7jK9mN1pQ3sT"), ("PASSWORD", "12345678"), ("TOKEN", "3600"), ("PASSWORD", "/hunter2"),
      ("SECRET_KEY", "/k9Xm2Lp/abcDEF123"), ("PIN", "0"), ("BANK_CODE", "417"), ("ACCESS_CODE", "sunshine"),
      ("MAX_TOKENS", "hunter2"), ("USE_TOKEN", "hunter2"),
      ("TOKEN_URL", "https://auth.example/" + String(repeating: "token/", count: 200)),
    ])
  func hiddenByValue(_ name: String, _ value: String) {
    #expect(Credentials.hide(value, under: CredentialName(name), named: name))
  }

  @Test(
    "A value is shown if its name promises something harmless, and it is that",
    arguments: [
      ("TOKEN_EXPIRY_SECONDS", "3600"), ("PASSWORD_MIN_LENGTH", "12"), ("SECRET_NAME", "my-secret"),
      ("AUTH_ENABLED", "true"), ("AUTH_MODE", "oidc"), ("KEY_PREFIX", "app:"), ("CACHE_KEY_TTL", "60"),
      ("API_KEY_HEADER", "X-Api-Key"), ("TOKENIZER_PATH", "/models/tok"), ("MAX_TOKENS", "4096"),
      ("SSL_KEY_FILE", "/etc/tls/tls.key"), ("PASSWORD_FILE", "/run/secrets/pw"),
      ("GIT_SHA", "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b"),
      ("COMMIT", "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b"), ("revision", "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b"),
      ("IMAGE_DIGEST", "sha256:9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08"),
      ("checksum/config", "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08"),
      ("UUID", "550e8400-e29b-41d4-a716-446655440000"), ("CLIENT_ID", "web"),
      ("JWT_ISSUER", "https://auth.example.com/"), ("OAUTH2_URL", "http://auth:80/"), ("COOKIE_DOMAIN", "example.com"),
      ("SESSION_TIMEOUT", "30m"), ("PUBLIC_KEY", "ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIPubKey"),
      ("JAVA_OPTS", "-Xmx512m -XX:+UseG1GC"), ("CLASS", "com.example.SuperLongClassNameHandlerImpl2"),
      ("KEYCLOAK_URL", "http://keycloak:8080"), ("MONKEY", "banana"), ("BUCKET", "my-bucket-20240101-prod-eu-west-1"),
      ("ARN", "arn:aws:iam::123456789012:role/Web"), ("PATH", "/usr/local/sbin:/usr/local/bin"),
      ("ACCOUNT_KEY_VAULT_NAME", "kv1"), ("PASS_THROUGH", "yes"), ("COMPASS", "north"), ("BYPASS_CACHE", "1"),
      ("PRIMARY_KEY_COLUMN", "id"), ("HASH", "crc32"), ("NODE_OPTIONS", "--max-old-space-size=4096"),
      ("TLS_CERT", "/etc/tls/tls.crt"), ("KEYSPACE", "shop"), ("AUTHOR", "jane"), ("FEATURE_FLAGS", "a1B2,c3D4"),
      ("CRON", "0 */5 * * *"), ("VAULT_ADDR", "http://vault:8200"), ("LICENSE", "Apache-2.0"), ("password", "true"),
      ("TOKEN_PATH", "conf/token.txt"), ("PASSWORD_RESET_ENABLED", "1"), ("TOKEN_REFRESH_INTERVAL", "1h30m"),
      ("KEY_ROTATION_SCHEDULE", "0 0 1 * *"), ("PASSWORD_HASH_ALGORITHM", "argon2id"), ("JWT_ALGORITHM", "RS256"),
      ("EXIT_CODE", "137"), ("HTTP_STATUS_CODE", "200"), ("COUNTRY_CODE", "DE"),
      ("TOKEN_URL", "https://auth.example.com/token"),
      ("DSN", "postgres://db:5432/shop"), ("WEBHOOK_URL", "http://svc:80/hook"), ("PASSWORD", "$(DB_PASSWORD)"),
      ("PASSWORD", "${DB_PASSWORD}"), ("PASSWORD", ""), ("SPINNER", "dots"), ("PATTERN", "a.*"), ("KEYBOARD", "us"),
      ("SECRET_COUNT", "3"), ("TOKEN_TYPE", "Bearer"), ("AUTH_SCOPES", "openid profile"),
      ("SSL_KEY", "/etc/tls/tls.key"),
      ("PASSWORD_SECRET_NAME", "db-credentials"), ("BANK_CODE", "BRBKEX-AB"), ("DEFAULT_AUTH_PLUGIN", "mysql_native"),
      ("DB_HOST", "db.shop.svc"), ("SSH_KEY_PATH", "~/.ssh/id_rsa"),
      ("KEY_SIZE", "2048"), ("SECRETS_DIR", "/secrets"), ("TOKEN_LIFETIME", "P1DT2H"), ("REQUIRE_AUTH", "0"),
    ])
  func shown(_ name: String, _ value: String) {
    #expect(!Credentials.hide(value, under: CredentialName(name), named: name))
  }

  @Test(
    "The argument after a flag is hidden by the flag's name, or after a flag of one letter",
    arguments: [
      ("--password", "hunter2", true), ("-p", "hunter2", true), ("-u", "admin:hunter2", true), ("-u", "hunter2", true),
      ("-a", "hunter2", true), ("-w", "hunter2", true), ("--auth", "hunter2", true), ("--user", "admin:hunter2", true),
      ("--port", "hunter2", false), ("--password=x", "hunter2", false), ("-p", "8080", false), ("-p", "80:80", false),
      ("--key-file", "/x", false), ("-u", "1000", false), ("-u", "1000:1000", false), ("--secret-name", "abc", false),
      ("--token-ttl", "5m", false), ("--pass-through", "x", false), ("--user", "app", false), ("--token", "--x", false),
    ])
  func flags(_ flag: String, _ argument: String, _ expected: Bool) {
    #expect(Credentials.hide(argument, after: flag) == expected)
  }

  @Test(
    "A text is hidden if a credential is in it",
    arguments: [
      "password: hunter2", "password=hunter2", "mysql -phunter2", "curl -u admin:hunter2 x",
      "curl -uadmin:hunter2 http://svc:80/", "curl --user admin:hunter2 http://svc/", "user:hunter2@tcp(db)/shop",
      "ghp_0123456789abcdefghij", "0123456789abcdef0123456789abcdef", "aB3dE5gH7jK9mN1pQ3sT",
      "https://hooks.slack.com/services/T0/B0/x", "https://discord.com/api/webhooks/1/hunter2",
      "http://hooks.internal/webhook/a1b2c3d4e5", "-----BEGIN RSA PRIVATE KEY-----", "-----BEGIN CERTIFICATE-----",
      "ldap://svc:80/ bindpw hunter2", "http://svc:80/#hunter2", "requirepass hunter2", "redis-cli -a hunter2 ping",
      "ldapsearch -x -w hunter2", "Server=db;User Id=sa;Pwd=hunter2;", "AccountName=a;AccountKey=hunter2",
      "Authorization: Bearer hunter2", "Authorization: Basic hunter2", "Basic YWRtaW46aHVudGVyMg==", "bearer hunter2",
      "{\"password\":\"hunter2\"}", "{\\\"password\\\":\\\"hunter2\\\"}", "['password' => 'hunter2']",
      "<password>hunter2</password>", "x?password%3Dhunter2", "http://svc/?token=hunter2",
      "http://svc/?a=b&sig=hunter2",
      "--from-literal=password=hunter2", "-Djavax.net.ssl.keyStorePassword=hunter2", "PGPASSWORD=hunter2 psql",
      "export API_TOKEN='hunter2'", "[\"--password\", \"hunter2\"]", "kennwort=hunter2", "пароль: hunter2",
      "密码=hunter2", "mot_de_passe=hunter2", "ПАРОЛЬ=hunter2", "CONTRASEÑA=hunter2", "sshpass -p hunter2 ssh x",
      "xK9#mQ!2vLp@7Zr", "jdbc:oracle:thin:scott/hunter2@//db:1521/x",
      "jdbc:sqlserver://db;user=sa;password=hunter2", "mongodb+srv://app:hunter2@db/x", "admin:$2y$05$hunter2",
      "eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiIxIn0.sig", "AKIAIOSFODNN7EXAMPLE", "AIzaSyD-abcdefghijklmnop",
      "xoxb-123-abcdefghij",
      "{\"kind\":\"Secret\",\"stringData\":{\"a\":\"hunter2\"}}", "{\"Kind\": \"secret\", \"data\": {}}",
      "kind: Secret", "{\\\"kind\\\":\\\"Secret\\\"}", "{\"auths\":{\"x\":{\"auth\":\"aHVudGVy\"}}}",
      "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b", "k3jd8s7f6g5h4j3k2l1m9n8b", "token = hunter2", "--token hunter2",
    ])
  func hiddenTexts(_ text: String) {
    #expect(Credentials.hide(text))
  }

  @Test(
    "A text without a credential is shown",
    arguments: [
      "mkdir -p /data", "shop/web@sha256:0a", "http://web:8080/health", "/usr/share/nginx/html/index.html",
      "a plain sentence of ordinary words", "docker run -p 8080:80 web", "id -u 1000", "--auth-mode=rbac",
      "--token-ttl=5m", "--key-file /x", "--pass-through", "--secret-name=abc", "http://auth:80/", "/oauth/token",
      "http://web/x?a=b", "http://web/#/orders", "ssh://git@example.com/shop/web.git",
      "http://user@api.default.svc/x?y=api", "password=$(DB_PASSWORD)",
      "password=${DB_PASSWORD}", "X-Api-Key", "my-secret", "SELECT * FROM orders", "cat /run/secrets/token",
      "exec java -jar app.jar", "server token-service:8080", "app.kubernetes.io/name", "0.0.0.0:8080",
      "kind: Deployment",
      "python -m http.server 8000", "{\"key\":\"some-key\",\"path\":\"some-path\"}", "-addr=:8080", "a <b@example.com>",
      "password=", "token: true",
    ])
  func shownTexts(_ text: String) {
    #expect(!Credentials.hide(text))
  }

  @Test(
    "A name, an image or an address is shown, unless a credential stands out in it",
    arguments: [
      ("https://user:word@db/shop", true), ("token=abc", true), ("-----BEGIN CERTIFICATE-----", true),
      ("ghp_0123456789abcdefghij", true), ("http://web/x#hunter2", true), ("/?token=hunter2", true),
      ("the token is rotated", false), ("http://web/x?a=b", false), ("registry:5000/team/token-service:1.2", false),
      ("web@sha256:9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08", false), ("secret:80", false),
    ])
  func structured(_ text: String, _ expected: Bool) {
    #expect(Credentials.standOut(in: text) == expected)
  }

  @Test("A line of a message keeps its words, except those that may be credentials")
  func lines() {
    #expect(Credentials.shownLine("no token for a") == "no token for a")
    #expect(Credentials.shownLine("invalid literal password=hunter2 in x") == "invalid literal <redacted> in x")
    #expect(Credentials.shownLine("can't fetch https://me:hunter2@example.com/x: 404") == "can't fetch <redacted> 404")
  }

  @Test("The fields around a value say what its name leaves out")
  func parents() {
    let auth = CredentialName("auth")
    #expect(Credentials.hide("hunter2", under: CredentialName("value", in: auth)))
    #expect(Credentials.hide("hunter2", under: CredentialName("a", in: CredentialName("password"))))
    #expect(Credentials.hide("hunter2", under: CredentialName("key", in: CredentialName("apiKey"))))
    #expect(!Credentials.hide("oidc", under: CredentialName("mode", in: auth)))
    #expect(!Credentials.hide("2048", under: CredentialName("size", in: CredentialName("privateKey"))))
  }

  @Test("A credential that is split by capitals, separators or digits is found in every name that contains it")
  func stems() {
    for word in CredentialWords.anywhere.keys {
      for name in ["my_\(word)_2", "X\(word)", word.uppercased(), "a.\(word)"] {
        #expect(CredentialName(name).suggestsCredential, "\(name)")
      }
    }
    for word in CredentialWords.alone.keys {
      for name in ["my_\(word)", word, word.uppercased()] {
        #expect(CredentialName(name).suggestsCredential, "\(name)")
      }
    }
  }

  @Test("A long text is searched in time that grows with its length")
  func linear() {
    let text = String(repeating: "password keys http://a/b user@host -p 1 kind: x ://", count: 4_000)
    #expect(Credentials.hide(text + " hunter2"))
    #expect(!Credentials.hide(String(repeating: "http://a:80/b path -p 80 ", count: 8_000)))
  }
}
