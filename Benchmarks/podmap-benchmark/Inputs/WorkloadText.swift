/// Deployments and StatefulSets of one to three containers.
extension SampleApplication {
  var workloadText: String {
    """
    \(head("apps/v1", isStateful ? "StatefulSet" : "Deployment", name))
    spec:
      replicas: \(1 + number % 4)
      \(isStateful ? "serviceName: \(name)" : "revisionHistoryLimit: 3")
      selector:
        matchLabels:
          app.kubernetes.io/name: \(name)
      template:
        metadata:
          labels:
            app.kubernetes.io/name: \(name)
            app.kubernetes.io/part-of: \(namespace)
        spec:
          serviceAccountName: \(hasOwnAccount ? name : "default")
          containers:
    \((0..<containerCount).map { $0 == 0 ? mainContainer : helperContainer($0) }.joined(separator: "\n"))
          volumes:
    \(volumes.joined(separator: "\n"))
    """
  }

  private var mainContainer: String {
    """
            - name: server
              image: registry.example.com/\(namespace)/\(name):1.\(number % 40).\(number % 7)
              ports:
                - name: http
                  containerPort: 8080
              env:
                - name: LOG_LEVEL
                  value: "info"
                - name: PASSWORD
                  valueFrom:
                    secretKeyRef:
                      name: \(name)-credentials
                      key: password
    \(upstream)\
              envFrom:
                - configMapRef:
                    name: \(name)-settings
              readinessProbe:
                httpGet:
                  path: /ready
                  port: http
                periodSeconds: 10
              livenessProbe:
                httpGet: {path: /live, port: http}
              resources:
                requests: {cpu: \(50 + number % 5 * 50)m, memory: 128Mi}
                limits:
                  memory: 512Mi
              volumeMounts:
                - name: scratch
                  mountPath: /tmp
    """ + (hasFiles ? "\n            - {name: files, mountPath: /etc/app, readOnly: true}" : "")
      + (hasClaim ? "\n            - {name: data, mountPath: /var/lib/app}" : "")
  }

  private func helperContainer(_ position: Int) -> String {
    """
            - name: helper-\(position)
              image: registry.example.com/tools/helper:2.\(position)
              args: ["--listen=:\(9000 + position)", "--target=http://localhost:8080"]
              ports:
                - containerPort: \(9000 + position)
              resources:
                limits: {cpu: 100m, memory: 64Mi}
              volumeMounts:
                - {name: scratch, mountPath: /shared}
    """
  }

  /// Its address in the way in which most applications are told: an environment variable.
  private var upstream: String {
    guard let neighbour else { return "" }
    return """
                  - name: UPSTREAM_URL
                    value: "http://\(neighbour).\(namespace).svc:80"

      """
  }

  private var volumes: [String] {
    var volumes = ["        - {name: scratch, emptyDir: {}}"]
    if hasFiles {
      volumes.append("        - name: files\n          configMap:\n            name: \(name)-files")
    }
    if hasClaim {
      volumes.append("        - {name: data, persistentVolumeClaim: {claimName: \(name)-data}}")
    }
    return volumes
  }
}
