import Podmap

let application = try Application(reading: ["deploy/"])
let picture = application.picture(.workloads)
print(picture.mermaid)
let svg = try picture.svg()  // bytes, drawn by Graphviz
