import CAllocationCount
import Podmap

// podmap-work: lists the inputs.
// podmap-work BOMB FACTOR: does everything with an input, and prints how many bytes it has, how many were allocated on
// the way, and how many came out.

let arguments = CommandLine.arguments.dropFirst()
if let bomb = Bomb.all.first(where: { $0.name == arguments.first }), let factor = arguments.last.flatMap({ Int($0) }) {
  let text = bomb.text(bomb.size * factor)
  let begin = allocated_bytes()
  let application = Application(manifests: text)
  let picture = application.picture(.everything)
  let written = application.json.utf8.count + picture.markdown.utf8.count
  print(text.utf8.count, allocated_bytes() - begin, written)
} else {
  for bomb in Bomb.all { print(bomb.name) }
}
