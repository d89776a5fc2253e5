import Foundation

/// Manifests with a value of its own, a canary, in every spot where a credential can be.
///
/// A canary looks like a password that somebody chose: neither its length nor its letters give it away, so only its name
/// or its surroundings do.
struct Canaries {
  /// Distinguishes the canaries of two versions.
  let version: String
  /// What each canary stands in, by its number.
  private(set) var spots: [String] = []

  init(version: String) {
    self.version = version
  }

  /// A canary for a spot.
  mutating func canary(_ spot: String) -> String {
    spots.append(spot)
    return "CANARY\(spots.count)z\(version)pL"
  }

  private mutating func encoded(_ spot: String) -> String { Data(canary(spot).utf8).base64EncodedString() }

  /// Replaces each `◆` by a canary.
  private mutating func filled(_ text: String, _ spot: String? = nil) -> String {
    text.split(separator: "◆", omittingEmptySubsequences: false).enumerated().reduce(into: "") { result, part in
      if part.offset > 0 { result += canary("\(spot ?? text): …\(result.suffix(24))") }
      result += part.element
    }
  }

  // MARK: - Texts

  /// Names of variables, annotations, keys and fields.
  static let names = [
    "PASSWORD", "DB_PASSWORD", "dbPassword", "POSTGRES_PASSWD", "PSWD", "PASSPHRASE", "PASS", "PGPASS", "MYSQL_PWD",
    "ROOT_PW", "PASSCODE", "PIN", "ACCESS_CODE", "OTP", "COOKIE", "COOKIE_W", "SESSION_COOKIE", "GITHUB_PAT", "SALT",
    "jwt", "JWT_W", "DSN", "SENTRY_DSN", "WEBHOOK_URL", "SLACK_WEBHOOK", "HTTP_BASIC", "BASIC_AUTH", "API_KEY",
    "apikey",
    "ACCESS_KEY", "AWS_SECRET_ACCESS_KEY", "ACCOUNT_KEY", "SHARED_ACCESS_KEY", "PRIVATE_KEY", "ENCRYPTION_KEY",
    "SIGNING_KEY", "MASTER_KEY", "LICENSE_KEY", "KEY", "SECRET", "CLIENT_SECRET", "SECRET_STRING", "TOKEN",
    "TOKEN_VALUE", "BEARER", "AUTHORIZATION", "AUTH", "CREDENTIALS", "CREDS", "SAS", "SIGNATURE", "HMAC", "MNEMONIC",
    "CONNECTION_STRING", "CONN_STR", "kennwort", "PASSWORT", "MOT_DE_PASSE", "motDePasse", "MDP", "CONTRASENA",
    "contraseña", "CLAVE", "SENHA", "PAROLA", "haslo", "hasło", "HESLO", "WACHTWOORD", "lösenord", "ADGANGSKODE",
    "salasana", "jelszó", "şifre", "пароль", "κωδικός", "密码", "パスワード", "비밀번호", "PASSWORD_FILE", "TOKEN_TTL",
    "SECRET_LENGTH", "AUTH_ENABLED", "API_KEY_HEADER", "PASSWORD_NAME",
  ]

