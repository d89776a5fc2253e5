# Reads a formula as Homebrew would on a system and processor, installs it from the current folder into nothing, and
# prints what it found as JSON: formula.rb FILE linux|macos intel|arm

require "json"

FILE, SYSTEM, PROCESSOR = ARGV
FOUND = { depends_on: [], installed: [] }

# A folder such as bin or man1: it only looks whether what is installed exists.
class Place
  def install(*paths)
    paths.each do |path|
      abort "there is no #{path} to install" unless File.exist?(path)
      FOUND[:installed] << path
    end
  end
end

class Formula
  class << self
    %i[desc homepage version license url sha256].each do |name|
      define_method(name) { |value| FOUND[name] = value }
    end

    def depends_on(name) = FOUND[:depends_on] << name
    def on_linux = SYSTEM == "linux" && yield
    def on_macos = SYSTEM == "macos" && yield
    def on_intel = PROCESSOR == "intel" && yield
    def on_arm = PROCESSOR == "arm" && yield
    def test = nil
  end

  %i[bin man1 bash_completion zsh_completion fish_completion pkgshare].each do |name|
    define_method(name) { Place.new }
  end
end

load FILE
Podmap.new.install
puts JSON.generate(FOUND)
