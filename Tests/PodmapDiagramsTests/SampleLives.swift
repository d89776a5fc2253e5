/// Manifests of pods that live differently, for the lifecycle view.
enum SampleLives {
  static let all: [(name: String, manifest: String)] = [
    ("plain", plain), ("init", initContainers), ("job-sidecar", jobWithSidecar), ("stateful", statefulSet),
    ("grace", grace), ("probes", probes), ("never", never), ("deployment", deployment), ("cronjob", cronJob),
    ("daemonset", daemonSet), ("many", many),
  ]

  static let plain = """
    apiVersion: v1
    kind: Pod
    metadata: {name: web}
    spec: {containers: [{name: nginx, image: "nginx:1.27"}]}
    """

  /// Three init containers; the second stays.
  static let initContainers = """
    apiVersion: v1
    kind: Pod
    metadata: {name: shop}
    spec:
      initContainers:
      - {name: fetch, image: "registry.example/tools/fetch:2"}
      - name: proxy
        image: "proxy:3"
        restartPolicy: Always
        startupProbe: {httpGet: {path: /up, port: 9000}, periodSeconds: 2, failureThreshold: 20}
        readinessProbe: {tcpSocket: {port: 9000}}
      - {name: migrate, image: migrate}
      containers:
      - {name: app, image: "shop@sha256:0123456789abcdef"}
      - {name: log, image: "log:1", imagePullPolicy: Never}
    """

  static let jobWithSidecar = """
    apiVersion: batch/v1
    kind: Job
    metadata: {name: report}
    spec:
      completions: 5
      parallelism: 2
      backoffLimit: 4
      activeDeadlineSeconds: 600
      ttlSecondsAfterFinished: 100
      podFailurePolicy:
        rules: [{action: FailJob, onExitCodes: {containerName: main, operator: In, values: [42]}}]
      template:
        spec:
          restartPolicy: Never
          initContainers: [{name: log, image: "log:1", restartPolicy: Always}]
          containers: [{name: main, image: "report:7"}]
    """

  static let statefulSet = """
    apiVersion: apps/v1
    kind: StatefulSet
    metadata: {name: db}
    spec:
      replicas: 3
      serviceName: db
      selector: {matchLabels: {app: db}}
      template:
        metadata: {labels: {app: db}}
        spec:
          containers:
          - name: postgres
            image: "postgres:17"
            ports: [{containerPort: 5432}]
            readinessProbe: {exec: {command: [/usr/bin/pg_isready, -U, admin]}, periodSeconds: 5}
            volumeMounts: [{name: data, mountPath: /var/lib/postgresql}]
      volumeClaimTemplates:
      - metadata: {name: data}
        spec: {accessModes: [ReadWriteOnce], resources: {requests: {storage: 1Gi}}}
    ---
    apiVersion: v1
    kind: Service
    metadata: {name: db}
    spec: {clusterIP: None, selector: {app: db}, ports: [{port: 5432}]}
    """

  /// A hook before the end, and more time than usual; the sidecar has a hook too.
  static let grace = """
    apiVersion: v1
    kind: Pod
    metadata: {name: slow}
    spec:
      terminationGracePeriodSeconds: 45
      initContainers:
      - name: first
        image: "sidecar:1"
        restartPolicy: Always
        lifecycle: {preStop: {sleep: {seconds: 5}}}
      - {name: second, image: "sidecar:2", restartPolicy: Always}
      containers:
      - name: web
        image: "nginx:1.27"
        lifecycle:
          preStop: {exec: {command: [/usr/sbin/nginx, -s, quit]}}
          postStart: {httpGet: {path: "/warm?token=topsecret", port: 80}}
      - {name: cron, image: "cron:1", lifecycle: {stopSignal: SIGUSR1}}
    """

  static let probes = """
    apiVersion: v1
    kind: Pod
    metadata: {name: checked}
    spec:
      containers:
      - name: app
        image: app
        ports: [{containerPort: 8080, name: http}]
        startupProbe: {httpGet: {path: /started, port: 8080}, periodSeconds: 5, failureThreshold: 30}
        readinessProbe:
          {httpGet: {path: /ready, port: http}, periodSeconds: 5, timeoutSeconds: 2, successThreshold: 2}
        livenessProbe:
          {grpc: {port: 9090}, initialDelaySeconds: 15, periodSeconds: 20, terminationGracePeriodSeconds: 10}
    """

  static let never = """
    apiVersion: v1
    kind: Pod
    metadata: {name: once}
    spec:
      restartPolicy: Never
      nodeName: worker-1
      initContainers: [{name: prepare, image: "prepare:1"}]
      containers:
      - {name: task, image: "task:1"}
      - name: retry
        image: "retry:1"
        restartPolicy: Never
        restartPolicyRules: [{action: Restart, exitCodes: {operator: In, values: [42]}}]
    """

