/// Objects that watch or restrict an application, two of them of kinds that Kubernetes itself does not know.
extension SampleApplication {
  var autoscalerText: String {
    """
    \(head("autoscaling/v2", "HorizontalPodAutoscaler", name))
    spec:
      scaleTargetRef:
        apiVersion: apps/v1
        kind: \(isStateful ? "StatefulSet" : "Deployment")
        name: \(name)
      minReplicas: 2
      maxReplicas: \(4 + number % 9)
      metrics:
        - type: Resource
          resource: {name: cpu, target: {type: Utilization, averageUtilization: 70}}
    """
  }

  var policyText: String {
    """
    \(head("networking.k8s.io/v1", "NetworkPolicy", name))
    spec:
      podSelector:
        matchLabels:
          app.kubernetes.io/name: \(name)
      policyTypes: [Ingress]
      ingress:
        - from:
            - podSelector:
                matchLabels: {app.kubernetes.io/part-of: \(namespace)}
          ports: [{port: http}]
    """
  }

  var monitorText: String {
    """
    \(head("monitoring.coreos.com/v1", "ServiceMonitor", name))
    spec:
      selector:
        matchLabels:
          app.kubernetes.io/name: \(name)
      endpoints:
        - port: http
          path: /metrics
          interval: 30s
    """
  }

  var certificateText: String {
    """
    \(head("cert-manager.io/v1", "Certificate", name))
    spec:
      secretName: \(name)-tls
      dnsNames:
        - \(name).\(namespace).example.com
      issuerRef:
        kind: ClusterIssuer
        name: public
    """
  }
}
