import Podmap

let application = try Application(reading: CommandLine.arguments.dropFirst().map { $0 })
for diagnostic in application.diagnostics { print("%% \(diagnostic)") }
print(application.picture(.network, title: "The way in", direction: .leftToRight, showsLegend: false).mermaid)
