"""Cases of action-check: how the action gets podmap if none is installed."""
import pathlib, shutil

from .downloads import Releases, damage, starting
from .runner import Runner
from .scratch import CONFIG, Scratch
from .tools import ROOT, expect


def cases(podmap):
    found = []

    def outdated(scratch):
        """A checkout with a diagram that is out of date, so that the job ends with an annotation."""
        scratch.deployment("back")
        scratch.commit()
        scratch.git("push", "--quiet", "origin", "main")
        return scratch.checkout("main")

    def job_with(scratch, releases, **options):
        environment = {"PODMAP_DOWNLOADS": releases.address, **options.pop("environment", {})}
        runner = Runner(scratch, environment=environment, **options)
        return runner, runner.run(scratch.checkout("main"))

    @found.append
    def the_release_of_its_own_version_is_downloaded_and_verified():
        with Scratch(podmap).begin() as scratch, Releases(scratch.folder) as releases:
            archive = releases.release(pathlib.Path(podmap).read_bytes())
            runner = Runner(scratch, environment={"PODMAP_DOWNLOADS": releases.address})
            job = runner.run(outdated(scratch))
            expect(job.failed_step == "Result" and "out of date" in job.summary, job.failed_step, job.log)
            expect("verified the checksum and the attestation" in job.log, "it was not verified", job.log)
            expect("[Build podmap]" not in job.log, "it was built", job.log)
            expect(releases.requests == [("SHA256SUMS", 200), (archive.name, 200)], str(releases.requests))
            asked = [call for call in runner.calls() if call.startswith("attestation verify /")]
            expect(len(asked) == 1 and "--repo owner/podmap --signer-workflow owner/podmap/.github/workflows/release.yml" in asked[0], str(asked))
            print(f"      {job.annotated:.1f} s from the start to the first annotation, with a download from this machine")

    @found.append
    def a_download_that_is_not_what_was_released_fails_and_nothing_is_built():
        for spoil, gh, message in (("archive", "answers", "is not what was released"), ("", "denies", "could not be verified"),
                                   ("", "finds no attestation", "could not be verified"), ("version", "answers", "contains"),
                                   ("server", "answers", "could not download")):
            with Scratch(podmap).begin() as scratch, Releases(scratch.folder) as releases:
                program = b"#!/bin/sh\necho 9.9.9\n" if spoil == "version" else starting(podmap)
                archive = releases.release(program)
                if spoil == "archive":
                    damage(archive)
                if spoil == "server":
                    releases.server.server_close()
                runner, job = job_with(scratch, releases, gh=gh)
                expect(job.failed_step == "Download podmap" and message in job.log, f"{spoil or gh}: {job.failed_step}", job.log)
                expect(not (runner.temp / "podmap-installed").exists(), f"{spoil or gh}: something was installed", job.log)

    @found.append
    def a_gh_that_can_not_verify_leaves_the_checksum():
        with Scratch(podmap).begin() as scratch, Releases(scratch.folder) as releases:
            releases.release(starting(podmap))
            _, job = job_with(scratch, releases, gh="knows no attestations")
            expect(job.passed and "verified the checksum; with GitHub's gh" in job.log, "it failed", job.log)

    @found.append
    def without_a_release_it_is_built_and_comes_from_the_cache_afterwards():
        with Scratch(podmap).begin() as scratch, Releases(scratch.folder) as releases:
            source = scratch.folder / "source"
            shutil.copytree(ROOT / "scripts", source / "scripts", ignore=shutil.ignore_patterns("__pycache__"))
            version = "Sources/podmap-cli/Commands/PodmapCommand.swift"
            for name in (version, "install.sh"):
                (source / name).parent.mkdir(parents=True, exist_ok=True)
                shutil.copy(ROOT / name, source / name)
            (source / "Makefile").write_text(f"build:\n\t@echo building\n\tinstall -D {podmap} .build/release/podmap\n")
            runner, job = job_with(scratch, releases, source=source)
            expect(job.passed and "there is no release" in job.log and "building" in job.log, "it was not built", job.log)
            expect(releases.requests == [("SHA256SUMS", 404)], str(releases.requests))
            built = scratch.folder / "built"
            (runner.temp / "podmap-installed").rename(built)
            _, job = job_with(scratch, releases, source=source, cached=built)
            expect(job.passed and "[Build podmap]" in job.log and "building" not in job.log, "it was built again", job.log)
            releases.release(starting(podmap), triple="m68k-unknown-linux-gnu")
            _, job = job_with(scratch, releases, source=source, cached=built)
            expect(job.passed and "has no release for this system" in job.log, "a release without this system", job.log)

    @found.append
    def an_installed_podmap_is_used_and_nothing_is_downloaded():
        with Scratch(podmap).begin() as scratch, Releases(scratch.folder) as releases:
            installed = scratch.folder / "installed"
            installed.mkdir()
            shutil.copy(podmap, installed / "podmap")
            _, job = job_with(scratch, releases, path=[installed])
            expect(job.passed and not releases.requests and "[Download podmap]" not in job.log, "it failed", job.log)

    @found.append
    def libraries_and_fonts_are_installed_only_for_pictures():
        with Scratch(podmap).begin() as scratch, Releases(scratch.folder) as releases:
            releases.release(starting(podmap))
            source, log = scratch.folder / "source", scratch.folder / "log"
            shutil.copytree(ROOT / "scripts", source / "scripts", ignore=shutil.ignore_patterns("__pycache__"))
            for name in ("Sources/podmap-cli/Commands/PodmapCommand.swift", "install.sh"):
                (source / name).parent.mkdir(parents=True, exist_ok=True)
                shutil.copy(ROOT / name, source / name)
            (source / "scripts/prerequisites").write_text(f'#!/bin/sh\necho "$*" >>"{log}"\n')
            for config, expected in ((CONFIG, "ci\nrun\n"), (CONFIG.replace("docs/diagrams/shop.svg, ", ""), "ci\n")):
                scratch.write("podmap.yaml", config)
                scratch.publish()
                scratch.commit()
                scratch.git("push", "--quiet", "origin", "main")
                _, job = job_with(scratch, releases, source=source)
                expect(job.passed and log.read_text() == expected, log.read_text(), job.log)
                log.unlink()

    @found.append
    def the_programs_of_a_release_are_given_no_token():
        with Scratch(podmap).begin() as scratch, Releases(scratch.folder) as releases:
            log = scratch.folder / "log"
            releases.release(f'#!/bin/sh\necho "${{GH_TOKEN:-none}}" >>"{log}"\nexec "{podmap}" "$@"\n'.encode())
            _, job = job_with(scratch, releases)
            expect(job.passed and set(log.read_text().split()) == {"none"}, log.read_text(), job.log)

    return found
