/// The objects around a workload.
extension SampleApplication {
  var namespaceText: String { "apiVersion: v1\nkind: Namespace\nmetadata:\n  name: \(namespace)" }

  var accountText: String { head("v1", "ServiceAccount", name) + "\nautomountServiceAccountToken: false" }

  var settingsText: String {
    """
    \(head("v1", "ConfigMap", "\(name)-settings"))
    data:
      REGION: "north-\(number % 3)"
      POOL_SIZE: "\(5 + number % 20)"
      REQUEST_TIMEOUT: 30s
      FEATURES: search,export,dark-mode
    """
  }

  var filesText: String {
    """
    \(head("v1", "ConfigMap", "\(name)-files"))
    data:
      app.conf: |
        listen 8080
        workers \(1 + number % 8)

        # where requests are written down
        access_log /dev/stdout
        route /\(name) {
          timeout 15s
          retries 2
        }
      levels.json: '{"root": "info", "\(name)": "debug"}'
    """
  }

  var secretText: String {
    """
    \(head("v1", "Secret", "\(name)-credentials"))
    type: Opaque
    stringData:
      password: "not-a-real-password-\(number)"
    """
  }

  var claimText: String {
    """
    \(head("v1", "PersistentVolumeClaim", "\(name)-data"))
    spec:
      accessModes: [ReadWriteOnce]
      resources:
        requests:
          storage: \(1 + number % 50)Gi
    """
  }

  var serviceText: String {
    """
    \(head("v1", "Service", name))
    spec:
      selector:
        app.kubernetes.io/name: \(name)
      ports:
        - name: http
          port: 80
          targetPort: http
    """
  }

  var ingressText: String {
    """
    \(head("networking.k8s.io/v1", "Ingress", name))
    spec:
      ingressClassName: nginx
      rules:
        - host: \(name).\(namespace).example.com
          http:
            paths:
              - path: /
                pathType: Prefix
                backend:
                  service:
                    name: \(name)
                    port:
                      name: http
    """
  }
}
