import Podmap

let application = try Application(reading: Array(CommandLine.arguments.dropFirst()))
for diagnostic in application.diagnostics { print("%% \(diagnostic)") }
print(application.picture(.network, title: "The way in", direction: .leftToRight, showsLegend: false).mermaid)