  /// Texts under a name that says nothing.
  static let texts = [
    "curl -u admin:◆ http://svc:80/", "curl -uadmin:◆ http://svc:80/", "curl --user admin:◆ http://svc:80/x",
    "curl -H 'Authorization: Bearer ◆' http://svc:80/", "curl -H 'X-Api-Key: ◆' http://svc:80/",
    "https://hooks.slack.com/services/T000/B000/◆", "https://discord.com/api/webhooks/123/◆",
    "http://svc:80/webhook/◆", "ldap://svc:80/ bindpw ◆", "http://svc:80/#◆", "http://svc:80/?token=◆",
    "http://svc:80/?a=b&sig=◆", "http://svc:80/?api_key=◆", "http://me:◆@svc:80/", "http://◆@svc:80/",
    "postgres://me:◆@svc:80/x", "me:◆@tcp(svc:80)/x", "Server=svc;User Id=sa;Pwd=◆;",
    "Server=svc;Password='◆';", "AccountName=a;AccountKey=◆;", "Endpoint=sb://svc/;SharedAccessKey=◆",
    "jdbc:sqlserver://svc:80;user=sa;password=◆", "jdbc:oracle:thin:scott/◆@//svc:80/x",
    "jdbc:mysql://svc:80/x?user=a&password=◆", "redis-cli -h svc -a ◆ ping", "mysql -h svc -uroot -p◆ x",
    "mysql -h svc --password=◆", "PGPASSWORD=◆ psql -h svc", "sshpass -p ◆ ssh svc", "ldapsearch -x -w ◆ -h svc",
    "java -Djavax.net.ssl.keyStorePassword=◆ -jar x", "vault login token=◆", "export API_TOKEN='◆'; curl http://svc:80",
    "{\"password\":\"◆\",\"url\":\"http://svc:80\"}", "{'client_secret': '◆'}", "<password>◆</password>",
    "requirepass ◆", "machine svc login me password ◆", "password: ◆", "token = ◆", "kennwort=◆", "密码：◆ 密码=◆",
    "--set=auth.password=◆", "--from-literal=pw=◆", "user=a passwd=◆ host=svc",
    "{\"auths\":{\"svc:80\":{\"auth\":\"◆\"}}}", "{\"apiVersion\":\"v1\",\"kind\":\"Secret\",\"data\":{\"a\":\"◆\"}}",
    "kind: secret stringData: ◆", "sk_live_◆", "ghp_◆", "xoxb-◆", "eyJhbGciOiJIUzI1NiJ9.◆.x", "admin:$2y$05$◆",
    "-----BEGIN PRIVATE KEY----- ◆", "[\"--password\", \"◆\"]", "openssl -passin pass:◆",
  ]

  /// Arguments in a row.
  static let arguments = [
    ["--auth", "◆"], ["--password", "◆"], ["--api-token", "◆"], ["-p", "◆"], ["-u", "me:◆"], ["-a", "◆"], ["-w", "◆"],
    ["--user", "me:◆"], ["--password=◆"], ["--auth=◆"], ["--pin", "◆"], ["--client-secret=◆"], ["-p◆"],
    ["--kennwort", "◆"],
    ["--key", "◆"], ["--dsn", "◆"], ["--token-ttl", "◆"], ["--basic-auth=me:◆"],
  ]

  private mutating func variables() -> String {
    let named = Self.names.map { "- {name: '\($0)', value: '\(canary("variable \($0)"))'}" }
    let texts = Self.texts.enumerated().map { "- {name: X\($0), value: \(quoted(filled($1)))}" }
    return (named + texts).joined(separator: "\n")
  }

  private func quoted(_ text: String) -> String { "'\(text.replacingOccurrences(of: "'", with: "''"))'" }

  private mutating func list(_ parts: [[String]]) -> String {
    "[" + parts.flatMap { $0.map { quoted(filled($0, "argument")) } }.joined(separator: ", ")
      + "]"
  }

  private mutating func named(_ format: String, indent: Int) -> String {
    Self.names.map { name in
      String(repeating: " ", count: indent)
        + format.replacingOccurrences(of: "VALUE", with: canary("\(format) \(name)"))
        .replacingOccurrences(of: "NAME", with: name)
    }.joined(separator: "\n")
  }
}

extension Canaries {
  // MARK: - Objects

  /// Everything, as one file.
  mutating func manifests() -> String {
    [workload(), configuration(), secrets(), resources()].joined(separator: "\n---\n")
  }

  private func indented(_ text: String, _ count: Int) -> String {
    text.split(separator: "\n", omittingEmptySubsequences: false)
      .map { String(repeating: " ", count: count) + $0 }.joined(separator: "\n")
  }

