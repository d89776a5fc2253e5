import PodmapTopology

/// Where a request is: a node, and the port if the node is a Service that leads to several pods.
struct TrafficStop: Hashable {
  /// The position in the topology's nodes.
  var node: Int
  /// Services with several ports send requests to different containers.
  var port: Int?
  /// The owners of the only pods of the Service that are meant, if a subset of Istio's is.
  var owners: [NodeID]?
}

/// One step of a request, from one stop to the next.
struct TrafficHop {
  var to: TrafficStop
  /// The text on the arrow.
  var text: String
  /// What distinguishes the hop from the others of its stop.
  var label: String
  /// The Service whose address is used, if it is not a separate participant.
  var service: Int?
  /// The policies that deny it, in words.
  var denial: String?
  /// Whether the request is a copy, whose reply is dropped.
  var isCopy = false
  /// Whether the entry point itself replies, as the text says; `to` is then the entry point.
  var isReply = false
  /// Whether there is no pod to receive it.
  var isUnserved = false
  /// Whether the sender doesn't wait for a reply: telemetry.
  var isOneWay = false
  /// Whether it causes no further requests: a health check.
  var isProbe = false
  /// Whether only the caller's program knows that it sends the request.
  var isInferred = false

  /// Whether the request arrives and gets a reply.
  var isAnswered: Bool { denial == nil && !isCopy && !isReply && !isUnserved && !isOneWay }
  /// Whether requests continue from where it arrives.
  var leadsOn: Bool { isAnswered && !isProbe }
}

/// What a stop does with a request.
struct TrafficHops {
  /// Whether a request takes one of the hops, or all of them.
  enum Choice { case one, all }

  var choice: Choice
  var list: [TrafficHop]
}