  static let deployment = """
    apiVersion: apps/v1
    kind: Deployment
    metadata: {name: web, namespace: shop}
    spec:
      replicas: 3
      selector: {matchLabels: {app: web}}
      template:
        metadata: {labels: {app: web}}
        spec:
          nodeSelector: {disk: ssd}
          topologySpreadConstraints: [{topologyKey: topology.kubernetes.io/zone, maxSkew: 1}]
          containers:
          - name: server
            image: "shop/web:3"
            ports: [{containerPort: 8080, name: http}]
            readinessProbe: {httpGet: {path: /ready, port: http}}
            livenessProbe: {httpGet: {path: /live, port: http}}
            volumeMounts: [{name: settings, mountPath: /etc/web}]
          volumes: [{name: settings, configMap: {name: settings}}]
    ---
    apiVersion: v1
    kind: Service
    metadata: {name: web, namespace: shop}
    spec: {selector: {app: web}, ports: [{port: 80, targetPort: http}]}
    """

  static let cronJob = """
    apiVersion: batch/v1
    kind: CronJob
    metadata: {name: backup}
    spec:
      schedule: "0 3 * * *"
      timeZone: Europe/Berlin
      concurrencyPolicy: Forbid
      jobTemplate:
        spec:
          template:
            spec:
              restartPolicy: OnFailure
              containers: [{name: dump, image: "dump:1"}]
    """

  static let daemonSet = """
    apiVersion: apps/v1
    kind: DaemonSet
    metadata: {name: agent}
    spec:
      selector: {matchLabels: {app: agent}}
      template:
        metadata: {labels: {app: agent}}
        spec:
          hostNetwork: true
          tolerations: [{operator: Exists}]
          containers: [{name: agent, image: "agent:5", volumeMounts: [{name: logs, mountPath: /logs}]}]
          volumes: [{name: logs, hostPath: {path: /var/log}}]
    """

  /// More containers than a page has columns for.
  static let many =
    """
    apiVersion: v1
    kind: Pod
    metadata: {name: crowd}
    spec:
      initContainers: [\((1...30).map { "{name: step-\($0), image: \"step:\($0)\"}" }.joined(separator: ", "))]
      containers: [\((1...120).map { "{name: app-\($0), image: \"app:\($0)\"}" }.joined(separator: ", "))]
    """

  /// Texts in turn wherever a manifest may have any; JSON is YAML.
  static func hostile(_ texts: [String]) -> String {
    var position = -1
    var word: String {
      position += 1
      return quoted(texts[position % texts.count])
    }
    return """
      {"apiVersion": "batch/v1", "kind": "CronJob", "metadata": {"name": \(word)}, "spec": {
        "schedule": \(word), "timeZone": \(word), "jobTemplate": {"spec": {
          "podFailurePolicy": {"rules": [{"action": \(word), "onExitCodes": {"values": [\(word)]}}]},
          "template": {"metadata": {"labels": {"app": "a"}}, "spec": {
            "restartPolicy": \(word), "nodeSelector": {\(word): \(word)}, "priorityClassName": \(word),
            "tolerations": [{"key": \(word)}], "readinessGates": [{"conditionType": \(word)}],
            "schedulingGates": [{"name": \(word)}], "volumes": [{"name": \(word), "configMap": {"name": \(word)}}],
            "initContainers": [{"name": "i", "image": \(word)}],
            "containers": [{"name": \(word), "image": \(word), "imagePullPolicy": \(word),
              "startupProbe": {"httpGet": {"path": \(word), "port": \(word)}},
              "livenessProbe": {"exec": {"command": [\(word)]}},
              "readinessProbe": {"tcpSocket": {"port": \(word)}},
              "restartPolicyRules": [{"action": \(word), "exitCodes": {"values": [\(word)]}}],
              "lifecycle": {"stopSignal": \(word), "postStart": {"exec": {"command": [\(word)]}},
                "preStop": {"httpGet": {"path": \(word), "port": \(word)}}}}]}}}}}}
      ---
      {"apiVersion": "v1", "kind": "Service", "metadata": {"name": \(word)},
        "spec": {"selector": {"app": "a"}, "ports": [{"port": 80, "targetPort": \(word)}]}}
      """
  }

  private static func quoted(_ text: String) -> String {
    var quoted = "\""
    for unit in text.utf16 {
      let digits = String(unit, radix: 16)
      let isPlain = unit >= 0x20 && unit < 0x7f && unit != 0x22 && unit != 0x5c
      quoted +=
        isPlain ? String(UnicodeScalar(UInt8(unit))) : "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
    }
    return quoted + "\""
  }
}