  private mutating func workload() -> String {
    let probe = "{exec: {command: [check, --token, \(canary("probe"))]}}"
    let get =
      "{httpGet: {port: 80, path: '/?token=\(canary("path of a probe"))', httpHeaders: "
      + "[{name: Authorization, value: \(canary("header of a probe"))}]}}"
    let hook = "{exec: {command: [sh, -c, 'curl -u admin:\(canary("hook")) localhost']}}"
    return """
      apiVersion: v1
      kind: Service
      metadata: {name: svc}
      spec: {selector: {app: db}, ports: [{port: 80}]}
      ---
      apiVersion: apps/v1
      kind: Deployment
      metadata:
        name: web
        annotations:
      \(named("'NAME': 'VALUE'", indent: 4))
          kubectl.kubernetes.io/last-applied-configuration: '{"spec":{"password":"\(canary("last applied"))"}}'
          example.com/copied: '{"kind":"Secret","stringData":{"a":"\(canary("Secret in an annotation"))"}}'
          example.com/token: '\(canary("annotation with a domain"))'
      spec:
        selector: {matchLabels: {app: web}}
        foo: {password: \(canary("unknown field of a spec")), l: [{token: \(canary("in a list"))}]}
        template:
          metadata:
            labels: {app: web}
            annotations: {t: 'postgres://u:\(canary("URL in an annotation"))@svc/x', password: \(canary("annotation"))}
          spec:
            password: \(canary("unknown field of a pod"))
            imagePullSecrets: [{name: reg}]
            initContainers:
            - {name: init, image: "i:1", command: [sh, -c, 'mysql -h svc -p\(canary("init container"))']}
            containers:
            - name: app
              image: i:1
              password: \(canary("unknown field of a container"))
              foo: {password: \(canary("nested unknown field")), l: [{token: \(canary("nested list"))}]}
              args: \(list(Self.arguments))
              livenessProbe: \(probe)
              readinessProbe: \(get)
              lifecycle: {preStop: \(hook)}
              envFrom: [{configMapRef: {name: settings}}, {secretRef: {name: keys}}]
              volumeMounts: [{name: files, mountPath: /files}]
              env:
      \(indented(variables(), 8))
              - {name: A, value: {password: \(canary("mapping as a value"))}}
              - {name: PASSWORD, value: [\(canary("list as a value"))]}
              - {name: B, valueFrom: {password: \(canary("unknown source"))}}
              - {name: [PASSWORD], value: \(canary("list as a name"))}
              - {Name: PASSWORD, Value: \(canary("capitals"))}
            volumes:
            - {name: files, configMap: {name: settings}}
            - {name: c, csi: {driver: x.io, volumeAttributes: {password: \(canary("attribute of a volume"))}}}
      ---
      apiVersion: apps/v1
      kind: StatefulSet
      metadata: {name: db}
      spec:
        serviceName: svc
        selector: {matchLabels: {app: db}}
        template:
          metadata: {labels: {app: db}}
          spec: {containers: [{name: db, image: "postgres:17", env: [{name: POSTGRES_PASSWORD, value: \(canary("database"))}]}]}
      """
  }

  private mutating func configuration() -> String {
    let file = Self.texts.prefix(12).map { "    \(filled($0, "line of a file"))" }.joined(separator: "\n")
    return """
      apiVersion: v1
      kind: ConfigMap
      metadata: {name: settings}
      data:
      \(named("'NAME': 'VALUE'", indent: 2))
        app.properties: "db.password=\(canary("property"))"
        one.json: '{"a":{"secretKey":"\(canary("JSON"))"}}'
        file.conf: |
      \(file)
          upstream http://svc:80/ password=\(canary("beside an address"))
        secret.yaml: |
          kind: Secret
          stringData: {abc: \(canary("Secret in a ConfigMap"))}
      """
  }

  mutating func secrets() -> String {
    func plain(_ version: String, _ kind: String, _ number: Int) -> String {
      """
      apiVersion: \(version)
      kind: \(kind)
      metadata: {name: s\(number), labels: {a: \(canary("label of \(kind)"))}, annotations: {a: \(canary("annotation of \(kind)"))}}
      stringData: {abc: \(canary("stringData of \(version) \(kind)"))}
      data: {abc: \(encoded("data of \(version) \(kind)"))}
      stringdata: {abc: \(canary("stringdata of \(kind)"))}
      Data: {x: \(encoded("Data of \(kind)"))}
      string-data: {abc: \(canary("string-data of \(kind)"))}
      spec: {data: {y: \(canary("spec of \(kind)"))}, list: [\(canary("list of \(kind)"))]}
      values: [\(canary("values of \(kind)"))]
      config: |
        abc \(canary("config of \(kind)"))
      immutable: \(canary("immutable of \(kind)"))
      type: \(canary("type of \(kind)"))
      """
    }
    var all = [
      ("v1", "Secret"), ("v1", "secret"), ("v1", "SECRET"), ("v2", "Secret"), ("core/v1", "Secret"),
      ("x.io/v1", "secret"), ("v1", "Secrets"),
    ].enumerated().map { plain($1.0, $1.1, $0) }
    all.append(
      """
      apiVersion: v1
      kind: Secret
      metadata: {name: keys}
      stringData: {url: "http://me:\(canary("URL in a Secret"))@svc:80/", password: \(canary("password in a Secret"))}
      """)
    all.append(
      """
      apiVersion: v1
      kind: Secret
      metadata: {name: reg}
      type: kubernetes.io/dockerconfigjson
      data: {.dockerconfigjson: \(encoded("dockerconfigjson"))}
      """)
    all.append(
      """
      apiVersion: v1
      kind: SecretList
      items:
      - metadata: {name: s8}
        stringData: {abc: \(canary("SecretList"))}
      """)
    all.append(
      """
      apiVersion: kustomize/v1
      kind: SecretGenerator
      metadata: {name: s9}
      literals: [abc=\(canary("SecretGenerator"))]
      """)
    all.append(
      """
      apiVersion: v1
      kind: Template
      metadata: {name: t}
      parameters: [{name: DB_PASSWORD, value: \(canary("parameter of a Template"))}]
      objects:
      - apiVersion: v1
        kind: Secret
        metadata: {name: s10}
        stringData: {abc: \(canary("Secret in a Template"))}
      """)
    all.append(
      """
      apiVersion: x/v1
      kind: ClusterResourceSet
      metadata: {name: t}
      spec:
        manifest: |
          kind: Secret
          stringData: {abc: \(canary("Secret in a text"))}
        inline: '{"kind":"Secret","stringData":{"abc":"\(canary("Secret in JSON"))"}}'
        template: {apiVersion: v1, kind: Secret, stringData: {abc: \(canary("embedded Secret"))}, foo: [\(canary("embedded field"))]}
        items: [{kind: secret, Data: {abc: \(canary("embedded secret"))}}]
      """)
    return all.joined(separator: "\n---\n")
  }

