extension Limit {
  static let sequences = [
    trafficDiagrams, trafficParticipants, trafficFewest, trafficMessages, sharedTrafficStarts,
    sharedTrafficParticipants,
    sharedTrafficMessages, trafficEndNotes, tlsNotes, lifecycleParticipants, lifecycleContainers, lifecycleColumns,
    lifecycleVolumes, lifecycleWorkloads,
  ]

  package static let trafficDiagrams = Limit(
    "traffic-diagrams", 12, "diagrams",
    "Requests from further entry points, and further parts of long ones, are drawn only if `--from` names them.")
  package static let trafficParticipants = Limit(
    "traffic-participants", 14, "participants",
    "Hops that need further participants are in another part of a traffic diagram, and a note says so.")
  package static let trafficFewest = Limit(
    "traffic-fewest", 5, "participants",
    "A traffic diagram that is too wide for a page is cut into parts, but not into smaller ones.")
  package static let trafficMessages = Limit(
    "traffic-messages", 60, "messages", "Further hops are in another part of a traffic diagram, and a note says so.")
  package static let sharedTrafficStarts = Limit(
    "shared-traffic-starts", 4, "entry points", "Requests from more entry points are drawn in one diagram each.")
  package static let sharedTrafficParticipants = Limit(
    "shared-traffic-participants", 6, "participants",
    "Requests that need more participants together are drawn in one diagram each.")
  package static let sharedTrafficMessages = Limit(
    "shared-traffic-messages", 40, "messages",
    "Requests that need more messages together are drawn in one diagram each.")
  package static let trafficEndNotes = Limit(
    "traffic-end-notes", 3, "notes", "One note for all replaces the notes of containers that call nothing further.")
  package static let tlsNotes = Limit(
    "tls-notes", 4, "lines", "Further differences in where TLS ends are left out of an entry point's note.")
  package static let lifecycleParticipants = Limit(
    "lifecycle-participants", 6, "participants",
    "The life of a pod that needs more is drawn as one diagram for each phase.")
  package static let lifecycleContainers = Limit(
    "lifecycle-containers", 5, "containers",
    "Neighbouring containers of a pod with the same lifecycle share a participant.")
  package static let lifecycleColumns = Limit(
    "lifecycle-columns", 10, "participants", "Neighbouring containers of one role share a participant.")
  package static let lifecycleVolumes = Limit(
    "lifecycle-volumes", 2, "volumes", "Further volumes are counted in the message that mounts them.")
  package static let lifecycleWorkloads = Limit(
    "lifecycle-workloads", 500, "workloads", "Further workloads with the same lifecycle are counted in the note.")
}
