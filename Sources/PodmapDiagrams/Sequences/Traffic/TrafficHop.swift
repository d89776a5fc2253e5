/// Where a request is: a node, and for a Service that leads to several pods the port it came to.
struct TrafficStop: Hashable {
  /// The position in the topology's nodes.
  var node: Int
  /// Services with several ports send requests to different containers.
  var port: Int?
}

/// One step of a request, from a stop to the next.
struct TrafficHop {
  var to: TrafficStop
  /// What stands on the arrow.
  var text: String
  /// What tells the hop from the others of its stop.
  var label: String
  /// The Service whose address is used, where it has no column of its own.
  var service: Int?
  /// The policies that deny it, in words.
  var denial: String?
  /// Nobody waits for the answer to a copy.
  var isCopy = false
  /// Whether the entry answers by itself, with what the text says; `to` is the entry then.
  var isReply = false
  /// Whether no pod is there that may get it.
  var isUnserved = false

  /// Whether the request arrives, so that it goes on from there and is answered.
  var isAnswered: Bool { denial == nil && !isCopy && !isReply && !isUnserved }
}

/// What a stop does with a request.
struct TrafficHops {
  /// A request takes one of the ways, or all are taken.
  enum Choice { case one, all }

  var choice: Choice
  var list: [TrafficHop]
}