  private mutating func resources() -> String {
    """
    apiVersion: example.com/v1
    kind: Database
    metadata: {name: d, annotations: {password: \(canary("annotation of a resource")), x/token: \(canary("with a slash"))}}
    spec:
    \(named("NAME: 'VALUE'", indent: 2))
      nested:
    \(named("NAME: {a: 'VALUE'}", indent: 4))
      list:
    \(named("- {name: NAME, value: 'VALUE'}", indent: 2))
      auth: {password: \(canary("auth")), users: [{name: x, password: \(canary("user"))}]}
      keys: [\(canary("keys"))]
      secret: \(canary("scalar secret"))
      api: {key: \(canary("api.key"))}
      token: {value: \(canary("token.value"))}
      patch: [{op: add, path: /spec/adminPassword, value: \(canary("JSON patch"))}]
      url: 'postgres://u:\(canary("URL"))@h/x'
      l: ['password=\(canary("item"))', '--password', \(canary("after a flag"))]
    conn2: {a: 'postgres://u:\(canary("top level"))@h/x', b: [AKIA\(canary("key of a cloud"))]}
    password: \(canary("top-level password"))
    ---
    apiVersion: networking.k8s.io/v1
    kind: Ingress
    metadata:
      name: web
      annotations:
        nginx.ingress.kubernetes.io/configuration-snippet: 'proxy_set_header Authorization "Bearer \(canary("snippet"))";'
        nginx.ingress.kubernetes.io/auth-url: 'http://svc/?token=\(canary("auth-url"))'
        alb.ingress.kubernetes.io/auth-idp-oidc: '{"clientSecret":"\(canary("oidc"))"}'
    spec: {rules: [{host: shop.example, http: {paths: [{path: /, pathType: Prefix, backend: {service: {name: svc, port: {number: 80}}}}]}}]}
    ---
    apiVersion: storage.k8s.io/v1
    kind: StorageClass
    metadata: {name: fast}
    provisioner: x.io
    parameters: {adminPassword: \(canary("parameter of a StorageClass")), restuserkey: \(canary("restuserkey"))}
    ---
    apiVersion: v1
    kind: PersistentVolume
    metadata: {name: pv}
    spec:
      capacity: {storage: 1Gi}
      csi: {driver: x.io, volumeHandle: a, volumeAttributes: {token: \(canary("attribute of a PersistentVolume"))}}
      mountOptions: ["username=a,password=\(canary("mount option"))"]
    ---
    apiVersion: helm.toolkit.fluxcd.io/v2
    kind: HelmRelease
    metadata: {name: r}
    spec:
      values: {postgresql: {auth: {postgresPassword: \(canary("Helm value")), existingSecret: x}}, token: \(canary("token of Helm"))}
    ---
    apiVersion: argoproj.io/v1alpha1
    kind: Application
    metadata: {name: a}
    spec:
      source:
        repoURL: https://me:\(canary("repoURL"))@git.example/x.git
        helm: {parameters: [{name: db.password, value: \(canary("Helm parameter"))}], values: "password: \(canary("Helm values"))"}
    ---
    apiVersion: kustomize.config.k8s.io/v1beta1
    kind: Kustomization
    metadata: {name: k}
    secretGenerator: [{name: x, literals: ["a=\(canary("literal"))"]}]
    ---
    apiVersion: external-secrets.io/v1
    kind: ExternalSecret
    metadata: {name: e}
    spec: {target: {template: {data: {a: \(canary("template of an ExternalSecret"))}}}}
    ---
    apiVersion: bitnami.com/v1alpha1
    kind: SealedSecret
    metadata: {name: sealed}
    spec: {encryptedData: {a: \(canary("SealedSecret"))}, template: {data: {b: \(canary("template of a SealedSecret"))}}}
    ---
    apiVersion: networking.istio.io/v1
    kind: VirtualService
    metadata: {name: v}
    spec:
      hosts: [shop.example]
      http: [{match: [{headers: {authorization: {exact: \(canary("header of a route"))}, x-api-key: {exact: \(canary("key of a route"))}}}], route: [{destination: {host: svc}}]}]
    ---
    apiVersion: traefik.io/v1alpha1
    kind: IngressRoute
    metadata: {name: i}
    spec: {routes: [{match: "Host(`a.example`) && Headers(`Authorization`, `Bearer \(canary("Traefik"))`)", services: [{name: svc, port: 80}]}]}
    ---
    apiVersion: gateway.networking.k8s.io/v1
    kind: HTTPRoute
    metadata: {name: h}
    spec: {rules: [{matches: [{headers: [{name: Authorization, value: \(canary("HTTPRoute"))}]}], backendRefs: [{name: svc, port: 80}]}]}
    ---
    apiVersion: admissionregistration.k8s.io/v1
    kind: ValidatingWebhookConfiguration
    metadata: {name: w}
    webhooks: [{name: a.example.com, clientConfig: {url: 'https://me:\(canary("URL of a webhook"))@h/x'}}]
    ---
    apiVersion: apiextensions.k8s.io/v1
    kind: CustomResourceDefinition
    metadata: {name: databases.example.com}
    spec:
      group: example.com
      names: {kind: Database, plural: databases}
      scope: Namespaced
      versions:
      - {name: v1, schema: {openAPIV3Schema: {properties: {spec: {properties: {password: {type: string, default: \(canary("default of a schema"))}}}}}}}
    ---
    apiVersion: rbac.authorization.k8s.io/v1
    kind: RoleBinding
    metadata: {name: b, annotations: {token: \(canary("annotation of a RoleBinding"))}}
    roleRef: {kind: Role, name: r, apiGroup: rbac.authorization.k8s.io}
    subjects: [{kind: ServiceAccount, name: web}]
    ---
    apiVersion: v1
    kind: ServiceAccount
    metadata: {name: web, annotations: {password: \(canary("annotation of a ServiceAccount"))}}
    secrets: [{name: keys, password: \(canary("field beside a name"))}]
    ---
    apiVersion: batch/v1
    kind: CronJob
    metadata: {name: c}
    spec: {schedule: "0 5 * * *", jobTemplate: {spec: {template: {spec: {containers: [{name: c, image: "i:1", command: [sh, -c, 'curl -u a:\(canary("CronJob")) http://svc:80/']}]}}}}}
    ---
    apiVersion: v1
    kind: Pod
    metadata: {name: live}
    spec: {containers: [{name: c, image: "me:\(canary("login of an image"))@registry.example/i:1"}]}
    status: {containerStatuses: [{name: c, state: {waiting: {reason: CreateContainerError, message: "password=\(canary("status"))"}}}]}
    """
  }

  /// Values in fields that must be something else, which messages quote.
  mutating func misplaced() -> String {
    """
    apiVersion: networking.k8s.io/v1
    kind: NetworkPolicy
    metadata: {name: n}
    spec:
      podSelector: {matchLabels: {app: web}}
      policyTypes: [Ingress]
      ingress: [{from: [{ipBlock: {cidr: "token=\(canary("cidr"))"}}], ports: [{port: 80, protocol: "password=\(canary("protocol"))"}]}]
    ---
    apiVersion: v1
    kind: Service
    metadata: {name: bad}
    spec: {selector: {app: web}, ports: [{port: "password=\(canary("port"))"}]}
    """
  }
}
