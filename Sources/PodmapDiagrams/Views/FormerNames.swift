// Names from before the glossary, until the modules above are revised.

package typealias FlowDrawing = FlowView.Result
package typealias SequenceDrawing = SequenceView.Result
package typealias MermaidPages = MermaidParts
package typealias GraphvizPages = GraphvizParts
