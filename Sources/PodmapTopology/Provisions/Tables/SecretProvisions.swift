import PodmapManifests

/// Secrets and ConfigMaps that are made from other objects. Those that a reference table leads to as well are not
/// repeated here.
let secretProvisions: [Provision] = [
  Provision("VaultStaticSecret.secrets.hashicorp.com", .secret, "{spec.destination.name}"),
  Provision("VaultDynamicSecret.secrets.hashicorp.com", .secret, "{spec.destination.name}"),
  Provision("VaultPKISecret.secrets.hashicorp.com", .secret, "{spec.destination.name}"),
  Provision("HCPVaultSecretsApp.secrets.hashicorp.com", .secret, "{spec.destination.name}"),
  Provision("OnePasswordItem.onepassword.com", .secret, "{name}"),
  Provision("InfisicalSecret.secrets.infisical.com", .secret, "{spec.managedSecretReference.secretName}"),
  Provision("DopplerSecret.secrets.doppler.com", .secret, "{spec.managedSecret.name}"),
  Provision("BitwardenSecret.k8s.bitwarden.com", .secret, "{spec.secretName}"),
  Provision("AzureKeyVaultSecret.spv.no", .secret, "{spec.output.secret.name}"),
  Provision("SopsSecret.isindir.github.com", .secret, "{spec.secretTemplates[].name}"),
  Provision("GitHubAccessToken.github.com", .secret, "{spec.secretName}"),
  Provision("PasswordGenerator.secrets.kubeops.io", .secret, "{name}"),
  Provision("ObjectBucketClaim.objectbucket.io", .secret, "{name}"),
  Provision("ObjectBucketClaim.objectbucket.io", .configMap, "{name}"),
  Provision("Bundle.trust.cert-manager.io", .configMap, "{name}"),
  // Each image reference in a SealedSecret or Certificate is a row of the reference tables.
  Provision(
    .ingress, .secret, "{spec.tls[].secretName}", if: "metadata.annotations[\"cert-manager.io/cluster-issuer\"]"),
  Provision(.ingress, .secret, "{spec.tls[].secretName}", if: "metadata.annotations[\"cert-manager.io/issuer\"]"),
]
