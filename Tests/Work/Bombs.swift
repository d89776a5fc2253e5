/// An input that grows, of a kind that once made the work grow faster: one row of a list.
struct Bomb: Sendable {
  let name: String
  /// A size at which the work shows how it grows.
  let size: Int
  let text: @Sendable (Int) -> String

  static let all: [Bomb] = [
    Bomb(name: "documents-without-objects", size: 500) { lines($0) { "---\na: \($0)" } },
    Bomb(name: "containers", size: 300) { pod(containers: lines($0) { "  - {name: c\($0), image: 'i:\($0)'}" }) },
    Bomb(name: "containers-of-one-name", size: 300) {
      pod(containers: lines($0) { _ in "  - {name: c, image: i}" })
    },
    Bomb(name: "addresses-in-one-argument", size: 600) { count in
      pod(
        containers: "  - name: c\n    image: i\n    args: ['--auth-url="
          + (0..<count).map { "http://s\($0):80/p" }.joined(separator: ",") + "']")
    },
    Bomb(name: "labels", size: 300) { count in
      let labels = lines(count) { "    l\($0): v\($0)" }
      return
        "apiVersion: v1\nkind: Pod\nmetadata:\n  name: p\n  labels:\n\(labels)\nspec: {containers: [{name: c, image: i}]}\n"
        + "---\napiVersion: v1\nkind: Service\nmetadata: {name: s}\nspec:\n  ports: [{port: 80}]\n  selector:\n\(labels)"
    },
    Bomb(name: "variables", size: 600) { count in
      pod(
        containers: "  - name: c\n    image: i\n    env:\n"
          + lines(count) { "    - {name: E\($0), value: 'http://s\($0):80'}" })
    },
    Bomb(name: "paths-of-one-ingress", size: 300) { count in
      "apiVersion: networking.k8s.io/v1\nkind: Ingress\nmetadata: {name: i}\nspec:\n  rules:\n  - host: a.b\n    http:\n      paths:\n"
        + lines(count) {
          "      - {path: /p\($0), pathType: Prefix, backend: {service: {name: s, port: {number: 80}}}}"
        }
    },
    Bomb(name: "values-of-selectors", size: 300) { count in
      let values = (0..<count).map { "v\($0)" }.joined(separator: ",")
      return lines(20) { object("Pod", "p\($0)", "{containers: [{name: c, image: i}]}") }
        + lines(20) {
          object(
            "NetworkPolicy", "n\($0)",
            "{podSelector: {matchExpressions: [{key: a, operator: NotIn, values: [\(values)]}]}}",
            group: "networking.k8s.io/v1")
        }
    },
    Bomb(name: "a-name-in-every-container", size: 300) { count in
      let name = String(repeating: "n", count: count * 20)
      return pod(containers: lines(count) { "  - {name: c\($0), image: i}" }).replacing(
        "name: p", with: "name: \(name)")
    },
    Bomb(name: "one-object-many-times", size: 300) { count in
      lines(count) { _ in object("Pod", "p", "{containers: [{name: c, image: i}]}") }
    },
    Bomb(name: "pods-that-own-each-other", size: 60) { count in
      lines(count) { number in
        object("Pod", "p\(number)", "{containers: [{name: c, image: i}]}").replacing(
          "name: p\(number)",
          with:
            "name: p\(number), ownerReferences: [{apiVersion: v1, kind: Pod, name: p\((number + 1) % count), uid: u}]")
      }
    },
    Bomb(name: "services-of-one-pod", size: 200) { count in
      object("Pod", "p", "{containers: [{name: c, image: i}]}", labels: "{app: a}") + "\n"
        + lines(count) { object("Service", "s\($0)", "{selector: {app: a}, ports: [{port: 80}]}") }
    },
    Bomb(name: "ports", size: 300) { count in
      let own = (0..<count).map { "{name: q\($0), containerPort: \($0 + 1)}" }.joined(separator: ", ")
      let ports = (0..<count).map { "{name: q\($0), port: \($0 + 1), targetPort: q\($0)}" }.joined(separator: ", ")
      return object("Pod", "p", "{containers: [{name: c, image: i, ports: [\(own)]}]}", labels: "{app: a}") + "\n"
        + object("Service", "s", "{selector: {app: a}, ports: [\(ports)]}")
    },
    Bomb(name: "volumes", size: 200) { count in
      let mounts = (0..<count).map { "{name: v\($0), mountPath: /m\($0)}" }.joined(separator: ", ")
      let volumes = (0..<count).map { "{name: v\($0), emptyDir: {}}" }.joined(separator: ", ")
      return object("Pod", "p", "{containers: [{name: c, image: i, volumeMounts: [\(mounts)]}], volumes: [\(volumes)]}")
    },
    Bomb(name: "keys-that-occur-twice", size: 500) { count in
      "apiVersion: v1\nkind: ConfigMap\nmetadata: {name: x}\ndata:\n" + lines(count) { "  k: v\($0)" }
    },
    Bomb(name: "merge-keys", size: 300) { count in
      "apiVersion: v1\nkind: ConfigMap\nmetadata: {name: x}\nb: &b {x: y}\ndata:\n"
        + lines(count) { "  k\($0): {<<: *b}" }
    },
    Bomb(name: "deployments", size: 150) { count in
      lines(count) {
        object(
          "Deployment", "d\($0)",
          "{selector: {matchLabels: {app: d\($0)}}, template: {metadata: {labels: {app: d\($0)}}, spec: {containers: [{name: c, image: i}]}}}",
          group: "apps/v1")
      }
    },
    Bomb(name: "pods-alike", size: 3_000) { count in
      lines(count) { object("Pod", "p\($0)", "{containers: [{name: c, image: i}]}") }
    },
    Bomb(name: "pods-that-call-each-other", size: 100) { count in
      lines(count) { number in
        object("Service", "s\(number)", "{selector: {app: p\(number)}, ports: [{port: 80}]}") + "\n"
          + object(
            "Pod", "p\(number)",
            "{containers: [{name: c, image: i, env: [{name: E, value: 'http://s\(number * 7 % count):80'}]}]}",
            labels: "{app: p\(number)}")
      }
    },
    Bomb(name: "documents-without-text", size: 2_000) { count in String(repeating: "---\n", count: count) },
    Bomb(name: "comments", size: 5_000) { count in lines(count) { "# \($0)" } + "\n" + pod(containers: one) },
    Bomb(name: "blanks", size: 20_000) { count in String(repeating: " ", count: count) + "\n" + pod(containers: one) },
    Bomb(name: "config-maps", size: 300) { count in
      lines(count) { "---\napiVersion: v1\nkind: ConfigMap\nmetadata: {name: c\($0)}" }
    },
    Bomb(name: "keys", size: 500) { count in
      "apiVersion: v1\nkind: ConfigMap\nmetadata: {name: x}\ndata:\n" + lines(count) { "  k\($0): v" }
    },
    Bomb(name: "anchors", size: 500) { count in
      "apiVersion: v1\nkind: ConfigMap\nmetadata: {name: x}\ndata:\n" + lines(count) { "  k\($0): &a\($0) v" }
    },
    Bomb(name: "an-alias-in-every-container", size: 200) { count in
      "apiVersion: v1\nkind: Pod\nmetadata: {name: p, annotations: {x: &a \(String(repeating: "i", count: count * 20))}}\n"
        + "spec:\n  containers:\n" + lines(count) { "  - {name: c\($0), image: *a}" }
    },
    Bomb(name: "a-long-label", size: 20_000) { count in
      let value = String(repeating: "a", count: count)
      return object("Pod", "p", "{containers: [{name: c, image: i}]}", labels: "{app: \(value)}") + "\n"
        + object("Service", "s", "{selector: {app: \(value)}, ports: [{port: 80}]}")
    },
    Bomb(name: "a-long-variable", size: 20_000) { count in
      let value = String(repeating: "http://", count: count / 7)
      return pod(containers: "  - name: c\n    image: i\n    env:\n    - {name: E, value: '\(value)'}")
    },
    Bomb(name: "variables-in-variables", size: 300) { count in
      pod(
        containers: "  - name: c\n    image: i\n    env:\n    - {name: E0, value: 'http://a.b:80'}\n"
          + lines(count) { "    - {name: E\($0 + 1), value: '$(E\($0))'}" })
    },
    Bomb(name: "expressions-of-one-selector", size: 200) { count in
      object("Pod", "p", "{containers: [{name: c, image: i}]}") + "\n"
        + object(
          "Deployment", "d",
          "{selector: {matchExpressions: ["
            + (0..<count).map { "{key: app, operator: In, values: [p, v\($0)]}" }.joined(separator: ", ")
            + "]}, template: {metadata: {labels: {app: p}}, spec: {containers: [{name: c, image: i}]}}}",
          group: "apps/v1")
    },
    Bomb(name: "policies-of-all-pods", size: 100) { count in
      lines(10) { object("Pod", "p\($0)", "{containers: [{name: c, image: i}]}") } + "\n"
        + lines(count) {
          object(
            "NetworkPolicy", "n\($0)",
            "{podSelector: {}, policyTypes: [Ingress, Egress], ingress: [{from: [{podSelector: {}}]}], egress: [{to: [{podSelector: {}}]}]}",
            group: "networking.k8s.io/v1")
        }
    },
    Bomb(name: "bindings-of-one-role", size: 200) { count in
      lines(count) {
        "---\napiVersion: rbac.authorization.k8s.io/v1\nkind: RoleBinding\nmetadata: {name: r\($0)}\n"
          + "roleRef: {kind: Role, name: r, apiGroup: rbac.authorization.k8s.io}\n"
          + "subjects: [{kind: ServiceAccount, name: a, namespace: default}]"
      }
    },
  ]

  private static let one = "  - {name: c, image: i}"

  private static func lines(_ count: Int, _ line: (Int) -> String) -> String {
    (0..<count).map(line).joined(separator: "\n")
  }

  private static func object(
    _ kind: String, _ name: String, _ spec: String, labels: String = "{app: p}", group: String = "v1"
  ) -> String {
    "---\napiVersion: \(group)\nkind: \(kind)\nmetadata: {name: \(name), labels: \(labels)}\nspec: \(spec)"
  }

  private static func pod(containers: String) -> String {
    "apiVersion: v1\nkind: Pod\nmetadata: {name: p}\nspec:\n  containers:\n\(containers)"
  }
}
